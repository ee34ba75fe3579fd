import { contractRag, kpisRequired } from "./contract-figures";
import { threshold } from "./figure";
import { checksOf, counted, type CheckGroup, type Judged } from "./quality-rule";
import type { SiteFacts } from "./quality-site-facts";
import type { Standpoint } from "./standpoint";

const fewestKpis = 3;

interface Known {
  readonly site: SiteFacts;
  readonly standpoint: Standpoint;
}

function knownOf({ site, standpoint }: Judged): Known {
  return { site, standpoint };
}

/** DQ-50 and DQ-51 (reference 13). */
export const contractChecks: CheckGroup = checksOf("Contracts", knownOf, [
  {
    rule: "DQ-50",
    severity: "High",
    field: "RenewalDecision",
    appliesTo: (contract, { standpoint }) => (contractRag(contract, standpoint).value ?? "Not rated") !== "Not rated",
    fault: (contract, { standpoint }) => {
      const { value, inputs } = contractRag(contract, standpoint);
      return value === "Red" ? { inputs } : undefined;
    },
  },
  {
    rule: "DQ-51",
    severity: "Medium",
    field: "KpiCount",
    appliesTo: (contract, { site, standpoint }) => kpisRequired(contract, standpoint).value === true && site.usesColumn("Contracts", "KpiCount"),
    fault: (contract, { standpoint }) =>
      (contract.values.KpiCount ?? 0) < fewestKpis
        ? {
            inputs: [
              ...counted("kpis", contract.values.KpiCount),
              threshold("fewestKpis", { unit: "count", value: fewestKpis }),
              ...kpisRequired(contract, standpoint).inputs,
            ],
          }
        : undefined,
  },
]);
