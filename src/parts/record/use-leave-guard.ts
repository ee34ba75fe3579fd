import { useEffect, useRef, useState } from "react";
import { fragmentOf, pageFromFragment } from "../page";
import { useServices } from "../services";

export interface LeaveGuard {
  /** Something was held back, and the person is being asked. */
  readonly isAsking: boolean;
  /** Does it at once, or, where it would lose what is typed, once the person agrees. */
  readonly leave: (go: () => void) => void;
  /** What is typed is kept elsewhere, or is not wanted: nothing is held back from here on. */
  readonly release: () => void;
  readonly agree: () => void;
  readonly stay: () => void;
}

interface GuardedTyping {
  readonly isUnsaved: boolean;
  readonly stays?: (from: string, to: string) => boolean;
}

/**
 * Holds back every way out of something that is being typed in: its own buttons, another record or page, Back, closing.
 * `stays`: whether it stays as it is when the screen goes from one fragment to another; left out: the same record stays open.
 */
export function useLeaveGuard({ isUnsaved, stays = isSameRecord }: GuardedTyping): LeaveGuard {
  const { location } = useServices();
  const [held, setHeld] = useState<{ readonly go: () => void }>();
  const isReleased = useRef(false);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    return location.guard({
      keeps: (fragment) => isReleased.current || stays(location.read(), fragment),
      ask: (go) => setHeld({ go }),
    });
  }, [location, isUnsaved, stays]);
  const release = (): void => {
    isReleased.current = true;
  };
  return {
    isAsking: held !== undefined,
    leave: (go) => {
      if (isUnsaved && !isReleased.current) setHeld({ go });
      else go();
    },
    release,
    agree: () => {
      release();
      setHeld(undefined);
      held?.go();
    },
    stay: () => setHeld(undefined),
  };
}

/** Whether the record open at one fragment stays open at another: the list beside it may change its view. */
function isSameRecord(from: string, to: string): boolean {
  return withoutView(from) === withoutView(to);
}

function withoutView(fragment: string): string {
  const page = pageFromFragment(fragment);
  if (!("open" in page)) return fragmentOf(page);
  const { register, ref } = page.open;
  const opened = { ...page, open: { register, ref } };
  if (!("view" in opened)) return fragmentOf(opened);
  const { view: _view, ...rest } = opened;
  return fragmentOf(rest);
}
