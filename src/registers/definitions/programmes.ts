import { choice, date, longText, money, person, text } from "../language/column";
import { atMost, filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { confidentialities, programmeStatuses, rags } from "../choices";
import { organisationCode, objectiveCode } from "../shapes";

export const programmes = register({
  name: "Programmes",
  label: "Programmes",
  one: "programme",
  many: "programmes",
  purpose: "Related projects run together to reach one strategic outcome, or a standing strand of the portfolio.",
  ref: { prefix: "PG-", digits: 3, mostDigits: 3 },
  belongsTo: "nothing",
  level: "standard",
  shows: ["Status", "RagOverall", "Sro", "ProgrammeManager", "EndForecast"],
  statusColumn: "Status",
  closedStatuses: ["Closed", "Stopped"],
  columns: {
    Title: text({ label: "Title", level: "light", needed: "create", shortest: 3, alsoKnownAs: ["Programme", "Programme name", "Name"] }),
    StrategicObjectiveCode: objectiveCode({ label: "Strategic objective", level: "standard", needed: "start", help: "The objective it serves." }),
    Vision: longText({ label: "Vision", level: "full", longest: 2000, help: "What will be different when the programme ends." }),
    Status: choice(programmeStatuses, { label: "Status", level: "standard", needed: "start", indexed: true, standard: "Pipeline", help: "Life-cycle status." }),
    Sro: person({ label: "Senior responsible owner (SRO)", level: "standard", indexed: true, help: "Person accountable for the outcome and benefits." }),
    ProgrammeManager: person({ label: "Programme manager", level: "standard", indexed: true, help: "Runs the programme day to day." }),
    ClinicalLead: person({
      label: "Clinical lead",
      level: "full",
      help: "Senior clinician for the programme.",
      notYetEnforced: "Warn when a project of the programme has a clinical impact of 3 or 4",
    }),
    BusinessChangeManager: person({ label: "Business change manager", level: "full", help: "Gets the benefits into use in services." }),
    LeadOrgCode: organisationCode({
      label: "Lead organisation (ODS code)",
      level: "standard",
      needed: "start",
      help: "The organisation that hosts the programme.",
    }),
    PartnerOrgCodes: longText({
      label: "Partner organisations",
      level: "full",
      help: "ODS codes, one per line.",
      notYetEnforced: "Each code stands in Organisations; 30 at most",
    }),
    GovernanceBoard: text({ label: "Programme board", level: "full", longest: 120, help: "Name of the board it reports to." }),
    StartBaseline: date({ label: "Start (baseline)", level: "standard", help: "Approved start." }),
    EndBaseline: date({ label: "End (baseline)", level: "standard", help: "Approved end." }),
    EndForecast: date({ label: "End (forecast)", level: "standard", help: "Latest view." }),
    BudgetApproved: money({ label: "Approved budget (whole life)", level: "standard", fromPence: 0, help: "From the programme business case." }),
    RagOverall: choice(rags, { label: "Overall RAG", level: "standard", help: "As declared by the SRO." }),
    PathToGreen: longText({ label: "Path to green", level: "standard", help: "What will bring it back, by when, who." }),
    Confidentiality: choice(confidentialities, { label: "Marking", level: "standard", needed: "start", standard: "OFFICIAL", help: "Government marking." }),
  },
  rules: [
    {
      id: "V-PRG-SRO",
      severity: "error",
      at: "start",
      says: "A programme past the pipeline needs its SRO",
      fields: ["Sro"],
      holds: (programme) => whenever(filled(programme.Status) && programme.Status !== "Pipeline", filled(programme.Sro)),
    },
    {
      id: "V-PRG-MANAGER",
      severity: "error",
      at: "start",
      says: "An active programme needs its programme manager",
      fields: ["ProgrammeManager"],
      holds: (programme) => whenever(programme.Status === "Active", filled(programme.ProgrammeManager)),
    },
    {
      id: "V-PRG-ORDER",
      severity: "error",
      at: "create",
      says: "The programme ends before it starts",
      fields: ["StartBaseline", "EndBaseline", "EndForecast"],
      holds: (programme) => atMost(programme.StartBaseline, programme.EndBaseline) && atMost(programme.StartBaseline, programme.EndForecast),
    },
    {
      id: "V-PRG-PATH",
      severity: "error",
      at: "report",
      says: "An Amber or Red programme needs its path to green",
      fields: ["PathToGreen"],
      holds: (programme) => whenever(isOneOf(programme.RagOverall, "Amber", "Red"), filled(programme.PathToGreen)),
    },
  ],
});
