import { choice, number, text } from "../language/column";
import { filled, whenever } from "../language/conditions";
import { register } from "../language/register";
import { valueAt } from "../language/row";
import { mapNodeTypes } from "../choices";
import { needsProject, otherRowsOf } from "../shared-rules";

export const benefitMap = register({
  name: "BenefitMap",
  label: "Benefits map",
  one: "link of the benefits map",
  many: "links of the benefits map",
  purpose: "Links of the benefits map: enabler, business change, benefit, strategic objective.",
  ref: { prefix: "BL-", digits: 4, mostDigits: 4 },
  belongsTo: "project",
  level: "full",
  titleFrom: "FromRef",
  shows: ["FromType", "FromRef", "ToType", "ToRef", "ContributionPct"],
  columns: {
    FromType: choice(mapNodeTypes, { label: "From type", level: "standard", needed: "report" }),
    FromRef: text({
      label: "From",
      level: "standard",
      needed: "create",
      indexed: true,
      help: "The Ref of a benefit, milestone or task, an objective’s code, or N- and a name of your own.",
    }),
    FromLabel: text({ label: "From label", level: "standard" }),
    ToType: choice(mapNodeTypes, { label: "To type", level: "standard", needed: "report" }),
    ToRef: text({ label: "To", level: "standard", needed: "create", indexed: true, notYetEnforced: "No loops" }),
    ToLabel: text({ label: "To label", level: "standard" }),
    ContributionPct: number({ label: "Contribution %", level: "standard", from: 0, to: 100, help: "Share of the target node." }),
  },
  rules: [
    needsProject("V-MAP-PROJECT", "link"),
    {
      id: "V-MAP-ITSELF",
      severity: "error",
      at: "create",
      says: "A link cannot lead to where it starts",
      fields: ["FromRef", "ToRef"],
      holds: (link) => !filled(link.FromRef) || link.FromRef !== link.ToRef,
    },
    {
      id: "V-MAP-LABELS",
      severity: "error",
      at: "report",
      says: "A node of your own needs a label",
      fields: ["FromLabel", "ToLabel"],
      holds: (link) =>
        whenever(link.FromRef?.startsWith("N-") === true, filled(link.FromLabel)) && whenever(link.ToRef?.startsWith("N-") === true, filled(link.ToLabel)),
    },
    {
      id: "V-MAP-SHARES",
      severity: "error",
      at: "report",
      says: "The contributions into one node come to more than 100%",
      fields: ["ContributionPct"],
      holds: (link, context) => {
        const others = otherRowsOf("BenefitMap", link, context).filter(({ values }) => values.Archived !== true && valueAt(values, "ToRef") === link.ToRef);
        const shares = others.map(({ values }) => Number(valueAt(values, "ContributionPct") ?? 0));
        return whenever(link.ContributionPct !== undefined, shares.reduce((sum, share) => sum + share, link.ContributionPct ?? 0) <= 100);
      },
    },
  ],
});
