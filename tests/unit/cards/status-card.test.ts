import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { statusCard, type AdaptiveCard, type StatusCardFacts } from "../../../src/cards";
import { parseIsoDate, type CalendarDate } from "../../../src/kernel";
import { cardProblems, textsOf } from "./card-check";

function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

const facts: StatusCardFacts = {
  title: "Blood tracking",
  ref: "P-0001",
  period: "October 2026",
  rag: "amber",
  headline: "Scanners arrive two weeks late; go-live holds.",
  nextMilestone: { title: "Pilot ward live", baseline: day("2026-11-02"), forecast: day("2026-11-16"), slipDays: 14 },
  asAtMs: Date.UTC(2026, 10, 4, 16, 10),
  marking: "OFFICIAL",
  postedBy: "Asha Patel",
  links: { teams: "https://teams.microsoft.com/l/entity/1/2", browser: "https://registers.northmere.example/#project/P-0001" },
};

/** Everything that markdown, HTML, card templates, Teams or a terminal might take for more than text. */
const hostile: readonly string[] = [
  ...[
    "**bold**",
    "_italic_",
    "[click](https://evil.example)",
    "![x](https://evil.example/a.png)",
    "# heading",
    "- item",
    "1. item",
    "`code`",
    "~~gone~~",
    "> quote",
  ],
  ...[
    "<b>x</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<at>Asha</at>",
    "<attachment id=1></attachment>",
    "&lt;b&gt;",
    "&#60;",
    "</TextRun>",
  ],
  ...["${title}", "{{DATE(2026-11-24T00:00:00Z)}}", "{{TIME(x)}}", "${if(true,1,2)}", "$${{x}}", "{ {x}}", "${$root}", "#{x}", "%{x}", "{{{x}}}"],
  ...['"},{"type":"Action.Submit"}', '"}]}', "\\", '\\"', "\\u0022", "'", '"', "`", "]", "}"],
  ...[
    "javascript:alert(1)",
    "https://evil.example",
    "http://evil.example",
    "data:text/html,x",
    "//evil.example",
    "msteams:/l/x",
    "file:///etc/passwd",
    "mailto:x@evil.example",
    "tel:999",
    "www.evil.example",
  ],
  ...["\u0000", "\u0007bell", "a\u202eb", "a\u2066b\u2069", "\ufeff", "\u200b", "a\nb", "a\r\nb", "a\tb", "\u2028"],
  ...["\ud800", "\udc00x", "👩‍⚕️", "Ä", "مرحبا", "日本語", "a".repeat(5_000), "👩".repeat(2_000), " ", ""],
  ...["__proto__", "constructor", "toString", "null", "undefined", "NaN", "true", "0", "-1", "[object Object]"],
  ...["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3", "%0d%0aSet-Cookie:x", "../../etc/passwd", "'; DROP TABLE risks; --", "$(id)", "`id`", "|| true"],
  ...[
    "Action.Submit",
    "Action.Execute",
    "Action.ShowCard",
    "Image",
    "Input.Text",
    "selectAction",
    "refresh",
    "version",
    "msTeams",
    "fallback",
    "inlines",
    "isVisible",
    "requires",
    '{"type":"Image"}',
  ],
];

function card(more: Partial<StatusCardFacts>): AdaptiveCard {
  return statusCard({ ...facts, ...more }).card;
}

