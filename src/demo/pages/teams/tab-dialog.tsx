import { Button, Text } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { NestedAuthBroker } from "../nested-auth";
import { demoWords } from "../shared/demo-words";
import type { FlatContext, FrameHost, SavedTab } from "./frame-host";
import type { ChannelTab } from "./saved-tabs";
import { useTabDialogStyles } from "./tab-dialog.styles";
import { TabFrame } from "./tab-frame";

export interface TabDialogProps {
  readonly kind: "add" | "change" | "remove";
  /** The tab to change or remove. */
  readonly tab: ChannelTab | undefined;
  readonly context: FlatContext;
  readonly broker: NestedAuthBroker;
  readonly onSaved: (tab: SavedTab) => void;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

const titles = { add: demoWords.settingsTitle, change: demoWords.changeTitle, remove: demoWords.removeTitle };

/** Teams' dialog around the app's settings page: its button waits until the page says that the choice is complete. */
export function TabDialog({ kind, tab, context, broker, onSaved, onRemoved, onClose }: TabDialogProps): ReactElement {
  const styles = useTabDialogStyles();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const [host, setHost] = useState<FrameHost>();
  const [isReady, setIsReady] = useState(false);
  const [says, setSays] = useState("");
  useEffect(() => {
    dialogRef.current?.showModal();
  }, []);
  const isRemoval = kind === "remove";
  return (
    <dialog ref={dialogRef} className={styles.dialog} aria-labelledby="tab-dialog-title" onClose={onClose}>
      <div className={styles.inner}>
        <h2 id="tab-dialog-title" className={styles.title}>
          {titles[kind]}
        </h2>
        <TabFrame
          title={titles[kind]}
          address={isRemoval ? (tab?.removeUrl ?? "/tab-config.html?remove") : "/tab-config.html"}
          frameContext={isRemoval ? "remove" : "settings"}
          context={context}
          savedTab={tab}
          broker={broker}
          onHost={setHost}
          events={{
            onValidity: setIsReady,
            onFailed: (reason) => setSays(demoWords.tabFailed(reason)),
            onSaved: ({ tab: saved, refused }) => {
              if (saved === undefined) setSays(demoWords.tabRefused(refused ?? ""));
              else onSaved(saved);
            },
            onRemoved: ({ refused }) => {
              if (refused === undefined) onRemoved();
              else setSays(demoWords.tabFailed(refused));
            },
          }}
        />
        <div className={styles.actions}>
          <Text role="status" className={styles.says}>
            {says}
          </Text>
          <Button onClick={() => dialogRef.current?.close()}>{demoWords.cancel}</Button>
          <Button appearance="primary" disabledFocusable={!isReady || host === undefined} onClick={() => (isRemoval ? host?.remove() : host?.save())}>
            {isRemoval ? demoWords.remove : demoWords.save}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
