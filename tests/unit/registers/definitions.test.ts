import {
  allRegisters,
  fillableColumns,
  furtherRegisters,
  lightRegisters,
  supportingRegisters,
  type Column,
  type Columns,
  type Register,
} from "../../../src/registers";
import * as choices from "../../../src/registers/choices";

/** Names that SharePoint keeps for itself: a column called so is silently made under another name. */
const systemNames = new Set(
  [
    "Author Editor Created Modified ID Id Order Attachments Edit ContentType GUID FileRef FileLeafRef FileDirRef Version UniqueId owshiddenversion",
    "ContentTypeId LinkTitle LinkTitleNoMenu DocIcon ItemChildCount FolderChildCount AppAuthor AppEditor InstanceID WorkflowVersion ParentUniqueId ScopeId",
    "Type Name Level Fields Item Properties Path Comments",
  ]
    .join(" ")
    .split(" "),
);

const commonNames = new Set(["Title", "Ref", "RefNo", "ClientKey", "OperationId", "OldReference", "PidCheckedBy", "PidCheckedDate", "Archived", "ProjectRef"]);

const each = allRegisters.map((register) => [register.name, register] as const);

function columnsOf(register: Register): readonly (readonly [string, Column])[] {
  return Object.entries(register.columns as Columns);
}

/** A person is two columns of the list. */
function listNamesOf(register: Register): readonly string[] {
  return columnsOf(register).flatMap(([name, column]) => (column.type === "person" ? [name, `${name}Address`] : [name]));
}

