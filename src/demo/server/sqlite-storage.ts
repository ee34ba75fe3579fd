import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { isRecord, textAt } from "../../kernel";
import { recordKinds, type RecordKind, type StoredRecord, type TenantStorage } from "../tenant";

export interface SqliteStorage extends TenantStorage {
  /** Forgets everything. */
  clear(): void;
  close(): void;
}

function tableOf(kind: RecordKind): string {
  return `tenant_${kind}`;
}

/** One SQLite file with a table for each kind of record; the changes of a request are one transaction. */
export function openSqliteStorage(path: string): SqliteStorage {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  for (const kind of recordKinds) {
    database.exec(`CREATE TABLE IF NOT EXISTS ${tableOf(kind)} (place TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (place, name))`);
  }
  const statements = new Map(
    recordKinds.map((kind) => [
      kind,
      {
        put: database.prepare(`INSERT INTO ${tableOf(kind)} (place, name, json) VALUES (?, ?, ?) ON CONFLICT (place, name) DO UPDATE SET json = excluded.json`),
        remove: database.prepare(`DELETE FROM ${tableOf(kind)} WHERE place = ? AND name = ?`),
        // An update keeps its rowid, so records come back in the order of their first arrival.
        all: database.prepare(`SELECT place, name, json FROM ${tableOf(kind)} ORDER BY rowid`),
      },
    ]),
  );
  const save = database.transaction((changes: readonly StoredRecord[]) => {
    for (const { kind, group, key, json } of changes) {
      if (json === undefined) statements.get(kind)?.remove.run(group, key);
      else statements.get(kind)?.put.run(group, key, json);
    }
  });
  return {
    *load() {
      for (const kind of recordKinds) {
        for (const row of statements.get(kind)?.all.all() ?? []) yield readRow(kind, row);
      }
    },
    save: (changes) => save(changes),
    clear: () => {
      for (const kind of recordKinds) database.exec(`DELETE FROM ${tableOf(kind)}`);
    },
    close: () => void database.close(),
  };
}

function readRow(kind: RecordKind, row: unknown): StoredRecord {
  const group = textAt(row, "place");
  const key = textAt(row, "name");
  const json = textAt(row, "json");
  if (!isRecord(row) || group === undefined || key === undefined || json === undefined) throw new TypeError(`a row of ${tableOf(kind)} is not a record`);
  return { kind, group, key, json };
}

/** Deletes the file and what SQLite keeps beside it. */
export function deleteSqliteStorage(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
}
