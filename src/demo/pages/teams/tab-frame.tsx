import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import type { NestedAuthBroker } from "../nested-auth";
import { frameHost, type FlatContext, type FrameHost, type FrameHostEvents, type SavedTab } from "./frame-host";

/** Teams frames a tab with rights like these; teams-js and MSAL work inside them (tried). */
const sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads";

export interface TabFrameProps {
  readonly title: string;
  readonly address: string;
  readonly frameContext: "content" | "settings" | "remove";
  readonly context: FlatContext;
  readonly savedTab: SavedTab | undefined;
  readonly broker: NestedAuthBroker;
  readonly events: FrameHostEvents;
  /** Handed over once, when the frame stands, and undefined when it goes. */
  readonly onHost: (host: FrameHost | undefined) => void;
}

const useStyles = makeStyles({ frame: { display: "block", width: "100%", height: "100%", border: "none", backgroundColor: "transparent" } });

/** One tab in its frame. The page at another address, or another person, needs a frame of its own: give it a key. */
export function TabFrame(props: TabFrameProps): ReactElement {
  const styles = useStyles();
  const frameRef = useRef<HTMLIFrameElement>(null);
  const latest = useRef(props);
  const hostRef = useRef<FrameHost>(undefined);
  const theme = props.context["theme"];
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const frame = frameRef.current;
    if (frame === null) return;
    const { address, frameContext, broker, onHost } = latest.current;
    frame.src = address; // before the host listens for it: it answers this origin alone
    const host = frameHost({
      frame,
      frameContext,
      broker,
      context: () => latest.current.context,
      savedTab: () => latest.current.savedTab,
      events: forwarding(() => latest.current.events),
    });
    hostRef.current = host;
    onHost(host);
    return () => {
      onHost(undefined);
      host.close();
    };
  }, []);
  useEffect(() => {
    hostRef.current?.changeTheme(String(theme));
  }, [theme]);
  return <iframe ref={frameRef} title={props.title} sandbox={sandbox} allow="clipboard-write" className={styles.frame} />;
}

/** The newest handlers, whenever the tab speaks. */
function forwarding(events: () => FrameHostEvents): FrameHostEvents {
  return {
    onLoaded: () => events().onLoaded?.(),
    onFailed: (reason) => events().onFailed?.(reason),
    onLink: (address) => events().onLink?.(address),
    onValidity: (ready) => events().onValidity?.(ready),
    onSaved: (outcome) => events().onSaved?.(outcome),
    onRemoved: (outcome) => events().onRemoved?.(outcome),
    onReadyToUnload: () => events().onReadyToUnload?.(),
  };
}
