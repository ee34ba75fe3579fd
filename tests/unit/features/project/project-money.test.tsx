/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import { projectWords } from "../../../../src/content";
import { ProjectPage } from "../../../../src/features/project";
import { ServicesProvider } from "../../../../src/parts";
import type { Values } from "../../../../src/registers";
import { openNorthmere } from "../../parts/services";
import { renderUi } from "../../ui/render-ui";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

const line = { ProjectRef: "P-0001", Title: "Licences", FinancialYear: "2026/27", CapRev: "Revenue" };
const closed = { FinancialYear: "2026/27", MonthNo: 2, PeriodStatus: "Closed" };

async function show(costs: readonly Values[], settings: readonly Values[] = []): Promise<HTMLElement> {
  const { services } = await openNorthmere({
    Projects: [{ Ref: "P-0001", Title: "Blood tracking" }],
    Costs: costs,
    FinancialPeriods: [closed],
    Settings: settings,
  });
  renderUi(
    <ServicesProvider value={services}>
      <ProjectPage page={{ kind: "project", ref: "P-0001" }} />
    </ServicesProvider>,
  );
  return screen.findByRole("region", { name: projectWords.money });
}

test("a project tells its budget of the year and what it has spent up to the last closed month", async () => {
  const other = { ...line, ProjectRef: "P-0002", BudM01: 900_000, ActM01: 900_000 };
  const money = await show([{ ...line, BudM01: 100_000, BudM12: 100_000, ActM01: 40_000, ActM02: 30_000, ActM03: 5_000 }, other]);
  expect(money.textContent).toContain(`${projectWords.budget} 2026/27£2,000`);
  expect(money.textContent).toContain("£700");
});

test("what the trust says of its ledger counts here, too", async () => {
  const invoiced = { Key: "finance.actualsBasis", ValueJson: '"invoiced"' };
  const money = await show([{ ...line, ActM01: 40_000, AccM02: 1_000 }], [invoiced]);
  expect(money.textContent).toContain(projectWords.notSet);
  expect(money.textContent).toContain("£410");
});

test("without cost lines of the year it says so", async () => {
  expect((await show([{ ...line, FinancialYear: "2025/26", BudM01: 1 }])).textContent).toContain(projectWords.noCosts);
});
