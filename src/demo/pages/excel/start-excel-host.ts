import { parseJson } from "../../../kernel";
import { adoptGridStyles } from "./grid/grid-styles";
import { SheetGrid } from "./grid/sheet-grid";
import { FrameHost, paneAddress } from "./host/frame-host";
import { sharedRuntimeServices } from "./host/shared-runtime";
import { Person, type Answer } from "./model/person";
import { Workbook } from "./model/workbook";
import { readWorkbook, writeWorkbook } from "./model/workbook-file";

export interface ExcelHostOptions {
  /** The frame for the task pane; on the same origin as the page. */
  readonly frame: HTMLIFrameElement;
  /** An element of fixed height that becomes the sheet. */
  readonly gridRoot: HTMLElement;
  /** Relative to the page, without a fragment. The page at it loads `/office/office.js`. */
  readonly paneUrl: string;
  readonly documentUrl: string;
  readonly currentYear: number;
  readonly addinId?: string;
  /** Where the workbook is kept between visits; left out, it starts empty each time. */
  readonly storage?: { readonly at: Storage; readonly key: string };
}

export interface ExcelHost {
  readonly workbook: Workbook;
  /** The person at this keyboard. */
  readonly person: Person;
  /** Somebody else in the same workbook. */
  readonly coauthor: Person;
  typeInto(address: string, text: string): Answer;
  /** Presses a ribbon button; resolves when the add-in has finished the command. */
  invokeCommand(actionId: string): Promise<void>;
  /** Keeps the workbook in the storage. Returns false without a storage or when it is full. */
  save(): boolean;
  stop(): void;
}

/** Plays Excel on the web on this page: draws the sheet and opens the task pane, whose office.js finds its host here. */
export function startExcelHost(options: ExcelHostOptions): ExcelHost {
  const { frame, gridRoot } = options;
  const view = gridRoot.ownerDocument.defaultView;
  if (view === null) throw new Error("the sheet must stand in a page");
  const workbook = openWorkbook(options);
  const person = new Person(workbook);
  const ids = { conversationId: view.crypto.randomUUID(), appId: options.addinId ?? "project-registers", origin: view.location.origin };
  const runtime = {
    paneState: "Visible" as const,
    startState: "Inactive" as const,
    showPane: (isShown: boolean) => {
      frame.hidden = !isShown;
    },
  };
  const paneUrl = new URL(options.paneUrl, view.location.href);
  const host = new FrameHost({
    ...ids,
    workbook,
    services: sharedRuntimeServices(workbook, runtime),
    documentUrl: options.documentUrl,
    post: (text) => {
      frame.contentWindow?.postMessage(text, paneUrl.origin);
    },
  });
  const receive = (event: MessageEvent): void => {
    if (event.source === frame.contentWindow && event.origin === paneUrl.origin) host.receive(event.data);
  };
  view.addEventListener("message", receive);
  const stopSending = sendChanges(workbook, host);
  adoptGridStyles(gridRoot.ownerDocument);
  const grid = new SheetGrid(gridRoot, workbook, person);
  frame.src = paneAddress(paneUrl, ids);
  return {
    workbook,
    person,
    coauthor: new Person(workbook, "Remote"),
    typeInto: (address, text) => person.typeInto(address, text),
    invokeCommand: (actionId) => host.invokeCommand(actionId),
    save: () => saveWorkbook(workbook, options),
    stop: () => {
      view.removeEventListener("message", receive);
      stopSending();
      grid.stop();
    },
  };
}

/** Events of a batch travel with its answer; those of a person are sent once the action is over. */
function sendChanges(workbook: Workbook, host: FrameHost): () => void {
  let selected = workbook.selection;
  return workbook.onChange(() => {
    queueMicrotask(() => {
      host.sendEvents(workbook.takeEvents());
      if (workbook.selection !== selected) host.sendSelectionChanged();
      selected = workbook.selection;
    });
  });
}

function openWorkbook({ storage, currentYear }: ExcelHostOptions): Workbook {
  const workbook = new Workbook({ currentYear });
  const kept = storage?.at.getItem(storage.key);
  if (kept !== undefined && kept !== null) readWorkbook(workbook, parseJson(kept));
  return workbook;
}

function saveWorkbook(workbook: Workbook, { storage }: ExcelHostOptions): boolean {
  if (storage === undefined) return false;
  try {
    storage.at.setItem(storage.key, JSON.stringify(writeWorkbook(workbook)));
    return true;
  } catch {
    return false; // the storage is full or closed to the page
  }
}
