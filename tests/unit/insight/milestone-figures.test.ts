import { goLive, isOverdue, milestoneRag, milestoneSlip, nextMilestone, onTimePercentage } from "../../../src/insight";
import { timeRag } from "../../../src/insight/rag-time";
import type { Row, Values } from "../../../src/registers";
import { day, inputsNamed, inShort, oracle, projectWith, recordOf, standpointOn, valuesNamed } from "./rag-ground";

interface Case {
  readonly ref: string;
  readonly type: string;
  readonly baseline: string | null;
  readonly forecast: string | null;
  readonly actual?: string;
  readonly status?: string;
  readonly expected: { readonly slipDays: number | null; readonly rag: string | null; readonly overdue: boolean; readonly onTime?: boolean };
}
interface ProjectCase {
  readonly milestones: readonly string[];
  readonly endBaseline: string | null;
  readonly endForecast: string | null;
  readonly expectedTimeRag: string;
}
interface Oracle {
  readonly today: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly milestones: readonly Case[];
  readonly projects: readonly ProjectCase[];
  readonly onTimePct: { readonly milestones: readonly string[]; readonly expected: number };
}

const cases = oracle("rag-time.json") as Oracle;
const standpoint = standpointOn(cases.today, cases.settings);

function filled(values: Readonly<Record<string, string | null | undefined>>): Values {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])));
}

const valuesOf = ({ ref, type, baseline, forecast, actual, status }: Case): Values =>
  filled({ Ref: ref, MilestoneType: type, BaselineDate: baseline, ForecastDate: forecast, ActualDate: actual, Status: status });
const milestone = (values: Values) => recordOf("Milestones", values);
const named = (refs: readonly string[]): readonly Values[] => cases.milestones.filter(({ ref }) => refs.includes(ref)).map(valuesOf);

describe("a milestone of the oracle", () => {
  it.each(cases.milestones)("$ref", (found) => {
    const record = milestone(valuesOf(found));
    expect(milestoneSlip(record, standpoint).value ?? null).toBe(found.expected.slipDays);
    expect(milestoneRag(record, standpoint).value ?? null).toBe(found.expected.rag);
    expect(isOverdue(record, standpoint.today)).toBe(found.expected.overdue);
    if (found.expected.onTime !== undefined) {
      expect(onTimePercentage([record], standpoint).value).toBe(found.expected.onTime ? 100 : 0);
    }
  });

  it("together kept their promises so often", () => {
    const records = named(cases.onTimePct.milestones).map(milestone);
    expect(onTimePercentage(records, standpoint).value).toBe(cases.onTimePct.expected);
  });
});

