import { dimensions, projectRags, type Dimension } from "../../../src/insight";
import type { BenefitMoney } from "../../../src/insight/benefit-figures";
import type { Figure } from "../../../src/insight/figure";
import type { MoneyFigures, ProjectMoney } from "../../../src/insight/project-money";
import type { Rag } from "../../../src/insight/rag";
import { benefitsRag } from "../../../src/insight/rag-benefits";
import { costRag, spendRag, type Spend } from "../../../src/insight/rag-cost";
import { overallRag, type DimensionRags } from "../../../src/insight/rag-overall";
import { resourcesRag } from "../../../src/insight/rag-resources";
import { scopeRag } from "../../../src/insight/rag-scope";
import { pence, type FinancialYear, type Pence } from "../../../src/kernel";
import type { Values } from "../../../src/registers";
import { inputsNamed, inShort, oracle, projectWith, standpointOn, valuesNamed } from "./rag-ground";

const standpoint = standpointOn();
const { thresholds } = standpoint;

function figureOf<T>(value: T | undefined): Figure<T> {
  return { value, rule: "given", inputs: [] };
}

const amount = (value: number | undefined): Pence | undefined => (value === undefined ? undefined : pence(value));

interface CostCase {
  readonly budget: number;
  readonly forecast: number;
  readonly capital: boolean;
  readonly inYear: boolean;
  readonly expectedRag: string;
}

function yearOf(budget: number | undefined, outturn: number | undefined): MoneyFigures {
  const none = figureOf<Pence>(undefined);
  return {
    budget: figureOf(amount(budget)),
    budgetToDate: none,
    spentToDate: none,
    varianceToDate: none,
    remainingForecast: none,
    outturn: figureOf(amount(outturn)),
    outturnVariance: none,
  };
}

interface GivenMoney {
  readonly capital?: MoneyFigures;
  readonly revenue?: MoneyFigures;
  readonly wholeLife?: readonly [number | undefined, number | undefined];
}

function moneyWith({ capital, revenue, wholeLife = [undefined, undefined] }: GivenMoney): ProjectMoney {
  return {
    year: "2026/27" as FinancialYear,
    closedMonth: 0,
    capital,
    revenue,
    all: undefined,
    wholeLife: { budget: figureOf(amount(wholeLife[0])), forecast: figureOf(amount(wholeLife[1])) },
  };
}

