import type { Pence } from "../kernel";
import { sumOfFilled } from "./cost-lines";
import type { ProjectRecord } from "./records";
import { ragAt, type Rag } from "./rag";

export interface PortfolioTotals {
  readonly projects: number;
  /** By the overall RAG that their managers declared. */
  readonly declared: ReadonlyMap<Rag | undefined, number>;
  /** Of those that have one; undefined while none has. */
  readonly approvedBudget: Pence | undefined;
  readonly withoutBudget: number;
}

/** Counts and the approved budget of projects, of one site or of many. Each is counted once, whatever its Ref: every site has its own P-0001. */
export function portfolioTotals(projects: readonly ProjectRecord[]): PortfolioTotals {
  const declared = new Map<Rag | undefined, number>();
  for (const { values } of projects) {
    const rag = ragAt(values.RagOverall);
    declared.set(rag, (declared.get(rag) ?? 0) + 1);
  }
  const budgets = projects.flatMap(({ values }) => values.BudgetApproved ?? []);
  return {
    projects: projects.length,
    declared,
    approvedBudget: sumOfFilled(budgets),
    withoutBudget: projects.length - budgets.length,
  };
}
