import * as content from "../../../src/content";
import type { Fault } from "../../../src/kernel";

interface Said {
  readonly where: string;
  readonly text: string;
}

/** Stand-ins for what a sentence is filled with: as short as the short ones that occur. */
const samples: readonly unknown[] = ["Title", 2, "3", "x", "y"];

/** Every text of a tree of words; functions are called with samples, and with lists where they want lists. */
function textsOf(value: unknown, where: string): readonly Said[] {
  if (typeof value === "string") return [{ where, text: value }];
  if (typeof value === "function") return textsOf(call(value as (...given: readonly unknown[]) => unknown, where), `${where}()`);
  if (Array.isArray(value)) return value.flatMap((part, index) => textsOf(part, `${where}[${String(index)}]`));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${where}.${name}`));
  return [];
}

function call(words: (...given: readonly unknown[]) => unknown, where: string): unknown {
  const attempts: readonly (readonly unknown[])[] = [[2, 2, 2, 2, 2], samples, [["Title", "Owner"], 2, 2], [samples[0], ["Title", "Owner"]], [{}]];
  for (const given of attempts) {
    try {
      const said = words(...given);
      if (typeof said === "string" || typeof said === "object") return said;
    } catch {
      // The next shape of arguments may fit.
    }
  }
  throw new Error(`${where} takes arguments that this test does not know`);
}

const origin = { status: 500, code: "x", requestId: "x", message: "x" };
const faults: readonly Fault[] = [
  { kind: "offline" },
  { kind: "cancelled" },
  { kind: "throttled", retryAtMs: 0, origin },
  { kind: "conflict" },
  { kind: "forbidden" },
  { kind: "signInNeeded" },
  { kind: "notFound" },
  { kind: "resyncNeeded" },
  { kind: "tooLarge", limit: "5 MB" },
  { kind: "invalid", problems: [] },
  { kind: "invalid", problems: [{ field: "Title", says: "Enter title" }] },
  { kind: "unavailable" },
  { kind: "unreadable", where: "SharePoint", says: "x" },
  { kind: "hostRefused", what: "open the link", says: "The link could not be opened." },
  { kind: "storageRefused" },
];

const { faultWords, ...words } = content;
const said = [
  ...Object.entries(words).flatMap(([name, value]) => textsOf(value, name)),
  ...faults.flatMap((fault) => textsOf(faultWords(fault), `faultWords.${fault.kind}`)),
];

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+|\n/).filter((sentence) => sentence.trim() !== "");
}

/** What breaks a rule, told with its place, so that a failing test names the words to mend. */
function breaking(rule: (text: string) => boolean): readonly string[] {
  return said.filter(({ text }) => rule(text)).map(({ where, text }) => `${where}: ${text}`);
}

describe("every word a person reads", () => {
  test("there are many of them", () => {
    expect(said.length).toBeGreaterThan(400);
  });

  test("no sentence has more than 20 words", () => {
    expect(breaking((text) => sentencesOf(text).some((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > 20))).toEqual(
      [],
    );
  });

  test("none begs, blames, or speaks as a machine", () => {
    expect(
      breaking((text) => /\b(please|invalid|error occurred|oops|sorry|whoops|uh-oh|illegal|fatal|abort|kindly|undefined|null|NaN|\[object)\b/i.test(text)),
    ).toEqual([]);
  });

  test("spelling is British", () => {
    expect(
      breaking((text) =>
        /\b(color|center|organiz\w+|recogniz\w+|summariz\w+|prioritiz\w+|categoriz\w+|analyz\w+|behavior|favorite|canceled|canceling|labeled|catalog|dialog box|license(?=s? (is|are|expires))|program(?!me|s? of)|enrollment|fulfill|gray|math|traveled)\b/i.test(
          text,
        ),
      ),
    ).toEqual([]);
  });

  test("no ampersand, no exclamation mark, no straight ellipsis, no double space, no blank edge that is not wanted", () => {
    expect(breaking((text) => /&|!|\.\.\.| {2}/.test(text))).toEqual([]);
  });

  test("do not is written out", () => {
    expect(breaking((text) => /\b(don|can|won|isn|aren|doesn|didn|couldn|shouldn|wouldn|wasn|weren|hasn|haven)['’]t\b/i.test(text))).toEqual([]);
  });

  test("headings and buttons are in sentence case", () => {
    const names =
      /^(Project Registers|Microsoft|SharePoint|Teams|Excel|Lists|Project|Graph|OneDrive|Word|PowerPoint|Title|Owner|Ctrl|English|NHS|RAG|January|February|March|April|May|June|July|August|September|October|November|December|Monday|I|CSV|SRO|RAID|PMO|Ref|OFFICIAL|Registers|Name)$/;
    const isTitled = (text: string): boolean => {
      const [, ...rest] = text.split(/\s+/);
      const capitalised = rest.filter((word) => /^[A-Z][a-z]+$/.test(word) && !names.test(word));
      return rest.length >= 2 && !/[.!?:;“”]/.test(text) && capitalised.length === rest.length;
    };
    expect(breaking(isTitled)).toEqual([]);
  });
});
