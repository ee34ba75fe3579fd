/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import { useState, type ReactElement } from "react";
import { ConfirmDialog, PanelLayout, ProgressBarWithCancel, SidePanel } from "../../../src/ui";
import { focusOn, renderUi } from "./render-ui";

function Page({ stays = false }: { readonly stays?: boolean }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const panel = isOpen ? (
    <SidePanel heading="R-0042" onClose={() => setIsOpen(stays)}>
      <input aria-label="Owner" />
    </SidePanel>
  ) : undefined;
  return (
    <PanelLayout title="Risks" panel={panel}>
      <button type="button" onClick={() => setIsOpen(true)}>
        Open R-0042
      </button>
      <button type="button">Elsewhere</button>
    </PanelLayout>
  );
}

function openPanel(): HTMLElement {
  const opener = screen.getByRole("button", { name: "Open R-0042" });
  focusOn(opener);
  fireEvent.click(opener);
  return opener;
}

describe("the side panel", () => {
  test("focus goes to its heading and comes back when it closes", () => {
    renderUi(<Page />);
    const opener = openPanel();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "R-0042" }));
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("region")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  test("Escape closes it from any field inside", () => {
    renderUi(<Page />);
    openPanel();
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Owner" }), { key: "Escape" });
    expect(screen.queryByRole("region")).toBeNull();
  });

  test("something unsaved keeps it open", () => {
    renderUi(<Page stays />);
    openPanel();
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Owner" }), { key: "Escape" });
    expect(screen.getByRole("region", { name: "R-0042" })).toBeTruthy();
  });

  test("it does not block the page beside it", () => {
    renderUi(<Page />);
    openPanel();
    expect(screen.getByRole("button", { name: "Elsewhere" })).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

test("a dialog asks one question with two answers", () => {
  const onConfirm = jest.fn();
  const onCancel = jest.fn();
  renderUi(
    <ConfirmDialog isOpen title="Leave without saving?" confirmLabel="Leave" onConfirm={onConfirm} onCancel={onCancel}>
      Your 2 changes will be lost.
    </ConfirmDialog>,
  );
  expect(screen.getByRole("alertdialog", { name: "Leave without saving?" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Leave" }));
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
  expect(onCancel).toHaveBeenCalledTimes(1);
});

function Leaving(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Leave
      </button>
      <ConfirmDialog isOpen={isOpen} title="Leave without saving?" confirmLabel="Yes, leave" onConfirm={() => undefined} onCancel={() => setIsOpen(false)}>
        Your 2 changes will be lost.
      </ConfirmDialog>
    </>
  );
}

test("a dialog that is cancelled gives focus back", () => {
  renderUi(<Leaving />);
  const opener = screen.getByRole("button", { name: "Leave" });
  focusOn(opener);
  fireEvent.click(opener);
  expect(screen.getByRole("alertdialog").contains(document.activeElement)).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(document.activeElement).toBe(opener);
});

// Without layout Fluent finds nothing that can take focus; in a browser it takes the first.
test("the answer that loses nothing stands first, each time a dialog opens", () => {
  renderUi(<Leaving />);
  const opener = screen.getByRole("button", { name: "Leave" });
  for (let turn = 0; turn < 3; turn += 1) {
    focusOn(opener);
    fireEvent.click(opener);
    expect(within(screen.getByRole("alertdialog")).getAllByRole("button")[0]?.textContent).toBe("Cancel");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  }
});

test("long work shows a count and can be stopped", () => {
  const onCancel = jest.fn();
  renderUi(<ProgressBarWithCancel label="Reading costs" done={3200} total={20_000} onCancel={onCancel} />);
  expect(screen.getByRole("progressbar", { name: "Reading costs" }).getAttribute("aria-valuetext")).toBe("3,200 of 20,000 items");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(onCancel).toHaveBeenCalledTimes(1);
});
