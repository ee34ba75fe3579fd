/** Reference lists of the invented trust. Organisation codes have the shape of real ones and belong to nobody. */
export const organisationLines: readonly (readonly [code: string, name: string, type: string])[] = [
  ["Z0N1M", "Northmere University Hospitals NHS Trust", "NHS trust"],
  ["Z0W1V", "Westvale Community NHS Trust", "NHS trust"],
  ["Z0I1B", "Northmere and Westvale Integrated Care Board", "Integrated care board"],
  ["Z0C1A", "Fell and Shore Ambulance Trust", "Ambulance trust"],
  ["Z0U1N", "University of Northmere", "University"],
  ["Z0L1A", "Northmere Council", "Local authority"],
  ["Z0H1S", "St Brannoc’s Hospice", "Voluntary sector"],
  ["Z0P1C", "Harbour Primary Care Network", "GP practice or PCN"],
  ["Z0P2C", "Fellside Primary Care Network", "GP practice or PCN"],
  ["Z0S1T", "Meridian Trace Systems Ltd", "Supplier"],
];

export const divisionLines: readonly (readonly [code: string, name: string, director: string])[] = [
  ["MED", "Medicine", "dorothy-achterberg"],
  ["SUR", "Surgery and theatres", "lewis-farrant"],
  ["CAN", "Cancer and clinical support", "eleanor-voss"],
  ["WAC", "Women, children and outpatients", "patience-mwangi"],
  ["DIG", "Digital", "siobhan-keane"],
  ["EST", "Estates and facilities", "rajiv-menon"],
  ["COR", "Corporate services", "hugh-pembertonlyle"],
];

export const objectiveLines: readonly (readonly [code: string, title: string, description: string, lead: string])[] = [
  ["SO1", "Care without delay", "Every patient is seen within the national standards.", "sro"],
  ["SO2", "Kind and safe care", "Care that patients and families would choose.", "patience-mwangi"],
  ["SO3", "One record, one team", "Staff see one record wherever they work.", "siobhan-keane"],
  ["SO4", "Healthier and fairer", "The gap in healthy life between our places narrows.", "eleanor-voss"],
  ["SO5", "Living within our means", "The plan balances without harm to care.", "hugh-pembertonlyle"],
  ["SO6", "Buildings fit for care", "Safe, warm and low-carbon buildings.", "rajiv-menon"],
];

export const fundingLines: readonly (readonly [code: string, title: string, capRev: string, countsToCdel: boolean, conditions: string | undefined])[] = [
  ["CAPOP", "Operational capital", "Capital", true, undefined],
  ["NATDIG", "National digital programme", "Capital", true, "Matched one to one; claims each quarter"],
  ["REVBUD", "Revenue budget", "Revenue", false, undefined],
  ["CANALL", "Cancer alliance", "Revenue", false, "Quarterly report to the alliance"],
  ["GRANT1", "Low carbon heating grant", "Capital", true, "Unspent money is returned"],
  ["CHARITY", "Northmere hospitals charity", "Capital", false, "For what the health service does not pay"],
  ["INNOV", "Innovation fund", "Revenue", false, "Evaluation published within three months"],
];

/** Companies that do not exist, with numbers that none has. */
export const supplierLines: readonly (readonly [name: string, number: string, risk: string])[] = [
  ["Meridian Trace Systems Ltd", "99000001", "Medium"],
  ["Tallowmere Record Systems Ltd", "99000002", "High"],
  ["Skerry Wireless Ltd", "99000003", "Medium"],
  ["Brightmolar Imaging Ltd", "99000004", "Low"],
  ["Cordis Vale Informatics Ltd", "99000005", "Medium"],
  ["Fellside Community Supplies Ltd", "99000006", "Low"],
  ["Larkbridge Construction Ltd", "99000007", "High"],
  ["Moorland Mobile Diagnostics Ltd", "99000008", "Medium"],
  ["Ashgrove Medical Ltd", "99000009", "Low"],
  ["Plainword Workforce Software Ltd", "99000010", "Low"],
  ["Northstar Heat and Power Ltd", "99000011", "Medium"],
];

export const programmeLines: readonly (readonly [
  title: string,
  objective: string,
  vision: string,
  sro: string,
  manager: string,
  rag: string,
  years: number,
])[] = [
  ["Digital hospital", "SO3", "Staff open one record and find everything they need.", "siobhan-keane", "fiona-braithwaite", "Amber", 3],
  ["Care pathways", "SO1", "People are seen once, by the right team, near home.", "sro", "tom-reid", "Green", 3],
  ["New buildings", "SO6", "Rooms that help people to get well.", "rajiv-menon", "marcus-tolley", "Amber", 4],
  ["Better value", "SO5", "Every pound is spent once and well.", "hugh-pembertonlyle", "kwame-boateng", "Amber", 1],
];

