import { addDays, financialMonths, firstDayOfFinancialMonth, pence, type FinancialMonth, type FinancialYear } from "../../../kernel";
import {
  contracts,
  divisions,
  financialPeriods,
  fundingSources,
  gateReviews,
  intakeRequests,
  lessons,
  maturityAssessments,
  organisations,
  pmoRequests,
  pmoServices,
  programmes,
  receipts,
  resourceCapacity,
  risks,
  settings,
  strategicObjectives,
  suppliers,
} from "../../../registers";
import {
  divisionLines,
  fundingLines,
  intakeLines,
  maturityTexts,
  objectiveLines,
  organisationLines,
  programmeLines,
  serviceLines,
  settingLines,
  supplierLines,
} from "../content/reference";
import type { DirectoryPerson } from "../people";
import { closedMonths, person, yearBefore, type Scene } from "../scene";

/** Settings, periods and the lists that other rows point to. They come first. */
export function addReferenceLists(scene: Scene): void {
  const { book } = scene;
  const someone = (key: string): DirectoryPerson | undefined => scene.cast.ofRole("sro").find((one) => one.key === key) ?? scene.cast.ofRole("sro")[0];
  for (const [key, value, reason] of settingLines) book.add(settings, { Title: key, Key: key, ValueJson: JSON.stringify(value), Reason: reason });
  addPeriods(scene);
  for (const [code, name, type] of organisationLines) book.add(organisations, { Title: name, OdsCode: code, OrgType: type, Active: true });
  for (const [code, name, director] of divisionLines) book.add(divisions, { Title: name, Code: code, ...person("Director", someone(director)), Active: true });
  for (const [code, title, description, lead] of objectiveLines)
    book.add(strategicObjectives, { Title: title, Code: code, Description: description, ...person("ExecLead", someone(lead)), Active: true });
  for (const [code, title, capRev, counts, conditions] of fundingLines) {
    book.add(fundingSources, {
      Title: title,
      Code: code,
      CapRev: capRev,
      CountsToCdel: counts,
      Conditions: conditions,
      SpendBy: conditions === undefined ? undefined : addDays(firstDayOfFinancialMonth(closedMonths(scene.today).year, 12), 30),
      Active: true,
    });
  }
}

function addPeriods(scene: Scene): void {
  const { year, closed, isLastYearClosed } = closedMonths(scene.today);
  const finance = scene.cast.ofRole("finance")[0];
  const add = (period: { readonly of: FinancialYear; readonly month: FinancialMonth; readonly isClosed: boolean }): void => {
    const { of, month, isClosed } = period;
    const closes = addDays(firstDayOfFinancialMonth(of, month), 37);
    scene.book.add(financialPeriods, {
      Title: `${of} month ${String(month)}`,
      FinancialYear: of,
      MonthNo: month,
      PeriodStatus: isClosed ? "Closed" : "Open",
      ...(isClosed ? { ...person("ClosedBy", finance), ClosedDate: closes > scene.today ? scene.today : closes } : {}),
    });
  };
  for (const month of financialMonths) add({ of: yearBefore(year), month, isClosed: month < 12 || isLastYearClosed });
  for (const month of financialMonths) add({ of: year, month, isClosed: month <= closed });
}

export function addProgrammes(scene: Scene): void {
  const { book, cast, today } = scene;
  for (const [title, objective, vision, sro, manager, rag, years] of programmeLines) {
    const start = addDays(today, -420);
    const ref = book.add(programmes, {
      Title: title,
      StrategicObjectiveCode: objective,
      Vision: vision,
      Status: "Active",
      ...person("Sro", cast.person(sro)),
      ...person("ProgrammeManager", cast.person(manager)),
      ...person("ClinicalLead", cast.ofRole("clinical")[0]),
      LeadOrgCode: "Z0N1M",
      PartnerOrgCodes: "Z0I1B\nZ0W1V",
      GovernanceBoard: `${title} board`,
      StartBaseline: start,
      EndBaseline: addDays(start, years * 365),
      EndForecast: addDays(start, years * 365 + (rag === "Green" ? 0 : 40)),
      BudgetApproved: pence(years * 900_000_000),
      RagOverall: rag,
      PathToGreen: rag === "Green" ? undefined : "Recovery plans of the two late projects, reviewed by the board next month.",
      Confidentiality: "OFFICIAL",
    });
    book.add(risks, {
      RiskEvent: `${title}: projects compete for the same few specialists`,
      Cause: "three projects reach testing in the same quarter",
      Effect: "all of them slip",
      ProgrammeRef: ref,
      ...person("Owner", cast.person(manager)),
      RiskType: "Threat",
      Category: "Workforce and skills",
      Response: "Treat",
      ResponsePlan: "One resource plan for the programme, agreed each month",
      Status: "Open",
      CurrentLikelihood: 3,
      CurrentConsequence: 4,
      InherentLikelihood: 4,
      InherentConsequence: 4,
      TargetLikelihood: 2,
      TargetConsequence: 3,
      TargetDate: addDays(today, 90),
      NextReviewDate: addDays(today, 12),
      EscalationLevel: "Programme",
      RaisedDate: addDays(today, -150),
      LastReviewDate: addDays(today, -18),
    });
    book.add(gateReviews, {
      Title: `Health check: ${title}`,
      ProgrammeRef: ref,
      ReviewType: "Health check",
      PlannedDate: addDays(today, 30),
      Outcome: "Not yet decided",
    });
  }
}