describe("a project's Time RAG", () => {
  it.each(cases.projects)("of $milestones, end $endBaseline to $endForecast, is $expectedTimeRag", (found) => {
    const records = projectWith({
      Milestones: named(found.milestones),
      project: filled({ EndBaseline: found.endBaseline, EndForecast: found.endForecast }),
    });
    expect(timeRag(records, standpoint).value).toBe(found.expectedTimeRag);
  });

  it("tells every part, the latest first, and the limits", () => {
    const records = projectWith({
      Milestones: [
        { Ref: "M-0001", MilestoneType: "Gate", BaselineDate: "2026-12-01", ForecastDate: "2026-12-02" },
        { Ref: "M-0002", MilestoneType: "Gate", BaselineDate: "2026-12-01", ForecastDate: "2026-12-11" },
        { Ref: "M-0003", MilestoneType: "Programme", ForecastDate: "2026-12-20" },
        { Ref: "M-0004", MilestoneType: "Programme" },
        { Ref: "M-0005", BaselineDate: "2026-01-01" },
        { Ref: "M-0006", BaselineDate: "2026-01-01", ActualDate: "2026-10-01" },
      ],
      project: { EndBaseline: "2027-03-31", EndForecast: "2027-04-05" },
    });
    const figure = timeRag(records, standpoint);
    expect(figure.value).toBe("Amber");
    expect(figure.rule).toBe("timeRag");
    expect(figure.inputs).toEqual([
      { name: "milestoneSlip", kind: "fact", unit: "days", value: 10, from: { register: "Milestones", ref: "M-0002" } },
      { name: "endSlip", kind: "fact", unit: "days", value: 5, from: { register: "Projects", ref: "P-0001" } },
      { name: "milestoneSlip", kind: "fact", unit: "days", value: 1, from: { register: "Milestones", ref: "M-0001" } },
      { name: "withoutBaseline", kind: "fact", unit: "date", value: "2026-12-20", from: { register: "Milestones", ref: "M-0003" } },
      { name: "milestonesWithoutType", kind: "fact", unit: "count", value: 1 },
      { name: "amberAbove", kind: "threshold", unit: "days", value: 7 },
      { name: "redAbove", kind: "threshold", unit: "days", value: 30 },
      { name: "milestoneTypes", kind: "threshold", unit: "words", value: "Key (board), Programme, Gate" },
    ]);
    expect(inputsNamed(timeRag(projectWith({}), standpoint), "milestonesWithoutType")).toEqual([]);
  });

  it("counts the types that the trust named", () => {
    const records = projectWith({ Milestones: [{ MilestoneType: "Payment", BaselineDate: "2026-10-01", ForecastDate: "2027-10-01" }] });
    expect(timeRag(records, standpoint).value).toBe("Not rated");
    expect(timeRag(records, standpointOn("2026-11-21", { "rag.time.milestoneTypes": ["Payment"] })).value).toBe("Red");
  });

  it("leaves out milestones that have come or were removed", () => {
    const late = { MilestoneType: "Gate", BaselineDate: "2026-01-01", ForecastDate: "2026-10-01" };
    const records = projectWith({
      Milestones: [
        { ...late, Status: "Complete" },
        { ...late, Status: "Removed by change" },
        { ...late, ActualDate: "2026-10-01" },
      ],
    });
    expect(timeRag(records, standpoint).value).toBe("Not rated");
    expect(timeRag(projectWith({ Milestones: [{ ...late, Status: "Under way" }] }), standpoint).value).toBe("Red");
  });

  it.each([
    [{ EndBaseline: "2026-11-13" }, "Amber"],
    [{ EndBaseline: "2026-11-13", EndForecast: "2026-11-13" }, "Amber"],
    [{ EndBaseline: "2026-11-13", EndForecast: "2026-11-13", EndActual: "2026-11-13" }, "Not rated"],
    [{ EndBaseline: "2026-11-13", EndForecast: "2026-11-13", Status: "Completed" }, "Not rated"],
    [{ EndBaseline: "2026-11-13", EndForecast: "2026-11-13", Status: "On hold" }, "Amber"],
    [{ EndForecast: "2026-11-13" }, "Not rated"],
  ])("judges the project's end %j, a passed forecast by today: %s", (project, expected) => {
    expect(timeRag(projectWith({ project }), standpoint).value).toBe(expected);
  });
});

describe("the slip of a milestone", () => {
  const slip = (values: Values) => milestoneSlip(milestone({ Ref: "M-0001", ...values }), standpoint);

  it("names its dates, and today only when the forecast has passed", () => {
    const passed = slip({ BaselineDate: "2026-11-01", ForecastDate: "2026-11-10" });
    expect(passed).toMatchObject({ value: 20, rule: "milestoneSlip" });
    expect(inShort(passed)).toEqual({ baseline: "2026-11-01", forecast: "2026-11-10", today: "2026-11-21" });
    expect(passed.inputs[0]?.from).toEqual({ register: "Milestones", ref: "M-0001" });
    expect(inShort(slip({ BaselineDate: "2026-11-01", ForecastDate: "2026-11-21" }))).toEqual({ baseline: "2026-11-01", forecast: "2026-11-21" });
  });

  it("is not known of one that is complete without its day, nor of one that was removed", () => {
    expect(slip({ BaselineDate: "2026-11-01", Status: "Complete" }).value).toBeUndefined();
    expect(inShort(slip({ BaselineDate: "2026-11-01", Status: "Complete" }))).toEqual({ baseline: "2026-11-01", status: "Complete" });
    expect(slip({ BaselineDate: "2026-11-01", ActualDate: "2026-11-05", Status: "Removed by change" }).value).toBeUndefined();
    expect(slip({ BaselineDate: "2026-11-01", ActualDate: "2026-11-05", Status: "In progress" }).value).toBe(4);
    expect(slip({}).value).toBeUndefined();
    expect(slip({}).inputs).toEqual([]);
  });

  it("with no forecast grows from the baseline each day", () => {
    expect(slip({ BaselineDate: "2026-11-20" }).value).toBe(1);
    expect(slip({ BaselineDate: "2026-11-21" }).value).toBe(0);
  });
});

