import type { GridLayout } from "./grid-layout";

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const pageRows = 20;

/** Where a key takes the active cell, past hidden rows and columns; undefined when the key does not move it. */
export function movedByKey(at: CellPosition, pressed: PressedKey, layout: GridLayout): CellPosition | undefined {
  const rows = [...layout.frozenRows, ...layout.rows];
  const step = (list: readonly number[], from: number, by: number): number => {
    const index = Math.max(
      0,
      list.findIndex((each) => each >= from),
    );
    return list[Math.min(list.length - 1, Math.max(0, index + by))] ?? from;
  };
  const down = (by: number): CellPosition => ({ row: step(rows, at.row, by), column: at.column });
  const right = (by: number): CellPosition => ({ row: at.row, column: step(layout.columns, at.column, by) });
  const isToEdge = pressed.ctrlKey || pressed.metaKey;
  switch (pressed.key) {
    case "ArrowDown":
      return down(1);
    case "ArrowUp":
      return down(-1);
    case "ArrowRight":
      return right(1);
    case "ArrowLeft":
      return right(-1);
    case "PageDown":
      return down(pageRows);
    case "PageUp":
      return down(-pageRows);
    case "Enter":
      return down(pressed.shiftKey ? -1 : 1);
    case "Home":
      return isToEdge ? { row: rows[0] ?? 0, column: layout.columns[0] ?? 0 } : { row: at.row, column: layout.columns[0] ?? 0 };
    case "End":
      return isToEdge ? layout.lastUsed : { row: at.row, column: layout.lastUsed.column };
    default:
      return undefined;
  }
}

/** True for a key that types a character, which starts an entry. */
export function typesText(pressed: PressedKey): boolean {
  return pressed.key.length === 1 && !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey;
}

/** Rows of texts from the clipboard's tab-separated text; quoted cells may hold line breaks. */
export function parseClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  const source = text.replace(/(\r\n|\r|\n)$/, "");
  while (pattern.lastIndex <= source.length) {
    const match = pattern.exec(source);
    if (match === null) break;
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "") break;
    if (match[3] !== "\t") rows.push([]);
  }
  return rows;
}
