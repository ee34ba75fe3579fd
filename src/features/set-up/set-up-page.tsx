import { Text } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { setUpWords } from "../../content";
import { AllowNotice, useServices } from "../../parts";
import { StateView } from "../../ui";
import { AdministratorFile } from "./administrator-file";
import { Creation } from "./creation";
import { NextSteps, OtherWays } from "./next-steps";
import { ReceiptView } from "./receipt-view";
import { RegisterChoice, useRegisterChoice } from "./register-choice";
import { Repairs } from "./repairs";
import { useSetUpPageStyles } from "./set-up-page.styles";
import { receiptOfLists } from "./set-up-receipt";
import { useKeepReceipt } from "./use-keep-receipt";
import { useRun } from "./use-run";
import { useSiteLook, type SiteFacts } from "./use-site-look";

export interface SetUpPageProps {
  /** Opens invented projects; absent where that is shown already. */
  readonly onSample?: (() => void) | undefined;
}

/** Makes the lists of this site's registers, gives back what they lost, and leads on from there. */
export function SetUpPage({ onSample }: SetUpPageProps): ReactElement {
  const styles = useSetUpPageStyles();
  const { session } = useServices();
  const { state, lookAgain } = useSiteLook();
  return (
    <div className={styles.page}>
      <div className={styles.inner}>
        <div>
          <h1 className={styles.title}>{setUpWords.title}</h1>
          <Text as="p">{setUpWords.explain(session.site.name)}</Text>
        </div>
        <StateView state={state}>{(facts) => <Ready facts={facts} lookAgain={lookAgain} onSample={onSample} />}</StateView>
      </div>
    </div>
  );
}

interface ReadyProps extends SetUpPageProps {
  readonly facts: SiteFacts;
  readonly lookAgain: () => Promise<void>;
}

function Ready({ facts, lookAgain, onSample }: ReadyProps): ReactElement {
  const styles = useSetUpPageStyles();
  const { look, way } = facts;
  const { provisioning, session } = useServices();
  const kept = useKeepReceipt();
  const run = useRun(
    (registers: readonly string[], progress) => provisioning.create(session.site.id, registers, progress),
    async (done) => {
      if (done.every(({ outcome }) => !outcome.ok && outcome.fault.kind === "signInNeeded")) return;
      await kept.keep(
        receiptOfLists(done),
        done.map(({ register }) => register),
      );
      await lookAgain();
    },
  );
  const choice = useRegisterChoice(look.absent);
  const receipt = useMemo(() => (run.ended?.ok === true ? receiptOfLists(run.ended.value) : undefined), [run.ended]);
  const waiting = run.ended?.ok === true ? run.ended.value.filter(({ outcome }) => !outcome.ok && outcome.fault.kind === "signInNeeded") : [];
  // Where the app changes no list, the script is the only way to columns that a list lacks.
  const lacking = way === "selected" ? look.standing.filter(({ differences }) => differences.some(({ kind }) => kind === "lost")) : [];
  const hasProjects = !look.absent.some(({ register }) => register === "Projects");
  const isIdle = run.progress === undefined;
  return (
    <>
      {waiting.length > 0 && <AllowNotice purpose="setUp" onAllowed={() => void run.start(waiting.map(({ register }) => register))} />}
      {receipt !== undefined && isIdle && waiting.length === 0 && <ReceiptView receipt={receipt} isKept={kept.isKept} />}
      <Repairs look={look} way={way} lookAgain={lookAgain} />
      {hasProjects && isIdle && <NextSteps onSample={onSample} />}
      {look.absent.length === 0 ? (
        <Text>{setUpWords.nothingMissing}</Text>
      ) : (
        <div className={styles.group}>
          <RegisterChoice choice={choice} isBusy={!isIdle} />
          {way === "broad" && (choice.wanted.length > 0 || choice.light.length > 0) && <Creation wanted={choice.wanted} scope={facts.scope} run={run} />}
        </div>
      )}
      {!hasProjects && isIdle && <OtherWays otherLists={look.otherLists} onSample={onSample} />}
      {choice.wanted.length + lacking.length > 0 && isIdle && (
        <AdministratorFile wanted={choice.wanted} lacking={lacking} way={way} lookAgain={() => void lookAgain()} />
      )}
    </>
  );
}
