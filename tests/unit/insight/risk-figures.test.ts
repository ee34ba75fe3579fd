import { currentScore, escalationPrompt, gapToTarget, isOpenRisk, reviewDue, riskBand, riskReduction } from "../../../src/insight";
import { bandWithin, isThreat, scoreOf } from "../../../src/insight/risk-figures";
import { bandOf, blockingProblems, hazardLevel, loadRegisters, readWritten, risks, whatIsWrong, type Values } from "../../../src/registers";
import { ruleContext } from "../registers/rule-context";
import { inputsNamed, inShort, oracle, oracleTable, recordOf, standpointOn, valuesNamed } from "./rag-ground";

const standpoint = standpointOn();
const risk = (values: Values) => recordOf("Risks", values);

type Pair = readonly [number, number] | null;
interface ScoredCase {
  readonly id: string;
  readonly inherent: Pair;
  readonly current: Pair;
  readonly target: Pair;
  readonly expected: Readonly<Record<string, number | string | null>> & { readonly warnings: readonly string[]; readonly errors: readonly string[] };
}
const scored = oracle("risk-cases.json") as { cases: readonly ScoredCase[]; invalid: readonly { likelihood: unknown; consequence: number }[] };

function valuesOf({ inherent, current, target }: ScoredCase): Values {
  const pairs = { Inherent: inherent, Current: current, Target: target };
  const parts = Object.entries(pairs).flatMap(([name, pair]) =>
    pair === null ? [] : [[`${name}Likelihood`, pair[0]] as const, [`${name}Consequence`, pair[1]] as const, [`${name}Score`, pair[0] * pair[1]] as const],
  );
  return Object.fromEntries(parts);
}

