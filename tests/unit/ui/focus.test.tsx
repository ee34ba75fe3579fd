/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState, type ReactElement } from "react";
import { ConfirmDialog, Grid, PanelLayout, RecordCards, SidePanel, SimpleTable, type TableProps } from "../../../src/ui";
import { focusOn, renderUi } from "./render-ui";
import { fixedViewport, rowKey, sampleColumns, sampleRows, type SampleRow } from "./sample-rows";

type Shape = (props: TableProps<SampleRow>) => ReactElement;

const shapes: readonly (readonly [string, Shape, (ref: string) => HTMLElement])[] = [
  ["grid", (props) => <Grid {...props} viewport={fixedViewport} />, (ref) => screen.getByRole("gridcell", { name: ref })],
  ["table", SimpleTable, (ref) => screen.getByRole("button", { name: `Open ${ref}` })],
  ["cards", RecordCards, (ref) => screen.getByRole("button", { name: ref })],
];

interface PageProps {
  readonly Shape: Shape;
  readonly rows: readonly SampleRow[];
}

/** A list with a search that opens R-0003, as Ctrl+K does: what opened it is gone at once. */
function Page({ Shape, rows }: PageProps): ReactElement {
  const [open, setOpen] = useState<string>();
  const [part, setPart] = useState(0);
  const [isFinding, setIsFinding] = useState(true);
  const find = (ref: string): void => {
    setIsFinding(false);
    setOpen(ref);
  };
  const panel =
    open === undefined ? undefined : (
      <SidePanel key={`${open} ${String(part)}`} heading="Record" rowKey={open} onClose={() => setOpen(undefined)}>
        <button type="button" onClick={() => setOpen("R-0005")}>
          Next
        </button>
        <button type="button" onClick={() => setPart(part + 1)}>
          Answer
        </button>
      </SidePanel>
    );
  return (
    <main>
      <PanelLayout title="Risks" panel={panel}>
        {isFinding && (
          <>
            <button type="button" onClick={() => find("R-0003")}>
              Find R-0003
            </button>
            <button type="button" onClick={() => find("R-0099")}>
              Find R-0099
            </button>
          </>
        )}
        <Shape label="Risks" rows={rows} columns={sampleColumns} rowKey={rowKey} onOpen={(row) => setOpen(row.ref)} />
      </PanelLayout>
    </main>
  );
}

function press(name: string): void {
  const button = screen.getByRole("button", { name });
  focusOn(button);
  fireEvent.click(button);
}

/** The row that holds the focus. */
function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-row-key]")?.dataset.rowKey;
}

describe.each(shapes)("a record beside a %s", (_name, Shape, rowOf) => {
  test("opened by a search, its row has the focus when it closes", () => {
    renderUi(<Page Shape={Shape} rows={sampleRows(9)} />);
    press("Find R-0003");
    press("Close");
    expect(focusedRow()).toBe("R-0003");
  });

  test("opened from the list and left for another, the other's row has the focus", () => {
    renderUi(<Page Shape={Shape} rows={sampleRows(9)} />);
    focusOn(rowOf("R-0002"));
    fireEvent.click(within(rowOf("R-0002")).queryByText("R-0002") ?? rowOf("R-0002"));
    press("Next");
    press("Close");
    expect(focusedRow()).toBe("R-0005");
  });

  test("whose panel is replaced, as after a decision, keeps the focus at the new panel's heading", () => {
    renderUi(<Page Shape={Shape} rows={sampleRows(9)} />);
    press("Find R-0003");
    press("Answer");
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Record" }));
    press("Close");
    expect(focusedRow()).toBe("R-0003");
  });

  test("without its row in the list, the first row has the focus", () => {
    renderUi(<Page Shape={Shape} rows={sampleRows(9)} />);
    press("Find R-0099");
    press("Close");
    expect(focusedRow()).toBe("R-0001");
  });
});

