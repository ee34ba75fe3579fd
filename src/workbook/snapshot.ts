import { isRecord, listAt, numberAt, parseJson, property, textAt } from "../kernel";
import { columnOf, registerNamed, valuesFrom, type Register, type RowId, type Seen, type Value, type Values } from "../registers";

/** What a sheet showed when it was last filled from the register: the base of every comparison. Travels in the workbook. */
export interface Snapshot {
  /** The Excel table that shows it. */
  readonly tableName: string;
  readonly register: string;
  readonly site: string;
  /** The project whose rows alone were asked for. */
  readonly project?: string;
  readonly asAtMs: number;
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<RowId, Seen>;
}

/** Precisely 1 MB failed in Word on the web (office-js#2408); half of that is safe. */
const largestPartBytes = 500_000;
const format = "project-registers-snapshot-1";

/** The snapshot as texts of at most 500 KB, each readable by itself. */
export function writeSnapshot(snapshot: Snapshot): readonly string[] {
  const { rows, ...head } = snapshot;
  const groups: string[][] = [[]];
  let bytes = 0;
  const room = largestPartBytes - bytesOf(JSON.stringify(head)) - 200;
  for (const [id, seen] of rows) {
    const row = JSON.stringify([id, seen.etag ?? null, seen.values]);
    const size = bytesOf(row) + 1;
    if (bytes + size > room && bytes > 0) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(row);
    bytes += size;
  }
  return groups.map((group, index) => {
    const part = JSON.stringify({ format, part: index, of: groups.length, ...head });
    return `${part.slice(0, -1)},"rows":[${group.join(",")}]}`;
  });
}

/** A part is XML in the file, where "&" and "<" take more room. */
function bytesOf(text: string): number {
  const utf8 = new TextEncoder().encode(text).length;
  return utf8 + 4 * (text.match(/[&<>]/g)?.length ?? 0);
}

/**
 * The newest complete snapshot of each table among these parts. Any add-in and any author can write them: a part that is
 * not exactly as expected is left out, and so is a snapshot with a part missing.
 */
export function readSnapshots(parts: readonly string[]): readonly Snapshot[] {
  const groups = new Map<string, ReadPart[]>();
  for (const text of parts) {
    const part = readPart(text);
    if (part === undefined) continue;
    const name = [part.head.tableName, part.head.asAtMs, part.of].join("\n");
    groups.set(name, [...(groups.get(name) ?? []), part]);
  }
  const newest = new Map<string, Snapshot>();
  for (const group of groups.values()) {
    const snapshot = joined(group);
    if (snapshot === undefined) continue;
    const known = newest.get(snapshot.tableName);
    if ((known?.asAtMs ?? -Infinity) < snapshot.asAtMs) newest.set(snapshot.tableName, snapshot);
  }
  return [...newest.values()];
}

type Head = Omit<Snapshot, "rows">;

interface ReadPart {
  readonly part: number;
  readonly of: number;
  readonly head: Head;
  readonly rows: readonly (readonly [RowId, Seen])[];
}

function joined(group: readonly ReadPart[]): Snapshot | undefined {
  const [first] = group;
  const byNumber = new Map(group.map((part) => [part.part, part]));
  if (byNumber.size !== first?.of) return undefined;
  return { ...first.head, rows: new Map([...byNumber.values()].flatMap(({ rows }) => rows)) };
}

function readPart(text: string): ReadPart | undefined {
  const json = text.length > largestPartBytes ? undefined : parseJson(text);
  const head = readHead(json);
  const part = numberAt(json, "part");
  const of = numberAt(json, "of");
  const register = head === undefined ? undefined : registerNamed(head.register);
  if (head === undefined || register === undefined || part === undefined || of === undefined || textAt(json, "format") !== format) return undefined;
  if (!Number.isInteger(of) || !Number.isInteger(part) || part < 0 || part >= of || of > 1_000) return undefined;
  const rows = listAt(json, "rows").map((row) => readRow(register, row));
  return rows.includes(undefined) ? undefined : { part, of, head, rows: rows.filter((row) => row !== undefined) };
}

function readHead(json: unknown): Head | undefined {
  const [tableName, register, site, asAtMs] = [textAt(json, "tableName"), textAt(json, "register"), textAt(json, "site"), numberAt(json, "asAtMs")];
  const project = textAt(json, "project");
  const columns = listAt(json, "columns").filter((name) => typeof name === "string");
  if (tableName === undefined || register === undefined || site === undefined || asAtMs === undefined || columns.length === 0) return undefined;
  return { tableName, register, site, asAtMs, columns, ...(project === undefined ? {} : { project }) };
}

function readRow(register: Register, row: unknown): readonly [RowId, Seen] | undefined {
  const [id, etag, values] = Array.isArray(row) ? (row as readonly unknown[]) : []; // Array.isArray gives any[]
  const isId = typeof id === "string" && /^(new:)?[0-9A-Za-z]{1,64}$/.test(id);
  if (!isId || !isRecord(values) || (etag !== null && typeof etag !== "string")) return undefined;
  const read = readValues(register, values);
  return [id, etag === null ? { values: read } : { etag, values: read }];
}

/** Values of the register's own columns only. */
function readValues(register: Register, values: Readonly<Record<string, unknown>>): Values {
  const isValue = (value: unknown): value is Value =>
    typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
  return valuesFrom(
    Object.keys(values).flatMap((name): (readonly [string, Value])[] => {
      const value = property(values, name);
      const isKnown = columnOf(register, name) !== undefined || columnOf(register, name.replace(/Address$/, ""))?.type === "person";
      return isKnown && isValue(value) ? [[name, value]] : [];
    }),
  );
}
