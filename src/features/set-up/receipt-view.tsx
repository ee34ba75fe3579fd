import { Button, Text } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import { faultWords, setUpReceiptWords as words } from "../../content";
import { useServices } from "../../parts";
import { useNotify } from "../../ui";
import { receiptParts, receiptText, type SetUpReceipt } from "./set-up-receipt";
import { useSetUpPageStyles } from "./set-up-page.styles";

export interface ReceiptViewProps {
  readonly receipt: SetUpReceipt;
  readonly isKept: boolean | undefined;
}

/** What was done, what was there, what failed and why. Its heading takes the focus: what had it is gone. */
export function ReceiptView({ receipt, isKept }: ReceiptViewProps): ReactElement {
  const styles = useSetUpPageStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [receipt]);
  return (
    <section className={styles.plan} aria-label={words.titles[receipt.kind]}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {words.titles[receipt.kind]}
      </h2>
      {receiptParts(receipt).map(([title, names]) => (
        <div key={title}>
          <h3 className={styles.subheading}>{title}</h3>
          <ul className={styles.list}>
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      ))}
      {receipt.stopped.length > 0 && receipt.kind === "setUp" && <Text>{words.goOn}</Text>}
      <div className={styles.buttons}>
        <Download receipt={receipt} />
        {isKept !== undefined && <Text className={styles.secondary}>{isKept ? words.kept : words.notKept}</Text>}
      </div>
    </section>
  );
}

function Download({ receipt }: { readonly receipt: SetUpReceipt }): ReactElement {
  const { files, session, clock } = useServices();
  const notify = useNotify();
  const name = words.fileName[receipt.kind];
  const download = async (): Promise<void> => {
    const bytes = new TextEncoder().encode(receiptText(receipt, session, clock.nowMs()));
    const saved = await files.save(name, bytes, "text/plain");
    notify(saved.ok ? { kind: "success", text: words.downloaded(name) } : { kind: "error", text: faultWords(saved.fault).happened });
  };
  return <Button onClick={() => void download()}>{words.download}</Button>;
}