describe("a status card", () => {
  test("it is a valid card of our few elements, small, and typed as Microsoft types cards", () => {
    const made = statusCard(facts);
    const typed: Pick<IAdaptiveCard, "type" | "version" | "lang"> = made.card;
    expect(typed.version).toBe("1.5");
    expect(cardProblems(made.card)).toEqual([]);
    expect(JSON.stringify(made.card).length).toBeLessThan(20_000);
  });

  test("it says name, ref, period, RAG by word and shape, headline, the next milestone and who posted it", () => {
    const made = statusCard(facts);
    expect(made.sentence).toBe("Blood tracking, October 2026: AMBER.");
    expect(textsOf(made.card)).toEqual([
      "Blood tracking · P-0001 · October 2026",
      "▲ AMBER",
      "“Scanners arrive two weeks late; go-live holds.”",
      "Next: Pilot ward live, 2 November 2026 → 16 November 2026 (14 days later)",
      "As at 4 November 2026, 16:10 · OFFICIAL · posted by Asha Patel",
    ]);
    expect([made.card.fallbackText, made.card.speak]).toEqual([made.sentence, made.sentence]);
  });

  test.each([
    [1, "2 November 2026 → 3 November 2026 (1 day later)"],
    [-1, "2 November 2026 → 1 November 2026 (1 day earlier)"],
    [0, "2 November 2026"],
  ])("a milestone that moved by %p says so", (slipDays, words) => {
    const forecast = day(`2026-11-0${String(2 + slipDays)}`);
    expect(textsOf(card({ nextMilestone: { title: "Pilot", baseline: day("2026-11-02"), forecast, slipDays } }))).toContain(`Next: Pilot, ${words}`);
  });

  test("a milestone whose forecast has passed says that, too", () => {
    const passed = { title: "Pilot", baseline: day("2026-11-02"), forecast: day("2026-11-03"), slipDays: 22, hasPassed: true };
    expect(textsOf(card({ nextMilestone: passed }))).toContain("Next: Pilot, 2 November 2026 → 3 November 2026 (22 days later), and its day has passed");
  });

  test.each([
    ["red", "attention", "■ RED"],
    ["amber", "warning", "▲ AMBER"],
    ["green", "good", "● GREEN"],
    ["notRated", "emphasis", "○ NOT RATED"],
  ] as const)("%s is a colour, a shape and a word", (rag, style, words) => {
    const made = card({ rag });
    expect(made.body.find((element) => element.type === "Container")).toMatchObject({ style });
    expect(textsOf(made)).toContain(words);
  });

  test("what is not known is said or left out, never made up", () => {
    const { headline: _headline, nextMilestone: _milestone, ...fewer } = facts;
    expect(textsOf(statusCard(fewer).card)).toContain("No milestone is open.");
    expect(textsOf(card({ nextMilestone: { title: "Pilot", forecast: day("2026-11-16") } }))).toContain("Next: Pilot, 16 November 2026");
    expect(textsOf(card({ nextMilestone: { title: "Pilot", baseline: day("2026-11-20"), forecast: day("2026-11-16"), slipDays: -4 } }))).toContain(
      "Next: Pilot, 20 November 2026 → 16 November 2026 (4 days earlier)",
    );
  });

  test("its two buttons open https addresses; any other address is no button", () => {
    expect(card({}).actions.map((action) => action.title)).toEqual(["Open in Teams", "Open in browser"]);
    for (const address of ["javascript:alert(1)", "http://northmere.example", "https://asha:x@northmere.example", "", "https://"])
      expect(card({ links: { teams: address, browser: address } }).actions).toEqual([]);
  });

  test("a hundred hostile texts are only text, wherever they stand", () => {
    expect(hostile.length).toBeGreaterThanOrEqual(100);
    const plainShape = JSON.stringify(shapeOf(card({})));
    for (const text of hostile) {
      const made = statusCard({
        ...facts,
        title: text,
        ref: text,
        period: text,
        headline: text,
        marking: text,
        postedBy: text,
        nextMilestone: { title: text, forecast: day("2026-11-16") },
      });
      expect(cardProblems(made.card)).toEqual([]);
      expect(JSON.stringify(shapeOf(made.card))).toBe(plainShape);
      expect(JSON.stringify(made.card).length).toBeLessThan(20_000);
      for (const shown of [made.sentence, ...textsOf(made.card)]) expect(shown).not.toMatch(/\{\{|\$\{|[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});

/** The card without its texts: hostile words may change nothing else. */
function shapeOf(made: AdaptiveCard): unknown {
  return JSON.parse(JSON.stringify(made, (name, value: unknown) => (["text", "fallbackText", "speak"].includes(name) ? "" : value)));
}
