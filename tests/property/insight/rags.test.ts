import fc from "fast-check";
import {
  addWorkingDays,
  changeRoute,
  dimensions,
  expectedValue,
  exposure,
  isBetterThan,
  isWorkingDay,
  projectRags,
  tierOf,
  trendBetween,
  workingDaysBetween,
} from "../../../src/insight";
import { benefitMoney } from "../../../src/insight/benefit-figures";
import type { Figure } from "../../../src/insight/figure";
import { projectMoney } from "../../../src/insight/project-money";
import { rankOf, type Rag } from "../../../src/insight/rag";
import { spendRag } from "../../../src/insight/rag-cost";
import { overallRag, type DimensionRags } from "../../../src/insight/rag-overall";
import { exposureRag, riskRag } from "../../../src/insight/rag-risk";
import { timeRag } from "../../../src/insight/rag-time";
import { slipOf, slipRag } from "../../../src/insight/slip";
import { addDays, dateFromDayNumber, dayNumber, pence, type CalendarDate } from "../../../src/kernel";
import { ragFigureWords } from "../../../src/content";
import { rags, type Values } from "../../../src/registers";
import { day, figuresIn, projectWith, recordOf, standpointOn } from "../../unit/insight/rag-ground";

const standpoint = standpointOn();
const worst = standpointOn("2026-11-21", { "rag.overall.method": "worst" });
const days = fc.integer({ min: dayNumber(day("2023-01-01")), max: dayNumber(day("2030-12-31")) }).map(dateFromDayNumber);
const workingDays = days.filter((date) => isWorkingDay(date, standpoint));
const anyRag = fc.constantFrom(...rags);
const amounts = fc.integer({ min: 0, max: 1_000_000_000 }).map(pence);

function negated(value: number | undefined): number {
  return value === 0 ? 0 : -(value ?? NaN);
}

describe("working days", () => {
  test("forth and back is where one began", () => {
    fc.assert(
      fc.property(workingDays, fc.integer({ min: -300, max: 300 }), (from, count) => {
        const there = addWorkingDays(from, count, standpoint).value!;
        expect(addWorkingDays(there, negated(count), standpoint).value).toBe(from);
      }),
    );
  });

  test("counted between two days are those that were stepped, and the first", () => {
    fc.assert(
      fc.property(workingDays, fc.integer({ min: 0, max: 300 }), (from, count) => {
        expect(workingDaysBetween(from, addWorkingDays(from, count, standpoint).value!, standpoint).value).toBe(count + 1);
      }),
    );
  });

  test("are reached always, and counted one by one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const span = Array.from({ length: length + 1 }, (_, ahead): CalendarDate => addDays(from, ahead));
        expect(workingDaysBetween(from, addDays(from, length), standpoint).value).toBe(span.filter((date) => isWorkingDay(date, standpoint)).length);
        expect(isWorkingDay(addWorkingDays(from, length, standpoint).value!, standpoint)).toBe(true);
      }),
    );
  });

  test("add up, and turn their sign with the direction", () => {
    fc.assert(
      fc.property(fc.tuple(days, days, days), (three) => {
        const [first, second, third] = [...three].sort() as [CalendarDate, CalendarDate, CalendarDate];
        const between = (from: CalendarDate, to: CalendarDate): number => workingDaysBetween(from, to, standpoint).value!;
        expect(between(first, second) + between(addDays(second, 1), addDays(third, 1))).toBe(between(first, addDays(third, 1)));
        if (first !== second) expect(between(second, first)).toBe(negated(between(first, second)));
      }),
    );
  });
});

describe("slip", () => {
  test("never gets better as the forecast moves later, nor as days go by", () => {
    fc.assert(
      fc.property(fc.record({ baseline: days, forecast: days, today: days }), fc.nat(400), ({ baseline, forecast, today }, later) => {
        const rag = (moved: CalendarDate, on: CalendarDate): number => rankOf(slipRag(slipOf({ baseline, forecast: moved }, on).days, standpoint.thresholds));
        expect(rag(addDays(forecast, later), today)).toBeGreaterThanOrEqual(rag(forecast, today));
        expect(rag(forecast, addDays(today, later))).toBeGreaterThanOrEqual(rag(forecast, today));
      }),
    );
  });

  test("of a project does not depend on the order of its milestones, and one without a baseline hides nothing", () => {
    const milestone = fc.record(
      { MilestoneType: fc.constantFrom("Gate", "Programme", "Project"), BaselineDate: days, ForecastDate: days, ActualDate: days },
      { requiredKeys: ["MilestoneType"] },
    );
    fc.assert(
      fc.property(fc.array(milestone, { maxLength: 6 }), (rows) => {
        const rag = (given: readonly Values[]): Rag => timeRag(projectWith({ Milestones: given }), standpoint).value!;
        expect(rag([...rows].reverse())).toBe(rag(rows));
        expect(rag([...rows, { MilestoneType: "Gate" }])).toBe(rag(rows));
      }),
    );
  });
});