describe("scores and bands", () => {
  it.each(oracleTable("risk-scoring.csv"))("$likelihood × $consequence is $score, $band", ({ likelihood, consequence, score, band }) => {
    const values = { CurrentLikelihood: Number(likelihood), CurrentConsequence: Number(consequence) };
    expect(currentScore(risk(values))).toBe(Number(score));
    expect(riskBand(risk(values), standpoint).value).toBe(band);
    expect(bandOf(Number(score))).toBe(band);
  });

  it.each(scored.cases)("of $id", (found) => {
    const record = risk(valuesOf(found));
    const { expected } = found;
    const values = record.values;
    const scores = [
      scoreOf(values.InherentLikelihood, values.InherentConsequence),
      currentScore(record),
      scoreOf(values.TargetLikelihood, values.TargetConsequence),
    ];
    expect(scores.map((score) => score ?? null)).toEqual([expected["inherentScore"], expected["currentScore"], expected["targetScore"]]);
    expect(scores.map((score) => bandWithin(score, standpoint) ?? null)).toEqual([expected["inherentBand"], expected["currentBand"], expected["targetBand"]]);
    expect(gapToTarget(record).value ?? null).toBe(expected["gapToTarget"]);
    expect(riskReduction(record).value ?? null).toBe(expected["reductionPct"]);
  });

  it.each(scored.cases)("of $id break the same rules in the register", async (found) => {
    await loadRegisters();
    const broken = (values: Values): readonly string[] => {
      const row = { RiskEvent: "Scanners arrive late", Owner: "Asha Patel", NextReviewDate: "2026-12-01", ...values };
      const rules = risks.rules.filter(({ id }) => ["V-RSK-01", "V-RSK-02", "V-RSK-03"].includes(id));
      return rules.filter((rule) => !rule.holds(row, ruleContext())).map(({ id }) => id);
    };
    const row = { ...valuesOf(found), Response: "Treat", Status: "Open" };
    expect(broken(row)).toEqual([...found.expected.warnings, ...found.expected.errors]);
    // The light way of working asks for the two parts of a score before a risk is saved at all, open or not.
    const missing = blockingProblems(risks, { RiskEvent: "Scanners arrive late", Owner: "Asha Patel", ...row, Status: "Draft" }, { context: ruleContext() });
    const parts = found.current === null ? ["needed:CurrentLikelihood", "needed:CurrentConsequence"] : [];
    expect(missing.map(({ rule }) => rule)).toEqual(expect.arrayContaining(parts));
  });

  it.each(scored.invalid.filter(({ likelihood }) => likelihood !== "3"))("of $likelihood × $consequence there are none", ({ likelihood, consequence }) => {
    expect(scoreOf((likelihood ?? undefined) as number | undefined, consequence)).toBeUndefined();
    expect(scoreOf(consequence, (likelihood ?? undefined) as number | undefined)).toBeUndefined();
    if (typeof likelihood === "number") expect(whatIsWrong(risks.columns.CurrentLikelihood, likelihood, ruleContext())).toBeDefined();
  });

  it("of a likelihood typed as text are read first, then 12", () => {
    const reading = readWritten(risks.columns.CurrentLikelihood, "3");
    expect(reading).toMatchObject({ value: 3 });
    expect(scoreOf(3, 4)).toBe(12);
  });

  it("tell the score and where each band begins", () => {
    const figure = riskBand(risk({ Ref: "R-0001", CurrentLikelihood: 3, CurrentConsequence: 4 }), standpoint);
    expect(figure.rule).toBe("riskBand");
    expect(figure.inputs).toEqual([
      { name: "currentScore", kind: "fact", unit: "score", value: 12, from: { register: "Risks", ref: "R-0001" } },
      { name: "extremeFrom", kind: "threshold", unit: "score", value: 15 },
      { name: "highFrom", kind: "threshold", unit: "score", value: 8 },
      { name: "moderateFrom", kind: "threshold", unit: "score", value: 4 },
    ]);
    expect(riskBand(risk({}), standpoint).value).toBeUndefined();
    expect(valuesNamed(riskBand(risk({}), standpoint), "currentScore")).toEqual([]);
  });

  it("follow the trust's own bands, also where they leave a gap", () => {
    const own = standpointOn("2026-11-21", { "risk.bands": { Low: [1, 8], Moderate: [9, 10], High: [12, 12], Extreme: [15, 25] } });
    expect([1, 8, 9, 11, 12, 14, 15].map((score) => bandWithin(score, own))).toEqual(["Low", "Low", "Moderate", "Moderate", "High", "High", "Extreme"]);
    expect(bandWithin(0, own)).toBeUndefined();
  });
});

describe("the hazard matrix", () => {
  it.each(oracleTable("hazard-matrix.csv"))("of likelihood $likelihood and severity $severity is level $riskLevel", ({ likelihood, severity, riskLevel }) => {
    expect(hazardLevel(Number(likelihood), Number(severity))).toBe(Number(riskLevel));
    expect(standpoint.thresholds["hazard.matrix"][Number(likelihood) - 1]?.[Number(severity) - 1]).toBe(Number(riskLevel));
  });

  it.each([[[[1, 2, 3, 4, 5]]], ["x"], [Array.from({ length: 5 }, () => [1, 2, 3, 4, 6])], [Array.from({ length: 5 }, () => [1, 2, 3, 4, 1.5])]])(
    "%j is refused",
    (matrix) => {
      expect(standpointOn("2026-11-21", { "hazard.matrix": matrix }).refused).toEqual(["hazard.matrix"]);
    },
  );
});

