import type { BenefitMoney } from "./benefit-figures";
import type { Figure } from "./figure";
import type { ProjectMoney } from "./project-money";
import type { Rag } from "./rag";
import { benefitsRag } from "./rag-benefits";
import { costRag } from "./rag-cost";
import { overallRag, type DimensionRags } from "./rag-overall";
import { qualityRag } from "./rag-quality";
import { resourcesRag } from "./rag-resources";
import { riskRag } from "./rag-risk";
import { scopeRag } from "./rag-scope";
import { timeRag } from "./rag-time";
import type { ProjectRecords } from "./records";
import type { Standpoint } from "./standpoint";

export interface ProjectRags extends DimensionRags {
  readonly overall: Figure<Rag>;
}

export interface RagFacts {
  readonly records: ProjectRecords;
  readonly money: ProjectMoney;
  readonly benefits: BenefitMoney;
}

/** What the facts say of one project: seven dimensions and the whole. */
export function projectRags({ records, money, benefits }: RagFacts, standpoint: Standpoint): ProjectRags {
  const rags: DimensionRags = {
    time: timeRag(records, standpoint),
    cost: costRag(money, standpoint),
    quality: qualityRag(records, standpoint),
    scope: scopeRag(records, standpoint),
    benefits: benefitsRag(benefits, standpoint),
    risk: riskRag(records, standpoint),
    resources: resourcesRag(records, standpoint),
  };
  return { ...rags, overall: overallRag(rags, standpoint) };
}
