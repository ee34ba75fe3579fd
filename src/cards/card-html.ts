import type { CardElement, TextRun } from "./card-elements";
import type { StatusCard } from "./status-card";

/**
 * The card as formatted text, for a clipboard: paragraphs, bold words and links are what Teams and Outlook keep of pasted HTML.
 * Text from a register is escaped and can hold no element of its own.
 */
export function cardHtml({ sentence, card }: StatusCard): string {
  const links = card.actions.map(({ title, url }) => `<a href="${escaped(url)}">${escaped(title)}</a>`);
  return [`<p>${escaped(sentence)}</p>`, ...card.body.flatMap(paragraphs), `<p>${links.join(" · ")}</p>`].join("");
}

function paragraphs(element: CardElement): readonly string[] {
  return element.type === "Container" ? element.items.flatMap(paragraphs) : [`<p>${element.inlines.map(inline).join("")}</p>`];
}

function inline({ text, weight }: TextRun): string {
  return weight === "bolder" ? `<strong>${escaped(text)}</strong>` : escaped(text);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
