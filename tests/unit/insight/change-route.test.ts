import { changeRoute } from "../../../src/insight";
import { changes, type Values } from "../../../src/registers";
import { inputsNamed, inShort, oracle, projectWith, recordOf, standpointOn, valuesNamed } from "./rag-ground";

interface Case {
  readonly timeDays: number;
  readonly costImpact: number;
  readonly costPct: number;
  readonly benefitReductionPct: number;
  readonly scope: string;
  readonly quality: string;
  readonly clinicalSafety?: boolean;
  readonly movesKeyMilestoneBaseline?: boolean;
  readonly fundingBeyondApproved?: boolean;
  readonly expectedLevel: number;
}
const { cases, levels } = oracle("change-route.json") as { cases: readonly Case[]; levels: Readonly<Record<string, string>> };

const standpoint = standpointOn();
const nothing: Values = {
  TimeImpactDays: 0,
  CostImpact: 0,
  BenefitReductionPct: 0,
  ScopeImpact: "None",
  QualityImpact: "None",
  ClinicalSafetyImpact: false,
  MovesKeyMilestone: false,
  FundingBeyondApproved: false,
};

function route(change: Values, project: Values = { BudgetApproved: 1_000_000_000_00 }, on = standpoint) {
  return changeRoute(recordOf("Changes", { Ref: "CR-0001", ...change }), projectWith({ project }).project, on);
}

function without(...names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(nothing).filter(([name]) => !names.includes(name)));
}

describe("the approval route", () => {
  it.each(cases)("of %j", (found) => {
    const change = {
      TimeImpactDays: found.timeDays,
      CostImpact: found.costImpact * 100,
      BenefitReductionPct: found.benefitReductionPct,
      ScopeImpact: found.scope,
      QualityImpact: found.quality,
      ClinicalSafetyImpact: found.clinicalSafety ?? false,
      MovesKeyMilestone: found.movesKeyMilestoneBaseline ?? false,
      FundingBeyondApproved: found.fundingBeyondApproved ?? false,
    };
    const budget = found.costImpact === 0 ? 1_000_000 : (found.costImpact / found.costPct) * 100;
    expect(route(change, { BudgetApproved: Math.round(budget * 100) }).value).toBe(found.expectedLevel);
  });

  it("has the levels that the register names", () => {
    expect(Object.keys(levels)).toEqual(["1", "2", "3", "4"]);
    expect(changes.columns.Route.choices.map((choice) => choice.slice(0, 7))).toEqual(["Level 1", "Level 2", "Level 3", "Level 4"]);
  });

  it.each<[Values, number]>([
    [{ TimeImpactDays: -5 }, 1],
    [{ TimeImpactDays: -6 }, 2],
    [{ TimeImpactDays: 30 }, 2],
    [{ TimeImpactDays: 31 }, 3],
    [{ TimeImpactDays: 90 }, 3],
    [{ TimeImpactDays: -91 }, 4],
    [{ CostImpact: 500_000 }, 1],
    [{ CostImpact: 500_001 }, 2],
    [{ CostImpact: 5_000_000 }, 2],
    [{ CostImpact: -5_000_001 }, 3],
    [{ CostImpact: 25_000_000 }, 3],
    [{ CostImpact: 25_000_001 }, 4],
    [{ BenefitReductionPct: -50 }, 1],
    [{ BenefitReductionPct: 0.1 }, 2],
    [{ BenefitReductionPct: 10 }, 2],
    [{ BenefitReductionPct: 10.5 }, 3],
    [{ BenefitReductionPct: 25 }, 3],
    [{ BenefitReductionPct: 26 }, 4],
    [{ ScopeImpact: "Minor" }, 1],
    [{ ScopeImpact: "Moderate" }, 2],
    [{ QualityImpact: "Minor" }, 1],
    [{ QualityImpact: "Moderate" }, 2],
    [{ QualityImpact: "Major" }, 3],
    [{ ClinicalSafetyImpact: true }, 2],
    [{ MovesKeyMilestone: true }, 3],
    [{ FundingBeyondApproved: true }, 3],
  ])("of %j alone is level %p", (change, expected) => expect(route({ ...nothing, ...change }).value).toBe(expected));

  it.each([
    [10_000, 200, 1],
    [10_000, -201, 2],
    [10_000, 1_000, 2],
    [10_000, 1_001, 3],
    [10_000, 2_000, 3],
    [10_000, 2_001, 4],
    [0, 1, 4],
    [0, 0, 1],
  ])("against a budget of %p a cost of %p is level %p", (BudgetApproved, CostImpact, expected) => {
    expect(route({ ...nothing, CostImpact }, { BudgetApproved }).value).toBe(expected);
  });

  it("follows the trust's own steps, in pounds", () => {
    const steps = { timeDays: [1, 2, 3], cost: [1, 2, 3], costPct: [100, 100, 100], benefitPct: [1, 2, 3] };
    const own = standpointOn("2026-11-21", { "change.route": steps });
    expect([100, 101, 201, 301].map((CostImpact) => route({ ...nothing, CostImpact }, { BudgetApproved: 1_000_000 }, own).value)).toEqual([1, 2, 3, 4]);
    expect([1, 2, 3, 4].map((TimeImpactDays) => route({ ...nothing, TimeImpactDays }, undefined, own).value)).toEqual([1, 2, 3, 4]);
  });
});

