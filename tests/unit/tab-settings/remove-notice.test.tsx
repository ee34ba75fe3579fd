/** @jest-environment jsdom */
import { screen } from "@testing-library/react";
import { RemoveNotice } from "../../../src/features/tab-settings";
import { renderUi } from "../ui/render-ui";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

test("before the tab goes it is said what stays, and afterwards that it is gone", () => {
  const { rerender } = renderUi(<RemoveNotice isRemoved={false} />);
  expect(screen.getByRole("heading").textContent).toBe("Remove this tab");
  expect(screen.getByRole("status").textContent).toBe("Only the tab goes. Every project, risk and cost stays in SharePoint.");
  rerender(<RemoveNotice isRemoved />);
  expect(screen.getByRole("heading").textContent).toBe("The tab is removed");
  expect(screen.getByRole("status").textContent).toContain("still in SharePoint");
});
