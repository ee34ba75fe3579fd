import { pence } from "../../../src/kernel";
import { readAdopted, writeAdopted, type AdoptedList, type ColumnLimits } from "../../../src/lists/adopted-fields";
import type { SitePeople, SitePerson } from "../../../src/lists/site-people";
import { costs, risks, type Adoption, type MappedColumn } from "../../../src/registers";

const asha: SitePerson = { lookupId: "11", name: "Asha Patel", address: "asha.patel@northmere.example" };
const people: SitePeople = {
  byLookupId: (id) => (id === "11" ? asha : undefined),
  byAddress: (address) => (address === asha.address ? asha : undefined),
};

const likelihood: MappedColumn = {
  field: "Likelihood",
  heldAs: "choice",
  words: [
    { theirs: "1 - Rare", ours: 1 },
    { theirs: "4 - Likely", ours: 4 },
  ],
};

function riskLog(more: Partial<Adoption> = {}, limits: Readonly<Record<string, Partial<ColumnLimits>>> = {}): AdoptedList {
  const columns = new Map<string, MappedColumn>([
    ["Title", { field: "Title", heldAs: "text", words: [] }],
    ["RiskEvent", { field: "Risk_x0020_description", heldAs: "lines", words: [] }],
    ["Owner", { field: "Risk_x0020_owner", heldAs: "person", words: [] }],
    ["CurrentLikelihood", likelihood],
    ["CurrentConsequence", { field: "Impact", heldAs: "number", words: [] }],
    ["NextReviewDate", { field: "Review_x0020_date", heldAs: "dateTime", words: [] }],
    ["Status", { field: "Status", heldAs: "choice", words: [{ theirs: "Live", ours: "Open" }] }],
    ["ProjectRef", { field: "Project", heldAs: "lookup", words: [{ theirs: "3", ours: "P-0012" }] }],
    ["Controls", { field: "Notes", heldAs: "richText", words: [] }],
  ]);
  const facts = [...columns.values()].map(({ field }): [string, ColumnLimits] => [field, { displayName: field, isReadOnly: false, ...limits[field] }]);
  return { adoption: { register: "Risks", listId: "l", listName: "Risk log", columns, ...more }, people, limits: new Map(facts) };
}

const item = {
  id: "7",
  Title: "Scanners",
  Risk_x0020_description: "Barcode scanners arrive late",
  Risk_x0020_ownerLookupId: "11",
  Risk_x0020_owner: "Patel, Asha",
  Likelihood: "4 - Likely",
  Impact: 3,
  Review_x0020_date: "2026-11-30T00:00:00Z",
  Status: "Live",
  ProjectLookupId: "3",
  Project: "Blood tracking",
  Notes: "<div>Loan kit<br>from <b>supplier</b> &amp; spares</div>",
  Department: "Theatres",
  DepartmentLookupId: "2",
  Evidence: { Url: "https://northmere.example/e", Description: "Minutes" },
};

describe("an item of a list that a trust made itself, read as a row", () => {
  test("gives each mapped column its value, words their meaning, and people their address", () => {
    expect(readAdopted(risks, riskLog(), item).values).toMatchObject({
      Title: "Scanners",
      RiskEvent: "Barcode scanners arrive late",
      Owner: "Asha Patel",
      OwnerAddress: "asha.patel@northmere.example",
      CurrentLikelihood: 4,
      CurrentConsequence: 3,
      NextReviewDate: "2026-11-30",
      Status: "Open",
      ProjectRef: "P-0012",
      Controls: "Loan kit\nfrom supplier & spares",
    });
  });

  test("works out the score that the list has no column for", () => {
    expect(readAdopted(risks, riskLog(), item).values).toMatchObject({ CurrentScore: 12 });
  });

  test("shows what is not mapped under its own name, a look-up by its words alone", () => {
    expect(readAdopted(risks, riskLog(), item).extras).toEqual({ Department: "Theatres", Evidence: "Minutes" });
  });

  test("never takes a column of theirs for ours because it bears the same name", () => {
    const read = readAdopted(risks, riskLog(), { ...item, Response: "Hope", CostImpact: 5 });
    expect(read.values["Response"]).toBeUndefined();
    expect(read.values["CostImpact"]).toBeUndefined();
    expect(read.extras).toMatchObject({ Response: "Hope", CostImpact: "5" });
  });

  test("shows a word without a meaning as it is, and does not work with it", () => {
    const read = readAdopted(risks, riskLog(), { ...item, Likelihood: "About even" });
    expect(read.values["CurrentLikelihood"]).toBeUndefined();
    expect(read.values["CurrentScore"]).toBeUndefined();
    expect(read.extras).toMatchObject({ Likelihood: "About even" });
  });

  test("points at no project that nobody has named", () => {
    const read = readAdopted(risks, riskLog(), { ...item, ProjectLookupId: "9", Project: "Dental imaging" });
    expect(read.values["ProjectRef"]).toBeUndefined();
    expect(read.extras).toMatchObject({ Project: "Dental imaging" });
  });

  test("takes the name from the row where the site does not tell who a person is", () => {
    const read = readAdopted(risks, riskLog(), { ...item, Risk_x0020_ownerLookupId: "99" });
    expect(read.values["Owner"]).toBe("Patel, Asha");
    expect(read.values["OwnerAddress"]).toBeUndefined();
  });

  test("belongs to the one project that all its rows belong to", () => {
    const { ProjectLookupId: _id, Project: _project, ...bare } = item;
    expect(readAdopted(risks, riskLog({ allOfProject: "P-0002" }), bare).values["ProjectRef"]).toBe("P-0002");
  });
});

