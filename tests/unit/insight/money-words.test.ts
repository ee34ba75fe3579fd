import { moneyFigureWords } from "../../../src/content";
import {
  attainment,
  benefitMoney,
  capitalSlippage,
  forecastAccuracy,
  fullYearEffect,
  movementNeedsReason,
  outturnMovement,
  projectMoney,
  recordsIn,
  runRate,
  runRateMismatch,
  varianceNeedsReason,
} from "../../../src/insight";
import type { Figure } from "../../../src/insight/figure";
import { pence } from "../../../src/kernel";
import type { benefitMeasures, benefits, projects } from "../../../src/registers";
import { invoiced, line, months, row, standpoint, year } from "./money-setting";

const isFigure = (value: object): value is Figure<unknown> => "rule" in value && "inputs" in value;

/** Every figure in a tree of answers. */
function figuresIn(value: unknown): readonly Figure<unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  return isFigure(value) ? [value] : Object.values(value).flatMap(figuresIn);
}

const twelve = Array<number>(12).fill(10);
const full = line({
  CapRev: "Capital",
  FotPrevious: 1,
  ReprofiledToNextYear: 1,
  ...months("BudM", twelve),
  ...months("ActM", twelve),
  ...months("FctM", twelve),
});
const recurrent = line({ ...full.values, CapRev: "Revenue", Recurrence: "Recurrent" });
const Costs = [
  full,
  line({ ...full.values, Status: "Cancelled" }),
  line({ ...full.values, FinancialYear: "2025/26" }),
  line({ ...full.values, FinancialYear: "2027/28" }),
  line({ ...full.values, FinancialYear: "soon" }),
  line({ CapRev: "Revenue", ...months("BudM", twelve) }),
  line({ CapRev: "Revenue", ...months("ActM", twelve) }),
];
const benefit = recordsIn<typeof benefits>([row({ Ref: "B-0001", BaselineValue: 1, TargetValue: 2, ForecastTotal: 1, BaselineTotal: 1 })])[0]!;
const measured = recordsIn<typeof benefitMeasures>([
  row({ BenefitRef: "B-0001", PeriodStart: "2026-05-01", PlannedValue: 1, RealisedValue: 1, ActualMeasure: 1 }),
  row({ BenefitRef: "B-0001", PeriodStart: "2026-06-01", PlannedValue: 1 }),
]);
const unvalued = recordsIn<typeof benefits>([row({})])[0]!;
const project = recordsIn<typeof projects>([row({ BudgetApproved: 1 })])[0]!;

const figures = [standpoint(), standpoint({ settings: invoiced })].flatMap((at) =>
  figuresIn([
    projectMoney({ project, Costs }, at),
    projectMoney({ project, Costs: [full] }, at),
    projectMoney({ project, Costs: [full] }, standpoint({ closed: {} })),
    runRate([full], year, at),
    runRateMismatch(recurrent, at),
    varianceNeedsReason(full, at),
    movementNeedsReason(full, at),
    outturnMovement(full, at),
    capitalSlippage([full], year, at),
    fullYearEffect({ kind: "recurrent", monthly: pence(1), from: 1 }),
    fullYearEffect({ kind: "nonRecurrent", value: pence(1) }),
    forecastAccuracy(
      [
        { forecast: pence(1), actual: pence(1) },
        { forecast: undefined, actual: undefined },
      ],
      at,
    ),
    attainment(benefit, measured, at),
    benefitMoney({ Benefits: [benefit, unvalued], BenefitMeasures: measured }, at),
  ]),
);

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

test("every rule by which money or a benefit is worked out can be told, and no other is", () => {
  expect(sorted(figures.map(({ rule }) => rule))).toEqual(sorted(Object.keys(moneyFigureWords.rules)));
});

test("everything that such a figure rests on has its words, and nothing else has", () => {
  expect(sorted(figures.flatMap(({ inputs }) => inputs.map(({ name }) => name)))).toEqual(sorted(Object.keys(moneyFigureWords.inputs)));
});

test("what the ledger's actuals contain can be said for either kind", () => {
  const told = figures.flatMap(({ inputs }) => inputs.flatMap(({ name, value }) => (name === "actualsBasis" ? String(value) : [])));
  expect(sorted(told)).toEqual(sorted(Object.keys(moneyFigureWords.actualsBasis)));
  expect(moneyFigureWords.inputs.actualsBasis).toBe("What the ledger’s actuals contain");
});

test("an input says what kind of thing it is", () => {
  const byUnit = new Map<string, Set<string>>();
  for (const { name, unit, kind } of figures.flatMap(({ inputs }) => inputs)) {
    const what = kind === "threshold" ? `${unit}, set by the trust` : unit;
    byUnit.set(what, new Set([...(byUnit.get(what) ?? []), name]));
  }
  const { pence: amounts, ...others } = Object.fromEntries([...byUnit].map(([what, names]) => [what, sorted(names)]));
  expect(others).toEqual({
    month: ["closedMonth"],
    months: ["monthsActive"],
    percent: ["percentOfBudget", "percentOfPrevious"],
    words: ["direction", "monthsNotRecorded"],
    count: sorted([
      ...["lines", "linesWithSlippage", "linesWithoutActuals", "linesWithoutBudget", "linesWithoutForecast", "linesWithoutYear"],
      ...["baselineValue", "latestValue", "targetValue", "benefits", "benefitsWithoutTotals", "periodsNotMeasured", "monthsCompared", "monthsLeftOut"],
    ]),
    "words, set by the trust": ["actualsBasis"],
    "percent, set by the trust": ["explainPercent", "runRatePercent"],
    "pence, set by the trust": ["explainAmount"],
    "months, set by the trust": ["accuracyLag"],
  });
  expect(amounts).toHaveLength(Object.keys(moneyFigureWords.inputs).length - Object.values(others).flat().length);
});
