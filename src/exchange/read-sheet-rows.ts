import { fail, parseIsoDate, succeed, type Result } from "../kernel";
import { fileLimits, type FileProblem } from "./file-problem";
import { dateFromSerial, type DateSystem, type NumberMeaning } from "./number-formats";
import type { Pace } from "./pace";
import { readXml, type XmlAttributes, type XmlVisitor } from "./read-xml";
import { exchangeWords } from "../content";
import type { Cell, MergedCells, Sheet } from "./table";
import { decodeEscapes } from "./xml-text";

/** What the cells of a sheet point to. */
export interface SheetLookups {
  readonly strings: readonly string[];
  readonly meanings: readonly NumberMeaning[];
  readonly dateSystem: DateSystem;
  /** The file asks for all formulas to be worked out when it is opened, as programs write it that cannot do so themselves. */
  readonly isUncalculated: boolean;
}

export type SheetCells = Pick<Sheet, "rows" | "hiddenRows" | "hiddenColumns" | "merged">;

/** Reads the cells of one worksheet part. Formulas are never read: only the value that was stored beside them. */
export async function readSheetRows(
  bytes: Uint8Array,
  lookups: SheetLookups,
  at: { readonly part: string; readonly pace: Pace },
): Promise<Result<SheetCells, FileProblem>> {
  const collector = new RowCollector(lookups);
  const problem = (await readXml(bytes, collector, at)) ?? collector.problem;
  if (problem) return fail(problem);
  const { rows, hiddenRows, hiddenColumns, merged } = collector;
  return succeed({
    rows,
    ...(hiddenRows.size === 0 ? {} : { hiddenRows }),
    ...(hiddenColumns.size === 0 ? {} : { hiddenColumns }),
    ...(merged.length === 0 ? {} : { merged }),
  });
}

const noCells: readonly Cell[] = [];

class RowCollector implements XmlVisitor {
  readonly rows: (readonly Cell[])[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly merged: MergedCells[] = [];
  problem: FileProblem | undefined;
  private row: Cell[] = [];
  private rowIndex = -1;
  private columnIndex = -1;
  private cellCount = 0;
  private type = "n";
  private style = 0;
  private content = "";
  private takes = false;
  private isPhonetic = false;
  private hasFormula = false;

  constructor(private readonly lookups: SheetLookups) {}

  open(name: string, attributes: XmlAttributes): void {
    if (name === "row") {
      const number = wholeNumber(attributes.get("r"));
      this.rowIndex = number === undefined ? this.rowIndex + 1 : number - 1;
      this.row = [];
      this.columnIndex = -1;
      if (isOn(attributes.get("hidden"))) this.hiddenRows.add(this.rowIndex);
    } else if (name === "c") this.openCell(attributes);
    else if (name === "f") this.hasFormula = true;
    else if (name === "rPh") this.isPhonetic = true;
    else if (name === "col") this.hideColumns(attributes);
    else if (name === "mergeCell") this.merge(attributes.get("ref"));
    this.takes = name === "v" || (name === "t" && !this.isPhonetic);
  }

  text(text: string): void {
    if (this.takes) this.content += text;
  }

  close(name: string): void {
    this.takes = false;
    if (name === "rPh") this.isPhonetic = false;
    if (name === "c") this.closeCell();
    if (name === "row") this.closeRow();
  }

  private openCell(attributes: XmlAttributes): void {
    this.columnIndex = columnIndexOf(attributes.get("r")) ?? this.columnIndex + 1;
    this.type = attributes.get("t") ?? "n";
    this.style = wholeNumber(attributes.get("s")) ?? 0;
    this.content = "";
    this.hasFormula = false;
  }

  private hideColumns(attributes: XmlAttributes): void {
    if (!isOn(attributes.get("hidden"))) return;
    const last = Math.min(mostColumns, wholeNumber(attributes.get("max")) ?? 0);
    for (let number = wholeNumber(attributes.get("min")) ?? 1; number <= last; number += 1) this.hiddenColumns.add(number - 1);
  }

  private merge(range: string | undefined): void {
    const [first = "", last = first] = range?.split(":") ?? [];
    const [left, right, top, bottom] = [columnIndexOf(first), columnIndexOf(last), rowIndexOf(first), rowIndexOf(last)];
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) return;
    if (left <= right && top <= bottom) this.merged.push({ top, bottom, left, right });
  }

  private closeCell(): void {
    const value = this.cellValue();
    if (value === undefined || this.problem) return;
    this.cellCount += Math.max(1, this.columnIndex + 1 - this.row.length);
    if (this.cellCount > fileLimits.cells) {
      this.problem = { kind: "tooManyCells", limit: fileLimits.cells };
      return;
    }
    while (this.row.length < this.columnIndex) this.row.push(undefined);
    this.row[this.columnIndex] = value;
  }

  private closeRow(): void {
    if (this.row.length === 0 || this.problem) return;
    if (this.rowIndex >= fileLimits.rows) {
      this.problem = { kind: "tooManyRows", limit: fileLimits.rows };
      return;
    }
    while (this.rows.length < this.rowIndex) this.rows.push(noCells);
    this.rows[this.rowIndex] = this.row;
  }

  private cellValue(): Cell {
    const { content } = this;
    // A formula whose result is an empty text says so by its type.
    if (content === "") return this.hasFormula && this.type !== "str" ? exchangeWords.formulaWithoutResult : undefined;
    if (this.type === "s") return nonEmpty(this.lookups.strings[wholeNumber(content) ?? -1]);
    if (this.type === "str" || this.type === "inlineStr") return decodeEscapes(content);
    if (this.type === "b") return content.trim() === "1" || content.trim() === "true";
    if (this.type === "e") return content;
    if (this.type === "d") return isoDateCell(content);
    return this.numberValue(content);
  }

  private numberValue(content: string): Cell {
    const number = Number(content);
    if (content.trim() === "" || !Number.isFinite(number)) return content;
    // Such programs store 0 beside each formula (XlsxWriter, "Working with formulas").
    if (number === 0 && this.hasFormula && this.lookups.isUncalculated) return exchangeWords.formulaWithoutResult;
    const meaning = this.lookups.meanings[this.style];
    if (meaning === "percent") return `${String(Number((number * 100).toPrecision(15)))}%`;
    const date = meaning === "date" ? dateFromSerial(number, this.lookups.dateSystem) : undefined;
    return date === undefined ? number : { date };
  }
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

function isoDateCell(content: string): Cell {
  const date = parseIsoDate(content.trim().slice(0, 10));
  return date === undefined ? content : { date };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** "AB12" is row 11. */
function rowIndexOf(address: string): number | undefined {
  const number = wholeNumber(/^[A-Z]{1,3}(\d+)$/i.exec(address)?.[1]);
  return number === undefined || number === 0 ? undefined : number - 1;
}

const mostColumns = 16_384;

/** "AB12" is column 27; undefined when the address is missing or lies beyond XFD. */
function columnIndexOf(address: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/i.exec(address ?? "")?.[1];
  if (letters === undefined) return undefined;
  const index = Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return index < mostColumns ? index : undefined;
}