describe("cost", () => {
  test("never gets better as more is spent above the budget", () => {
    fc.assert(
      fc.property(amounts, amounts, fc.nat(1_000_000_000), fc.constantFrom("Capital", "Revenue", "Whole life"), (budget, over, more, kind) => {
        const rag = (extra: number): number => rankOf(spendRag({ kind, budget, forecast: pence(budget + extra) }, standpoint.thresholds));
        expect(rag(over + more)).toBeGreaterThanOrEqual(rag(over));
      }),
    );
  });

  test("within a year never gets better as less is spent below the budget; over the whole life that is Green", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }).map(pence),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (budget, one, other) => {
          const rag = (kind: "Capital" | "Revenue" | "Whole life", part: number): Rag =>
            spendRag({ kind, budget, forecast: pence(Math.round(budget * part)) }, standpoint.thresholds);
          for (const kind of ["Capital", "Revenue"] as const) {
            expect(rankOf(rag(kind, Math.min(one, other)))).toBeGreaterThanOrEqual(rankOf(rag(kind, Math.max(one, other))));
          }
          expect(rag("Whole life", one)).toBe("Green");
        },
      ),
    );
  });
});

describe("the overall RAG", () => {
  const seven = fc.array(anyRag, { minLength: 7, maxLength: 7 });
  const figures = (given: readonly Rag[]): DimensionRags =>
    Object.fromEntries(
      dimensions.map((dimension, index): [string, Figure<Rag>] => [dimension, { value: given[index], rule: "given", inputs: [] }]),
    ) as unknown as DimensionRags;

  test("by the worst does not depend on their order; balanced not on that of the leading three, nor of the other four", () => {
    fc.assert(
      fc.property(seven, (given) => {
        expect(overallRag(figures([...given].reverse()), worst).value).toBe(overallRag(figures(given), worst).value);
        const [time, cost, quality, ...others] = given as [Rag, Rag, Rag, ...Rag[]];
        expect(overallRag(figures([quality, time, cost, ...others.reverse()]), standpoint).value).toBe(overallRag(figures(given), standpoint).value);
      }),
    );
  });

  test("never gets better as one dimension gets worse, and balanced is never worse than the worst", () => {
    fc.assert(
      fc.property(seven, fc.nat(6), fc.constantFrom("Green" as const, "Amber" as const, "Red" as const), (given, index, rag) => {
        const changed = given.map((each, place) => (place === index ? rag : each));
        const [better, worse] = rankOf(given[index]!) <= rankOf(rag) ? [given, changed] : [changed, given];
        for (const on of [standpoint, worst])
          expect(rankOf(overallRag(figures(worse), on).value!)).toBeGreaterThanOrEqual(rankOf(overallRag(figures(better), on).value!));
        expect(rankOf(overallRag(figures(given), standpoint).value!)).toBeLessThanOrEqual(rankOf(overallRag(figures(given), worst).value!));
      }),
    );
  });

  test("is not rated exactly when none of the seven is", () => {
    fc.assert(
      fc.property(seven, (given) => {
        const isRated = given.some((rag) => rag !== "Not rated");
        for (const on of [standpoint, worst]) expect(overallRag(figures(given), on).value !== "Not rated").toBe(isRated);
      }),
    );
  });
});

test("a trend turned round is the other trend, and a better RAG than the facts is a trend that improves", () => {
  const turned = { Improving: "Worsening", Worsening: "Improving", Stable: "Stable", "No comparison": "No comparison" } as const;
  fc.assert(
    fc.property(anyRag, anyRag, (one, other) => {
      expect(trendBetween(other, one)).toBe(turned[trendBetween(one, other)]);
      expect(isBetterThan(one, other)).toBe(trendBetween(other, one) === "Improving");
    }),
  );
});

const risk = fc.record(
  {
    RiskType: fc.constantFrom("Threat", "Opportunity"),
    Status: fc.constantFrom("Open", "Draft", "Closed", "Under watch"),
    CurrentLikelihood: fc.integer({ min: 0, max: 6 }),
    CurrentConsequence: fc.integer({ min: 1, max: 5 }),
    Probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    CostImpact: amounts,
    TimeImpactDays: fc.nat(100),
  },
  { requiredKeys: [] },
);

describe("exposure", () => {
  test("is the sum of what stands above it, in any order", () => {
    fc.assert(
      fc.property(fc.array(risk, { maxLength: 8 }), (rows) => {
        const records = projectWith({ Risks: rows });
        const open = rows.filter(({ Status }) => Status !== "Draft" && Status !== "Closed");
        const values = open.flatMap((row) => expectedValue(recordOf("Risks", row), standpoint).value ?? []);
        const total = values.length === 0 ? undefined : values.reduce<number>((sum, value) => sum + value, 0);
        expect(exposure(records, standpoint).netEmv.value).toBe(total);
        expect(exposure(projectWith({ Risks: [...rows].reverse() }), standpoint).netEmv.value).toBe(total);
        expect(riskRag(projectWith({ Risks: [...rows].reverse() }), standpoint).value).toBe(riskRag(records, standpoint).value);
      }),
    );
  });

  test("never gets better as it grows, nor as the contingency shrinks", () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 1, max: 1_000_000 }), (netEmv, contingency, more) => {
        const rag = (exposed: number, left: number): number => rankOf(exposureRag(pence(exposed), pence(left), standpoint.thresholds));
        expect(rag(netEmv + more, contingency)).toBeGreaterThanOrEqual(rag(netEmv, contingency));
        expect(rag(netEmv + 1, contingency)).toBeGreaterThanOrEqual(rag(netEmv + 1, contingency + more));
      }),
    );
  });
});