describe("a route of which something is not filled in", () => {
  it.each(Object.keys(nothing))("is not known without %s, and says that it is missing", (name) => {
    const figure = route(without(name));
    expect(figure.value).toBeUndefined();
    expect(valuesNamed(figure, "missing")).toEqual([changes.columns[name as keyof typeof changes.columns].label]);
    expect(valuesNamed(figure, "atLeast")).toEqual([1]);
  });

  it("is known all the same when nothing missing could raise it", () => {
    expect(route({ ...without("ClinicalSafetyImpact"), ScopeImpact: "Moderate" }).value).toBe(2);
    expect(route({ ...without("MovesKeyMilestone", "FundingBeyondApproved", "QualityImpact", "ClinicalSafetyImpact"), ScopeImpact: "Major" }).value).toBe(3);
    expect(route({ ...without("QualityImpact"), ScopeImpact: "Moderate" }).value).toBeUndefined();
    expect(route({ ...without("TimeImpactDays"), ScopeImpact: "Major" }).value).toBeUndefined();
    expect(valuesNamed(route({ ...without("TimeImpactDays"), ScopeImpact: "Major" }), "atLeast")).toEqual([3]);
    expect(route({ BenefitReductionPct: 30 }).value).toBe(4);
  });

  it("needs the approved budget once money changes, and not before", () => {
    const figure = route({ ...nothing, CostImpact: 100 }, {});
    expect(figure.value).toBeUndefined();
    expect(valuesNamed(figure, "missing")).toEqual(["Approved budget (whole life)"]);
    expect(route(nothing, {}).value).toBe(1);
  });

  it("does not know an effect that somebody named otherwise", () => {
    expect(valuesNamed(route({ ...nothing, ScopeImpact: "Enormous" }), "missing")).toEqual(["Effect on scope"]);
  });
});

describe("why a route is what it is", () => {
  it("names the level by each effect, the amounts and the steps", () => {
    const figure = route({ ...nothing, CostImpact: 100_000 }, { BudgetApproved: 100_000_000 });
    expect(figure).toMatchObject({ value: 1, rule: "changeRoute" });
    expect(inShort(figure)).toEqual({
      timeLevel: 1,
      costLevel: 1,
      shareOfBudgetLevel: 1,
      benefitLevel: 1,
      scopeLevel: 1,
      qualityLevel: 1,
      safetyLevel: 1,
      milestoneLevel: 1,
      fundingLevel: 1,
      effectOnCost: 100_000,
      approvedBudget: 100_000_000,
      timeSteps: "5, 30, 90",
      costSteps: "5000, 50000, 250000",
      shareOfBudgetSteps: "2, 10, 20",
      benefitSteps: "0, 10, 25",
    });
    expect(inputsNamed(figure, "timeLevel")[0]).toMatchObject({ kind: "fact", unit: "count", from: { register: "Changes", ref: "CR-0001" } });
    expect(inputsNamed(figure, "timeSteps")[0]).toMatchObject({ kind: "threshold" });
  });
});
