import { declaredRag, isBetterThan, lastPublishedReport, trendBetween } from "../../../src/insight";
import type { Figure } from "../../../src/insight/figure";
import type { Rag } from "../../../src/insight/rag";
import type { Values } from "../../../src/registers";
import { inShort, oracle, projectWith, recordOf } from "./rag-ground";

interface Other {
  readonly trend: readonly { readonly previous: Rag | null; readonly current: Rag; readonly expected: string }[];
  readonly declaredVersusComputed: readonly { readonly declared: Rag; readonly computed: Rag; readonly expectedReasonRequired: boolean }[];
}
const { trend, declaredVersusComputed } = oracle("rag-other.json") as Other;

function workedOut(value: Rag | undefined): Figure<Rag> {
  return { value, rule: "overallRagBalanced", inputs: [] };
}

describe("the trend", () => {
  it.each(trend)("from $previous to $current is $expected", ({ previous, current, expected }) => {
    expect(trendBetween(previous ?? undefined, current)).toBe(expected);
  });

  it("needs both sides", () => expect(trendBetween("Green", undefined)).toBe("No comparison"));
});

describe("a reason", () => {
  it.each(declaredVersusComputed)("for $declared beside $computed is needed: $expectedReasonRequired", ({ declared, computed, expectedReasonRequired }) => {
    expect(isBetterThan(declared, computed)).toBe(expectedReasonRequired);
    expect(declaredRag(projectWith({ project: { RagOverall: declared } }), workedOut(computed)).needsReason.value).toBe(expectedReasonRequired);
  });

  it("is not needed where nothing is declared, nor where it says not rated", () => {
    expect(isBetterThan(undefined, "Red")).toBe(false);
    expect(isBetterThan("Not rated", "Red")).toBe(false);
    expect(isBetterThan("Green", undefined)).toBe(false);
  });

  const reasonWith = (reports: readonly Values[], snapshots: readonly Values[] = [], declared = "Amber") =>
    declaredRag(projectWith({ project: { RagOverall: declared }, HighlightReports: reports, PortfolioSnapshots: snapshots }), workedOut("Red")).reason;
  const october: Values = {
    Ref: "HR-00001",
    PeriodMonth: "2026-10",
    RagOverall: "Amber",
    RagReason: "The loan kit removes the critical path",
    Status: "Published",
  };

  it("stands beside the worked-out RAG with the report it was given in", () => {
    expect(reasonWith([october])).toEqual({
      value: october["RagReason"],
      rule: "ragReason",
      inputs: [{ name: "reason", kind: "fact", unit: "words", value: october["RagReason"], from: { register: "HighlightReports", ref: "HR-00001" } }],
    });
  });

  it("stays when the next report, not written yet, has none", () => {
    expect(reasonWith([october, { PeriodMonth: "2026-11", Status: "Draft", RagOverall: "Amber" }]).value).toBe(october["RagReason"]);
    expect(reasonWith([{ PeriodMonth: "2026-11", Status: "Draft", RagOverall: "Amber", RagReason: "New kit" }, october]).value).toBe("New kit");
  });

  it("goes when something else is declared, or when the facts have changed since", () => {
    expect(reasonWith([october], [], "Green")).toEqual({ value: undefined, rule: "ragReason", inputs: [] });
    expect(reasonWith([october], [{ PeriodMonth: "2026-10", RagOverallCalc: "Amber" }]).value).toBeUndefined();
    expect(reasonWith([october], [{ PeriodMonth: "2026-11", RagOverallCalc: "Amber" }]).value).toBeUndefined();
    expect(
      reasonWith(
        [october],
        [
          { PeriodMonth: "2026-10", RagOverallCalc: "Red" },
          { PeriodMonth: "2026-09", RagOverallCalc: "Green" },
        ],
      ).value,
    ).toBeDefined();
    expect(reasonWith([october], [{ PeriodMonth: "2026-11" }, { RagOverallCalc: "Green" }]).value).toBeDefined();
  });

  it("is not one given in another series of reports", () => {
    expect(reasonWith([october, { ...october, PeriodMonth: "2026-11", Series: "Funders", RagReason: "For the funders" }]).value).toBe(october["RagReason"]);
    expect(reasonWith([{ ...october, Series: "Funders" }]).value).toBeUndefined();
  });

  it("is none in a report that a correction took the place of, nor where no report has one", () => {
    expect(reasonWith([{ ...october, Status: "Superseded" }]).value).toBeUndefined();
    expect(reasonWith([]).value).toBeUndefined();
  });
});

