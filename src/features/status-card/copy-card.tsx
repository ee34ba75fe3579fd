import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { cardHtml, cardTexts, type StatusCard } from "../../cards";
import { cardWords, faultWords } from "../../content";
import { useServices } from "../../parts";
import { useNotify } from "../../ui";

/** The card as formatted text, for whoever may not post. What stops a card stops its copy. */
export function CopyCard({ card, isStopped }: { readonly card: StatusCard; readonly isStopped: boolean }): ReactElement {
  const { links } = useServices();
  const notify = useNotify();
  const copy = async (): Promise<void> => {
    const copied = await links.copy([...cardTexts(card), ...card.card.actions.map((action) => `${action.title}: ${action.url}`)].join("\n"), cardHtml(card));
    notify(copied.ok ? { kind: "success", text: cardWords.copied } : { kind: "error", text: faultWords(copied.fault).happened });
  };
  return (
    <Button disabledFocusable={isStopped} onClick={() => void (isStopped ? undefined : copy())}>
      {cardWords.copyInstead}
    </Button>
  );
}
