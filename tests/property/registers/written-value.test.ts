import fc from "fast-check";
import { allRegisters, readWritten, writtenValue, type Columns } from "../../../src/registers";
import { valueFor } from "./values";

describe.each(allRegisters.map((register) => [register.name, register] as const))("%s", (_name, register) => {
  test("every column reads back what it wrote", () => {
    for (const [name, column] of Object.entries(register.columns as Columns)) {
      // Texts of a column written in one fixed way are read into that way.
      if (column.type === "text" && column.writtenAs !== undefined) continue;
      fc.assert(
        fc.property(valueFor(column), (value) => {
          expect({ name, ...readWritten(column, writtenValue(column, value)) }).toEqual({ name, kind: "value", value });
        }),
        { numRuns: 20 },
      );
    }
  });
});

test("no text makes a reader throw, and a reading is a value, empty or a sentence", () => {
  const columns = allRegisters.flatMap((register) => Object.values(register.columns as Columns));
  fc.assert(
    fc.property(fc.constantFrom(...columns), fc.string({ unit: "binary" }), (column, text) => {
      const reading = readWritten(column, text);
      expect(["value", "empty", "wrong"]).toContain(reading.kind);
      if (reading.kind === "wrong") expect(reading.says).toContain(column.label);
    }),
  );
});
