import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { uiWords } from "../../content";
import { useReturnFocus } from "../layout/use-return-focus";
import { useSidePanelStyles } from "./side-panel.styles";

export interface SidePanelProps {
  readonly heading: string;
  /** Beside the close button: history, more. */
  readonly actions?: ReactNode;
  /** Stays in sight below the content: Save and Cancel. */
  readonly footer?: ReactNode;
  /** Asked for by the button and by Escape; the caller may keep the panel open where something would be lost. */
  readonly onClose: () => void;
  /** The key of its row in the list beside it: focus goes there where what opened the panel is gone. */
  readonly rowKey?: string | undefined;
  readonly children: ReactNode;
}

/**
 * One record beside the list. Not modal: the list stays in use. Focus goes to the heading when the panel appears, and back
 * to where it was, or to its row, when the panel leaves, unless the person has moved on by then. Give it a key per record. Escape closes.
 */
export function SidePanel({ heading, actions, footer, onClose, rowKey, children }: SidePanelProps): ReactElement {
  const styles = useSidePanelStyles();
  const headingId = useId();
  const panelRef = useRef<HTMLElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useReturnFocus(panelRef, rowKey);
  useEffect(() => {
    const panel = panelRef.current;
    // A field inside that took focus by itself keeps it.
    if (panel?.contains(panel.ownerDocument.activeElement) === false) headingRef.current?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // A menu or dialog opened from here stands elsewhere in the document and has its own Escape.
    const isOurs = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== "Escape" || event.defaultPrevented || !isOurs) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes from any field inside; the button does the same
    <section ref={panelRef} aria-labelledby={headingId} className={styles.panel} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <h2 ref={headingRef} id={headingId} tabIndex={-1} className={styles.heading}>
          {heading}
        </h2>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={uiWords.close} onClick={onClose} />
      </header>
      <div className={styles.content}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}
