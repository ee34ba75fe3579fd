import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, type ReactElement, type ReactNode, type Ref } from "react";
import { importWords } from "../../content";
import { useImportPageStyles } from "./import-page.styles";

export interface StepSectionProps {
  readonly title: string;
  /** What was chosen here, seen while the step is folded too. */
  readonly summary?: string | undefined;
  readonly isOpen: boolean;
  /** False while earlier steps are missing. */
  readonly isReached: boolean;
  readonly onToggle: () => void;
  /** Takes focus when the flow goes on to this step. */
  readonly headingRef: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** One step of the import as a section that folds. */
export function StepSection({ title, summary, isOpen, isReached, onToggle, headingRef, children }: StepSectionProps): ReactElement {
  const styles = useImportPageStyles();
  const id = useId();
  const isShown = isOpen && isReached;
  return (
    <section className={styles.step} aria-labelledby={`${id}-title`}>
      <h2 className={styles.stepHeading}>
        <button
          ref={headingRef}
          type="button"
          className={styles.stepButton}
          aria-expanded={isShown}
          {...(isShown ? { "aria-controls": `${id}-body` } : {})}
          disabled={!isReached}
          onClick={onToggle}
        >
          <span aria-hidden="true" className={styles.stepMark}>
            {isShown ? <ChevronDownRegular /> : <ChevronRightRegular />}
          </span>
          <span id={`${id}-title`} className={styles.stepTitle}>
            {title}
          </span>
          <span className={styles.stepSummary}>{isReached ? summary : importWords.notYet}</span>
        </button>
      </h2>
      {isShown && (
        <div id={`${id}-body`} className={styles.stepBody}>
          {children}
        </div>
      )}
    </section>
  );
}