export function addSuppliers(scene: Scene): void {
  for (const [name, number, risk] of supplierLines) {
    scene.book.add(suppliers, {
      Title: name,
      CompanyNumber: number,
      ContactText: "Account manager",
      IsSme: risk === "Low",
      RiskRating: risk,
      DspStatus: "Standards met",
      CyberEssentials: addDays(scene.today, scene.dice.whole(-30, 300)),
      Active: true,
    });
  }
}

/** Contracts of no project: the trust's own. */
export function addCorporateContracts(scene: Scene): void {
  for (const [title, supplier, years, notice] of [
    ["Mobile telephones", "SU-0003", 2, 90],
    ["Agency framework", "SU-0010", 1, 180],
    ["Boiler maintenance", "SU-0011", 1, 120],
    ["Imaging archive", "SU-0004", 3, 270],
  ] as const) {
    scene.book.add(contracts, {
      Title: title,
      SupplierRef: supplier,
      ContractKind: "Goods or services",
      ProcurementRegime: "Procurement Act 2023",
      ProcurementRoute: "Framework call-off",
      FrameworkName: "Regional framework",
      Stage: "Live",
      ...person("ContractOwner", scene.cast.ofRole("service")[0]),
      ...person("ProcurementLead", scene.cast.ofRole("corporate")[0]),
      ValueExVat: pence(years * 18_000_000),
      VatRate: 0.2,
      AnnualValue: pence(18_000_000),
      StartDate: addDays(scene.today, -500),
      EndDate: addDays(scene.today, years * 200),
      ExtensionMonths: "12",
      ExtensionsUsed: 0,
      NoticeDays: notice,
      DpiaNeeded: false,
      Confidentiality: "OFFICIAL-SENSITIVE: COMMERCIAL",
    });
  }
}

/** What the PMO offers and does, intake, maturity, capacity. They come last, for they name projects. */
export function addOfficeRows(scene: Scene): void {
  const { book, cast, dice, today, projects } = scene;
  const office = cast.ofRole("pmo");
  const services = serviceLines.map(([title, category, what, days, hours, saved]) =>
    book.add(pmoServices, {
      Title: title,
      ServiceCategory: category,
      Description: what,
      ForWhom: "Project managers and SROs",
      HowToAsk: "In the PMO team, channel General",
      ServiceLevelDays: days,
      StandardHours: hours,
      HoursSavedForUser: saved,
      ...person("Owner", office[0]),
      Active: true,
    }),
  );
  for (const [place, project] of projects
    .filter((_, index) => index % 3 === 0)
    .slice(0, 60)
    .entries()) {
    const isDone = dice.chance(0.6);
    const asked = addDays(today, -dice.whole(10, 80));
    book.add(pmoRequests, {
      Title: `${serviceLines[place % serviceLines.length]?.[0] ?? "Help"}: ${project.title}`,
      ServiceRef: services[place % services.length],
      ProjectRef: project.ref,
      ...person("RequestedBy", project.manager),
      RequestedDate: asked,
      DueDate: addDays(asked, 14),
      ...person("AssignedTo", dice.pick(office)),
      Status: isDone ? "Complete" : dice.pick(["New", "Accepted", "In progress"]),
      HoursSpent: isDone ? dice.whole(2, 16) : undefined,
      ...(isDone
        ? {
            CompletedDate: addDays(asked, dice.whole(3, 10)),
            ValueKind: "Hours saved",
            HoursSaved: dice.whole(2, 24),
            AttributionPct: 100,
            Satisfaction: dice.whole(3, 5),
          }
        : {}),
      Evidence: dice.pick(["Claimed", "Estimated", "Measured"]),
    });
  }
  addIntake(scene);
  for (const [perspective, now, target, evidence] of maturityTexts) {
    book.add(maturityAssessments, {
      AssessmentDate: addDays(today, -70),
      Model: "Portfolio",
      Perspective: perspective,
      LevelNow: now,
      LevelTarget: target,
      Evidence: evidence,
      Improvement: "Named in the PMO plan.",
      ...person("Assessor", office[0]),
      IsSelfAssessment: true,
    });
  }
  addCapacity(scene);
  book.add(lessons, {
    WhatHappened: "Reports written from the registers took a third of the time.",
    LessonType: "Went well",
    Theme: "Governance",
    DeliveryType: "Other",
    Recommendation: "Keep registers current and let the report follow.",
    ...person("Owner", office[0]),
    RaisedDate: addDays(today, -40),
    Status: "Shared",
  });
  addReceipts(scene);
}

