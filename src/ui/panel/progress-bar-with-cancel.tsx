import { Button, ProgressBar, Text } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import { uiWords } from "../../content";
import { useProgressStyles } from "./progress-bar-with-cancel.styles";

export interface ProgressBarWithCancelProps {
  /** What is being waited for: "Reading costs". */
  readonly label: string;
  readonly done: number;
  /** undefined: not known yet. */
  readonly total: number | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** For work that takes longer than ten seconds: "3,200 of 20,000 items" and a way out. */
export function ProgressBarWithCancel({ label, done, total, onCancel }: ProgressBarWithCancelProps): ReactElement {
  const styles = useProgressStyles();
  const labelId = useId();
  const words = total === undefined ? undefined : uiWords.progress(done, total);
  return (
    <div className={styles.frame}>
      <div className={styles.row}>
        <Text id={labelId} className={styles.label}>
          {label}
        </Text>
        {words !== undefined && <Text className={styles.count}>{words}</Text>}
        {onCancel !== undefined && (
          <Button size="small" onClick={onCancel}>
            {uiWords.cancel}
          </Button>
        )}
      </div>
      {total === undefined ? (
        <ProgressBar aria-labelledby={labelId} />
      ) : (
        <ProgressBar aria-labelledby={labelId} aria-valuetext={words} value={Math.min(done, total)} max={Math.max(1, total)} />
      )}
    </div>
  );
}
