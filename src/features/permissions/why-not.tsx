import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { CheckmarkCircleRegular, DismissCircleRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { accessWords as words, faultWords } from "../../content";
import type { Clock, Result } from "../../kernel";
import type { AccessFindings, AccessQuestion, AccessService, Permissions } from "../../parts";
import { StateView, useAnnounce, type ViewState } from "../../ui";
import { lookedAt, textToSend, type Asked, type Looked } from "./access-text";
import { explainAccess, whomToAsk, type Known } from "./explain-access";
import { usePermissionsPageStyles } from "./permissions-page.styles";
import { TextToSend } from "./text-to-send";

export interface WhyNotProps {
  readonly access: AccessService;
  readonly question: AccessQuestion;
  readonly asked: Asked;
  /** What is known without asking, as at this moment. */
  readonly known: () => Omit<Known, "way">;
  readonly copy: (text: string) => Promise<Result<void>>;
  readonly clock: Clock;
  /** Ways on from here, beside "Look again". */
  readonly children?: ReactNode;
}

interface Answer {
  readonly found: AccessFindings;
  readonly permissions: Permissions;
  readonly atMs: number;
}

/** Looks with a few reads and says what stands in the way, whom to ask and with which words. It stands on its own page and in place of a site that did not open. */
export function WhyNot(props: WhyNotProps): ReactElement {
  const styles = usePermissionsPageStyles();
  const { state, lookAgain } = useAnswer(props);
  const titleRef = useRef<HTMLHeadingElement>(null);
  // The link or button that led here is gone.
  useEffect(() => titleRef.current?.focus(), []);
  return (
    <div className={styles.page}>
      <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
        {words.title}
      </h1>
      <Text as="p" className={styles.paragraph}>
        {words.explain}
      </Text>
      <div className={styles.buttons}>
        <Button onClick={lookAgain}>{words.lookAgain}</Button>
        {props.children}
      </div>
      <StateView state={state}>{(answer) => <Explained {...props} answer={answer} />}</StateView>
    </div>
  );
}

function useAnswer({ access, question, clock }: WhyNotProps): { readonly state: ViewState<Answer>; readonly lookAgain: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<{ readonly attempt: number; readonly state: ViewState<Answer> }>();
  const { site, register, row } = question;
  const lookAgain = (): void => setAttempt((last) => last + 1);
  useEffect(() => {
    let isCurrent = true;
    const asked = { site, ...(register === undefined ? {} : { register }), ...(row === undefined ? {} : { row }) };
    void Promise.all([access.permissions(), access.look(asked)]).then(([permissions, found]) => {
      if (!isCurrent) return;
      const failed = !permissions.ok ? permissions : !found.ok ? found : undefined;
      const state: ViewState<Answer> =
        permissions.ok && found.ok
          ? { kind: "ready", value: { found: found.value, permissions: permissions.value, atMs: clock.nowMs() } }
          : { kind: "error", fault: failed === undefined ? "" : faultWords(failed.fault).happened, onRetry: lookAgain };
      setAnswered({ attempt, state });
    });
    return () => {
      isCurrent = false;
    };
  }, [access, site, register, row, clock, attempt]);
  return { state: answered?.attempt === attempt ? answered.state : { kind: "loading", what: words.looking }, lookAgain };
}

function Explained({ answer, asked, copy, known: knownNow }: WhyNotProps & { readonly answer: Answer }): ReactElement {
  const styles = usePermissionsPageStyles();
  const announce = useAnnounce();
  const { found, permissions, atMs } = answer;
  const known: Known = { ...knownNow(), way: permissions.way };
  const cause = explainAccess(found, known);
  const { title, why, toDo } = words.causes[cause];
  const text = textToSend({ cause, found, known, asked, consentLink: permissions.consentLink, nowMs: atMs });
  useEffect(() => announce(title), [announce, title]);
  return (
    <>
      <h2 className={styles.heading}>{words.looked}</h2>
      <ul className={styles.looked}>
        {lookedAt(found, known, asked).map((line) => (
          <LookedLine key={line.says} line={line} />
        ))}
      </ul>
      <h2 className={styles.heading}>{title}</h2>
      <Text as="p" className={styles.paragraph}>
        {why} {cause === "readOnly" && known.way === "selected" ? words.alsoGrant : ""}
      </Text>
      <Text as="p" className={styles.paragraph}>
        {toDo}
      </Text>
      {text !== undefined && (
        <>
          <h2 className={styles.heading}>{words.ask}</h2>
          <Text as="p" className={styles.paragraph}>
            {words.whom[whomToAsk(cause)]}
          </Text>
          <TextToSend label={words.send} text={text} copyLabel={words.copy} copied={words.copied} copy={copy} />
        </>
      )}
    </>
  );
}

function LookedLine({ line: { isGood, says } }: { readonly line: Looked }): ReactElement {
  const styles = usePermissionsPageStyles();
  const Mark = isGood ? CheckmarkCircleRegular : DismissCircleRegular;
  return (
    <li className={styles.lookedLine}>
      <Mark aria-hidden fontSize={16} className={mergeClasses(styles.mark, isGood ? styles.good : styles.bad)} />
      <span>{says}</span>
    </li>
  );
}
