/** @jest-environment jsdom */
import { AnnounceProvider } from "@fluentui/react-components";
import { fireEvent, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { ErrorState, LiveAnnouncer, Notifier, useAnnounce, useNotify } from "../../../src/ui";
import { renderUi } from "./render-ui";

test("an error in place is announced as an alert", () => {
  const announce = jest.fn();
  renderUi(
    <AnnounceProvider value={{ announce }}>
      <ErrorState fault="SharePoint did not answer." />
    </AnnounceProvider>,
  );
  expect(announce).toHaveBeenCalledWith(expect.stringContaining("SharePoint did not answer."), expect.objectContaining({ alert: true, polite: false }));
});

function Say(): ReactElement {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce("12 of 143 items")}>
      Say
    </button>
  );
}

test("the same sentence is announced again as a new element", () => {
  renderUi(
    <LiveAnnouncer>
      <Say />
    </LiveAnnouncer>,
  );
  const region = screen.getByRole("status");
  fireEvent.click(screen.getByRole("button"));
  const first = region.firstElementChild;
  expect(region.textContent).toBe("12 of 143 items");
  fireEvent.click(screen.getByRole("button"));
  expect(region.textContent).toBe("12 of 143 items");
  expect(region.firstElementChild).not.toBe(first);
});

function Archive({ onUndo }: { readonly onUndo: () => void }): ReactElement {
  const notify = useNotify();
  return (
    <button type="button" onClick={() => notify({ kind: "success", text: "R-0042 archived", action: { label: "Undo", run: onUndo } })}>
      Archive
    </button>
  );
}

test("a notice offers its one action", async () => {
  const onUndo = jest.fn();
  renderUi(
    <Notifier>
      <Archive onUndo={onUndo} />
    </Notifier>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Archive" }));
  expect(await screen.findByText("R-0042 archived")).toBeTruthy();
  fireEvent.click(screen.getByText("Undo"));
  expect(onUndo).toHaveBeenCalledTimes(1);
});
