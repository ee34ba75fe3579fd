import fc from "fast-check";
import { fragmentOf, markDifferences, pageFromFragment, readView, viewText, type ListView, type Page, type RecordAddress } from "../../../src/parts";

/** A lone half of a character cannot travel in an address. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

const names = fc.stringMatching(/^[A-Za-z]{1,20}$/);
const refs = fc.stringMatching(/^[A-Z]{1,2}-[0-9]{3,6}$/);
const addresses: fc.Arbitrary<RecordAddress> = fc.record(
  { register: names, ref: fc.oneof(refs, fc.constant("new"), fc.stringMatching(/^new:[0-9a-f]{32}$/), fc.stringMatching(/^[0-9]{1,9}$/)), field: names },
  { requiredKeys: ["register", "ref"] },
);
const views = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).filter(isWellFormed);
const more = { view: views, open: addresses };

const pages: fc.Arbitrary<Page> = fc.oneof(
  fc.record({ kind: fc.constant("raid" as const), ...more }, { requiredKeys: ["kind"] }),
  fc.record({ kind: fc.constant("projects" as const), ...more }, { requiredKeys: ["kind"] }),
  fc.record({ kind: fc.constant("register" as const), register: names, ...more }, { requiredKeys: ["kind", "register"] }),
  fc.record({ kind: fc.constant("project" as const), ref: refs, open: addresses }, { requiredKeys: ["kind", "ref"] }),
  fc.record({ kind: fc.constant("import" as const), register: names }),
  fc.record({ kind: fc.constant("card" as const), project: refs }),
  fc.constantFrom<Page>({ kind: "start" }, { kind: "decisions" }, { kind: "setUp" }),
);

test("every page comes back from its fragment", () => {
  fc.assert(fc.property(pages, (page) => expect(pageFromFragment(fragmentOf(page))).toEqual(page)));
});

test("any fragment is some page, and that page's fragment leads to it again", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.tuple(fc.constantFrom("raid?", "register/Risks?", "project/P-0001?"), fc.string({ unit: "grapheme" })).map((parts) => parts.join("")),
      ),
      (fragment) => {
        const page = pageFromFragment(fragment);
        expect(pageFromFragment(fragmentOf(page))).toEqual(page);
      },
    ),
  );
});

const columns = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
const listViews: fc.Arbitrary<ListView> = fc.record(
  {
    search: fc.string({ unit: "grapheme", maxLength: 40 }).filter(isWellFormed),
    filters: fc.dictionary(columns, fc.string({ unit: "grapheme", maxLength: 40 }).filter(isWellFormed), { noNullPrototype: true }),
    sort: fc.record({ columnId: columns, direction: fc.constantFrom("ascending" as const, "descending" as const) }),
    columns: fc.array(columns),
  },
  { requiredKeys: ["search", "filters"] },
);

test("every view of a list comes back from its text, also inside a page's fragment", () => {
  fc.assert(
    fc.property(listViews, (view) => {
      expect(readView(viewText(view))).toEqual(view);
      const text = viewText(view);
      const page = pageFromFragment(fragmentOf({ kind: "raid", ...(text === "" ? {} : { view: text }) }));
      expect(readView(page.kind === "raid" ? page.view : "")).toEqual(text.length <= 2_000 ? view : { search: "", filters: {} });
    }),
  );
});

test("any text is some view", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const view = readView(text);
      expect(readView(viewText(view))).toEqual(view);
    }),
  );
});

test("the parts of a difference, joined, are the text after; nothing is new when nothing changed", () => {
  const texts = fc
    .array(fc.constantFrom("scanners", "arrive", "late", "on", "time", " ", "\n", "6", "August"), { maxLength: 40 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const parts = markDifferences(before, after);
      expect(parts.map((part) => part.text).join("")).toBe(after);
      expect(markDifferences(after, after).some((part) => part.isNew)).toBe(false);
      const old = new Set(before.split(/\s+/));
      // A word that was nowhere before is marked.
      for (const part of parts) if (!part.isNew) for (const word of part.text.split(/\s+/)) expect(word === "" || old.has(word)).toBe(true);
    }),
  );
});
