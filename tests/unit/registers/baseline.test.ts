import { blockingProblems, planChanges, projects, type Row, type RuleContext, type Values } from "../../../src/registers";
import type { ClientKey } from "../../../src/kernel";
import { readDrafts, draftsFrom } from "../../../src/parts/record/drafts";
import { ruleContext } from "./rule-context";

const baselined: Values = {
  Ref: "P-0001",
  Title: "Blood tracking",
  ProjectManager: "Amina Okafor",
  ProjectManagerAddress: "amina.okafor@northmere.example",
  BaselineVersion: 1,
  StartBaseline: "2026-04-01",
  EndBaseline: "2027-03-31",
  BudgetApproved: 1_000_000_00,
};

function isRefused(before: Values | undefined, row: Values, context: RuleContext = ruleContext()): boolean {
  return blockingProblems(projects, row, { context, ...(before === undefined ? {} : { before }) }).some(({ rule }) => rule === "V-PRJ-02");
}

describe("a locked baseline (V-PRJ-02)", () => {
  it.each(["EndBaseline", "StartBaseline"])("keeps its %s, changed or cleared", (name) => {
    const { [name]: _cleared, ...without } = baselined;
    expect(isRefused(baselined, { ...baselined, [name]: "2027-06-30" })).toBe(true);
    expect(isRefused(baselined, without)).toBe(true);
  });

  it("keeps its approved budget, to the penny, and leaves everything else to its people", () => {
    expect(isRefused(baselined, { ...baselined, BudgetApproved: 1_000_000_01 })).toBe(true);
    expect(isRefused(baselined, { ...baselined, EndForecast: "2027-06-30", BudgetCapital: 1_000_000_00 })).toBe(false);
  });

  it("is none before its first approval, nor for a new project or one that is only looked at", () => {
    const moved = { ...baselined, EndBaseline: "2027-06-30" };
    const { BaselineVersion: _version, ...never } = baselined;
    for (const before of [never, { ...baselined, BaselineVersion: 0 }, undefined]) expect(isRefused(before, moved)).toBe(false);
  });

  it("moves by implementing an approved change of type Re-baseline, Time or Cost of its project, and by nothing else", () => {
    const moved = { ...baselined, EndBaseline: "2027-06-30", BaselineVersion: 2 };
    const refused = (change: Values, row: Values = moved): boolean =>
      isRefused(baselined, row, ruleContext({ rows: { Changes: [{ ProjectRef: "P-0001", Status: "Approved", ...change }] } }));
    expect(["Re-baseline", "Time", "Cost"].map((ChangeType) => refused({ ChangeType }))).toEqual([false, false, false]);
    expect(refused({ ChangeType: "Scope" })).toBe(true);
    expect(refused({ ChangeType: "Time", Status: "Submitted" })).toBe(true);
    expect(refused({ ChangeType: "Time", ProjectRef: "P-0002" })).toBe(true);
    expect(refused({ ChangeType: "Time" }, { ...moved, BaselineVersion: 1 })).toBe(true);
  });

  it("is seen by a form and by the change plan, which serves imports, pastes and sheets", () => {
    const context = ruleContext();
    const form = (written: Readonly<Record<string, string>>): string =>
      readDrafts(projects, { drafts: { ...draftsFrom(projects, baselined), ...written }, before: baselined, context }).kind;
    expect([form({ EndBaseline: "30/06/2027" }), form({ EndForecast: "30/06/2027" })]).toEqual(["wrong", "ready"]);
    const stored: Row = { id: "1", etag: '"1,1"', values: baselined, extras: {} };
    const plan = (values: Values): string | undefined =>
      planChanges({
        register: projects,
        site: "northmere",
        incoming: [{ position: 2, values, problems: [], id: "1", newKey: "0".repeat(32) as ClientKey }],
        base: [stored],
        context,
      }).rows[0]?.kind;
    expect([plan({ EndBaseline: "2027-06-30" }), plan({ EndForecast: "2027-06-30" })]).toEqual(["refused", "changed"]);
  });
});