describe("every register", () => {
  it("is one of 42, each in the catalogue once", () => {
    expect(allRegisters).toHaveLength(42);
    expect(new Set(allRegisters.map(({ name }) => name)).size).toBe(42);
    expect(lightRegisters.map(({ name }) => name)).toEqual(["Projects", "Risks", "Issues", "Actions", "Decisions", "Milestones", "HighlightReports", "Costs"]);
    expect(furtherRegisters.every(({ level }) => level !== "light")).toBe(true);
    expect([...lightRegisters, ...supportingRegisters].every(({ level }) => level === "light")).toBe(true);
  });

  it("has a ref prefix of its own", () => {
    expect(new Set(allRegisters.map(({ ref }) => ref.prefix)).size).toBe(42);
    expect(allRegisters.every(({ ref }) => /^[A-Z]{1,2}-$/.test(ref.prefix) && ref.digits <= ref.mostDigits)).toBe(true);
  });

  it("has rule ids of its own", () => {
    const ids = allRegisters.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe.each(each)("the register %s", (_, register) => {
  it("has names that SharePoint takes as they are", () => {
    for (const name of listNamesOf(register)) {
      expect(name).toMatch(/^[A-Z][A-Za-z0-9]{0,31}$/);
      expect(systemNames.has(name)).toBe(false);
    }
  });

  it("has no two names that Graph or the list confuses", () => {
    const names = listNamesOf(register);
    const lower = names.map((name) => name.toLowerCase());
    expect(new Set(lower).size).toBe(names.length);
    for (const [name, column] of columnsOf(register)) {
      expect(names).not.toContain(`${name}Id`);
      expect(names).not.toContain(`${name}LookupId`);
      if (column.type === "person" || column.type === "people") expect(name).not.toMatch(/Id$/);
    }
  });

  it("has at most 8 indexed columns and no unique long text", () => {
    const indexed = columnsOf(register).filter(([, column]) => column.indexed === true || column.unique === true);
    expect(indexed.length).toBeLessThanOrEqual(8);
    expect(indexed.every(([, column]) => column.type !== "longText" && column.type !== "people" && column.type !== "link")).toBe(true);
  });

  it("speaks only of columns that it has", () => {
    const names = new Set(listNamesOf(register));
    const spokenOf = [
      ...register.shows,
      ...(register.titleFrom === undefined ? [] : [register.titleFrom]),
      ...(register.statusColumn === undefined ? [] : [register.statusColumn]),
      ...(register.moves === undefined ? [] : [register.moves.column]),
      ...register.rules.flatMap(({ fields }) => fields),
      ...Object.keys(register.workedOut),
    ];
    expect(spokenOf.filter((name) => !names.has(name))).toEqual([]);
    expect(register.rules.every(({ fields }) => fields.length > 0)).toBe(true);
  });

  it("shows between 3 and 8 columns first, none of them hidden", () => {
    expect(register.shows.length).toBeGreaterThanOrEqual(3);
    expect(register.shows.length).toBeLessThanOrEqual(8);
    expect(register.shows.filter((name) => (register.columns as Columns)[name]?.hidden === true)).toEqual([]);
  });

  it("labels each column once, in its own words", () => {
    const labels = columnsOf(register).map(([, { label }]) => label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    expect(labels.filter((label) => label.trim() !== label || label.length === 0 || label.length > 80)).toEqual([]);
  });

  it("takes its choices from the trust's lists and its standard value from its choices", () => {
    const lists: readonly unknown[] = Object.values(choices);
    for (const [, column] of columnsOf(register)) {
      if (column.type !== "choice") continue;
      expect(lists).toContain(column.choices);
      if (column.standard !== undefined) expect(column.choices).toContain(column.standard);
    }
  });

  it("has standard numbers, ranges and names of numbers that agree", () => {
    for (const [, column] of columnsOf(register)) {
      if (column.type !== "wholeNumber" && column.type !== "number") continue;
      const { from = -Infinity, to = Infinity, standard } = column;
      expect(from).toBeLessThanOrEqual(to);
      if (standard !== undefined) expect(standard >= from && standard <= to).toBe(true);
      if (column.type === "wholeNumber" && column.named !== undefined) expect(column.named).toHaveLength(to - from + 1);
    }
  });

  it("has statuses that exist, closed ones and moves alike", () => {
    const column = register.statusColumn === undefined ? undefined : (register.columns as Columns)[register.statusColumn];
    const statuses = column?.type === "choice" ? column.choices : [];
    const spokenOf = [...(register.closedStatuses ?? []), ...Object.entries(register.moves?.allowed ?? {}).flatMap(([from, to]) => [from, ...to])];
    expect(spokenOf.filter((status) => !statuses.includes(status))).toEqual([]);
    expect(register.statusColumn === undefined).toBe(register.closedStatuses === undefined);
  });

  it("works out exactly the columns that say so", () => {
    const ownRow = columnsOf(register).flatMap(([name, column]) => (column.filledBy === "ownRow" ? [name] : []));
    expect(Object.keys(register.workedOut).toSorted()).toEqual(ownRow.toSorted());
    for (const workOut of Object.values(register.workedOut)) expect(workOut({})).toBeUndefined();
  });

  it("points at registers and unique columns that exist", () => {
    for (const [, column] of columnsOf(register)) {
      if (column.type !== "reference") continue;
      const target = allRegisters.find(({ name }) => name === column.register);
      expect((target?.columns as Columns | undefined)?.[column.by]?.unique).toBe(true);
    }
  });

  it("asks people only for columns that they can fill", () => {
    const fillable = new Set(fillableColumns(register).map(([name]) => name));
    expect(columnsOf(register).filter(([name, column]) => column.needed !== undefined && !fillable.has(name))).toEqual([]);
  });

  it("has patterns that are regular expressions over whole values", () => {
    for (const [, column] of columnsOf(register)) {
      if (column.type !== "text" || column.pattern === undefined) continue;
      expect(column.pattern).toMatch(/^\^.*\$$/);
      expect(new RegExp(column.pattern).test("\u0000")).toBe(false);
    }
  });

  it("says in whole short sentences what a rule found", () => {
    for (const { says } of register.rules) {
      expect(says).toMatch(/^[A-Z]/);
      expect(says.split(" ").length).toBeLessThanOrEqual(20);
      expect(says).not.toMatch(/please|invalid|error occurred|oops/i);
    }
  });
});

describe("what is needed to create", () => {
  const asked = (name: string): readonly string[] =>
    columnsOf(allRegisters.find((register) => register.name === name) ?? fail(name)).flatMap(([column, { needed }]) => (needed === "create" ? [column] : []));

  it.each([
    ["Projects", ["Title", "ProjectManager"]],
    // A risk's title is its event's first words.
    ["Risks", ["Title", "RiskEvent", "Owner", "CurrentLikelihood", "CurrentConsequence"]],
    ["Issues", ["Title", "Owner"]],
    ["Actions", ["Title", "Owner", "DueDate"]],
    ["Decisions", ["Title"]],
    ["Milestones", ["Title", "ForecastDate"]],
    ["Costs", ["Title", "FinancialYear", "CapRev"]],
    // A report without a period could not be told from another.
    ["HighlightReports", ["Title", "PeriodMonth"]],
  ])("%s asks for %j", (name, columns) => {
    expect(asked(name)).toEqual(expect.arrayContaining([...columns]));
    expect(asked(name)).toHaveLength(columns.length);
  });

  it("is light wherever the register is light", () => {
    for (const register of lightRegisters) {
      expect(columnsOf(register).filter(([, { needed, level }]) => needed === "create" && level !== "light")).toEqual([]);
    }
  });

  it("is never more than 5 columns", () => {
    expect(allRegisters.filter(({ name }) => asked(name).length > 5).map(({ name }) => name)).toEqual([]);
  });
});

describe("clinical impact, hazards and assessments", () => {
  it.each([
    ["Projects", "ClinicalImpact"],
    ["Hazards", "InitialLikelihood"],
    ["Hazards", "InitialSeverity"],
    ["Hazards", "ResidualLikelihood"],
    ["Hazards", "ResidualSeverity"],
    ["ImpactAssessments", "DpiaOutcome"],
    ["ImpactAssessments", "EiaDirection"],
    ["ImpactAssessments", "ScreeningResult"],
  ])("%s does not fill %s by itself", (name, column) => {
    const found = (allRegisters.find((register) => register.name === name)?.columns as Columns | undefined)?.[column];
    expect(found).toMatchObject({ label: expect.any(String) as string });
    expect(found).not.toHaveProperty("standard");
  });
});

describe("the number of columns of its own", () => {
  /**
   * Per register: columns of the domain reference, minus those that every reader works out, plus those that the reference forgot.
   * The twelve months of a group count as twelve; the programme counts where the reference lists it.
   */
  const expected: readonly (readonly [name: string, reference: number, leftOut: number, added: number])[] = [
    ["Programmes", 17, 0, 0],
    ["Projects", 68, 10, 3],
    ["ProjectOrganisations", 8, 0, 0],
    ["Risks", 43, 1, 1],
    ["Issues", 16, 0, 0],
    ["Actions", 13, 0, 0],
    ["Assumptions", 9, 0, 0],
    ["Dependencies", 16, 0, 0],
    ["Decisions", 15, 0, 0],
    ["Changes", 30, 2, 0],
    ["Milestones", 16, 1, 0],
    ["PlanTasks", 30, 0, 0],
    ["Costs", 71, 3, 0],
    ["Benefits", 31, 4, 0],
    ["BenefitMeasures", 9, 0, 0],
    ["BenefitMap", 7, 0, 0],
    ["Suppliers", 8, 0, 0],
    ["Contracts", 32, 3, 0],
    ["Stakeholders", 14, 0, 0],
    ["Lessons", 12, 0, 0],
    ["GateReviews", 17, 1, 0],
    ["GateChecklist", 8, 0, 0],
    ["QualityRegister", 13, 0, 0],
    ["Hazards", 24, 2, 0],
    ["ImpactAssessments", 30, 0, 0],
    ["ResourceDemand", 33, 0, 0],
    ["ResourceCapacity", 16, 0, 0],
    ["Estimates", 19, 1, 0],
    ["IntakeRequests", 31, 1, 0],
    ["PmoServices", 11, 0, 0],
    ["PmoRequests", 15, 0, 0],
    ["MaturityAssessments", 9, 0, 0],
    ["HighlightReports", 41, 0, 9],
    ["ExceptionReports", 14, 0, 0],
    ["PortfolioSnapshots", 19, 0, 1],
    ["Organisations", 3, 0, 0],
    ["StrategicObjectives", 4, 0, 0],
    ["Divisions", 3, 0, 0],
    ["FundingSources", 6, 0, 0],
    ["FinancialPeriods", 5, 0, 0],
    ["Settings", 3, 0, 0],
    ["Receipts", 0, 0, 11],
  ];

  it("is known for all of them", () => {
    expect(expected.map(([name]) => name).toSorted()).toEqual(allRegisters.map(({ name }) => name).toSorted());
  });

  it.each(expected)("%s: %i of the reference, %i left out, %i added", (name, reference, leftOut, added) => {
    const register = allRegisters.find((candidate) => candidate.name === name);
    const own = Object.keys(register?.columns ?? {}).filter((column) => !commonNames.has(column));
    expect(own).toHaveLength(reference - leftOut + added);
  });
});

function fail(name: string): never {
  throw new Error(`no register ${name}`);
}
