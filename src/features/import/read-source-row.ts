import { importWords } from "../../content";
import { cellText, describeCellProblem, meaningsOf, readCell, readChoice, readText, type CellProblem as ReadingProblem, type ReadValue } from "../../exchange";
import type { CalendarDate } from "../../kernel";
import { columnOf, readWritten, whatIsWrong, type CellProblem, type Changes, type Column, type Register, type Value } from "../../registers";
import type { LookUps } from "./look-ups";
import { howToRead, wordKey, type ColumnSource, type Mapping } from "./mapping";
import type { NoteBlock } from "./notes";
import type { SourceRow, SourceTable } from "./source-table";

/** What one row of a file says, before anybody asked which record it is. */
export interface ReadRow {
  /** Without notes: they depend on what stands in the record. A person known by name only has no address here. */
  readonly values: Changes;
  /** Text of a column that is mapped to the notes themselves. */
  readonly directNotes: string | undefined;
  readonly blocks: readonly NoteBlock[];
  readonly problems: readonly CellProblem[];
  /** Worth a look, but written all the same. */
  readonly remarks: readonly CellProblem[];
  /** The record's Ref as the file names it. */
  readonly ref: string | undefined;
}

export interface Reader {
  readonly register: Register;
  readonly table: SourceTable;
  readonly mapping: Mapping;
  readonly lookUps: LookUps;
  readonly notesColumn: string | undefined;
  readonly today: CalendarDate;
}

type CellReading =
  | { readonly kind: "empty" }
  | { readonly kind: "values"; readonly values: readonly (readonly [string, Value])[]; readonly remark?: string }
  | { readonly kind: "problem"; readonly says: string; readonly wrote: string; readonly isKept: boolean };

const empty: CellReading = { kind: "empty" };

/** Empty cells say nothing; a cell that cannot be read is a problem of its own, and its words are kept where the mapping says so. */
export function readSourceRow(reader: Reader, row: SourceRow): ReadRow {
  const { register, table, mapping, notesColumn } = reader;
  const values = new Map<string, Value>();
  const blocks: NoteBlock[] = [];
  const problems: CellProblem[] = [];
  const remarks: CellProblem[] = [];
  for (const [name, source] of mapping.sources) {
    const column = columnOf(register, name);
    if (column === undefined) continue;
    const read = source.kind === "value" ? readConstant(reader, { name, column }, source.written) : readColumn(reader, { name, column, row }, source);
    const reading = source.kind === "value" ? read : fitting(reader, { name, column }, { read, wrote: cellText(row.cells[source.column]) });
    if (reading.kind === "values") {
      for (const [field, value] of reading.values) values.set(field, value);
      if (reading.remark !== undefined) remarks.push({ field: name, says: reading.remark, wrote: String(reading.values[0]?.[1] ?? "") });
    } else if (reading.kind === "problem") {
      problems.push({ field: name, says: reading.says, wrote: reading.wrote });
      if (reading.isKept && source.kind === "column") blocks.push({ heading: table.headings[source.column] ?? column.label, text: reading.wrote });
    }
  }
  for (const column of mapping.notes) {
    const read = readText(row.cells[column]);
    if (notesColumn !== undefined && read.kind === "value") blocks.push({ heading: table.headings[column] ?? "", text: read.value });
  }
  const ref = values.get("Ref");
  const directNotes = notesColumn === undefined ? undefined : values.get(notesColumn);
  values.delete("Ref");
  if (notesColumn !== undefined) values.delete(notesColumn);
  return { values: Object.fromEntries(values), directNotes: textOrNothing(directNotes), blocks, problems, remarks, ref: textOrNothing(ref) };
}

