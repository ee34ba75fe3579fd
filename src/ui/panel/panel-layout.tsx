import { mergeClasses } from "@fluentui/react-components";
import { useRef, type ReactElement, type ReactNode } from "react";
import { RowFocusProvider, useNewRowFocus } from "../layout/row-focus";
import { panelBelowPx, useIsNarrow } from "../layout/use-container-width";
import { useSharedStyles } from "../theme/shared.styles";
import { usePanelLayoutStyles } from "./panel-layout.styles";

export interface PanelLayoutProps {
  /** A SidePanel, or undefined when none is open. */
  readonly panel: ReactNode;
  /** The page's heading, for screen readers, where the panel covers the page. */
  readonly title: string;
  readonly children: ReactNode;
}

/** List and panel side by side (480 px) from 720 px of room; below, the panel is the page and the list waits unseen, with its state. */
export function PanelLayout({ panel, title, children }: PanelLayoutProps): ReactElement {
  const styles = usePanelLayoutStyles();
  const shared = useSharedStyles();
  const frameRef = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(frameRef, panelBelowPx);
  const rowFocus = useNewRowFocus();
  const isOpen = panel !== undefined && panel !== null && panel !== false;
  return (
    <RowFocusProvider value={rowFocus}>
      <div ref={frameRef} className={styles.frame}>
        {isNarrow && isOpen && <h1 className={shared.visuallyHidden}>{title}</h1>}
        <div className={mergeClasses(styles.main, isNarrow && isOpen && styles.waiting)}>{children}</div>
        {isOpen && <div className={mergeClasses(styles.side, isNarrow ? styles.sideAsPage : styles.sideAtRight)}>{panel}</div>}
      </div>
    </RowFocusProvider>
  );
}
