import { mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircleRegular, CircleRegular, ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useStatusTagStyles } from "./status-tag.styles";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export interface StatusTagProps {
  /** An adjective: "Open", "Overdue". */
  readonly words: string;
  readonly tone: Tone;
  /** Absent: the tone's own icon. */
  readonly icon?: ReactElement | undefined;
}

const icons: Readonly<Record<Tone, ReactElement>> = {
  neutral: <CircleRegular />,
  info: <InfoRegular />,
  success: <CheckmarkCircleRegular />,
  warning: <WarningRegular />,
  danger: <ErrorCircleRegular />,
};

/** A status as word, icon and colour. Not a button. */
export function StatusTag({ words, tone, icon }: StatusTagProps): ReactElement {
  const styles = useStatusTagStyles();
  return (
    <span className={mergeClasses(styles.tag, styles[tone])}>
      <span aria-hidden="true" className={styles.icon}>
        {icon ?? icons[tone]}
      </span>
      {words}
    </span>
  );
}
