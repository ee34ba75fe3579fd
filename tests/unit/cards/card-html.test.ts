/** @jest-environment jsdom */
import fc from "fast-check";
import { cardHtml, cardTexts, statusCard, type StatusCardFacts } from "../../../src/cards";

const facts: StatusCardFacts = {
  title: "Blood tracking",
  ref: "P-0012",
  period: "November 2026",
  rag: "amber",
  headline: "Scanners are late; loan kit agreed.",
  asAtMs: Date.UTC(2026, 10, 4, 16, 10),
  marking: "OFFICIAL",
  postedBy: "Asha Patel",
  links: { teams: "https://teams.microsoft.com/l/entity/app/tab?a=1&b=2", browser: "https://registers.example/tab.html#project/P-0012" },
};

function pasted(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

test("says what the card says, a paragraph a line, with its links under their own names", () => {
  const card = statusCard(facts);
  const page = pasted(cardHtml(card));
  const paragraphs = [...page.querySelectorAll("p")].map(({ textContent }) => textContent);
  expect(paragraphs.slice(0, -1)).toEqual(cardTexts(card));
  expect([...page.querySelectorAll("a")].map((link) => [link.textContent, link.getAttribute("href")])).toEqual(
    card.card.actions.map(({ title, url }) => [title, url]),
  );
  expect(page.querySelectorAll("strong").length).toBeGreaterThan(0);
});

test("whatever a register holds stays text", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom("<img src=x onerror=alert(1)>", "</p><script>", "\"' onmouseover=", "&lt;b&gt;"),
      (some, hostile) => {
        const card = statusCard({ ...facts, title: `${hostile}${some}`, headline: `${some}${hostile}` });
        const page = pasted(cardHtml(card));
        expect([...new Set([...page.body.querySelectorAll("*")].map(({ localName }) => localName))].sort()).toEqual(["a", "p", "strong"]);
        expect([...page.body.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())).toEqual(card.card.actions.map(() => "href"));
      },
    ),
  );
});
