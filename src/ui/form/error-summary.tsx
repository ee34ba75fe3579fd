import { Link } from "@fluentui/react-components";
import { useEffect, useId, useRef, type MouseEvent, type ReactElement } from "react";
import { uiWords } from "../../content";
import { useErrorSummaryStyles } from "./error-summary.styles";

export interface SummaryProblem {
  readonly fieldId: string;
  readonly says: string;
}

export interface ErrorSummaryProps {
  /** A new array each time saving was tried; it then takes focus. Empty: renders nothing. */
  readonly problems: readonly SummaryProblem[];
}

/** "There is a problem", with a link to each field (GOV.UK error summary). Shown after an attempt to save, never while typing. */
export function ErrorSummary({ problems }: ErrorSummaryProps): ReactElement | null {
  const styles = useErrorSummaryStyles();
  const titleId = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    boxRef.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;

  const goToField = (event: MouseEvent<HTMLElement>, fieldId: string): void => {
    // The address holds the view's state in its fragment, so the link must not follow itself.
    event.preventDefault();
    event.currentTarget.ownerDocument.getElementById(fieldId)?.focus();
  };
  return (
    <div ref={boxRef} tabIndex={-1} role="alert" aria-labelledby={titleId} className={styles.box}>
      <h2 id={titleId} className={styles.title}>
        {uiWords.problemTitle}
      </h2>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.fieldId} ${problem.says}`}>
            <Link href={`#${problem.fieldId}`} className={styles.link} onClick={(event: MouseEvent<HTMLElement>) => goToField(event, problem.fieldId)}>
              {problem.says}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