export const serviceLines: readonly (readonly [title: string, category: string, what: string, days: number, hours: number, saved: number])[] = [
  ["Intake and triage", "Portfolio and prioritisation", "Your idea is read and answered with the way it should go.", 10, 3, 4],
  ["Monthly reporting", "Reporting and insight", "A draft report from your registers, checked and published.", 5, 2, 6],
  ["Risk workshop", "Risk, issue and change control", "A half day that leaves you with owned risks and mitigation.", 15, 8, 10],
  ["Estimate challenge", "Planning and estimating", "Your estimate against finished projects of the same kind.", 10, 6, 8],
  ["Benefits workshop", "Benefits", "A map from what you build to what people gain.", 15, 8, 12],
  ["Gate review", "Assurance and gates", "Independent answer to one question for the SRO.", 20, 14, 0],
  ["SRO induction", "Training and coaching", "One hour on what an SRO is asked to do.", 10, 2, 3],
  ["Project manager on loan", "Delivery resource", "A project manager for up to three months.", 20, 120, 100],
];

export const intakeLines: readonly (readonly [
  title: string,
  problem: string,
  outcome: string,
  division: string,
  status: string,
  pounds: number,
  answers: string,
])[] = [
  ["Text reminders for hearing tests", "One in six does not come to the hearing test.", "Fewer empty slots", "WAC", "Triage", 12_000, "ynnnnynnn"],
  ["New infusion pumps", "Pumps are nine years old and spare parts end.", "Safe pumps on every ward", "MED", "Submitted", 640_000, "yyyyynnyn"],
  ["Garden for long-stay patients", "Patients on ward 9 cannot go outside.", "A safe garden", "MED", "Deferred", 38_000, "yynynnnnn"],
  ["Robot porters", "Porters walk 14 km a shift.", "Heavy loads move by robot", "EST", "Rejected", 410_000, "yyyyynnyn"],
  ["One rota for registrars", "Three rotas clash at night.", "One rota", "COR", "More information needed", 5_000, "ynnnnynnn"],
  ["Same-day hip replacement", "Healthy people stay two nights.", "Home the same day", "SUR", "Accepted", 90_000, "yyynynnyn"],
  ["Visitor wifi upgrade", "Visitors lose their connection.", "Reliable wifi", "DIG", "Draft", 70_000, "yynynnnnn"],
];

export const maturityTexts: readonly (readonly [perspective: string, now: number, target: number, evidence: string])[] = [
  ["Organisational governance", 3, 4, "Boards meet monthly with terms of reference."],
  ["Management control", 3, 4, "One way of running projects, used by most."],
  ["Benefits management", 2, 3, "Benefits are named in most cases, measured in few."],
  ["Risk management", 3, 4, "Owners are named; mitigation is followed since spring."],
  ["Stakeholder management", 2, 3, "Plans exist for the largest projects."],
  ["Finance management", 3, 4, "Forecasts are reviewed each month with finance."],
  ["Resource management", 2, 3, "Demand is collected, capacity is partly known."],
];

export const settingLines: readonly (readonly [key: string, value: unknown, reason: string])[] = [
  ["rag.overall.method", "balanced", "Agreed by the executive committee"],
  ["finance.actualsBasis", "accrued", "Answered by the finance team in April"],
  ["rag.cost.floor", 5000, "Standard value, confirmed"],
  ["pmo.hourRate", 32.5, "Middle of band 7 with on-costs"],
  ["pmo.annualCost", 420000, "Budget of the office this year"],
  ["dq.staleDays", 30, "Standard value, confirmed"],
  ["report.cycle", { reminderBefore: 3, cutOff: 3, submit: 5, pmoReview: 7, sroApprove: 8, publish: 9 }, "As the board calendar needs it"],
  [
    "approval.limits",
    [
      { body: "Capital group", capRev: "Capital", upTo: 250000 },
      { body: "Finance committee", capRev: "Capital", upTo: 2000000 },
      { body: "Trust board", capRev: "Capital", upTo: 15000000 },
    ],
    "Standing financial instructions",
  ],
  ["finance.costCentre.regex", "^[A-Z]{3}[0-9]{4}$", "Cost centres of this trust"],
  ["calendar.extraHolidays", [], "None this year"],
];
