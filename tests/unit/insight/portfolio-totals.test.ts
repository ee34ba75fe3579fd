import { portfolioTotals, recordsIn } from "../../../src/insight";
import type { projects, Values } from "../../../src/registers";

function totals(...values: readonly Values[]) {
  return portfolioTotals(recordsIn<typeof projects>(values.map((row, index) => ({ id: String(index), values: row, extras: {} }))));
}

test("projects are counted by the RAG that was declared; none and a foreign word are not declared", () => {
  const { projects: count, declared } = totals({ RagOverall: "Red" }, { RagOverall: "Red" }, { RagOverall: "Not rated" }, {}, { RagOverall: "Purple" });
  expect(count).toBe(5);
  expect([...declared]).toEqual([
    ["Red", 2],
    ["Not rated", 1],
    [undefined, 2],
  ]);
});

test("an approved budget is the sum of those that have one, with how many have none", () => {
  expect(totals({ BudgetApproved: 1_250_050 }, { BudgetApproved: 0 }, {})).toMatchObject({ approvedBudget: 1_250_050, withoutBudget: 1 });
});

test("no budget at all is no budget, not nought pounds", () => {
  expect(totals({}, {}).approvedBudget).toBeUndefined();
});
