import { formatDate, formatMoment, safeHref } from "../kernel";
import { cardWords } from "../content";
import type { MilestoneFacts } from "../insight";
import { cardSchema, line, plain, run, type AdaptiveCard, type CardElement, type Container, type TextColour } from "./card-elements";

export interface StatusCardFacts {
  readonly title: string;
  readonly ref: string;
  /** "October 2026" */
  readonly period: string;
  readonly rag: "red" | "amber" | "green" | "notRated";
  readonly headline?: string;
  readonly nextMilestone?: MilestoneFacts;
  readonly asAtMs: number;
  readonly marking: string;
  readonly postedBy: string;
  /** https addresses of the project. */
  readonly links: { readonly teams: string; readonly browser: string };
}

export interface StatusCard {
  /** Stands above the card as plain text: what a notification shows. */
  readonly sentence: string;
  readonly card: AdaptiveCard;
}

const colours: Readonly<Record<StatusCardFacts["rag"], TextColour>> = { red: "attention", amber: "warning", green: "good", notRated: "default" };

/** The project's state as one card, readable on a phone in five seconds. The RAG is a word, a shape and a colour. */
export function statusCard(facts: StatusCardFacts): StatusCard {
  const word = cardWords.rag[facts.rag];
  const sentence = plain(cardWords.sentence(facts.title.trim(), facts.period, word));
  const body = [
    line(run(facts.title, { weight: "bolder", size: "medium" }), run(` · ${facts.ref} · ${facts.period}`, { isSubtle: true })),
    ragBox(facts.rag, word),
    ...(facts.headline === undefined ? [] : [line(`“${facts.headline}”`)]),
    ...(facts.nextMilestone === undefined ? [line(cardWords.noMilestone)] : [milestoneLine(facts.nextMilestone)]),
    line(run(cardWords.asAt(formatMoment(facts.asAtMs), facts.marking, facts.postedBy), { isSubtle: true, size: "small" })),
  ];
  const actions = [
    { title: cardWords.openInTeams, url: facts.links.teams },
    { title: cardWords.openInBrowser, url: facts.links.browser },
  ].flatMap(({ title, url }) => {
    const href = safeHref(url);
    return href === undefined ? [] : [{ type: "Action.OpenUrl" as const, title, url: href }];
  });
  return {
    sentence,
    card: { type: "AdaptiveCard", $schema: cardSchema, version: "1.5", lang: "en-GB", fallbackText: sentence, speak: sentence, body, actions },
  };
}

/** Everything that the card says, a line each, the sentence above it first: for a copy, and for the patient-details guard. */
export function cardTexts({ sentence, card }: StatusCard): readonly string[] {
  return [sentence, ...card.body.flatMap(linesOf)];
}

function linesOf(element: CardElement): readonly string[] {
  return element.type === "Container" ? element.items.flatMap(linesOf) : [element.inlines.map(({ text }) => text).join("")];
}

function ragBox(rag: StatusCardFacts["rag"], word: string): Container {
  const style = rag === "notRated" ? "emphasis" : (colours[rag] as Container["style"]); // every colour but "default" is also a style
  return { type: "Container", style, items: [line(run(`${cardWords.shape[rag]} ${word}`, { weight: "bolder", color: colours[rag] }))], spacing: "small" };
}

function milestoneLine({ title, baseline, forecast, slipDays, hasPassed }: MilestoneFacts): ReturnType<typeof line> {
  const when =
    baseline === undefined || slipDays === undefined || slipDays === 0
      ? formatDate(forecast)
      : cardWords.moved(formatDate(baseline), formatDate(forecast), slipDays);
  return line(run(cardWords.next, { weight: "bolder" }), `${title}, ${when}${hasPassed === true ? cardWords.dayPassed : ""}`);
}