describe("the Cost RAG", () => {
  const { cases } = oracle("rag-cost.json") as { cases: readonly CostCase[] };

  it.each(cases)("of $forecast against $budget (capital $capital, in year $inYear) is $expectedRag", ({ budget, forecast, capital, inYear, expectedRag }) => {
    const kind = inYear ? (capital ? "Capital" : "Revenue") : "Whole life";
    expect(spendRag({ budget: pence(budget * 100), forecast: pence(forecast * 100), kind }, thresholds)).toBe(expectedRag);
    const year = yearOf(budget * 100, forecast * 100);
    const money = inYear ? (capital ? { capital: year } : { revenue: year }) : { wholeLife: [budget * 100, forecast * 100] as const };
    expect(costRag(moneyWith(money), standpoint).value).toBe(expectedRag);
  });

  const rag = (kind: Spend["kind"], budget: number | undefined, forecast: number | undefined): Rag =>
    spendRag({ kind, budget: amount(budget), forecast: amount(forecast) }, thresholds);

  it("is not rated while the budget or the forecast is empty", () => {
    expect([rag("Capital", undefined, 1_000_000), rag("Capital", 1_000_000, undefined)]).toEqual(["Not rated", "Not rated"]);
  });

  it("holds at each limit and turns above it, to the penny", () => {
    expect([rag("Revenue", 10_000_000, 10_500_000), rag("Revenue", 10_000_000, 10_500_001)]).toEqual(["Green", "Amber"]);
    expect([rag("Revenue", 10_000_000, 11_000_000), rag("Revenue", 10_000_000, 11_000_001)]).toEqual(["Amber", "Red"]);
    expect([rag("Revenue", 10_000_000, 9_000_000), rag("Revenue", 10_000_000, 8_999_999)]).toEqual(["Green", "Amber"]);
    expect([rag("Revenue", 10_000_000, 8_000_000), rag("Revenue", 10_000_000, 7_999_999)]).toEqual(["Amber", "Red"]);
    expect([rag("Capital", 10_000_000, 9_500_000), rag("Capital", 10_000_000, 9_499_999)]).toEqual(["Green", "Amber"]);
    expect([rag("Capital", 10_000_000, 9_000_000), rag("Capital", 10_000_000, 8_999_999)]).toEqual(["Amber", "Red"]);
    expect([rag("Whole life", 10_000_000, 0), rag("Whole life", 10_000_000, 10_500_001), rag("Whole life", 10_000_000, 11_000_001)]).toEqual([
      "Green",
      "Amber",
      "Red",
    ]);
  });

  it("does not look at differences below the floor, and looks at the floor itself", () => {
    expect([rag("Revenue", 1_000_000, 1_499_999), rag("Revenue", 1_000_000, 1_500_000)]).toEqual(["Green", "Red"]);
    expect([rag("Revenue", 1_000_000, 500_001), rag("Revenue", 1_000_000, 500_000)]).toEqual(["Green", "Red"]);
    expect([rag("Revenue", 0, 499_999), rag("Revenue", 0, 500_000), rag("Revenue", 0, -500_000)]).toEqual(["Not rated", "Red", "Red"]);
    const noFloor = standpointOn("2026-11-21", { "rag.cost.floor": 0 });
    expect(spendRag({ kind: "Revenue", budget: pence(0), forecast: pence(0) }, noFloor.thresholds)).toBe("Not rated");
    expect(spendRag({ kind: "Revenue", budget: pence(0), forecast: pence(1) }, noFloor.thresholds)).toBe("Red");
  });

  it("of an income turns Red when it brings in less", () => {
    expect([rag("Revenue", -10_000_000, -8_900_000), rag("Revenue", -10_000_000, -10_000_000)]).toEqual(["Red", "Green"]);
  });

  it("is the worst of three, and tells each of them with the limits", () => {
    const figure = costRag(
      moneyWith({ capital: yearOf(10_000_000, 10_600_000), revenue: yearOf(10_000_000, undefined), wholeLife: [20_000_000, 20_000_000] }),
      standpoint,
    );
    expect(figure).toMatchObject({ value: "Amber", rule: "costRag" });
    expect(inShort(figure)).toEqual({
      capitalRag: "Amber",
      capitalBudget: 10_000_000,
      capitalForecast: 10_600_000,
      capitalOver: 6,
      revenueRag: "Not rated",
      revenueBudget: 10_000_000,
      wholeLifeRag: "Green",
      wholeLifeBudget: 20_000_000,
      wholeLifeForecast: 20_000_000,
      wholeLifeOver: 0,
      overAmberAbove: 5,
      overRedAbove: 10,
      capitalUnderAmberAbove: 5,
      capitalUnderRedAbove: 10,
      revenueUnderAmberAbove: 10,
      revenueUnderRedAbove: 20,
      floor: 500_000,
    });
    expect(inputsNamed(figure, "floor")[0]).toMatchObject({ kind: "threshold", unit: "pence" });
    expect(inputsNamed(figure, "overRedAbove")[0]).toMatchObject({ kind: "threshold", unit: "percent" });
    expect(inputsNamed(figure, "capitalOver")[0]).toMatchObject({ kind: "fact", unit: "percent" });
  });

  it("of a project without any money is not rated and names the limits alone", () => {
    const figure = costRag(moneyWith({}), standpoint);
    expect(figure.value).toBe("Not rated");
    expect(figure.inputs.every(({ kind }) => kind === "threshold")).toBe(true);
  });

  it("takes a floor in pounds, and refuses one that is too large to be exact", () => {
    expect(standpointOn("2026-11-21", { "rag.cost.floor": 10.5 }).thresholds["rag.cost.floor"]).toBe(1_050);
    for (const floor of [1e300, -1, "5000"]) expect(standpointOn("2026-11-21", { "rag.cost.floor": floor }).refused).toEqual(["rag.cost.floor"]);
  });
});

interface BenefitCase {
  readonly plannedToDate: number;
  readonly realisedToDate: number;
  readonly forecastTotal: number | null;
  readonly baselineTotal: number | null;
  readonly expectedRag: string;
}

function benefitsWith(planned: number | undefined, realisation: number | undefined, wholeLife: number | undefined): BenefitMoney {
  return { planned: figureOf(amount(planned)), realised: figureOf(amount(7)), realisation: figureOf(realisation), wholeLife: figureOf(wholeLife) };
}

