import { ruleContext } from "../../../src/parts";
import { costs, problemsOf } from "../../../src/registers";
import { openNorthmere } from "./services";

const settings = [
  { Ref: "SE-001", Key: "qia.stage2Above", ValueJson: "12" },
  { Ref: "SE-002", Key: "hazard.matrix", ValueJson: '{"1":[1,2,3]}' },
  { Ref: "SE-003", Key: "finance.costCentre.regex", ValueJson: "^[A-Z" },
  { Ref: "SE-004", Key: "finance.subjective.regex", ValueJson: '"^[0-9]{5}$"' },
];

describe("what rules may ask", () => {
  test("a setting is the JSON under its key; wrong JSON and a missing key are undefined", async () => {
    const context = ruleContext((await openNorthmere({ Settings: settings })).services);
    expect(context.setting("qia.stage2Above")).toBe(12);
    expect(context.setting("hazard.matrix")).toEqual({ "1": [1, 2, 3] });
    expect(context.setting("finance.subjective.regex")).toBe("^[0-9]{5}$");
    expect(context.setting("finance.costCentre.regex")).toBeUndefined();
    expect(context.setting("SE-001")).toBeUndefined();
    expect(context.setting("__proto__")).toBeUndefined();
  });

  test("rows of a project, and with the empty ref those of no project", async () => {
    const { services } = await openNorthmere({
      Risks: [
        { Ref: "R-0001", Title: "Late", ProjectRef: "P-0001" },
        { Ref: "R-0002", Title: "Loose" },
      ],
    });
    const context = ruleContext(services);
    expect(context.rowsOf("Risks", "P-0001").map((row) => row.values["Ref"])).toEqual(["R-0001"]);
    expect(context.rowsOf("Risks", "").map((row) => row.values["Ref"])).toEqual(["R-0002"]);
    expect(context.find("Risks", "R-0001")?.values["Title"]).toBe("Late");
    expect(context.find("Nowhere", "R-0001")).toBeUndefined();
  });

  test("so a cost line may not have actuals in a month that is still open", async () => {
    const period = { Ref: "FP-001", Title: "2026/27 M08", FinancialYear: "2026/27", MonthNo: 8, PeriodStatus: "Open" };
    const { services } = await openNorthmere({ FinancialPeriods: [period] });
    const line = { Title: "Scanners", FinancialYear: "2026/27", CapRev: "Revenue", ProjectRef: "P-0001", ActM08: 5_000 };
    const broken = problemsOf(costs, line, { step: "report", context: ruleContext(services) }).map((problem) => problem.rule);
    expect(broken).toContain("V-CST-02");
    expect(problemsOf(costs, { ...line, ActM08: 0 }, { step: "report", context: ruleContext(services) }).map((problem) => problem.rule)).not.toContain(
      "V-CST-02",
    );
  });

  test("today is the day in London, and the person is known by their address", async () => {
    const context = ruleContext((await openNorthmere({})).services);
    expect([context.today, context.me]).toEqual(["2026-11-24", "femi.okoro@northmere.example"]);
  });
});
