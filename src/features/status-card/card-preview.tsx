import { useEffect, useRef, useState, type ReactElement } from "react";
import type * as AdaptiveCards from "adaptivecards";
import type { AdaptiveCard } from "../../cards";
import { useServices } from "../../parts";
import { cardLook } from "./card-look";
import { useStatusCardPageStyles } from "./status-card-page.styles";

/** The card drawn by Microsoft's own renderer, which is fetched when it is first needed. Markdown stays off: our text is plain. */
export function CardPreview({ card }: { readonly card: AdaptiveCard }): ReactElement {
  const styles = useStatusCardPageStyles();
  const frameRef = useRef<HTMLDivElement>(null);
  const { links } = useServices();
  const [renderer, setRenderer] = useState<typeof AdaptiveCards>();
  useEffect(() => {
    let isCurrent = true;
    void import("adaptivecards").then((loaded) => {
      if (isCurrent) setRenderer(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  useEffect(() => {
    const frame = frameRef.current;
    if (frame === null || renderer === undefined) return;
    const drawn = new renderer.AdaptiveCard();
    drawn.hostConfig = new renderer.HostConfig(cardLook);
    drawn.onExecuteAction = (action) => {
      if (action instanceof renderer.OpenUrlAction && action.url !== undefined) void links.open(action.url);
    };
    drawn.parse(card);
    const element = drawn.render();
    frame.replaceChildren(...(element === undefined ? [] : [element]));
  }, [renderer, card, links]);
  return <div ref={frameRef} className={styles.card} />;
}