test("a row far out of sight is brought into sight", () => {
  const [[, Shape] = [undefined, undefined]] = shapes;
  if (Shape === undefined) throw new Error("no grid");
  function Far(): ReactElement {
    const [isOpen, setIsOpen] = useState(true);
    return (
      <PanelLayout
        title="Risks"
        panel={
          isOpen ? (
            <SidePanel heading="Record" rowKey="R-9000" onClose={() => setIsOpen(false)}>
              Text
            </SidePanel>
          ) : undefined
        }
      >
        <Grid label="Risks" rows={sampleRows(9_999)} columns={sampleColumns} rowKey={rowKey} viewport={fixedViewport} />
      </PanelLayout>
    );
  }
  renderUi(<Far />);
  press("Close");
  expect(focusedRow()).toBe("R-9000");
});

describe("focus whose element leaves the page", () => {
  async function settled(): Promise<void> {
    await act(() => new Promise((resolve) => setTimeout(resolve, 80)));
  }

  function Answering({ children }: { readonly children?: ReactElement }): ReactElement {
    const [isAsked, setIsAsked] = useState(true);
    return (
      <main>
        <h1>Decisions</h1>
        {isAsked && (
          <button type="button" onClick={() => setIsAsked(false)}>
            Answer
          </button>
        )}
        {children}
      </main>
    );
  }

  test("goes to the page's heading, which is no stop of the keyboard afterwards", async () => {
    renderUi(<Answering />);
    press("Answer");
    await settled();
    const heading = screen.getByRole("heading", { name: "Decisions" });
    expect(document.activeElement).toBe(heading);
    act(() => heading.blur());
    expect(heading.hasAttribute("tabindex")).toBe(false);
  });

  test("goes to the list's cell before that", async () => {
    renderUi(
      <Answering>
        <Grid label="Risks" rows={sampleRows(3)} columns={sampleColumns} rowKey={rowKey} viewport={fixedViewport} />
      </Answering>,
    );
    press("Answer");
    await settled();
    expect(focusedRow()).toBe("R-0001");
  });

  test("goes to the heading of its own section before all", async () => {
    function Section(): ReactElement {
      const [isAsked, setIsAsked] = useState(true);
      return (
        <main>
          <h1>Page</h1>
          <section>
            <h2>Money</h2>
            {isAsked && (
              <button type="button" onClick={() => setIsAsked(false)}>
                Answer
              </button>
            )}
          </section>
        </main>
      );
    }
    renderUi(<Section />);
    press("Answer");
    await settled();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Money" }));
  });

  test("stays where a person put it, and nowhere when they put it there", async () => {
    renderUi(
      <Answering>
        <button type="button">Other</button>
      </Answering>,
    );
    press("Answer");
    focusOn(screen.getByRole("button", { name: "Other" }));
    await settled();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Other" }));
    act(() => screen.getByRole("button", { name: "Other" }).blur());
    await settled();
    expect(document.activeElement).toBe(document.body);
  });
});

test("a dialog that has gone leaves nothing hidden behind, and can be opened again", async () => {
  function Asking(): ReactElement {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setIsOpen(true)}>
          Leave
        </button>
        <ConfirmDialog isOpen={isOpen} title="Leave without saving?" confirmLabel="Yes, leave" onConfirm={() => setIsOpen(false)} onCancel={() => undefined}>
          Your 2 changes will be lost.
        </ConfirmDialog>
      </>
    );
  }
  renderUi(<Asking />);
  for (let turn = 0; turn < 3; turn += 1) {
    fireEvent.click(screen.getByRole("button", { name: "Leave" }));
    // Fluent hides the page a quarter of a second later.
    await waitFor(() => expect(screen.queryByRole("button", { name: "Leave" })).toBeNull());
    fireEvent.click(within(screen.getByRole("alertdialog")).getByRole("button", { name: "Yes, leave" }));
    expect(screen.getByRole("button", { name: "Leave" })).toBeTruthy();
  }
});
