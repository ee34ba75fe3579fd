/** The parts of Adaptive Cards 1.5 that we use; nothing else can be built. Text from a register stands only in `TextRun`, where no Markdown is read. */
export type TextColour = "default" | "good" | "warning" | "attention";

export interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "bolder";
  readonly color?: TextColour;
  readonly isSubtle?: boolean;
  readonly size?: "small" | "default" | "medium" | "large";
}

export interface RichTextBlock {
  readonly type: "RichTextBlock";
  readonly inlines: readonly TextRun[];
  readonly spacing?: "none" | "small" | "default" | "medium";
}

export interface Container {
  readonly type: "Container";
  readonly style: "default" | "emphasis" | "good" | "warning" | "attention";
  readonly items: readonly CardElement[];
  readonly spacing?: "none" | "small" | "default" | "medium";
}

export type CardElement = RichTextBlock | Container;

/** Nobody receives a Submit from a card posted by a person; a link is all a button may be (graph.md 13.1). */
export interface OpenUrlAction {
  readonly type: "Action.OpenUrl";
  readonly title: string;
  readonly url: string;
}

// eslint-disable-next-line @microsoft/sdl/no-insecure-url -- the name of the schema; nothing is fetched from it
export const cardSchema = "http://adaptivecards.io/schemas/adaptive-card.json";

export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly $schema: typeof cardSchema;
  readonly version: "1.5";
  readonly lang: "en-GB";
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly OpenUrlAction[];
}

export function line(...inlines: readonly (string | TextRun)[]): RichTextBlock {
  return { type: "RichTextBlock", inlines: inlines.map((inline) => (typeof inline === "string" ? run(inline) : inline)), spacing: "small" };
}

export function run(text: string, look: Omit<TextRun, "type" | "text"> = {}): TextRun {
  return { type: "TextRun", text: plain(text), ...look };
}

const longestRun = 300;

/**
 * Text as a card may carry it: one line, its edges kept so that runs stand apart, no control or direction-changing characters, and no `{{` or `${`, which some
 * renderers read as functions even in plain runs (learn.microsoft.com/adaptive-cards/authoring-cards/text-features).
 */
export function plain(text: string): string {
  const bare = text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/([{$])(?=\{)/g, "$1\u2060")
    .replace(/\s+/g, " ");
  const characters = Array.from(bare);
  return characters.length <= longestRun ? bare : `${characters.slice(0, longestRun - 1).join("")}…`;
}
