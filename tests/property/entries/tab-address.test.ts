import fc from "fast-check";
import { parseTabAddress, tabAddress } from "../../../src/entries/shared";

test("whatever is read can be written and read again", () => {
  const part = fc.oneof(fc.constantFrom("site", "scope", "https://a.example/sites/b", "project:P-0001", "raid", "=", "&", "?", "%"), fc.string());
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join("")),
      (search) => {
        const choice = parseTabAddress(search);
        if (choice !== undefined) expect(parseTabAddress(tabAddress(choice))).toEqual(choice);
      },
    ),
  );
});

test("every site address with a path and a query survives", () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }), (site) => {
      expect(parseTabAddress(tabAddress({ site, scope: { kind: "raid" } }))).toEqual({ site, scope: { kind: "raid" } });
    }),
  );
});
