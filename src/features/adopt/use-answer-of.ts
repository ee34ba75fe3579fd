import { useEffect, useState } from "react";
import { adoptWords, faultWords } from "../../content";
import type { Result } from "../../kernel";
import type { ViewState } from "../../ui";

export interface Asked<T> {
  readonly state: ViewState<T>;
  readonly askAgain: () => void;
}

/** What a service answers, with the way to ask again; what stood there stays in sight meanwhile. @param ask the same function while the question is the same. */
export function useAnswerOf<T>(ask: () => Promise<Result<T>>, what: string): Asked<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<ViewState<T>>({ kind: "loading", what });
  useEffect(() => {
    let isCurrent = true;
    void ask().then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setState({ kind: "ready", value: answer.value });
      else {
        const { happened, toDo } =
          answer.fault.kind === "notFound" ? { happened: adoptWords.listGone, toDo: adoptWords.listGoneToDo } : faultWords(answer.fault);
        setState({ kind: "error", fault: happened, kept: toDo, onRetry: () => setAttempt((last) => last + 1) });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [ask, attempt]);
  return { state, askAgain: () => setAttempt((last) => last + 1) };
}
