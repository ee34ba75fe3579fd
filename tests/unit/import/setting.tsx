import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { ImportPage } from "../../../src/features/import";
import { memoryLocation } from "../../../src/hosts";
import type { Timers } from "../../../src/kernel";
import { Refreshing, ServicesProvider, type Services } from "../../../src/parts";
import { registerNamed, type Register } from "../../../src/registers";
import { createStore, type StoreDevice } from "../../../src/store";
import { AppTheme, Notifier } from "../../../src/ui";
import { noFigures } from "../parts/services";
import { MemoryLists, MemorySource } from "../store/memory-source";
import { OneDevice } from "../store/one-device";
import { StillWorld } from "../store/still-world";
import { site } from "./fixture";

export interface Northmere {
  readonly lists: MemoryLists;
  readonly source: MemorySource;
  readonly services: Services;
  /** Files handed to the person, by name. */
  readonly saved: Map<string, Uint8Array>;
  readonly kept: Map<string, string>;
}

const soon: Timers = {
  after: (delayMs, callBack) => {
    // What is due now comes at the next turn; the polling of a page never does.
    const waiting = setTimeout(callBack, delayMs === 0 ? 0 : 3_600_000);
    return () => clearTimeout(waiting);
  },
};

/** A site with a real store over lists in memory. */
export function openNorthmere(device: StoreDevice = new OneDevice().page("a page")): Northmere {
  const lists = new MemoryLists();
  const source = new MemorySource(lists);
  const world = new StillWorld();
  const store = createStore({
    source,
    clock: world,
    timers: soon,
    randomness: world,
    device,
    workedOut: (register) => registerNamed(register)?.workedOut ?? {},
  });
  const saved = new Map<string, Uint8Array>();
  const kept = new Map<string, string>();
  const refused = (): Promise<never> => Promise.reject(new Error("the import does not use this service"));
  const services: Services = {
    store,
    session: {
      me: { name: "Femi Okoro", address: "femi.okoro@northmere.example" },
      site: { id: site, name: "Northmere registers", address: "https://northmere.sharepoint.com/sites/registers" },
      scope: { kind: "portfolio" },
      host: "browser",
    },
    people: { search: refused },
    history: { versions: refused },
    messages: { channels: refused, postCard: refused },
    files: {
      save: (name, bytes) => {
        saved.set(name, bytes);
        return Promise.resolve({ ok: true, value: undefined });
      },
    },
    links: { toPage: (fragment) => fragment, toRecord: () => ({ teams: "", browser: "" }), open: refused, copy: refused },
    sites: { open: refused, offered: refused },
    provisioning: { look: refused, plan: refused, create: refused, repair: refused },
    adoption: { candidates: refused, look: refused, addColumns: refused, rows: refused, lookAgain: () => undefined },
    consent: { ask: refused, heldUp: () => undefined, subscribe: () => () => undefined },
    access: { permissions: refused, look: refused, check: refused },
    rights: { of: () => "unknown", list: () => undefined, subscribe: () => () => undefined },
    refreshing: new Refreshing({ store, gate: { blockedUntilMs: 0 }, clock: world, timers: soon, randomness: world }),
    device: { keptHere: () => Promise.resolve(undefined) },
    diagnostics: { figures: () => noFigures },
    preferences: { read: (name) => kept.get(name), write: (name, value) => void kept.set(name, value) },
    location: memoryLocation("import/Projects"),
    clock: world,
    timers: soon,
    randomness: world,
  };
  return { lists, source, services, saved, kept };
}

export interface ShownImport {
  readonly choose: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** The person goes on to the import of another register. */
  readonly goTo: (register: Register) => void;
}

export function showImport(northmere: Northmere, register: Register): ShownImport {
  const page = (of: Register): ReactElement => (
    <AppTheme theme="default">
      <Notifier>
        <ServicesProvider value={northmere.services}>
          <ImportPage register={of} />
        </ServicesProvider>
      </Notifier>
    </AppTheme>
  );
  const { container, rerender } = render(page(register));
  return {
    goTo: (other) => rerender(page(other)),
    choose: (name, bytes) => {
      const file = new File([bytes], name);
      // jsdom's files have no arrayBuffer.
      Object.defineProperty(file, "arrayBuffer", { value: () => Promise.resolve(bytes.buffer) });
      const input = container.querySelector<HTMLInputElement>("input[type=file]")!;
      fireEvent.change(input, { target: { files: [file] } });
    },
  };
}

/** What Enter does on a button: it must be there, be enabled and be reachable by keyboard. */
export async function pressKey(name: string | RegExp): Promise<HTMLElement> {
  const button = await screen.findByRole("button", { name, hidden: true }, { timeout: 5_000 });
  button.focus();
  expect(button.ownerDocument.activeElement).toBe(button);
  fireEvent.keyDown(button, { key: "Enter" });
  await act(async () => {
    fireEvent.click(button);
    await Promise.resolve();
  });
  return button;
}
