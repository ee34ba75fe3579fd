import type { AdaptiveCard, CardElement } from "../../../src/cards";

const allowed: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ["type", "$schema", "version", "lang", "fallbackText", "speak", "body", "actions"],
  RichTextBlock: ["type", "inlines", "spacing"],
  Container: ["type", "style", "items", "spacing"],
  TextRun: ["type", "text", "weight", "color", "isSubtle", "size"],
  "Action.OpenUrl": ["type", "title", "url"],
};

/**
 * Everything that is not as our cards must be (Adaptive Cards 1.5 in a channel message): an element or property that we do not use,
 * another version, an action but OpenUrl, an address but https.
 */
export function cardProblems(card: unknown): readonly string[] {
  const problems: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (Array.isArray(node)) {
      node.forEach((part, index) => visit(part, `${path}[${String(index)}]`));
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const entries = Object.entries(node);
    const type = String(Object.fromEntries(entries)["type"]);
    const names = Object.hasOwn(allowed, type) ? (allowed[type] ?? []) : [];
    if (names.length === 0) problems.push(`${path}: element ${type}`);
    for (const [name, value] of entries) {
      if (!names.includes(name)) problems.push(`${path}: property ${name} of ${type}`);
      if (name === "version" && value !== "1.5") problems.push(`${path}: version`);
      if (name === "url" && !/^https:\/\/[^\s/@]+\//.test(String(value))) problems.push(`${path}: url ${String(value)}`);
      if (name === "text" && typeof value !== "string") problems.push(`${path}: text is no text`);
      visit(value, `${path}.${name}`);
    }
  };
  visit(JSON.parse(JSON.stringify(card)), "card");
  return problems;
}

/** The lines that a reader sees, top to bottom. */
export function textsOf(card: AdaptiveCard): readonly string[] {
  const lines = (element: CardElement): readonly string[] =>
    element.type === "Container" ? element.items.flatMap(lines) : [element.inlines.map((inline) => inline.text).join("")];
  return card.body.flatMap(lines);
}