describe("the RAG of a milestone", () => {
  it("tells the slip and the limits it was held against", () => {
    const figure = milestoneRag(milestone({ BaselineDate: "2026-12-01", ForecastDate: "2026-12-09" }), standpoint);
    expect(figure).toMatchObject({ value: "Amber", rule: "milestoneRag" });
    expect(inShort(figure)).toEqual({ baseline: "2026-12-01", forecast: "2026-12-09", slip: 8, amberAbove: 7, redAbove: 30 });
    expect(inputsNamed(milestoneRag(milestone({ Ref: "M-0001", BaselineDate: "2026-12-01" }), standpoint), "slip")).toEqual([
      { name: "slip", kind: "fact", unit: "days", value: 0, from: { register: "Milestones", ref: "M-0001" } },
    ]);
  });

  it("of one that has come names its dates alone", () => {
    const figure = milestoneRag(milestone({ BaselineDate: "2026-11-01", ActualDate: "2026-11-05", Status: "Complete" }), standpoint);
    expect(figure).toMatchObject({ value: "Complete", rule: "milestoneRag" });
    expect(inShort(figure)).toEqual({ baseline: "2026-11-01", actual: "2026-11-05", status: "Complete" });
    expect(milestoneRag(milestone({ Status: "Complete" }), standpoint).value).toBe("Complete");
    expect(milestoneRag(milestone({ Status: "Removed by change" }), standpoint)).toMatchObject({ value: undefined, rule: "milestoneRag" });
  });

  it("without a baseline has no slip to tell", () => {
    expect(inputsNamed(milestoneRag(milestone({ ForecastDate: "2026-12-09" }), standpoint), "slip")).toEqual([]);
  });
});

describe("promises kept", () => {
  const percentage = (...values: readonly Values[]) => onTimePercentage(values.map(milestone), standpoint);

  it("counts the day itself as kept, and tells who is past the baseline and still to come", () => {
    const figure = percentage(
      { BaselineDate: "2026-10-01", ActualDate: "2026-10-01" },
      { BaselineDate: "2026-10-01", ActualDate: "2026-10-02" },
      { BaselineDate: "2026-10-01", ActualDate: "2026-09-01" },
      { BaselineDate: "2026-10-01", ActualDate: "2026-09-01", Status: "Removed by change" },
      { ActualDate: "2026-09-01" },
      { BaselineDate: "2026-11-20" },
      { BaselineDate: "2026-11-01" },
      { BaselineDate: "2026-11-21" },
      { BaselineDate: "2026-10-01", Status: "Complete" },
    );
    expect(figure.value).toBeCloseTo(200 / 3, 10);
    expect(figure.rule).toBe("onTimePercentage");
    expect(inShort(figure)).toEqual({ onTime: 2, late: 1, pastBaseline: 2, completeWithoutDay: 1 });
    expect(figure.inputs.every(({ kind, unit }) => kind === "fact" && unit === "count")).toBe(true);
  });

  it("is not known while none has come", () => {
    expect(percentage().value).toBeUndefined();
    expect(percentage({ BaselineDate: "2026-10-01" }).value).toBeUndefined();
    expect(percentage({ BaselineDate: "2026-10-01", ActualDate: "2026-10-02" }).value).toBe(0);
  });
});

describe("whether a milestone is overdue", () => {
  it.each([
    [{ ForecastDate: "2026-11-20" }, true],
    [{ ForecastDate: "2026-11-21" }, false],
    [{ BaselineDate: "2026-11-20" }, true],
    [{ BaselineDate: "2026-11-20", ForecastDate: "2026-11-22" }, false],
    [{ ForecastDate: "2026-11-20", ActualDate: "2026-11-20" }, false],
    [{ ForecastDate: "2026-11-20", Status: "Complete" }, false],
    [{}, false],
  ])("%j: %p", (values, expected) => expect(isOverdue(milestone(values), day("2026-11-21"))).toBe(expected));
});

