import { Area } from "./area";
import { itemAlreadyExists, Refusal } from "./refusal";
import { checkedSheetName, Sheet } from "./sheet";
import type { Table } from "./table";
import type { DateOrder } from "../../../../kernel";
import type { EntryRules } from "./typed-value";

export interface NamedItem {
  readonly name: string;
  area: Area | undefined;
  formula: string;
  comment: string;
  visible: boolean;
}

export interface XmlPart {
  readonly id: string;
  xml: string;
}

export interface CellComment {
  readonly id: string;
  readonly area: Area;
  content: string;
  resolved: boolean;
}

export interface Validation {
  readonly area: Area;
  rule: Readonly<Record<string, unknown>>;
  errorAlert: unknown;
  prompt: unknown;
  ignoreBlanks: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  readonly area: Area;
  formula: string;
  fillColor: unknown;
  fontColor: unknown;
}

/** What a client is told: `type` and `targetId` are office.js's numbers and ids for its event handlers. */
export interface WorkbookEvent {
  readonly type: number;
  readonly targetId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Who changes the workbook now; goes into events so that an add-in can tell its own echo and co-authors apart. */
export interface Actor {
  readonly source: "Local" | "Remote";
  readonly triggerSource: "ThisLocalAddin" | "Unknown";
}

export interface WorkbookOptions {
  /** Completes "3/4" typed into a cell. */
  readonly currentYear: number;
  readonly name?: string;
  /** Ids of sheets, tables and parts count up from here; two workbooks in one client need different ids. */
  readonly firstNumber?: number;
}

const eventAreasKept = 500;
const aPerson: Actor = { source: "Local", triggerSource: "Unknown" };

/** The whole file and its state in the window: sheets, tables, names, parts, selection, waiting events. */
export class Workbook {
  readonly name: string;
  sheets: Sheet[] = [];
  tables: Table[] = [];
  names: NamedItem[] = [];
  xmlParts: XmlPart[] = [];
  comments: CellComment[] = [];
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  readonly settings = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  readonly documentProperties = new Map<string, unknown>();
  /** Ranges that a client keeps between requests. */
  readonly references = new Map<string, Area>();
  private readonly eventAreas = new Map<string, Area>();
  calculationMode = "Automatic";
  eventsEnabled = true;
  /** A person is typing in a cell: Excel refuses batches until they finish. */
  isEditing = false;
  actor: Actor = aPerson;
  activeSheet: Sheet;
  selection: Area;
  private readonly currentYear: number;
  private sequence = 0;
  private outbox: WorkbookEvent[] = [];
  private readonly changeListeners = new Set<() => void>();

  constructor(options: WorkbookOptions) {
    this.currentYear = options.currentYear;
    this.name = options.name ?? "Registers.xlsx";
    this.sequence = options.firstNumber ?? 0;
    this.activeSheet = this.addSheet("Sheet1");
    this.selection = new Area(this.activeSheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
  }

  nextNumber(): number {
    this.sequence += 1;
    return this.sequence;
  }

  /** After a file was read: ids given from now on must not repeat those in it. */
  skipNumbersTo(last: number): void {
    this.sequence = Math.max(this.sequence, last);
  }

  get lastNumber(): number {
    return this.sequence;
  }

  entryRules(dateOrder: DateOrder): EntryRules {
    return { dateOrder, currentYear: this.currentYear };
  }

  addSheet(wished?: string): Sheet {
    let name = wished;
    for (let number = this.sheets.length + 1; name === undefined || (wished === undefined && this.sheet(name) !== undefined); number++)
      name = `Sheet${String(number)}`;
    if (this.sheet(name) !== undefined) throw itemAlreadyExists();
    const id = `{${this.nextNumber().toString(16).toUpperCase().padStart(8, "0")}-0001-0000-0000-000000000000}`;
    const sheet = new Sheet(id, checkedSheetName(name));
    this.sheets.push(sheet);
    return sheet;
  }

  /** Puts the sheets of a kept file in place of those that a new workbook has. There is at least one. */
  openSheets(sheets: readonly [Sheet, ...Sheet[]]): void {
    this.sheets = [...sheets];
    this.activate(sheets[0]);
  }

  deleteSheet(sheet: Sheet): void {
    const other = this.sheets.find((each) => each !== sheet && each.visibility === "Visible");
    if (other === undefined) throw new Refusal("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    this.sheets = this.sheets.filter((each) => each !== sheet);
    this.tables = this.tables.filter((table) => table.area.sheet !== sheet);
    for (const area of this.areasOf(sheet)) area.gone = true;
    this.forgetGoneAreas();
    if (this.activeSheet === sheet) this.activate(other);
  }

  activate(sheet: Sheet): void {
    this.activeSheet = sheet;
    if (this.selection.sheet !== sheet) this.selection = new Area(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
  }

  /** By id or by name; names do not distinguish case. */
  sheet(key: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
  }

  table(key: string): Table | undefined {
    return this.tables.find((table) => table.id === key || table.name.toLowerCase() === key.toLowerCase());
  }

  /** Every area that must move when rows or columns of the sheet do. */
  areasOf(sheet: Sheet): readonly Area[] {
    const areas = [
      ...this.tables.map((table) => table.area),
      ...this.references.values(),
      ...this.eventAreas.values(),
      ...this.names.flatMap((name) => (name.area === undefined ? [] : [name.area])),
      ...this.validations.map((validation) => validation.area),
      ...this.conditionalFormats.map((format) => format.area),
      ...this.comments.map((comment) => comment.area),
    ];
    return areas.filter((area) => area.sheet === sheet);
  }

  forgetGoneAreas(): void {
    const here = (item: { readonly area: Area }): boolean => !item.area.gone;
    this.tables = this.tables.filter(here);
    this.validations = this.validations.filter(here);
    this.conditionalFormats = this.conditionalFormats.filter(here);
    this.comments = this.comments.filter(here);
    for (const name of this.names) if (name.area?.gone === true) Object.assign(name, { area: undefined, formula: "=#REF!" });
  }

  keepReference(area: Area): string {
    const id = `R${String(this.nextNumber())}`;
    this.references.set(id, area);
    return id;
  }

  /** Remembers where an event happened, so that its handler can ask for the cells; only the latest are kept. */
  keepEventArea(area: Area): string {
    const id = `E${String(this.nextNumber())}`;
    this.eventAreas.set(id, area);
    const [oldest] = this.eventAreas.keys();
    if (this.eventAreas.size > eventAreasKept && oldest !== undefined) this.eventAreas.delete(oldest);
    return id;
  }

  eventArea(id: string): Area | undefined {
    return this.eventAreas.get(id);
  }

  tellClient(event: WorkbookEvent): void {
    this.outbox.push(event);
  }

  /** Hands over the events since the last call; none while the add-in has switched events off. */
  takeEvents(): readonly WorkbookEvent[] {
    const events = this.eventsEnabled ? this.outbox : [];
    this.outbox = [];
    return events;
  }

  actAs<T>(actor: Actor, work: () => T): T {
    this.actor = actor;
    try {
      return work();
    } finally {
      this.actor = aPerson;
    }
  }

  /** Calls back after each batch and each action of a person. The returned function ends it. */
  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** A person starts or ends typing in a cell. */
  setEditing(isEditing: boolean): void {
    this.isEditing = isEditing;
    this.announce();
  }

  announce(): void {
    for (const listener of this.changeListeners) listener();
  }
}
