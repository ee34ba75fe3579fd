import { minutesLeft } from "../../../src/features/set-up/minutes-left";
import { sampleRows } from "../../../src/features/set-up/sample-rows";
import { calendarDate } from "../../../src/kernel";
import { blockingProblems, columnOf, loadCatalogue, registerNamed } from "../../../src/registers";
import { ruleContext } from "../registers/rule-context";

beforeAll(async () => {
  await loadCatalogue();
});

describe("how long the rest takes", () => {
  test("10 lists are a minute before any was made", () => {
    expect(minutesLeft({ done: 0, total: 10, tookMs: 0 })).toBe(1);
    expect(minutesLeft({ done: 0, total: 42, tookMs: 0 })).toBe(4);
  });
  test("then it follows from those that were made", () => {
    expect(minutesLeft({ done: 4, total: 16, tookMs: 60_000 })).toBe(3);
    expect(minutesLeft({ done: 15, total: 16, tookMs: 15_000 })).toBe(0);
  });
});

describe("the sample rows", () => {
  const today = calendarDate(2026, 11, 24)!;
  const rows = () => [...sampleRows(today)].flatMap(([name, list]) => list.map((values) => ({ register: registerNamed(name)!, values })));

  test("hold only columns of their register, offered choices, and nothing that a save would refuse", () => {
    for (const { register, values } of rows()) {
      for (const [name, value] of Object.entries(values)) {
        const column = columnOf(register, name) ?? columnOf(register, name.replace(/Address$/, ""));
        expect(column).toBeDefined();
        if (column?.type === "choice") expect(column.choices).toContain(value);
      }
      expect(blockingProblems(register, values, { context: ruleContext() })).toEqual([]);
    }
  });

  test("are three projects, and every other row belongs to one of them", () => {
    const refs = new Set(
      rows()
        .filter(({ register }) => register.name === "Projects")
        .map(({ values }) => values["Ref"]),
    );
    expect(refs.size).toBe(3);
    for (const { register, values } of rows()) if (register.name !== "Projects") expect(refs).toContain(values["ProjectRef"]);
  });
});
