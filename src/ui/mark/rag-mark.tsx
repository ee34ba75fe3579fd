import { mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { uiWords } from "../../content";
import type { Rag } from "../theme/rag-palette";
import { useSharedStyles } from "../theme/shared.styles";
import { useRagMarkStyles } from "./rag-mark.styles";

export interface RagMarkProps {
  readonly rag: Rag;
  /** A letter on its colour, for a heat map's cell; the word is still read out. */
  readonly isCompact?: boolean | undefined;
  /** Written after the word or instead of it: a score, "16 Extreme". */
  readonly words?: string | undefined;
}

/** Red, amber, green or not rated, as shape, word and colour together: colour never speaks alone. */
export function RagMark({ rag, isCompact, words }: RagMarkProps): ReactElement {
  const styles = useRagMarkStyles();
  const shared = useSharedStyles();
  if (isCompact === true) {
    return (
      <span className={mergeClasses(styles.cell, styles[`${rag}Cell`])}>
        <span aria-hidden="true">{uiWords.ragLetter[rag]}</span>
        <span className={shared.visuallyHidden}>{words ?? uiWords.rag[rag]}</span>
      </span>
    );
  }
  return (
    <span className={styles.mark}>
      <RagShape rag={rag} />
      {words ?? uiWords.rag[rag]}
    </span>
  );
}

/** The shape alone, for a place where the word stands beside it already. */
export function RagShape({ rag }: { readonly rag: Rag }): ReactElement {
  const styles = useRagMarkStyles();
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false" className={mergeClasses(styles.shape, styles[rag])}>
      {rag === "red" && <rect x="1" y="1" width="10" height="10" />}
      {rag === "amber" && <path d="M6 0.5 12 11.5H0Z" />}
      {rag === "green" && <circle cx="6" cy="6" r="5.5" />}
      {rag === "notRated" && <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />}
    </svg>
  );
}