describe("a change of such a row, written", () => {
  const fieldsOf = (changes: Parameters<typeof writeAdopted>[2], list = riskLog()): unknown => {
    const written = writeAdopted(risks, list, changes);
    return written.ok ? written.value : written.fault.kind === "invalid" ? written.fault.problems.map(({ says }) => says) : written.fault;
  };

  test("names only the columns that changed, in their words and kinds", () => {
    expect(fieldsOf({ CurrentLikelihood: 1, NextReviewDate: "2026-12-01", Status: "Open", CurrentConsequence: 5 })).toEqual({
      Likelihood: "1 - Rare",
      Review_x0020_date: "2026-12-01T12:00:00Z",
      Status: "Live",
      Impact: 5,
    });
  });

  test("leaves out what the product works out or marks, and the title that is worked out", () => {
    const { adoption, ...list } = riskLog();
    const columns = new Map([...adoption.columns].filter(([name]) => name !== "Title"));
    expect(
      fieldsOf(
        { Title: "New", CurrentScore: 5, CurrentBand: "High", OperationId: "o", ClientKey: "k", Ref: "R-1", RefNo: 1 },
        { ...list, adoption: { ...adoption, columns } },
      ),
    ).toEqual({});
  });

  test("refuses a column that the list does not have, by name, and sends nothing", () => {
    expect(fieldsOf({ CurrentConsequence: 2, Cause: "Late order" })).toEqual(["The list Risk log has no column for Because of"]);
  });

  test("refuses to archive where nothing can hold the mark", () => {
    expect(fieldsOf({ Archived: true })).toEqual(["The list Risk log has no column for Archived"]);
  });

  test("finds a person by address, and says who is not known in the site", () => {
    expect(fieldsOf({ Owner: "Asha Patel", OwnerAddress: "asha.patel@northmere.example" })).toEqual({ Risk_x0020_ownerLookupId: 11 });
    expect(fieldsOf({ OwnerAddress: "asha.patel@northmere.example" })).toEqual({ Risk_x0020_ownerLookupId: 11 });
    expect(fieldsOf({ Owner: null, OwnerAddress: null })).toEqual({ Risk_x0020_ownerLookupId: null });
    expect(fieldsOf({ Owner: "Tom Reid", OwnerAddress: "tom.reid@northmere.example" })).toEqual([
      "SharePoint does not know Tom Reid in this site yet. Ask them to open the site once, then try again",
    ]);
  });

  test("points a look-up at the item that stands for the project, and at no other", () => {
    expect(fieldsOf({ ProjectRef: "P-0012" })).toEqual({ ProjectLookupId: 3 });
    expect(fieldsOf({ ProjectRef: null })).toEqual({ ProjectLookupId: null });
    expect(fieldsOf({ ProjectRef: "P-0040" })).toEqual(["Project has nothing for P-0040"]);
  });

  test("never writes what can only be changed in SharePoint", () => {
    expect(fieldsOf({ Controls: "Two kits" })).toEqual(["Controls in place can only be changed in SharePoint, in Notes"]);
    expect(fieldsOf({ CurrentConsequence: 2 }, riskLog({}, { Impact: { isReadOnly: true } }))).toEqual([
      "Consequence can only be changed in SharePoint, in Impact",
    ]);
  });

  test("keeps to the words and lengths of the list", () => {
    expect(fieldsOf({ CurrentLikelihood: 3 })).toEqual(["Likelihood has no word for 3"]);
    expect(fieldsOf({ Status: "Closed" }, riskLog({}, { Status: { onlyChoices: ["Live", "Done"] } }))).toEqual(["Status has no choice “Closed”"]);
    expect(fieldsOf({ Title: "Scanners late" }, riskLog({}, { Title: { longest: 5 } }))).toEqual(["Title takes at most 5 characters in this list"]);
  });

  test("keeps the one project, and refuses another", () => {
    const all = riskLog({ allOfProject: "P-0002", columns: new Map() });
    expect(fieldsOf({ ProjectRef: "P-0002" }, all)).toEqual({});
    expect(fieldsOf({ ProjectRef: "P-0003" }, all)).toEqual(["The list Risk log has no column for Project"]);
  });

  test("writes amounts in pounds", () => {
    const columns = new Map<string, MappedColumn>([["BudM01", { field: "Apr", heldAs: "currency", words: [] }]]);
    const list: AdoptedList = {
      adoption: { register: "Costs", listId: "l", listName: "Costs", columns },
      people,
      limits: new Map([["Apr", { displayName: "Apr", isReadOnly: false }]]),
    };
    expect(writeAdopted(costs, list, { BudM01: pence(123_456) })).toEqual({ ok: true, value: { Apr: 1_234.56 } });
  });
});
