import { Field, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  field: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, auto)",
    alignItems: "center",
    columnGap: "8px",
    whiteSpace: "nowrap",
    "& > label": { margin: 0, padding: 0 },
  },
});

/** A switch of the demo: its label stands before it. */
export function LabelledSelect({ label, children }: { readonly label: string; readonly children: ReactElement }): ReactElement {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.field}>
      {children}
    </Field>
  );
}
