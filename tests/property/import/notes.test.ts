import fc from "fast-check";
import { notesAfter } from "../../../src/features/import/notes";

const text = fc
  .array(fc.constantFrom("a", "b", ":", " ", "\n"), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join("").trim())
  .filter((words) => words !== "");
const blocks = fc.array(fc.record({ heading: text, text }), { maxLength: 5 });

test("notes joined twice are the notes joined once, and nothing that stood there is lost", () => {
  fc.assert(
    fc.property(fc.option(text, { nil: undefined }), fc.option(text, { nil: undefined }), blocks, (existing, direct, added) => {
      const once = notesAfter(existing, direct, added);
      expect(notesAfter(once, direct, added)).toBe(once);
      if (direct === undefined && existing !== undefined) expect(once?.startsWith(existing)).toBe(true);
      for (const block of added) expect(once).toContain(`${block.heading}: ${block.text}`);
    }),
  );
});
