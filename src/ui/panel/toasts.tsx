import { Link, Toast, Toaster, ToastTitle, ToastTrigger, useToastController } from "@fluentui/react-components";
import { useEffect, useId, useState, type ReactElement } from "react";
import { uiWords } from "../../content";
import type { Notice } from "./notice";

/** Longer when there is something to press; pointing at a notice or focusing it stops its time. */
const shownMs = 6_000;
const shownWithActionMs = 20_000;

/** A panel's Save and Cancel stand at the bottom; a notice must not lie over them. */
const aboveFooter = { vertical: 64 };

export interface ToastsProps {
  /** Said since the page began, oldest first; each is shown once. */
  readonly waiting: readonly Notice[];
  readonly onShown: () => void;
}

/** Shows what waits to be said. */
export function Toasts({ waiting, onShown }: ToastsProps): ReactElement {
  const toasterId = useId();
  const { dispatchToast } = useToastController(toasterId);
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  useEffect(() => {
    // Without a toaster yet, nobody would hear of it.
    if (landmark === null || waiting.length === 0) return;
    for (const { kind, text, action } of waiting) {
      dispatchToast(
        <Toast>
          <ToastTitle
            action={
              action === undefined ? null : (
                <ToastTrigger>
                  <Link onClick={action.run}>{action.label}</Link>
                </ToastTrigger>
              )
            }
          >
            {text}
          </ToastTitle>
        </Toast>,
        {
          intent: kind,
          politeness: "polite",
          timeout: action === undefined ? shownMs : shownWithActionMs,
          pauseOnHover: true,
          pauseOnWindowBlur: true,
        },
      );
    }
    onShown();
  }, [landmark, waiting, onShown, dispatchToast]);
  // A notice lies over the page and is no part of any of its regions, so it has one of its own.
  return (
    <aside ref={setLandmark} aria-label={uiWords.notices}>
      {landmark !== null && <Toaster toasterId={toasterId} mountNode={landmark} position="bottom" offset={aboveFooter} limit={3} />}
    </aside>
  );
}
