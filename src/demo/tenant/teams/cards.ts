import { isRecord, parseJson } from "../../../kernel";

/** Teams shows Adaptive Cards up to this schema version. */
const newestVersion = 1.5;

/** An Adaptive Card as the service keeps it; undefined when the text is not a card. */
export function storeCard(content: string): string | undefined {
  const card = parseJson(content);
  if (!isRecord(card) || card["type"] !== "AdaptiveCard") return undefined;
  return JSON.stringify(reorderRoot(card), undefined, 2).replace(/\n/g, "\r\n");
}

export type CardRemark = "card action that channel messages do not support" | "card version above 1.5";

/** What a channel message cannot show although the service takes it: only Action.OpenUrl works (Graph: Teams messaging overview). */
export function remarksOnCard(content: string): readonly CardRemark[] {
  const card = parseJson(content);
  const remarks = new Set<CardRemark>();
  if (isRecord(card) && Number(card["version"]) > newestVersion) remarks.add("card version above 1.5");
  visit(card, (element) => {
    const { type } = element;
    if (typeof type === "string" && type.startsWith("Action.") && type !== "Action.OpenUrl") remarks.add("card action that channel messages do not support");
  });
  return [...remarks];
}

function visit(value: unknown, see: (element: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) value.forEach((one) => visit(one, see));
  if (!isRecord(value)) return;
  see(value);
  Object.values(value).forEach((one) => visit(one, see));
}

/** Recorded: `type` first at the root, `$schema` and `version` last; inside, `type` last and defaults added to images. */
function reorderRoot(card: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { type, $schema, version, ...rest } = card;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, reorder(value)]));
  return { type, ...inner, ...($schema === undefined ? {} : { $schema }), ...(version === undefined ? {} : { version }) };
}

function reorder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reorder);
  if (!isRecord(value)) return value;
  const { type, ...rest } = value;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, reorder(one)]));
  const height = type === "Image" && inner["height"] === undefined ? { height: "auto" } : {};
  return { ...inner, ...height, ...(type === undefined ? {} : { type }) };
}