test("the approval route never falls as an effect grows, and once it is known filling in more does not lower it", () => {
  const change = fc.record(
    {
      TimeImpactDays: fc.integer({ min: -200, max: 200 }),
      CostImpact: fc.integer({ min: -100_000_000, max: 100_000_000 }),
      BenefitReductionPct: fc.integer({ min: -100, max: 100 }),
      ScopeImpact: fc.constantFrom("None", "Minor", "Moderate", "Major", "Enormous"),
      QualityImpact: fc.constantFrom("None", "Minor", "Moderate", "Major"),
      ClinicalSafetyImpact: fc.boolean(),
      MovesKeyMilestone: fc.boolean(),
      FundingBeyondApproved: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const { project } = projectWith({ project: { BudgetApproved: 100_000_000 } });
  const level = (values: Values): number | undefined => changeRoute(recordOf("Changes", values), project, standpoint).value;
  fc.assert(
    fc.property(change, change, fc.nat(100), (values, more, days_) => {
      const known = level(values);
      if (known !== undefined) expect(level({ ...more, ...values })).toBeGreaterThanOrEqual(known);
      const later = level({ ...values, TimeImpactDays: Math.abs(values.TimeImpactDays ?? 0) + days_ });
      if (known !== undefined && later !== undefined) expect(later).toBeGreaterThanOrEqual(known);
    }),
  );
});

test("a tier never gets smaller as a factor grows", () => {
  const oneToFour = fc.integer({ min: 1, max: 4 });
  const factors = fc.record({
    wholeLifePence: fc.nat(1_000_000_000),
    lengthMonths: fc.nat(40),
    organisations: fc.integer({ min: 1, max: 8 }),
    clinicalImpact: oneToFour,
    newness: oneToFour,
    profile: oneToFour,
  });
  fc.assert(
    fc.property(factors, fc.constantFrom("wholeLifePence", "lengthMonths", "organisations", "newness"), (given, name) => {
      const larger = { ...given, [name]: name === "newness" ? 4 : given[name] + 10 };
      // "Tier 1" is the largest.
      expect(tierOf(larger, standpoint).value! <= tierOf(given, standpoint).value!).toBe(true);
    }),
  );
});

describe("one project's RAGs", () => {
  const word = fc.constantFrom("Open", "Fail", "Requested", "Submitted", "Major", "Gate", "DPIA", "Accepted", "", "Purple", "constructor", "__proto__");
  const cell = fc.oneof(word, days, fc.integer({ min: -5, max: 30 }), fc.boolean());
  const rowOf = (...names: readonly string[]): fc.Arbitrary<readonly Values[]> =>
    fc.array(fc.dictionary(fc.constantFrom(...names), cell, { maxKeys: 6 }), { maxLength: 4 });
  const records = fc.record({
    Milestones: rowOf("Title", "MilestoneType", "BaselineDate", "ForecastDate", "ActualDate", "Status", "Gate").map(onlyDays),
    Risks: fc.array(risk, { maxLength: 4 }),
    Changes: rowOf("Status", "ScopeImpact", "SubmittedDate").map(onlyDays),
    QualityRegister: rowOf("Result", "PlannedDate", "ActualDate", "IsCritical").map(onlyDays),
    Hazards: rowOf("Status", "ResidualLikelihood", "ResidualSeverity"),
    ImpactAssessments: rowOf("AssessmentType", "Status", "DueDate", "ScreeningResult").map(onlyDays),
    ResourceDemand: fc.array(fc.record({ FinancialYear: fc.constant("2026/27"), DemM08: fc.nat(3), AllocationStatus: word }, { requiredKeys: [] }), {
      maxLength: 3,
    }),
  });

  /** The codec lets only days into date columns; words stay wherever they are. */
  function onlyDays(rows: readonly Values[]): readonly Values[] {
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name, value]) => (name.endsWith("Date") ? /^\d{4}-/.test(String(value)) : typeof value !== "number"))),
    );
  }

  test("are always four words, whatever was typed, and every rule and input has its words", () => {
    fc.assert(
      fc.property(records, (given) => {
        const project = projectWith(given);
        const found = projectRags({ records: project, money: projectMoney(project, standpoint), benefits: benefitMoney(project, standpoint) }, standpoint);
        for (const { value, rule, inputs } of figuresIn(found)) {
          expect(rags).toContain(value);
          expect(ragFigureWords.rules).toHaveProperty(rule);
          for (const { name } of inputs) expect(ragFigureWords.inputs).toHaveProperty(name);
        }
      }),
    );
  });
});