function textOrNothing(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

interface Wanted {
  readonly name: string;
  readonly column: Column;
}

function readConstant(reader: Reader, wanted: Wanted, written: string): CellReading {
  const { name, column } = wanted;
  if (column.type === "person") return written.trim() === "" ? empty : personReading(reader, wanted, readCell(written, { kind: "person" }));
  if (column.type === "reference") return written.trim() === "" ? empty : referenceReading(reader, wanted, written.trim());
  const read = readWritten(column, written);
  if (read.kind === "empty") return empty;
  return read.kind === "value" ? { kind: "values", values: [[name, read.value]] } : { kind: "problem", says: read.says, wrote: written, isKept: false };
}

function readColumn(reader: Reader, wanted: Wanted & { readonly row: SourceRow }, source: Extract<ColumnSource, { kind: "column" }>): CellReading {
  const { name, column, row } = wanted;
  const cell = row.cells[source.column];
  const meant = meaningsOf(column).length === 0 ? undefined : source.words.get(wordKey(cellText(cell)));
  if (meant !== undefined && meant !== "") return { kind: "values", values: [[name, choiceValue(column, meant)]] };
  if (meant === "") return unread(reader, wanted, { problem: "notAChoice", text: cellText(cell).trim() });
  const read = readCell(cell, howToRead(column, source));
  if (read.kind === "empty") return empty;
  if (column.type === "person") return personReading(reader, wanted, read);
  if (read.kind === "problem") {
    const label = readChoice(cell, meaningsOf(column));
    if (column.type === "wholeNumber" && label.kind === "value") return { kind: "values", values: [[name, choiceValue(column, label.value)]] };
    return unread(reader, wanted, read);
  }
  if (typeof read.value === "object") return empty;
  if (column.type === "reference") return referenceReading(reader, wanted, String(read.value));
  if (column.type === "text" || column.type === "people") {
    // One way of writing for financial years, lines and lists of people, as in a form.
    const line = readWritten(column, String(read.value));
    if (line.kind === "empty") return empty;
    return line.kind === "value"
      ? { kind: "values", values: [[name, line.value]] }
      : { kind: "problem", says: line.says, wrote: String(read.value), isKept: keeps(reader) };
  }
  return { kind: "values", values: [[name, read.value]] };
}

/** "Likely" stands for its number on the scale. */
function choiceValue(column: Column, label: string): Value {
  return column.type === "wholeNumber" ? (column.named ?? []).indexOf(label) + (column.from ?? 1) : label;
}

function keeps({ mapping, notesColumn }: Reader): boolean {
  return mapping.keepsUnread && notesColumn !== undefined;
}

/** A value that does not fit its column is a problem here already, so that its words are kept. */
function fitting(reader: Reader, { column }: Wanted, { read, wrote }: { readonly read: CellReading; readonly wrote: string }): CellReading {
  const value = read.kind === "values" ? read.values[0]?.[1] : undefined;
  const says = value === undefined ? undefined : whatIsWrong(column, value, reader);
  if (says === undefined) return read;
  return { kind: "problem", says: keeps(reader) ? importWords.alsoKept(says, notesLabel(reader)) : says, wrote, isKept: keeps(reader) };
}

function notesLabel({ register, notesColumn }: Reader): string {
  return columnOf(register, notesColumn ?? "")?.label ?? "";
}

function unread(reader: Reader, { column }: Wanted, { problem, text }: { readonly problem: ReadingProblem; readonly text: string }): CellReading {
  const isKept = keeps(reader) && problem !== "cellError" && problem !== "notWorkedOut";
  if (!isKept) return { kind: "problem", says: describeCellProblem(problem, column.label), wrote: text, isKept };
  const notes = notesLabel(reader);
  const says =
    problem === "sentence"
      ? importWords.sentenceKept(column.label, notes)
      : problem === "placeholder"
        ? importWords.placeholderKept(column.label, notes)
        : importWords.alsoKept(describeCellProblem(problem, column.label), notes);
  return { kind: "problem", says, wrote: text, isKept };
}

function personReading(reader: Reader, wanted: Wanted, read: ReturnType<typeof readCell>): CellReading {
  const { name, column } = wanted;
  if (read.kind === "empty") return empty;
  if (read.kind === "problem") return unread(reader, wanted, read);
  if (!isPerson(read.value)) return empty;
  const { lookUps } = reader;
  const { name: written, address: own } = read.value;
  const found = own === undefined ? lookUps.personNamed(written) : { name: written !== "" ? written : (lookUps.nameOf(own) ?? own), address: own };
  const { name: personName, address } = found ?? { name: written, address: undefined };
  if (address === undefined) return { kind: "values", values: [[name, personName]], remark: importWords.nameOnly(column.label) };
  return {
    kind: "values",
    values: [
      [name, personName],
      [`${name}Address`, address],
    ],
  };
}

function isPerson(value: ReadValue): value is Extract<ReadValue, { readonly name: string }> {
  return typeof value === "object";
}

/** A code that its list does not have is kept and shown; a Ref must be a record's. */
function referenceReading(reader: Reader, { name, column }: Wanted, written: string): CellReading {
  if (column.type !== "reference") return empty;
  const found = reader.lookUps.reference(column.register, column.by, written);
  if (typeof found === "object") return { kind: "values", values: [[name, found.value]] };
  if (column.by !== "Ref") return { kind: "values", values: [[name, written]] };
  const says = found === "several" ? importWords.severalRecords(column.label, written) : importWords.noSuchRecord(column.label, written);
  return { kind: "problem", says, wrote: written, isKept: keeps(reader) };
}
