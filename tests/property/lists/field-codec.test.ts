import fc from "fast-check";
import { decodeFields, encodeFields } from "../../../src/lists";
import { allRegisters, columnOf, valuesFrom, type Columns } from "../../../src/registers";
import { valueFor } from "../registers/values";

describe.each(allRegisters.map((register) => [register.name, register] as const))("%s", (_name, register) => {
  test("every column comes back from the wire as it went", () => {
    for (const [name, column] of Object.entries(register.columns as Columns)) {
      fc.assert(
        fc.property(valueFor(column), (value) => {
          const sent: unknown = JSON.parse(JSON.stringify(encodeFields(register, { [name]: value })));
          expect(decodeFields(register, sent as Record<string, unknown>)).toEqual({ values: { [name]: value }, extras: {} });
        }),
        { numRuns: 15 },
      );
    }
  });
});

test("whatever fields arrive, values fit their columns, names stay names and nothing throws", () => {
  const anyName = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "Title", "OwnerAddress", "Address", "DueDate", "CurrentScore", "Title@odata.type"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...allRegisters), fc.array(fc.tuple(anyName, fc.jsonValue())), (register, entries) => {
      const { values, extras } = decodeFields(register, Object.fromEntries(entries));
      for (const [name, value] of Object.entries(values)) {
        const column = columnOf(register, name) ?? columnOf(register, name.replace(/Address$/, ""));
        expect(column).toBeDefined();
        expect(["string", "number", "boolean"]).toContain(typeof value);
      }
      expect(Object.values(extras).every((shown) => typeof shown === "string")).toBe(true);
      expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
      expect(Object.keys(encodeFields(register, valuesFrom(Object.entries(values)))).sort()).toEqual(Object.keys(values).sort());
    }),
  );
});
