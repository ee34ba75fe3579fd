import { useEffect, useState } from "react";
import { cardWords } from "../../content";
import { useServices, type Channel } from "../../parts";
import type { ViewState } from "../../ui";

export type Channels = ViewState<readonly Channel[]> | { readonly kind: "lacksPermission"; readonly readAgain: () => void };

/** The channels of the person's teams, read anew for each attempt. */
export function useChannels(): Channels {
  const { messages } = useServices();
  const [state, setState] = useState<Channels>({ kind: "loading", what: cardWords.loadingChannels });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const readAgain = (): void => setAttempt((last) => last + 1);
    void messages.channels(stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      if (found.ok)
        setState(
          found.value.length === 0 ? { kind: "empty", title: cardWords.noChannels, invite: cardWords.joinFirst } : { kind: "ready", value: found.value },
        );
      else if (found.fault.kind === "signInNeeded") setState({ kind: "lacksPermission", readAgain });
      else setState({ kind: "error", fault: cardWords.channelsFailed, kept: cardWords.channelsFailedToDo, onRetry: readAgain });
    });
    return () => {
      stop.abort();
    };
  }, [messages, attempt]);
  return state;
}