describe("the Benefits RAG", () => {
  const { benefits } = oracle("rag-other.json") as { benefits: readonly BenefitCase[] };

  it.each(benefits)("of $realisedToDate of $plannedToDate (whole life $forecastTotal of $baselineTotal) is $expectedRag", (found) => {
    const { plannedToDate, realisedToDate, forecastTotal, baselineTotal } = found;
    const realisation = plannedToDate === 0 ? undefined : (realisedToDate / plannedToDate) * 100;
    const wholeLife = forecastTotal === null || baselineTotal === null ? undefined : (forecastTotal / baselineTotal) * 100;
    expect(benefitsRag(benefitsWith(plannedToDate * 100, realisation, wholeLife), standpoint).value).toBe(found.expectedRag);
  });

  it("tells what was realised of what was planned", () => {
    const figure = benefitsRag(benefitsWith(100, 80, 20), standpoint);
    expect(figure).toMatchObject({ value: "Amber", rule: "benefitsRagToDate" });
    expect(inShort(figure)).toEqual({ plannedToDate: 100, realisedToDate: 7, realisation: 80, greenFrom: 90, amberFrom: 75 });
    expect(inputsNamed(figure, "greenFrom")[0]).toMatchObject({ kind: "threshold", unit: "percent" });
  });

  it("tells the whole life while nothing is planned yet, also where what is planned is below nought", () => {
    const figure = benefitsRag(benefitsWith(undefined, undefined, 95), standpoint);
    expect(figure).toMatchObject({ value: "Green", rule: "benefitsRagWholeLife" });
    expect(inShort(figure)).toEqual({ forecastOfBaseline: 95, greenFrom: 90, amberFrom: 75 });
    expect(benefitsRag(benefitsWith(-100, 50, 95), standpoint).value).toBe("Green");
    expect(benefitsRag(benefitsWith(1, 50, 95), standpoint).value).toBe("Red");
  });

  it("of a plan of which nothing is measured is not rated", () => expect(benefitsRag(benefitsWith(100, undefined, 95), standpoint).value).toBe("Not rated"));
});

interface ResourceCase {
  readonly demandWte: number;
  readonly allocatedWte: number;
  readonly expectedRag: string;
  readonly expectedGapPct: number | null;
}

