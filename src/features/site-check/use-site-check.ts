import { useEffect, useRef, useState } from "react";
import { useServices, type SiteCheck } from "../../parts";

interface Run {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** Of the newest run that ended. */
  readonly check: SiteCheck | undefined;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

/** One check at a time; leaving the page stops it, and it still removes what it made. */
export function useSiteCheck(): Run {
  const { access, session, clock } = useServices();
  const [progress, setProgress] = useState<Run["progress"]>();
  const [check, setCheck] = useState<SiteCheck>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const start = async (): Promise<void> => {
    const stop = new AbortController();
    controller.current = stop;
    setProgress({ done: 0, total: 1 });
    const startedAtMs = clock.nowMs();
    const answer = await access.check(session.site.id, { signal: stop.signal, report: (done, total) => setProgress({ done, total }) });
    setCheck(answer.ok ? answer.value : { listName: "", startedAtMs, findings: [], fault: answer.fault });
    setProgress(undefined);
  };
  return { progress, check, start, stop: () => controller.current?.abort() };
}
