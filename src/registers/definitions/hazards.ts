import { choice, date, link, longText, person, text, wholeNumber } from "../language/column";
import { atLeast, atMost, filled, isOneOf, whenever } from "../language/conditions";
import { register } from "../language/register";
import { hazardStatuses } from "../choices";
import { hazardLevel } from "../hazard-level";
import { needsProject, samePerson } from "../shared-rules";

const likelihoods = ["Very low", "Low", "Medium", "High", "Very high"];
const severities = ["Minor", "Significant", "Considerable", "Major", "Catastrophic"];
const controlled = ["Controls in place", "Transferred", "Accepted", "Closed"];

export const hazards = register({
  name: "Hazards",
  label: "Clinical safety hazard log",
  one: "hazard",
  many: "hazards",
  purpose: "DCB0129 and DCB0160 hazards of health IT projects. A hazard is closed, never deleted.",
  ref: { prefix: "H-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "full",
  titleFrom: "Description",
  shows: ["SystemName", "Owner", "Cso", "ReviewDate", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Closed"],
  columns: {
    SystemName: text({ label: "Health IT system", level: "standard", needed: "gate", help: "Name and version." }),
    Description: longText({ label: "Hazard", level: "standard", needed: "create", help: "Possible source of harm to a patient." }),
    Cause: longText({ label: "Causes", level: "standard", needed: "gate", help: "One per line." }),
    Effect: longText({ label: "Effect on care", level: "standard", needed: "gate", help: "Change to the intended care." }),
    Harm: longText({ label: "Possible harm", level: "standard", needed: "gate" }),
    ExistingControls: longText({ label: "Existing controls", level: "full" }),
    InitialLikelihood: wholeNumber({ label: "Initial likelihood", level: "standard", needed: "gate", from: 1, to: 5, named: likelihoods }),
    InitialSeverity: wholeNumber({ label: "Initial severity", level: "standard", needed: "gate", from: 1, to: 5, named: severities }),
    DesignControls: longText({ label: "Extra controls: design", level: "full" }),
    TestControls: longText({ label: "Extra controls: testing", level: "full" }),
    TrainingControls: longText({ label: "Extra controls: training", level: "full" }),
    ProcessControls: longText({ label: "Extra controls: business process", level: "full" }),
    ResidualLikelihood: wholeNumber({ label: "Residual likelihood", level: "standard", from: 1, to: 5, named: likelihoods }),
    ResidualSeverity: wholeNumber({ label: "Residual severity", level: "standard", from: 1, to: 5, named: severities }),
    Owner: person({ label: "Owner", level: "standard", needed: "gate", indexed: true }),
    Cso: person({ label: "Clinical safety officer", level: "standard", needed: "gate", help: "A registered clinician trained in clinical risk." }),
    AcceptedBy: person({ label: "Accepted by", level: "standard" }),
    AcceptReason: longText({ label: "Why acceptable", level: "standard" }),
    TransferredTo: text({ label: "Transferred to", level: "standard" }),
    Status: choice(hazardStatuses, { label: "Status", level: "standard", needed: "gate", indexed: true, standard: "Open" }),
    ReviewDate: date({ label: "Next review", level: "standard" }),
    EvidenceUrl: link({ label: "Safety case", level: "full" }),
  },
  rules: [
    needsProject("V-HAZ-PROJECT", "hazard"),
    {
      id: "V-HAZ-01",
      severity: "error",
      at: "create",
      says: "A hazard with a residual level of 4 or 5 cannot be accepted",
      fields: ["Status", "ResidualLikelihood", "ResidualSeverity"],
      holds: (hazard, context) =>
        whenever(hazard.Status === "Accepted", atMost(hazardLevel(hazard.ResidualLikelihood, hazard.ResidualSeverity, context.setting("hazard.matrix")), 3)),
    },
    {
      id: "V-HAZ-02",
      severity: "error",
      at: "create",
      says: "A hazard closes at residual level 1 or 2, or with the reason it was accepted",
      fields: ["Status", "AcceptReason"],
      holds: (hazard, context) =>
        whenever(
          hazard.Status === "Closed",
          filled(hazard.AcceptReason) || atMost(hazardLevel(hazard.ResidualLikelihood, hazard.ResidualSeverity, context.setting("hazard.matrix")), 2),
        ),
    },
    {
      id: "V-HAZ-03",
      severity: "warning",
      at: "report",
      says: "The severity falls. Controls usually lower the likelihood",
      fields: ["ResidualSeverity", "InitialSeverity"],
      holds: (hazard) => atLeast(hazard.ResidualSeverity, hazard.InitialSeverity),
    },
    {
      id: "V-HAZ-RESIDUAL",
      severity: "error",
      at: "report",
      says: "A hazard with its controls in place needs its residual likelihood and severity",
      fields: ["ResidualLikelihood", "ResidualSeverity"],
      holds: (hazard) => whenever(isOneOf(hazard.Status, ...controlled), filled(hazard.ResidualLikelihood) && filled(hazard.ResidualSeverity)),
    },
    {
      id: "V-HAZ-ACCEPTED",
      severity: "error",
      at: "report",
      says: "An accepted hazard needs who accepted it and why",
      fields: ["AcceptedBy", "AcceptReason"],
      holds: (hazard) => whenever(hazard.Status === "Accepted", filled(hazard.AcceptedBy) && filled(hazard.AcceptReason)),
    },
    {
      id: "V-HAZ-CSO",
      severity: "error",
      at: "report",
      says: "A hazard at level 3 is accepted by the clinical safety officer",
      fields: ["AcceptedBy", "Cso"],
      holds: (hazard, context) =>
        whenever(
          hazard.Status === "Accepted" &&
            filled(hazard.AcceptedBy) &&
            hazardLevel(hazard.ResidualLikelihood, hazard.ResidualSeverity, context.setting("hazard.matrix")) === 3,
          samePerson({ name: hazard.AcceptedBy, address: hazard.AcceptedByAddress }, { name: hazard.Cso, address: hazard.CsoAddress }),
        ),
    },
    {
      id: "V-HAZ-TRANSFERRED",
      severity: "error",
      at: "report",
      says: "A transferred hazard needs where it went",
      fields: ["TransferredTo"],
      holds: (hazard) => whenever(hazard.Status === "Transferred", filled(hazard.TransferredTo)),
    },
    {
      id: "V-HAZ-REVIEW",
      severity: "error",
      at: "report",
      says: "A hazard that is not closed needs its next review",
      fields: ["ReviewDate"],
      holds: (hazard) => hazard.Status === "Closed" || filled(hazard.ReviewDate),
    },
  ],
});
