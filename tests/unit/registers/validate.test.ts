import {
  actions,
  blockingProblems,
  columnOf,
  completeRow,
  moveProblem,
  problemsOf,
  projects,
  registerNamed,
  risks,
  whatIsWrong,
  type Column,
  type Problem,
  type Register,
  type Values,
} from "../../../src/registers";
import { ruleContext } from "./rule-context";

const context = ruleContext();
const action: Values = { Title: "Order spares", Owner: "Asha Patel", OwnerAddress: "asha@northmere.example", DueDate: "2026-12-01" };

const rules = (problems: readonly Problem[]): readonly string[] => problems.map((problem) => problem.rule);
const says = (column: Column, value: string | number | boolean): string => whatIsWrong(column, value, context) ?? "fits";

describe("what is missing", () => {
  test("an empty action lacks what it needs to be created, each named in words", () => {
    const problems = blockingProblems(actions, {}, { context });
    expect(problems.map((problem) => problem.fields[0])).toEqual(["Title", "Owner", "DueDate"]);
    expect(problems.find((problem) => problem.fields[0] === "Owner")?.says).toMatch(/^Choose /);
    expect(problems.find((problem) => problem.fields[0] === "DueDate")?.says).toMatch(/^Enter /);
  });

  test("what a later step needs does not block a save, and is asked for by that step", () => {
    const needed = (step: "create" | "start" | "report" | "gate"): number =>
      problemsOf(projects, {}, { step, context }).filter((problem) => problem.rule.startsWith("needed:")).length;
    expect(needed("create")).toBe(2);
    expect(needed("start")).toBeGreaterThan(needed("create"));
    expect(needed("gate")).toBeGreaterThanOrEqual(needed("report"));
  });

  test("nought and no are values", () => {
    const register: Register = {
      ...actions,
      columns: { ...actions.columns, Count: { type: "wholeNumber", label: "Count", level: "light", needed: "create" } },
      rules: [],
    };
    expect(rules(blockingProblems(register, { ...action, Count: 0 }, { context }))).toEqual([]);
  });
});

describe("a value that does not fit its column", () => {
  const common = { label: "Score", level: "light" } as const;
  test.each<[Column, string | number | boolean, string]>([
    [{ ...common, type: "text", longest: 3 }, "four", "Score must be 3 characters or fewer"],
    [{ ...common, type: "text", longest: 30, shortest: 3 }, "ab", "Score must be 3 characters or more"],
    [{ ...common, type: "text", longest: 30, pattern: "^[a-z]+$" }, "A1", "Score is not in the right format"],
    [{ ...common, type: "longText", longest: 8_000 }, "a".repeat(8_001), "Score must be 8,000 characters or fewer"],
    [{ ...common, type: "people", most: 1 }, "Asha\nTom", "Score must name 1 people or fewer"],
    [{ ...common, type: "link" }, "http://northmere.example", "Score must be a web address that starts with https://"],
    [{ ...common, type: "wholeNumber", from: 1, to: 5 }, 6, "Score must be 5 or less"],
    [{ ...common, type: "wholeNumber", from: 1, to: 5 }, 0, "Score must be 1 or more"],
    [{ ...common, type: "wholeNumber" }, 1.5, "Score must be a whole number"],
    [{ ...common, type: "number", decimals: 2 }, "1", "Score must be a number"],
    [{ ...common, type: "money", fromPence: 0 }, -1, "Score must be £0 or more"],
    [{ ...common, type: "money" }, 1.5, "Score must be an amount of money, like £1,234.50"],
    [{ ...common, type: "date", notInFuture: true }, "2026-11-25", "Score must be today or in the past"],
    [{ ...common, type: "date", notInFuture: true }, "2026-11-24", "fits"],
    [{ ...common, type: "yesNo" }, "yes", "Score must be yes or no"],
    [{ ...common, type: "choice", choices: ["Open"] }, "Ajar", "Score must be one of the listed values"],
  ])("%j with %j", (column, value, expected) => {
    expect(says(column, value)).toBe(expected);
  });

  test("a choice typed in Lists is pointed out and left alone; the same choice typed here blocks", () => {
    const row = { ...action, Status: "Waiting for spares" };
    const before = problemsOf(actions, row, { step: "create", context, changed: { Title: "Order spares" } }).filter(
      (problem) => problem.rule === "value:Status",
    );
    expect(before.map((problem) => problem.severity)).toEqual(["warning"]);
    expect(rules(blockingProblems(actions, row, { context, changed: { Title: "Order spares" } }))).not.toContain("value:Status");
    expect(rules(blockingProblems(actions, row, { context, changed: { Status: "Waiting for spares" } }))).toContain("value:Status");
    expect(rules(blockingProblems(actions, row, { context }))).toContain("value:Status");
  });
});

describe("rules", () => {
  const register: Register = {
    ...actions,
    rules: [
      { id: "R-now", severity: "error", at: "create", says: "Now", fields: ["Title"], holds: () => false },
      { id: "R-look", severity: "warning", at: "create", says: "Look", fields: ["Title"], holds: () => false },
      { id: "R-later", severity: "error", at: "report", says: "Later", fields: ["Title"], holds: () => false },
      { id: "R-kept", severity: "error", at: "create", says: "Kept", fields: ["Title"], holds: () => true },
    ],
  };

  test("an error of this step blocks, a warning and a later step's error do not", () => {
    expect(rules(blockingProblems(register, action, { context }))).toEqual(["R-now"]);
    expect(rules(problemsOf(register, action, { step: "report", context })).filter((rule) => rule.startsWith("R-"))).toEqual(["R-now", "R-look", "R-later"]);
  });
});

describe("status moves", () => {
  const moving: Register = { ...actions, moves: { column: "Status", allowed: { Open: ["Done"] } } };

  test("a move that the register does not allow is said with both names", () => {
    expect(moveProblem(moving, { Status: "Open" }, { Status: "Dropped" })).toBe("The status cannot move from Open to Dropped");
    expect(moveProblem(moving, { Status: "Open" }, { Status: "Done" })).toBeUndefined();
  });

  test("a status that is not named may move anywhere, and a name of Object's is not named", () => {
    for (const from of ["Typed in Lists", "constructor", "__proto__"]) expect(moveProblem(moving, { Status: from }, { Status: "Done" })).toBeUndefined();
    expect(moveProblem(moving, {}, { Status: "Dropped" })).toBeUndefined();
  });
});

describe("a row as it is stored", () => {
  test("the title comes from its source column, cut at a word, unless somebody typed one", () => {
    const event = "Barcode scanners arrive late. Then training slips.";
    expect(completeRow(risks, { RiskEvent: event })).toMatchObject({ Title: "Barcode scanners arrive late." });
    expect(completeRow(risks, { RiskEvent: event, Title: "Scanners" })).toMatchObject({ Title: "Scanners" });
    const long = completeRow(risks, { RiskEvent: "word ".repeat(60) })["Title"];
    expect(String(long)).toMatch(/word…$/);
    expect(String(long).length).toBeLessThanOrEqual(120);
  });

  test("a score follows its factors and goes when one of them goes", () => {
    expect(completeRow(risks, { CurrentLikelihood: 4, CurrentConsequence: 5 })).toMatchObject({ CurrentScore: 20 });
    expect(completeRow(risks, { CurrentLikelihood: 4, CurrentScore: 20 })).not.toHaveProperty("CurrentScore");
  });
});

test("names that every object has are no columns and no registers", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    expect(columnOf(risks, name)).toBeUndefined();
    expect(registerNamed(name)).toBeUndefined();
  }
});
