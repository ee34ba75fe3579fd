import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { HeldEdits, RecordPanel, ServicesProvider, useRows } from "../../../src/parts";
import { actions, type Register, type Values } from "../../../src/registers";
import type { StoreDevice } from "../../../src/store";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { openNorthmere, type Northmere } from "./services";

export const address = "asha.patel@northmere.example";
export const order: Values = {
  Ref: "A-0001",
  Title: "Order spares",
  Owner: "Asha Patel",
  OwnerAddress: address,
  DueDate: "2026-12-01",
  Status: "Open",
  ProjectRef: "P-0001",
};
export const projects: readonly Values[] = [{ Ref: "P-0001", Title: "Blood tracking" }];

export interface Opened extends Northmere {
  readonly closed: jest.Mock;
}

/** The panel as a page shows it: over the row as it is now. */
export function Page({ register, id, onClose }: { readonly register: Register; readonly id: string | undefined; readonly onClose: () => void }): ReactElement {
  const row = useRows(register.name).find((candidate) => candidate.id === id);
  return <RecordPanel register={register} row={row} given={{ ProjectRef: "P-0001" }} onClose={onClose} />;
}

export async function openRecord(row: Values | undefined, more: Parameters<typeof openNorthmere>[1] = {}, device?: StoreDevice): Promise<Opened> {
  const northmere = await openNorthmere({ Actions: row === undefined ? [] : [row], Projects: projects }, more, device);
  const closed = jest.fn();
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={northmere.services}>
            <HeldEdits>
              <Page register={actions} id={row === undefined ? undefined : "1"} onClose={closed} />
            </HeldEdits>
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  await screen.findByRole("region");
  return { ...northmere, closed };
}

export function field(label: string): HTMLElement {
  return screen.getByLabelText(new RegExp(`^${label}`), { selector: "input, textarea, select" });
}

export function type(label: string, text: string): void {
  fireEvent.change(field(label), { target: { value: text } });
}

/** As a browser does: the button takes the focus, then acts. */
export async function press(name: string): Promise<void> {
  const button = screen.getByRole("button", { name });
  await act(async () => {
    button.focus();
    fireEvent.click(button);
    await Promise.resolve();
  });
}