describe("gap and reduction", () => {
  it("name the two scores they lie between", () => {
    const record = risk({
      InherentLikelihood: 5,
      InherentConsequence: 4,
      CurrentLikelihood: 3,
      CurrentConsequence: 4,
      TargetLikelihood: 1,
      TargetConsequence: 4,
    });
    expect(gapToTarget(record)).toMatchObject({ value: 8, rule: "gapToTarget" });
    expect(inShort(gapToTarget(record))).toEqual({ currentScore: 12, targetScore: 4 });
    expect(riskReduction(record)).toMatchObject({ value: 40, rule: "riskReduction" });
    expect(inShort(riskReduction(record))).toEqual({ inherentScore: 20, currentScore: 12 });
  });

  it("are not known while one is empty", () => {
    const current = risk({ CurrentLikelihood: 3, CurrentConsequence: 4 });
    expect([gapToTarget(current).value, riskReduction(current).value]).toEqual([undefined, undefined]);
    const others = risk({ InherentLikelihood: 5, InherentConsequence: 4, TargetLikelihood: 1, TargetConsequence: 4 });
    expect([gapToTarget(others).value, riskReduction(others).value]).toEqual([undefined, undefined]);
  });
});

describe("the prompt to escalate", () => {
  const prompt = (CurrentLikelihood: number, CurrentConsequence: number) =>
    escalationPrompt(risk({ CurrentLikelihood, CurrentConsequence, EscalationLevel: "Project" }), standpoint);

  it("is Executive from 15, Programme from 8, else Project", () => {
    expect([prompt(3, 5), prompt(3, 4), prompt(2, 4), prompt(2, 3)].map(({ value }) => value)).toEqual(["Executive", "Programme", "Programme", "Project"]);
    expect(escalationPrompt(risk({}), standpoint).value).toBeUndefined();
  });

  it("tells the score, the level it is managed at and the limits", () => {
    expect(prompt(3, 5).rule).toBe("escalationPrompt");
    expect(inShort(prompt(3, 5))).toEqual({ currentScore: 15, managedAt: "Project", executiveFrom: 15, programmeFrom: 8 });
    expect(inputsNamed(escalationPrompt(risk({}), standpoint), "managedAt")).toEqual([]);
  });

  it("follows the trust's own limits", () => {
    const own = standpointOn("2026-11-21", { "risk.escalation": { Executive: 20, Programme: 16 } });
    expect(escalationPrompt(risk({ CurrentLikelihood: 3, CurrentConsequence: 5 }), own).value).toBe("Project");
  });
});

describe("the next review", () => {
  it.each([
    [5, 5, "2026-11-08"],
    [2, 5, "2026-12-01"],
    [1, 5, "2026-12-31"],
    [1, 1, "2027-01-30"],
  ])("of %p × %p is due on %s after one on 1 November", (CurrentLikelihood, CurrentConsequence, expected) => {
    const figure = reviewDue(risk({ CurrentLikelihood, CurrentConsequence, LastReviewDate: "2026-11-01" }), standpoint);
    expect(figure).toMatchObject({ value: expected, rule: "reviewDue" });
  });

  it("is not known without a last review or a score, and tells what there is", () => {
    expect(reviewDue(risk({ CurrentLikelihood: 1, CurrentConsequence: 5 }), standpoint).value).toBeUndefined();
    expect(inShort(reviewDue(risk({ CurrentLikelihood: 1, CurrentConsequence: 5 }), standpoint))).toEqual({ currentScore: 5, reviewDays: 60 });
    expect(reviewDue(risk({ LastReviewDate: "2026-11-01" }), standpoint).value).toBeUndefined();
    expect(inShort(reviewDue(risk({ LastReviewDate: "2026-11-01" }), standpoint))).toEqual({ lastReview: "2026-11-01" });
  });
});

describe("which risks count", () => {
  it.each([
    ["Open", true],
    [undefined, true],
    ["Under watch", true],
    ["Draft", false],
    ["Closed", false],
    ["Became an issue", false],
  ])("status %p: %p", (Status, expected) => expect(isOpenRisk(risk(Status === undefined ? {} : { Status }))).toBe(expected));

  it.each([
    ["Threat", true],
    [undefined, true],
    ["Hazard", true],
    ["Opportunity", false],
  ])("type %p is a threat: %p", (RiskType, expected) => expect(isThreat(risk(RiskType === undefined ? {} : { RiskType }))).toBe(expected));
});