function addCapacity({ book, cast, today }: Scene): void {
  const { year } = closedMonths(today);
  const capacity = (wte: number): Readonly<Record<string, number>> =>
    Object.fromEntries(financialMonths.map((month) => [`CapM${String(month).padStart(2, "0")}`, wte]));
  for (const manager of cast.ofRole("manager"))
    book.add(resourceCapacity, { Title: manager.name, FinancialYear: year, ...person("Person", manager), RoleType: "Project manager", ...capacity(0.9) });
  for (const [pool, role, wte] of [
    ["Digital specialists", "Digital specialist", 6.5],
    ["Business analysts", "Business analyst", 3],
    ["Trainers", "Change and training", 2.4],
    ["Clinical backfill pool", "Clinical backfill", 4],
  ] as const) {
    book.add(resourceCapacity, { Title: pool, FinancialYear: year, PoolName: pool, RoleType: role, ...capacity(wte) });
  }
}

function addIntake(scene: Scene): void {
  const { book, dice, today, cast } = scene;
  for (const [title, problem, outcome, division, status, pounds, answers] of intakeLines) {
    const yes = (place: number): boolean => answers[place] === "y";
    const isSubmitted = status !== "Draft";
    book.add(intakeRequests, {
      Title: title,
      ...person("RequestedBy", dice.pick(cast.ofRole("service"))),
      SponsorDivision: division,
      Problem: problem,
      ProposedOutcome: outcome,
      NeededBy: addDays(today, dice.whole(60, 300)),
      EstimatedCost: pence(pounds * 100),
      T1: yes(0),
      T2: yes(1),
      T3: yes(2),
      T4: yes(3),
      T5: yes(4),
      T6: yes(5),
      T7: yes(6),
      T8: yes(7),
      T9: yes(8),
      Status: status,
      StrategicFit: dice.whole(1, 5),
      PatientBenefit: dice.whole(1, 5),
      FinancialBenefit: dice.whole(0, 4),
      Regulatory: dice.whole(0, 3),
      Deliverability: dice.whole(2, 5),
      Urgency: dice.whole(1, 5),
      Route: status === "Accepted" ? "Project" : undefined,
      SubmittedDate: isSubmitted ? addDays(today, -dice.whole(8, 40)) : undefined,
      ...(["Accepted", "Rejected", "Deferred", "Triage"].includes(status)
        ? { TriageDate: addDays(today, -dice.whole(1, 7)), ...person("TriagedBy", cast.ofRole("pmo")[0]) }
        : {}),
      DecisionNote:
        status === "Rejected"
          ? "The lifts cannot carry them before 2029."
          : status === "Deferred"
            ? "Asked again when the charity opens its next round."
            : undefined,
    });
  }
}

function addReceipts(scene: Scene): void {
  const made = `${addDays(scene.today, -12)}T09:30:00Z`;
  const imported = scene.book.add(receipts, {
    Title: "Import of the old risk log",
    Kind: "Import",
    RegisterName: "Risks",
    ...person("MadeBy", scene.cast.ofRole("pmo")[0]),
    MadeAt: made,
    SourceName: "old risk log.xlsx",
    AddedCount: 14,
    ChangedCount: 0,
    UnchangedCount: 0,
    RefusedCount: 2,
  });
  scene.book.add(receipts, {
    Title: "Undo of an import",
    Kind: "Undo",
    RegisterName: "Risks",
    ...person("MadeBy", scene.cast.ofRole("pmo")[0]),
    MadeAt: made.replace("09:30", "09:52"),
    AddedCount: 0,
    ChangedCount: 14,
    UnchangedCount: 0,
    RefusedCount: 0,
    UndoOf: imported,
  });
  scene.book.add(receipts, {
    Title: "Costs published from Excel",
    Kind: "Publish",
    RegisterName: "Costs",
    ...person("MadeBy", scene.cast.ofRole("finance")[0]),
    MadeAt: `${addDays(scene.today, -5)}T14:05:00Z`,
    SourceName: "Costs this year",
    AddedCount: 0,
    ChangedCount: 23,
    UnchangedCount: 96,
    RefusedCount: 1,
  });
}
