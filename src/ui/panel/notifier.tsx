import { Link, Toast, Toaster, ToastTitle, ToastTrigger, useToastController } from "@fluentui/react-components";
import { createContext, useCallback, useContext, useId, type ReactElement, type ReactNode } from "react";

export interface Notice {
  readonly kind: "success" | "info" | "warning" | "error";
  readonly text: string;
  /** One thing to do about it, most often Undo. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

const NotifyContext = createContext<(notice: Notice) => void>(() => undefined);

/** Longer when there is something to press; pointing at a notice or focusing it stops its time. */
const shownMs = 6_000;
const shownWithActionMs = 20_000;

/** Notices at the bottom of the page, announced politely. What must be put right belongs in a message bar instead. */
export function Notifier({ children }: { readonly children: ReactNode }): ReactElement {
  const toasterId = useId();
  const { dispatchToast } = useToastController(toasterId);
  const notify = useCallback(
    ({ kind, text, action }: Notice): void => {
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
    },
    [dispatchToast],
  );
  return (
    <NotifyContext value={notify}>
      {children}
      <Toaster toasterId={toasterId} position="bottom" limit={3} />
    </NotifyContext>
  );
}

export function useNotify(): (notice: Notice) => void {
  return useContext(NotifyContext);
}