describe("the go-live", () => {
  const found = (...values: readonly Values[]) => goLive(values.map((value, index) => milestone({ Ref: `M-${String(index)}`, ...value })));

  it("is the first milestone to come that says so, or the gate before it", () => {
    const first = found(
      { Title: "EPR go-live", ForecastDate: "2026-12-12" },
      { Title: "Second site goes live", ForecastDate: "2026-12-10" },
      { Title: "Readiness", Gate: "Gate 4 Readiness for service", ForecastDate: "2026-12-11" },
      { Title: "Training begins", ForecastDate: "2026-11-30" },
    );
    expect(first).toMatchObject({ day: "2026-12-10", milestone: { values: { Ref: "M-1" } } });
    expect(found({ Gate: "Gate 4 Readiness for service", BaselineDate: "2026-12-11" })?.day).toBe("2026-12-11");
  });

  it.each(["Go live", "GO-LIVE", "Pilot golive"])("is %p", (Title) => expect(found({ Title, ForecastDate: "2026-12-12" })?.day).toBe("2026-12-12"));

  it.each(["Review after go-live", "Post go-live review", "Lego live show", "Cargo lives", "Readiness"])("is not %p", (Title) => {
    expect(found({ Title, ForecastDate: "2026-12-12" })).toBeUndefined();
  });

  it("is none that has come, and none without a day", () => {
    expect(found({ Title: "Go live", ForecastDate: "2026-12-12", ActualDate: "2026-11-12" })).toBeUndefined();
    expect(found({ Title: "Go live" })).toBeUndefined();
    expect(found({})).toBeUndefined();
  });

  it("keeps the first of two on one day", () => {
    expect(found({ Title: "Go live", ForecastDate: "2026-12-12" }, { Title: "Go live", ForecastDate: "2026-12-12" })?.milestone.values.Ref).toBe("M-0");
  });
});

describe("the next milestone", () => {
  const next = (...values: readonly Values[]) =>
    nextMilestone(
      values.map((value, index): Row => ({ id: String(index), values: { ProjectRef: "P-0001", ...value }, extras: {} })),
      "P-0001",
      day("2026-11-21"),
    );

  it("is the open one that is expected first", () => {
    const facts = next(
      { Title: "Later", ForecastDate: "2026-12-24" },
      { Title: "Next", BaselineDate: "2026-12-01", ForecastDate: "2026-12-12" },
      { Title: "Elsewhere", ForecastDate: "2026-11-30", ProjectRef: "P-0002" },
      { Title: "Done", ForecastDate: "2026-11-30", Status: "Complete" },
      { Title: "Came", ForecastDate: "2026-11-30", ActualDate: "2026-11-20" },
      { Title: "No day" },
    );
    expect(facts).toEqual({ title: "Next", baseline: "2026-12-01", forecast: "2026-12-12", slipDays: 11 });
  });

  it("without a forecast is expected on its baseline", () => {
    expect(next({ Title: "Next", BaselineDate: "2026-12-01" })).toEqual({ title: "Next", baseline: "2026-12-01", forecast: "2026-12-01", slipDays: 0 });
  });

  it("whose forecast has passed slips further each day, and says that it has passed", () => {
    expect(next({ Title: "Next", BaselineDate: "2026-11-01", ForecastDate: "2026-11-10" })).toEqual({
      title: "Next",
      baseline: "2026-11-01",
      forecast: "2026-11-10",
      slipDays: 20,
      hasPassed: true,
    });
  });

  it("without a baseline has no slip, without a title none", () => expect(next({ ForecastDate: "2026-12-12" })).toEqual({ title: "", forecast: "2026-12-12" }));

  it("keeps the first of two on one day, and is none where none is dated", () => {
    expect(next({ Title: "One", ForecastDate: "2026-12-12" }, { Title: "Two", ForecastDate: "2026-12-12" })?.title).toBe("One");
    expect(next({ Title: "No day" })).toBeUndefined();
    expect(next({ ForecastDate: "soon" })).toBeUndefined();
  });
});

test("parts of the same slip keep their order", () => {
  const records = projectWith({
    Milestones: ["M-0001", "M-0002", "M-0003"].map((Ref) => ({ Ref, MilestoneType: "Gate", BaselineDate: "2026-12-01", ForecastDate: "2026-12-02" })),
  });
  expect(inputsNamed(timeRag(records, standpoint), "milestoneSlip").map(({ from }) => from?.ref)).toEqual(["M-0001", "M-0002", "M-0003"]);
  expect(valuesNamed(timeRag(records, standpoint), "milestoneSlip")).toEqual([1, 1, 1]);
});
