import type { ReactElement } from "react";
import { adoptWords } from "../../content";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { leftOutLines, type CopyLeftOut } from "./copy-left-out";

/** What of their list does not come into the copy, and why; nothing where all of it does. */
export function LeftOutColumns({ leftOut }: { readonly leftOut: CopyLeftOut }): ReactElement | null {
  const styles = useAdoptPageStyles();
  const lines = leftOutLines(leftOut);
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-label={adoptWords.leftOutTitle}>
      <h3 className={styles.subtitle}>{adoptWords.leftOutTitle}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