describe("the last published report", () => {
  const found = (before: string | undefined, ...rows: readonly Values[]) =>
    lastPublishedReport(
      rows.map((values) => recordOf("HighlightReports", { Status: "Published", ...values })),
      before,
    )?.values.Ref;

  it("is that of the latest period, whatever their order", () => {
    const [september, october, november] = ["2026-09", "2026-10", "2026-11"].map((PeriodMonth): Values => ({ PeriodMonth, Ref: PeriodMonth }));
    expect(found(undefined, september!, november!, october!)).toBe("2026-11");
    expect(found("2026-11", september!, november!, october!)).toBe("2026-10");
    expect(found("2026-09", september!, november!)).toBeUndefined();
  });

  it("is published, of the usual series, and has a period", () => {
    const usual: Values = { PeriodMonth: "2026-10", Ref: "usual" };
    expect(found(undefined, usual, { ...usual, PeriodMonth: "2026-11", Status: "Superseded" })).toBe("usual");
    expect(found(undefined, usual, { ...usual, PeriodMonth: "2026-11", Status: "SRO approved" })).toBe("usual");
    expect(found(undefined, usual, { ...usual, PeriodMonth: "2026-11", Series: "Funders" })).toBe("usual");
    expect(found("2026-11", { Ref: "no period" })).toBeUndefined();
    expect(found(undefined)).toBeUndefined();
  });
});

describe("what is declared beside the facts", () => {
  const published: Values = { Ref: "HR-00001", PeriodMonth: "2026-10", RagOverall: "Green", Status: "Published" };

  it("names both sides, and the trend against the last published report", () => {
    const beside = declaredRag(projectWith({ project: { RagOverall: "Amber" }, HighlightReports: [published] }), workedOut("Red"));
    expect(beside.declared).toEqual({
      value: "Amber",
      rule: "declaredRag",
      inputs: [{ name: "declared", kind: "fact", unit: "rag", value: "Amber", from: { register: "Projects", ref: "P-0001" } }],
    });
    expect(beside.needsReason).toMatchObject({ value: true, rule: "needsReason" });
    expect(inShort(beside.needsReason)).toEqual({ declared: "Amber", workedOut: "Red" });
    expect(beside.trend).toMatchObject({ value: "Worsening", rule: "trend" });
    expect(beside.trend.inputs).toEqual([
      { name: "published", kind: "fact", unit: "rag", value: "Green", from: { register: "HighlightReports", ref: "HR-00001" } },
      { name: "period", kind: "fact", unit: "words", value: "2026-10" },
      { name: "declared", kind: "fact", unit: "rag", value: "Amber", from: { register: "Projects", ref: "P-0001" } },
    ]);
  });

  it.each([undefined, "Purple"])("is not declared when it says %p", (RagOverall) => {
    const beside = declaredRag(projectWith({ project: RagOverall === undefined ? {} : { RagOverall } }), workedOut(undefined));
    expect(beside.declared.value).toBeUndefined();
    expect(beside.needsReason).toEqual({ value: false, rule: "needsReason", inputs: [] });
    expect(beside.trend).toEqual({ value: "No comparison", rule: "trend", inputs: [] });
  });

  it("has no comparison with a report whose RAG nobody can read", () => {
    const records = projectWith({ project: { RagOverall: "Amber" }, HighlightReports: [{ ...published, RagOverall: "Purple" }] });
    const { trend: found } = declaredRag(records, workedOut("Red"));
    expect(found.value).toBe("No comparison");
    expect(inShort(found)).toEqual({ period: "2026-10", declared: "Amber" });
  });
});
