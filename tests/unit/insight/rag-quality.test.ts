import { qualityRag } from "../../../src/insight/rag-quality";
import type { Values } from "../../../src/registers";
import { inputsNamed, inShort, projectWith, standpointOn } from "./rag-ground";

const standpoint = standpointOn();

interface Given {
  readonly checks?: readonly Values[];
  readonly hazards?: readonly Values[];
  readonly assessments?: readonly Values[];
  readonly milestones?: readonly Values[];
}

function rag({ checks = [], hazards = [], assessments = [], milestones = [] }: Given, on = standpoint) {
  const records = projectWith({ QualityRegister: checks, Hazards: hazards, ImpactAssessments: assessments, Milestones: milestones });
  return qualityRag(records, on);
}

describe("by quality checks", () => {
  it.each([
    [{ Result: "Fail", IsCritical: true }, "Red"],
    [{ Result: "Fail", IsCritical: false }, "Amber"],
    [{ Result: "Fail" }, "Amber"],
    [{ Result: "Pass" }, "Green"],
    [{ Result: "Pass", PlannedDate: "2026-01-01" }, "Green"],
    [{ Result: "Pass with conditions", PlannedDate: "2026-01-01" }, "Green"],
    [{ Result: "Not started", PlannedDate: "2026-11-07" }, "Green"],
    [{ Result: "Not started", PlannedDate: "2026-11-06" }, "Amber"],
    [{ Result: "In progress", PlannedDate: "2026-11-06" }, "Amber"],
    [{ PlannedDate: "2026-11-06" }, "Amber"],
    [{ Result: "Postponed", PlannedDate: "2026-11-06" }, "Amber"],
    [{ PlannedDate: "2026-11-06", ActualDate: "2026-11-06" }, "Green"],
    [{}, "Green"],
    [{ IsCritical: true }, "Green"],
  ])("%j is %s", (check, expected) => expect(rag({ checks: [check] }).value).toBe(expected));

  it("follows the trust's own days", () => {
    const own = standpointOn("2026-11-21", { "rag.quality.overdueDays": 15 });
    expect(rag({ checks: [{ PlannedDate: "2026-11-06" }] }, own).value).toBe("Green");
    expect(rag({ checks: [{ PlannedDate: "2026-11-05" }] }, own).value).toBe("Amber");
  });
});

describe("by hazards", () => {
  const level = (number: number, more: Values = {}): Values => {
    const [ResidualLikelihood, ResidualSeverity] = ({ 1: [1, 1], 2: [1, 3], 3: [1, 5], 4: [2, 5], 5: [4, 5] } as const)[number as 1];
    return { ResidualLikelihood, ResidualSeverity, ...more };
  };

  it.each([
    [level(5), "Red"],
    [level(4), "Red"],
    [level(4, { Status: "Accepted" }), "Red"],
    [level(4, { Status: "Closed" }), "Green"],
    [level(3), "Amber"],
    [level(3, { Status: "Controls in place" }), "Amber"],
    [level(3, { Status: "Accepted" }), "Green"],
    [level(3, { Status: "Closed" }), "Green"],
    [level(2), "Green"],
    [level(1), "Green"],
    [level(4, { Status: "Being watched" }), "Red"],
    [{ InitialLikelihood: 5, InitialSeverity: 5 }, "Not rated"],
    [{ ResidualLikelihood: 5 }, "Not rated"],
    [{ ResidualLikelihood: 6, ResidualSeverity: 6 }, "Not rated"],
    [{ Status: "Closed" }, "Green"],
  ])("%j is %s", (hazard, expected) => expect(rag({ hazards: [hazard] }).value).toBe(expected));

  it("counts those that nobody has assessed, beside a Green of the others", () => {
    const figure = rag({ hazards: [level(1), { InitialLikelihood: 5, InitialSeverity: 5 }] });
    expect(figure.value).toBe("Green");
    expect(inShort(figure)).toMatchObject({ openHazards: 2, hazardsNotAssessed: 1 });
    expect(inputsNamed(rag({ hazards: [level(1)] }), "hazardsNotAssessed")).toEqual([]);
  });

  it("follows the trust's own matrix", () => {
    const matrix = Array.from({ length: 5 }, () => [1, 1, 1, 1, 1]);
    expect(rag({ hazards: [level(5)] }, standpointOn("2026-11-21", { "hazard.matrix": matrix })).value).toBe("Green");
  });
});

