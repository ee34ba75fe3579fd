import { choice, money, person, text, yesNo } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { valueAt } from "../language/row";
import { orgRoles } from "../choices";
import { organisationCode } from "../shapes";
import { needsProject, otherRowsOf, repeats } from "../shared-rules";

export const projectOrganisations = register({
  name: "ProjectOrganisations",
  label: "Partner organisations",
  one: "partner organisation",
  many: "partner organisations",
  purpose: "One row per organisation taking part in a project (multi-organisation pathways).",
  ref: { prefix: "PO-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "standard",
  titleFrom: "OrgCode",
  shows: ["OrgRole", "Contact", "Active"],
  columns: {
    OrgCode: organisationCode({ label: "ODS code", level: "standard", needed: "create", indexed: true }),
    OrgRole: choice(orgRoles, { label: "Role", level: "standard", needed: "report" }),
    Contact: person({ label: "Contact", level: "standard", help: "If in our tenant." }),
    ContactText: text({ label: "Contact outside the trust", level: "standard", help: "Name and work email only." }),
    FundingShare: money({ label: "Funding share", level: "standard", fromPence: 0 }),
    AgreementRef: text({ label: "Agreement (MoU, data sharing)", level: "full" }),
    DataSharingAgreed: yesNo({ label: "Data sharing agreement in place", level: "standard" }),
    Active: yesNo({ label: "Active", level: "standard", needed: "report", standard: true }),
  },
  rules: [
    needsProject("V-ORG-PROJECT", "partner organisation"),
    {
      id: "V-ORG-UNIQUE",
      severity: "error",
      at: "create",
      says: "The organisation already has this role in the project",
      fields: ["OrgCode", "OrgRole"],
      holds: (partner, context) =>
        !otherRowsOf("ProjectOrganisations", partner, context).some(
          ({ values }) => values.Archived !== true && repeats(values, partner, ["OrgCode", "OrgRole"]),
        ),
    },
    {
      id: "V-ORG-LEAD",
      severity: "error",
      at: "report",
      says: "A project has exactly one lead organisation",
      fields: ["OrgRole"],
      holds: (partner, context) =>
        whenever(
          partner.OrgRole === "Lead",
          !otherRowsOf("ProjectOrganisations", partner, context).some(({ values }) => values.Archived !== true && valueAt(values, "OrgRole") === "Lead"),
        ),
    },
    {
      id: "V-ORG-CONTACT",
      severity: "error",
      at: "report",
      says: "Name a contact in the trust or outside it",
      fields: ["Contact", "ContactText"],
      holds: (partner) => filled(partner.Contact) || filled(partner.ContactText),
    },
  ],
});