describe("the Resources RAG", () => {
  const { resources } = oracle("rag-other.json") as { resources: readonly ResourceCase[] };
  const rag = (rows: readonly Values[], today = "2026-11-21") => resourcesRag(projectWith({ ResourceDemand: rows }), standpointOn(today));

  it.each(resources)("of $allocatedWte agreed of $demandWte needed is $expectedRag", ({ demandWte, allocatedWte, expectedRag, expectedGapPct }) => {
    const figure = rag([{ FinancialYear: "2026/27", DemM08: demandWte, AllM08: allocatedWte }]);
    expect(figure.value).toBe(expectedRag);
    expect(inShort(figure)["gap"] ?? null).toBe(expectedGapPct);
  });

  it("looks at this month and the next two, across the end of the year", () => {
    const year: Values = { DemM01: 1, DemM02: 2, DemM03: 4, DemM11: 8, DemM12: 16, DemM10: 32 };
    const needed = (today: string): unknown =>
      inShort(
        rag(
          [
            { FinancialYear: "2026/27", ...year },
            { FinancialYear: "2027/28", DemM01: 0.5, DemM02: 0.25 },
          ],
          today,
        ),
      )["needed"];
    expect(needed("2027-02-10")).toBe(24.5);
    expect(needed("2027-03-31")).toBe(16.75);
    expect(needed("2026-04-01")).toBe(7);
    expect(needed("2027-01-01")).toBe(56);
  });

  it("does not set more than needed in one place off against too little in another", () => {
    const figure = rag([
      { FinancialYear: "2026/27", DemM08: 1, AllM08: 2, DemM09: 1, AllM09: 0.8 },
      { FinancialYear: "2026/27", DemM08: 1, AllM08: 1 },
    ]);
    expect(figure).toMatchObject({ value: "Green", rule: "resourcesRag" });
    expect(inShort(figure)).toMatchObject({ needed: 3, short: 0.2, amberAbove: 10, redAbove: 25 });
  });

  it("is exact in hundredths", () => {
    const figure = rag([0.1, 0.1, 0.1].map((DemM08) => ({ FinancialYear: "2026/27", DemM08, AllM08: 0.09 })));
    expect(figure.value).toBe("Green");
    expect(inShort(figure)).toMatchObject({ needed: 0.3, short: 0.03, gap: 10 });
  });

  it("counts nothing as agreed of what is only asked for, and does not know of an agreement without its amount", () => {
    expect(rag([{ FinancialYear: "2026/27", DemM08: 1, AllocationStatus: "Requested" }]).value).toBe("Red");
    expect(rag([{ FinancialYear: "2026/27", DemM08: 1 }]).value).toBe("Red");
    const agreed = rag([{ FinancialYear: "2026/27", DemM08: 1, DemM09: 1, AllM09: 1, AllocationStatus: "Agreed" }]);
    expect(agreed.value).toBe("Green");
    expect(inShort(agreed)).toMatchObject({ needed: 1, agreedWithoutAmount: 1 });
    expect(rag([{ FinancialYear: "2026/27", DemM08: 1, AllocationStatus: "Half agreed" }]).value).toBe("Not rated");
    expect(inputsNamed(rag([]), "agreedWithoutAmount")).toEqual([]);
    expect(inputsNamed(rag([]), "gap")).toEqual([]);
  });

  it("leaves out what was declined or has ended, and a year that nobody can read", () => {
    for (const AllocationStatus of ["Declined", "Ended"]) expect(rag([{ FinancialYear: "2026/27", DemM08: 1, AllocationStatus }]).value).toBe("Not rated");
    expect(rag([{ FinancialYear: "next", DemM08: 1 }]).value).toBe("Not rated");
    expect(rag([{ DemM08: 1 }]).value).toBe("Not rated");
    expect(rag([{ FinancialYear: "2026-27", DemM08: 1 }]).value).toBe("Red");
  });

  it("follows the trust's own limits", () => {
    const own = standpointOn("2026-11-21", { "rag.resources.amberPct": 30, "rag.resources.redPct": 40 });
    const of = (AllM08: number): unknown => resourcesRag(projectWith({ ResourceDemand: [{ FinancialYear: "2026/27", DemM08: 1, AllM08 }] }), own).value;
    expect([of(0.7), of(0.69), of(0.6), of(0.59)]).toEqual(["Green", "Amber", "Amber", "Red"]);
  });
});

describe("the Scope RAG", () => {
  const rag = (...rows: readonly Values[]) => scopeRag(projectWith({ Changes: rows.map((row) => ({ Status: "Submitted", ...row })) }), standpoint);

  it.each([
    [{ ScopeImpact: "Major" }, "Red"],
    [{ ScopeImpact: "Moderate" }, "Amber"],
    [{ ScopeImpact: "Minor" }, "Green"],
    [{ ScopeImpact: "Enormous" }, "Green"],
    [{}, "Green"],
    [{ SubmittedDate: "2026-11-07" }, "Green"],
    [{ SubmittedDate: "2026-11-06" }, "Amber"],
    [{ SubmittedDate: "2026-10-22" }, "Amber"],
    [{ SubmittedDate: "2026-10-21" }, "Red"],
    [{ SubmittedDate: "2026-10-21", Status: "Draft" }, "Green"],
    [{ ScopeImpact: "Major", Status: "Impact assessment" }, "Red"],
    [{ ScopeImpact: "Major", Status: "Awaiting decision" }, "Red"],
    [{ ScopeImpact: "Major", Status: "Approved" }, "Green"],
    [{ ScopeImpact: "Major", Status: "Deferred" }, "Green"],
    [{ ScopeImpact: "Major", Status: "On the board's table" }, "Green"],
  ])("of a change %j is %s", (change, expected) => expect(rag(change).value).toBe(expected));

  it("names the changes that decide, not those that do not", () => {
    const figure = rag(
      { Ref: "CR-0001", ScopeImpact: "Major", SubmittedDate: "2026-11-20" },
      { Ref: "CR-0002", ScopeImpact: "Minor", SubmittedDate: "2026-11-20" },
      { Ref: "CR-0003", SubmittedDate: "2026-11-01" },
    );
    expect(figure).toMatchObject({ value: "Red", rule: "scopeRag" });
    expect(figure.inputs).toEqual([
      { name: "undecided", kind: "fact", unit: "count", value: 3 },
      { name: "scopeImpact", kind: "fact", unit: "words", value: "Major", from: { register: "Changes", ref: "CR-0001" } },
      { name: "waiting", kind: "fact", unit: "days", value: 1, from: { register: "Changes", ref: "CR-0001" } },
      { name: "waiting", kind: "fact", unit: "days", value: 20, from: { register: "Changes", ref: "CR-0003" } },
      { name: "amberAbove", kind: "threshold", unit: "days", value: 14 },
      { name: "redAbove", kind: "threshold", unit: "days", value: 30 },
    ]);
    expect(rag().value).toBe("Green");
    expect(scopeRag(projectWith({ Changes: [{ ScopeImpact: "Major" }] }), standpoint).value).toBe("Green");
  });
});

