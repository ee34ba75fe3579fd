import { Area } from "./area";
import { shiftCells, eventTypes, selectArea, tellTargets, workbookTarget, writeCells } from "./change-cells";
import { listChoices } from "./list-choices";
import { formatRectangle, intersect, parseAddress } from "./rectangle";
import { recalculate } from "./recalculate";
import { invalidArgument, Refusal } from "./refusal";
import type { FilterCriteria, SortField, Table } from "./table";
import { storeEntry } from "./typed-value";
import type { Actor, Workbook } from "./workbook";

/** What Excel answers to a person: it took the action, or shows why not. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly says: string };

/** Cell texts as typed, row by row. */
export type Texts = readonly (readonly string[])[];

/** Somebody at the keyboard. Addresses such as "Risks!B2" name the sheet; without one they mean the active sheet. */
export class Person {
  private readonly actor: Actor;

  /** @param whose "Remote" for a co-author elsewhere, whose changes arrive with that source. */
  constructor(
    private readonly workbook: Workbook,
    whose: Actor["source"] = "Local",
  ) {
    this.actor = { source: whose, triggerSource: "Unknown" };
  }

  /** Types a text and presses Enter. Data validation of the cell applies, as it does for typing but not for pasting. */
  typeInto(address: string, text: string): Answer {
    return this.act(() => {
      const area = this.area(address);
      const refused = validationAgainst(this.workbook, area, text);
      if (refused !== undefined) throw new Refusal("InvalidOperation", refused);
      this.write(area, [[text]]);
    });
  }

  /** Pastes texts, the first at the address. Validation does not apply (docs-pr, excel-add-ins-data-validation.md). */
  paste(address: string, texts: Texts): Answer {
    return this.act(() => {
      const { sheet, row, column } = this.area(address);
      const columnCount = Math.max(...texts.map((line) => line.length));
      this.write(new Area(sheet, { row, column, rowCount: texts.length, columnCount }), texts);
    });
  }

  clear(address: string): Answer {
    return this.act(() => {
      const area = this.area(address);
      this.write(
        area,
        Array.from({ length: area.rowCount }, () => Array.from({ length: area.columnCount }, () => "")),
      );
    });
  }

  select(address: string): Answer {
    return this.act(() => {
      selectArea(this.workbook, this.area(address));
    });
  }

  /** @param address any cells of the rows, such as "4:6" for whole rows or "B4:F6" for a band. */
  insertRows(address: string): Answer {
    return this.shift(address, { axis: "rows", kind: "insert" });
  }

  deleteRows(address: string): Answer {
    return this.shift(address, { axis: "rows", kind: "delete" });
  }

  insertColumns(address: string): Answer {
    return this.shift(address, { axis: "columns", kind: "insert" });
  }

  deleteColumns(address: string): Answer {
    return this.shift(address, { axis: "columns", kind: "delete" });
  }

  filter(tableName: string, column: string, criteria: FilterCriteria): Answer {
    return this.act(() => {
      const table = this.table(tableName);
      table.filters.set(columnOf(table, column), criteria);
      table.applyFilters();
    });
  }

  sort(tableName: string, column: string, ascending: SortField["ascending"]): Answer {
    return this.act(() => {
      const table = this.table(tableName);
      table.sort([{ key: columnOf(table, column), ascending: ascending ?? true }]);
      const payload = { address: formatRectangle(table.body), worksheetId: table.area.sheet.id, source: this.actor.source };
      tellTargets(this.workbook, eventTypes.worksheetRowSorted, { targets: [table.area.sheet.id, workbookTarget], payload });
    });
  }

  private shift(address: string, change: Parameters<typeof shiftCells>[2]): Answer {
    return this.act(() => {
      shiftCells(this.workbook, this.area(address), change);
    });
  }

  private write(area: Area, texts: Texts): void {
    writeCells(this.workbook, area, { entryAt: (row, column) => texts[row]?.[column], rules: this.workbook.entryRules("day first") });
  }

  private area(address: string): Area {
    const parsed = parseAddress(address);
    const sheet = parsed?.sheetName === undefined ? this.workbook.activeSheet : this.workbook.sheet(parsed.sheetName);
    if (parsed === undefined || sheet === undefined) throw invalidArgument(`There are no cells at ${address}.`);
    return new Area(sheet, parsed);
  }

  private table(name: string): Table {
    const table = this.workbook.table(name);
    if (table === undefined) throw invalidArgument(`There is no table named ${name}.`);
    return table;
  }

  private act(work: () => void): Answer {
    try {
      this.workbook.actAs(this.actor, work);
    } catch (stop) {
      if (stop instanceof Refusal) return { ok: false, says: stop.message };
      throw stop;
    }
    recalculate(this.workbook);
    this.workbook.announce();
    return { ok: true };
  }
}

function columnOf(table: Table, header: string): number {
  const index = table.headers.findIndex((each) => each.toLowerCase() === header.toLowerCase());
  if (index < 0) throw invalidArgument(`There is no column named ${header}.`);
  return index;
}

/** @returns Excel's own sentence when list validation stops the entry. */
function validationAgainst(workbook: Workbook, area: Area, text: string): string | undefined {
  const found = workbook.validations.find((each) => each.area.sheet === area.sheet && intersect(each.area, area) !== undefined);
  const list = found?.rule.list;
  if (found === undefined || text === "" || typeof list !== "object" || list === null) return undefined;
  if (typeof found.errorAlert === "object" && found.errorAlert !== null && Reflect.get(found.errorAlert, "showAlert") === false) return undefined;
  const allowed = listChoices(workbook, String(Reflect.get(list, "source")));
  const entry = storeEntry(text, area.sheet.numberFormat(area.row, area.column), workbook.entryRules("day first")).value;
  const isAllowed = allowed === undefined || allowed.some((choice) => String(choice).toLowerCase() === String(entry).toLowerCase());
  return isAllowed ? undefined : "This value doesn't match the data validation restrictions defined for this cell.";
}
