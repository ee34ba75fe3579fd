import { useEffect, useRef, useState } from "react";
import type { FrameHost } from "./frame-host";

export type Suspension = "running" | "asked" | "suspended" | "unanswered";

/** Teams waits 30 seconds; three are enough to see that nobody answers. */
const answerWithinMs = 3_000;

export interface SuspensionSwitch {
  readonly state: Suspension;
  readonly suspend: (host: FrameHost) => void;
  readonly resume: (host: FrameHost, tab: { readonly entityId: string; readonly contentUrl: string }) => void;
  /** The tab has said that it may be suspended. */
  readonly answered: () => void;
  /** Another tab is in sight. */
  readonly reset: () => void;
}

/** Teams' suspending of a tab that is out of sight, done by hand. */
export function useSuspension(): SuspensionSwitch {
  const [state, setState] = useState<Suspension>("running");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    state,
    suspend: (host) => {
      setState("asked");
      host.suspend();
      timer.current = setTimeout(() => setState((last) => (last === "asked" ? "unanswered" : last)), answerWithinMs);
    },
    resume: (host, { entityId, contentUrl }) => {
      setState("running");
      host.resume(entityId, contentUrl);
    },
    answered: () => setState((last) => (last === "asked" ? "suspended" : last)),
    reset: () => setState("running"),
  };
}
