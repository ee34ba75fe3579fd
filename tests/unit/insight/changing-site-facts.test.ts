import { siteFacts, type Site, type Standpoint } from "../../../src/insight";
import { createSiteFacts } from "../../../src/insight/changing-site-facts";
import { recordsIn, type ProjectRecords } from "../../../src/insight/records";
import type { Row, strategicObjectives } from "../../../src/registers";
import { allRegisters } from "../../../src/registers/all-registers";
import { standpoint } from "./money-setting";
import { projectOf, rowOf } from "./quality-ground";

const at = standpoint();
const none: readonly Row[] = [];
const objectives: readonly Row[] = [rowOf({ Code: "SO-1", Active: true }, "1")];

interface Given {
  readonly records?: ProjectRecords;
  readonly inactive?: ReadonlySet<string>;
  readonly from?: Standpoint;
}

const quiet = projectOf({ Risks: [{ Ref: "R-1" }] });

/** A site of one project; rows of a register are the very array that its project holds. */
function moment({ records = quiet, inactive, from = at }: Given = {}) {
  const site: Site = {
    registers: allRegisters,
    projects: [records],
    objectives: recordsIn<typeof strategicObjectives>(objectives),
    ...(inactive === undefined ? {} : { inactive }),
  };
  const rows = new Map<string, readonly Row[]>(Object.entries({ ...records, project: none }));
  return { site, standpoint: from, rowsOf: (register: string) => (register === "StrategicObjectives" ? objectives : (rows.get(register) ?? none)) };
}

describe("facts of a site that changes", () => {
  it("answer as the facts of the moment do", () => {
    const records = projectOf({
      Risks: [{ Ref: "R-1", ExternalOwner: "A contractor" }],
      Benefits: [
        { Ref: "B-1", Measure: "Beds", StartDate: "2026-04-01" },
        { Ref: "B-2", Measure: "Beds", StartDate: "2026-05-01" },
      ],
    });
    const now = moment({ records, inactive: new Set(["ann@example.org"]) });
    const [kept, fresh] = [createSiteFacts()(now), siteFacts(now.site, at)];
    expect(kept.registers).toEqual(fresh.registers);
    expect([...(kept.objectives ?? [])]).toEqual(["SO-1"]);
    expect([...(kept.inactive ?? [])]).toEqual(["ann@example.org"]);
    expect([...kept.doubleCounted]).toEqual([...fresh.doubleCounted]);
    expect(kept.doubleCounted.size).toBe(2);
    expect([kept.usesRegister("Risks"), kept.usesRegister("Costs")]).toEqual([true, false]);
    expect([kept.usesColumn("Risks", "ExternalOwner"), kept.usesColumn("Risks", "Unheard")]).toEqual([true, false]);
    expect(kept.lastReportDue("Tier 1")).toEqual(fresh.lastReportDue("Tier 1"));
    expect(kept.lastReportDue("Tier 1")).toBeDefined();
  });

  it("are the same while what was asked has the same answer, whatever else changed", () => {
    const factsOf = createSiteFacts();
    const facts = factsOf(moment());
    facts.usesRegister("Risks");
    expect(factsOf(moment({ records: projectOf({ Risks: [{ Ref: "R-1" }, { Ref: "R-2" }], Costs: [{ Ref: "C-1" }] }) }))).toBe(facts);
  });

  it("answer what is asked later from the newest moment", () => {
    const factsOf = createSiteFacts();
    const facts = factsOf(moment());
    expect(factsOf(moment({ records: projectOf({ Risks: [{ Ref: "R-1" }], Costs: [{ Ref: "C-1" }] }) }))).toBe(facts);
    expect(facts.usesRegister("Costs")).toBe(true);
  });

  it("are others as soon as one thing that was asked has another answer", () => {
    const factsOf = createSiteFacts();
    const facts = factsOf(moment());
    facts.usesRegister("Risks");
    facts.usesColumn("Risks", "Unheard");
    facts.usesRegister("Costs");
    expect(factsOf(moment({ records: projectOf({ Risks: [{ Ref: "R-1" }], Costs: [{ Ref: "C-1" }] }) }))).not.toBe(facts);
  });

  it("are others from another standpoint, and when somebody else left", () => {
    const factsOf = createSiteFacts();
    const facts = factsOf(moment());
    expect(factsOf(moment())).toBe(facts);
    expect(factsOf(moment({ from: standpoint({ today: "2026-11-25" }) }))).not.toBe(facts);
    const otherFactsOf = createSiteFacts();
    const before = otherFactsOf(moment());
    expect(otherFactsOf(moment({ inactive: new Set(["ann@example.org"]) }))).not.toBe(before);
  });
});
