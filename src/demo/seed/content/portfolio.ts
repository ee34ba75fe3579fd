/** One project of the sample portfolio: kind, what follows the kind's name, tier, status, stage, key of the manager, trouble 0 to 2, programme. */
export type PortfolioLine = readonly [
  kind: string,
  suffix: string,
  tier: 1 | 2 | 3 | 4,
  status: string,
  stage: number,
  manager: string,
  trouble: 0 | 1 | 2,
  programme?: string,
];

const active = "Active";

/** The trust's own 40 projects. Blood tracking is the twelfth and belongs to the persona who manages projects. */
export const northmerePortfolio: readonly PortfolioLine[] = [
  ["epr", "core replacement", 1, active, 5, "fiona-braithwaite", 1, "PG-001"],
  ["5g", "", 3, active, 5, "yusuf-demir", 0, "PG-001"],
  ["dental", "", 4, active, 6, "pm", 0, "PG-001"],
  ["cardiac", "", 2, active, 4, "yusuf-demir", 1, "PG-001"],
  ["forensic", "", 1, active, 4, "marcus-tolley", 2, "PG-003"],
  ["diabetes", "", 3, active, 5, "samir-qureshi", 0, "PG-002"],
  ["dementia", "", 4, active, 5, "pm", 1, "PG-002"],
  ["cancer", "", 2, active, 5, "ingrid-halvorsen", 1, "PG-002"],
  ["smoking", "", 4, active, 6, "pm", 0, "PG-002"],
  ["breast", "", 3, active, 5, "ingrid-halvorsen", 2, "PG-002"],
  ["eolc", "", 3, active, 3, "samir-qureshi", 0, "PG-002"],
  ["blood", "", 2, active, 5, "pm", 2, "PG-001"],
  ["theatres", "theatres 1 to 4", 2, active, 5, "marcus-tolley", 1, "PG-003"],
  ["energy", "blocks B and C", 2, active, 4, "marcus-tolley", 1, "PG-003"],
  ["cip-medicines", "", 3, active, 5, "kwame-boateng", 0, "PG-004"],
  ["rostering", "", 3, active, 5, "kwame-boateng", 1, "PG-004"],
  ["outpatients", "", 3, active, 5, "bethan-prosser", 2, "PG-004"],
  ["virtual", "", 3, active, 6, "tom-reid", 0, "PG-002"],
  ["epr", "medicines at discharge", 3, active, 3, "fiona-braithwaite", 0, "PG-001"],
  ["epr", "maternity record", 2, active, 2, "fiona-braithwaite", 1, "PG-001"],
  ["blood", "point of care testing", 3, active, 3, "pm", 0, "PG-001"],
  ["dental", "orthodontic images", 4, "Pipeline", 1, "tom-reid", 0],
  ["cardiac", "remote pacing checks", 4, active, 5, "yusuf-demir", 0, "PG-001"],
  ["diabetes", "pump starts for young adults", 4, active, 4, "samir-qureshi", 1, "PG-002"],
  ["dementia", "emergency department", 4, "Pipeline", 2, "niamh-gallagher", 0],
  ["cancer", "prehabilitation", 4, active, 5, "ingrid-halvorsen", 0, "PG-002"],
  ["smoking", "staff support", 4, "Completed", 8, "niamh-gallagher", 0, "PG-002"],
  ["breast", "assistant practitioners", 4, "Completed", 7, "ingrid-halvorsen", 0, "PG-002"],
  ["eolc", "bereavement suite", 4, active, 5, "tom-reid", 0, "PG-002"],
  ["theatres", "day surgery unit", 2, "Pipeline", 2, "marcus-tolley", 0, "PG-003"],
  ["energy", "solar panels", 3, "Completed", 8, "marcus-tolley", 0, "PG-003"],
  ["forensic", "car park and access road", 3, "On hold", 4, "marcus-tolley", 1, "PG-003"],
  ["cip-medicines", "homecare tender", 4, active, 4, "kwame-boateng", 1, "PG-004"],
  ["rostering", "medical bank", 4, "Pipeline", 1, "kwame-boateng", 0, "PG-004"],
  ["outpatients", "two-way text reminders", 4, "Completed", 7, "bethan-prosser", 0, "PG-004"],
  ["virtual", "heart failure", 4, active, 5, "tom-reid", 1, "PG-002"],
  ["5g", "ambulance bay", 4, "Stopped", 3, "yusuf-demir", 0, "PG-001"],
  ["theatres", "endoscopy decontamination", 3, active, 5, "tom-reid", 2, "PG-003"],
  ["cancer", "navigator training", 4, "Rejected", 1, "ingrid-halvorsen", 0],
  ["virtual", "children's wheeze", 4, "On hold", 3, "bethan-prosser", 0, "PG-002"],
];

export const estatesPortfolio: readonly PortfolioLine[] = [
  ["theatres", "lift replacement", 3, active, 5, "marcus-tolley", 0],
  ["energy", "boiler house", 2, active, 5, "marcus-tolley", 1],
  ["forensic", "temporary mortuary", 3, active, 6, "marcus-tolley", 0],
  ["energy", "pipework in block D", 4, "Pipeline", 2, "pm", 0],
  ["theatres", "roof above theatres", 3, active, 4, "pm", 2],
];

export const westvalePortfolio: readonly PortfolioLine[] = [
  ["virtual", "community hub", 3, active, 5, "harriet-colley", 0],
  ["eolc", "hospice at home", 3, active, 4, "harriet-colley", 1],
  ["diabetes", "foot care in the valley", 4, active, 5, "other", 0],
  ["smoking", "", 4, "Pipeline", 2, "other", 0],
];

/** Three sites with few projects each, whose refs begin at P-0001 in every one. */
export const imagingPortfolio: readonly PortfolioLine[] = [
  ["breast", "second mobile unit", 3, active, 5, "ingrid-halvorsen", 1],
  ["cardiac", "stress echo clinic", 4, active, 4, "yusuf-demir", 0],
  ["dental", "scanner for jaw surgery", 4, "Pipeline", 2, "tom-reid", 0],
];

export const pharmacyPortfolio: readonly PortfolioLine[] = [
  ["cip-medicines", "biosimilar switches", 3, active, 5, "kwame-boateng", 0],
  ["epr", "medicines cabinets", 3, active, 4, "fiona-braithwaite", 2],
  ["smoking", "nicotine supplies", 4, "Completed", 8, "niamh-gallagher", 0],
];

export const wardsPortfolio: readonly PortfolioLine[] = [
  ["virtual", "frailty beds", 3, active, 5, "tom-reid", 1],
  ["dementia", "calm bays", 4, active, 5, "samir-qureshi", 0],
  ["rostering", "ward leads", 4, active, 4, "kwame-boateng", 0],
];

/** What follows the kind's name in a large portfolio. */
export const places: readonly string[] = [
  "Northmere General",
  "St Brannoc’s",
  "Harbour Road",
  "Fellside",
  "Castle Street clinic",
  "Old Mill",
  "Riverside",
  "Eastgate",
  "Beacon Hill",
  "Larkfield",
  "Priory wing",
  "Queensway",
  "Westmoor",
  "Sandgate",
  "Tanners Row",
];
export const phases: readonly string[] = ["phase 1", "phase 2", "pilot", "roll-out", "replacement", "expansion", "weekend service", "upgrade"];
