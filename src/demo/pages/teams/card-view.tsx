import { makeStyles, tokens } from "@fluentui/react-components";
import { AdaptiveCard, HostConfig, OpenUrlAction } from "adaptivecards";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { parseJson } from "../../../kernel";
import { demoWords } from "../shared/demo-words";
import { cardLook } from "./card-look";

const useStyles = makeStyles({
  card: {
    maxWidth: "560px",
    overflow: "hidden",
    "& .ac-actionSet": { flexWrap: "wrap", rowGap: "8px" },
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    "& button": {
      padding: "5px 12px",
      font: "inherit",
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: "pointer",
    },
  },
});

/** A card drawn by Microsoft's own renderer. Only links act, as in a channel message. */
export function CardView({ json, theme, onLink }: { readonly json: string; readonly theme: string; readonly onLink: (address: string) => void }): ReactElement {
  const styles = useStyles();
  const placeRef = useRef<HTMLDivElement>(null);
  const open = useRef(onLink);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    open.current = onLink;
  });
  useEffect(() => {
    const drawn = drawCard(json, theme, (address) => open.current(address));
    setIsBroken(drawn === undefined);
    placeRef.current?.replaceChildren(...(drawn === undefined ? [] : [drawn]));
  }, [json, theme]);
  return (
    <>
      <div ref={placeRef} className={styles.card} hidden={isBroken} />
      {isBroken && <p>{demoWords.cardNotShown}</p>}
    </>
  );
}

function drawCard(json: string, theme: string, open: (address: string) => void): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(cardLook(theme));
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url !== undefined) open(action.url);
  };
  // Without a converter the renderer complains in the console; our cards hold no Markdown.
  AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  card.parse(parseJson(json));
  return card.render();
}
