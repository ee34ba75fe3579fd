import { useRef, useState } from "react";
import type { Progress, Result } from "../../kernel";
import { useServices } from "../../parts";

export interface RunProgress {
  readonly done: number;
  readonly total: number;
  readonly tookMs: number;
}

export interface Run<Wanted, Done> {
  /** Undefined while nothing runs. */
  readonly progress: RunProgress | undefined;
  /** What the newest run came to; a failure: none of it was begun. */
  readonly ended: Result<readonly Done[]> | undefined;
  readonly start: (wanted: readonly Wanted[]) => Promise<void>;
  readonly stop: () => void;
}

type Work<Wanted, Done> = (wanted: readonly Wanted[], progress: Progress) => Promise<Result<readonly Done[]>>;

/** Work on many things of a site that tells how far it has come and can be stopped. */
export function useRun<Wanted, Done>(work: Work<Wanted, Done>, onEnd: (done: readonly Done[]) => Promise<void>): Run<Wanted, Done> {
  const { clock } = useServices();
  const [progress, setProgress] = useState<RunProgress>();
  const [ended, setEnded] = useState<Result<readonly Done[]>>();
  const controller = useRef<AbortController>(undefined);
  return {
    progress,
    ended,
    stop: () => controller.current?.abort(),
    start: async (wanted) => {
      const stop = new AbortController();
      controller.current = stop;
      const beganMs = clock.nowMs();
      setEnded(undefined);
      setProgress({ done: 0, total: wanted.length, tookMs: 0 });
      const report = (done: number, total: number): void => setProgress({ done, total, tookMs: clock.nowMs() - beganMs });
      const answer = await work(wanted, { signal: stop.signal, report });
      setEnded(answer);
      if (answer.ok) await onEnd(answer.value);
      setProgress(undefined);
    },
  };
}
