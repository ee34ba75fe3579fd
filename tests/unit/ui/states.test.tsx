/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { LiveAnnouncer, StateView, type ViewState } from "../../../src/ui";
import { renderUi } from "./render-ui";

function show(state: ViewState<string>): void {
  renderUi(<StateView state={state}>{(value) => <p>{value}</p>}</StateView>);
}

test("loading says for what, politely, and hides its skeleton from screen readers", () => {
  renderUi(
    <LiveAnnouncer>
      <StateView state={{ kind: "loading", what: "risks" }}>{() => null}</StateView>
    </LiveAnnouncer>,
  );
  // A region that comes with its words is often not read: they go into the one that was there before.
  expect(screen.getAllByRole("status").map((region) => region.textContent)).toEqual(["Loading risks"]);
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test("a skeleton is there from the first paint", () => {
  renderUi(<StateView state={{ kind: "loading", what: "risks" }}>{() => null}</StateView>);
  const [skeleton] = document.querySelectorAll<HTMLElement>('[aria-busy="true"] > [aria-hidden="true"]');
  if (skeleton === undefined) throw new Error("no skeleton");
  expect(Number(getComputedStyle(skeleton).opacity || "1")).toBe(1);
});

test("first use invites with one action", () => {
  const run = jest.fn();
  show({ kind: "empty", title: "No risks yet", invite: "The first one usually is: who will test?", action: { label: "Add a risk", run } });
  fireEvent.click(screen.getByRole("button", { name: "Add a risk" }));
  expect(run).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("heading", { name: "No risks yet" })).toBeTruthy();
});

test("no match names the filters and offers to clear them", () => {
  const onClear = jest.fn();
  show({ kind: "noMatch", filters: ["status is Open", "owner is you"], onClear });
  expect(screen.getByRole("status").textContent).toContain("status is Open, owner is you");
  fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(onClear).toHaveBeenCalledTimes(1);
});

test("an error says what happened, what was kept, and offers to try again", () => {
  const onRetry = jest.fn();
  show({ kind: "error", fault: "SharePoint did not answer.", kept: "Your 3 changes are saved on this device.", onRetry });
  expect(screen.getByText("SharePoint did not answer.")).toBeTruthy();
  expect(screen.getByText("Your 3 changes are saved on this device.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test("ready shows the value", () => {
  show({ kind: "ready", value: "12 risks" });
  expect(screen.getByText("12 risks")).toBeTruthy();
});
