import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { demoWords } from "./demo-words";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 20px",
    padding: "8px 16px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { flexGrow: 1, display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "4px 16px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
});

/** The top of a host page: says plainly that it is a demo, and holds its switches. */
export function HostBar({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <div className={styles.label}>
        <h1 className={styles.title}>{label}</h1>
        <Text size={200}>
          <Link href="/" inline>
            {demoWords.start}
          </Link>
        </Text>
      </div>
      {children}
    </header>
  );
}