interface OverallCase {
  readonly dimensions: Readonly<Record<Dimension, Rag>>;
  readonly expectedWorst: string;
  readonly expectedBalanced: string;
}

describe("the overall RAG", () => {
  const { overall } = oracle("rag-other.json") as { overall: readonly OverallCase[] };
  const worst = standpointOn("2026-11-21", { "rag.overall.method": "worst" });
  const figures = (rags: Partial<Record<Dimension, Rag>>): DimensionRags =>
    Object.fromEntries(dimensions.map((dimension) => [dimension, figureOf(rags[dimension])])) as unknown as DimensionRags;

  it.each(overall)("of $dimensions", ({ dimensions: rags, expectedWorst, expectedBalanced }) => {
    expect(overallRag(figures(rags), standpoint).value).toBe(expectedBalanced);
    expect(overallRag(figures(rags), worst).value).toBe(expectedWorst);
  });

  it("is Red for a Red time, cost or quality alone, Amber for any other Red alone", () => {
    for (const dimension of dimensions) {
      const expected = ["time", "cost", "quality"].includes(dimension) ? "Red" : "Amber";
      expect(overallRag(figures({ [dimension]: "Red" }), standpoint).value).toBe(expected);
      expect(overallRag(figures({ [dimension]: "Amber" }), standpoint).value).toBe("Green");
    }
  });

  it("tells the seven and the method", () => {
    const figure = overallRag(figures({ time: "Green", risk: "Red" }), standpoint);
    expect(figure.rule).toBe("overallRagBalanced");
    expect(inShort(figure)).toEqual({
      timeRag: "Green",
      costRag: "Not rated",
      qualityRag: "Not rated",
      scopeRag: "Not rated",
      benefitsRag: "Not rated",
      riskRag: "Red",
      resourcesRag: "Not rated",
      method: "balanced",
    });
    expect(inputsNamed(figure, "method")[0]).toMatchObject({ kind: "threshold", unit: "words" });
    expect(inputsNamed(figure, "riskRag")[0]).toMatchObject({ kind: "fact", unit: "rag" });
    expect(overallRag(figures({}), worst)).toMatchObject({ value: "Not rated", rule: "overallRagWorst" });
  });
});

test("one project's RAGs are the seven and the whole, each by its own rule", () => {
  const records = projectWith({
    Milestones: [{ MilestoneType: "Gate", BaselineDate: "2026-12-01", ForecastDate: "2027-12-01" }],
    QualityRegister: [{ Result: "Fail" }],
    Changes: [{ Status: "Submitted", ScopeImpact: "Moderate" }],
    Risks: [{ CurrentLikelihood: 1, CurrentConsequence: 1 }],
    ResourceDemand: [{ FinancialYear: "2026/27", DemM08: 1 }],
  });
  const rags = projectRags({ records, money: moneyWith({ wholeLife: [1_000_000, 1_000_000] }), benefits: benefitsWith(100, 80, 20) }, standpoint);
  expect(Object.fromEntries(Object.entries(rags).map(([name, { value }]) => [name, value]))).toEqual({
    time: "Red",
    cost: "Green",
    quality: "Amber",
    scope: "Amber",
    benefits: "Amber",
    risk: "Green",
    resources: "Red",
    overall: "Red",
  });
  expect(valuesNamed(rags.overall, "timeRag")).toEqual(["Red"]);
  expect([...dimensions, "overall"]).toEqual(Object.keys(rags));
});