describe("by assessments", () => {
  const soon: Values = { Title: "Go live", ForecastDate: "2026-12-05", Ref: "M-0001" };
  const later: Values = { Title: "Go live", ForecastDate: "2026-12-06" };
  const dpia: Values = { AssessmentType: "DPIA", Status: "In progress", Ref: "IA-0001" };

  it.each([
    [dpia, soon, "Red"],
    [{ ...dpia, AssessmentType: "QIA" }, soon, "Red"],
    [{ ...dpia, AssessmentType: "DCB0160 clinical safety" }, soon, "Red"],
    [{ ...dpia, AssessmentType: "EIA" }, soon, "Green"],
    [{ Status: "In progress" }, soon, "Green"],
    [dpia, later, "Green"],
    [dpia, { ...soon, ForecastDate: "2026-11-01" }, "Red"],
    [dpia, { ...soon, ActualDate: "2026-11-01" }, "Green"],
    [dpia, { ...soon, Title: "Training" }, "Green"],
    [{ ...dpia, Status: "Screening" }, soon, "Red"],
    [{ ...dpia, Status: "Submitted" }, soon, "Red"],
    [{ ...dpia, Status: "Rejected" }, soon, "Red"],
    [{ AssessmentType: "DPIA" }, soon, "Red"],
    [{ ...dpia, ScreeningResult: false }, soon, "Green"],
    [{ ...dpia, ScreeningResult: true }, soon, "Red"],
    [{ ...dpia, Status: "Not required" }, soon, "Green"],
    [{ ...dpia, Status: "Approved" }, soon, "Green"],
    [{ ...dpia, Status: "Approved with conditions" }, soon, "Green"],
    [{ ...dpia, Status: "Review due" }, soon, "Green"],
    [{ ...dpia, Status: "Closed" }, soon, "Green"],
    [{ ...dpia, Status: "With the lawyers" }, soon, "Green"],
    [{ ...dpia, DueDate: "2026-11-20" }, later, "Amber"],
    [{ ...dpia, DueDate: "2026-11-21" }, later, "Green"],
    [{ ...dpia, AssessmentType: "EIA", DueDate: "2026-11-20" }, soon, "Amber"],
    [{ ...dpia, Status: "Approved", DueDate: "2026-11-20" }, later, "Green"],
  ])("%j with the milestone %j is %s", (assessment, milestone, expected) => {
    expect(rag({ assessments: [assessment], milestones: [milestone] }).value).toBe(expected);
  });

  it("names the assessment and the go-live that it is missing for", () => {
    const figure = rag({ assessments: [dpia], milestones: [soon] });
    expect(inputsNamed(figure, "notApproved")).toEqual([
      { name: "notApproved", kind: "fact", unit: "words", value: "DPIA", from: { register: "ImpactAssessments", ref: "IA-0001" } },
    ]);
    expect(inputsNamed(figure, "goLive")).toEqual([
      { name: "goLive", kind: "fact", unit: "date", value: "2026-12-05", from: { register: "Milestones", ref: "M-0001" } },
    ]);
    expect(inputsNamed(rag({ assessments: [{ ...dpia, AssessmentType: "EIA", DueDate: "2026-11-01" }], milestones: [soon] }), "goLive")).toEqual([]);
    expect(inputsNamed(rag({ assessments: [dpia] }), "goLive")).toEqual([]);
  });
});

describe("of everything together", () => {
  it("is not rated where nothing is kept, and Green where something is kept and nothing is wrong", () => {
    expect(rag({}).value).toBe("Not rated");
    expect(rag({ milestones: [{ Title: "Go live", ForecastDate: "2026-11-22" }] }).value).toBe("Not rated");
    expect(rag({ assessments: [{ Status: "Approved" }] }).value).toBe("Green");
  });

  it("names what is wrong, counts the rest and tells the limits", () => {
    const figure = rag({
      checks: [
        { Ref: "Q-0001", Result: "Fail", IsCritical: true, Product: "Barcode label" },
        { Ref: "Q-0002", Result: "Fail" },
        { Ref: "Q-0003", PlannedDate: "2026-11-01" },
        { Ref: "Q-0004", Result: "Pass" },
      ],
      hazards: [{ Ref: "H-0001", ResidualLikelihood: 2, ResidualSeverity: 5 }],
      assessments: [{ Ref: "IA-0001", AssessmentType: "EIA", Status: "Submitted", DueDate: "2026-11-11" }],
    });
    expect(figure).toMatchObject({ value: "Red", rule: "qualityRag" });
    expect(figure.inputs).toEqual([
      { name: "criticalFail", kind: "fact", unit: "words", value: "Barcode label", from: { register: "QualityRegister", ref: "Q-0001" } },
      { name: "fail", kind: "fact", unit: "words", value: "Fail", from: { register: "QualityRegister", ref: "Q-0002" } },
      { name: "checkLate", kind: "fact", unit: "days", value: 20, from: { register: "QualityRegister", ref: "Q-0003" } },
      { name: "hazardLevel", kind: "fact", unit: "score", value: 4, from: { register: "Hazards", ref: "H-0001" } },
      { name: "assessmentLate", kind: "fact", unit: "days", value: 10, from: { register: "ImpactAssessments", ref: "IA-0001" } },
      { name: "checks", kind: "fact", unit: "count", value: 4 },
      { name: "openHazards", kind: "fact", unit: "count", value: 1 },
      { name: "assessments", kind: "fact", unit: "count", value: 1 },
      { name: "checkLateAbove", kind: "threshold", unit: "days", value: 14 },
      { name: "goLiveWithin", kind: "threshold", unit: "days", value: 14 },
    ]);
  });
});
