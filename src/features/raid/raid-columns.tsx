import { Text } from "@fluentui/react-components";
import type { CalendarDate } from "../../kernel";
import { listWords, raidWords } from "../../content";
import { projectColumn, ScoreMark, valueColumn, type RecordColumn } from "../../parts";
import { bandOf, columnOf, registerNamed, risks, valueAt } from "../../registers";
import type { StoredRow } from "../../store";
import { dueOf, dueWords, kindOf, ownerOf } from "./raid-kinds";

export const raidStartColumns: readonly string[] = ["Title", "CurrentScore", "Ref", "Owner", "Due", "Status", "ProjectRef"];

/** One set of columns over four registers; each row brings its own meaning of owner, due and status. */
export function raidColumns(asked: {
  readonly today: CalendarDate;
  readonly me: string;
  readonly projectTitle: (ref: string) => string;
}): readonly RecordColumn[] {
  return [
    titleColumn(),
    scoreColumn(),
    kindColumn(),
    refColumn(),
    ownerColumn(asked.me),
    dueColumn(asked.today),
    statusColumn(),
    projectColumn(asked.projectTitle),
  ];
}

function titleColumn(): RecordColumn {
  const title = columnOf(risks, "Title");
  if (title === undefined) throw new Error("every register has a title");
  return { ...valueColumn("Title", title), label: raidWords.what, widthPx: 380 };
}

function refColumn(): RecordColumn {
  return textColumn({ id: "Ref", label: "Ref", widthPx: 84, shown: (row) => text(row, "Ref") });
}

function kindColumn(): RecordColumn {
  return textColumn({ id: "Kind", label: raidWords.kind, widthPx: 96, shown: (row) => sentenceCase(kindOf(row)?.register.one) });
}

function statusColumn(): RecordColumn {
  return textColumn({ id: "Status", label: raidWords.status, widthPx: 128, shown: (row) => text(row, registerNamed(row.register)?.statusColumn ?? "Status") });
}

function ownerColumn(me: string): RecordColumn {
  const nameOf = (row: StoredRow): string | undefined => {
    const owner = ownerOf(row);
    return typeof owner === "string" ? owner : undefined;
  };
  const shown = (row: StoredRow): string | undefined => {
    const kind = kindOf(row);
    return kind !== undefined && valueAt(row.values, `${kind.ownerColumn}Address`) === me ? listWords.you : nameOf(row);
  };
  const column = textColumn({ id: "Owner", label: raidWords.owner, widthPx: 168, shown });
  // "You" would name whoever reads the workbook.
  return { ...column, excel: { ...column.excel, cell: nameOf } };
}

function dueColumn(today: CalendarDate): RecordColumn {
  const column = textColumn({ id: "Due", label: raidWords.due, widthPx: 128, shown: (row) => dueWords(row, today) });
  return {
    ...column,
    sortKey: dueOf,
    excel: {
      kind: "date",
      widthCharacters: 16,
      cell: (row) => {
        const due = dueOf(row);
        return due === undefined ? undefined : { date: due };
      },
    },
  };
}

/** Only risks have a score; elsewhere the cell says so rather than showing nothing. */
function scoreColumn(): RecordColumn {
  const scoreOf = (row: StoredRow): number | undefined => {
    const score = valueAt(row.values, "CurrentScore");
    return typeof score === "number" ? score : undefined;
  };
  const words = (row: StoredRow): string => {
    const score = scoreOf(row);
    return score === undefined ? (row.register === risks.name ? listWords.notSet : "–") : `${String(score)} ${bandOf(score) ?? ""}`;
  };
  return {
    id: "CurrentScore",
    label: raidWords.score,
    widthPx: 120,
    align: "end",
    sortable: true,
    text: words,
    render: (row) => {
      const score = scoreOf(row);
      return score === undefined ? <Text>{words(row)}</Text> : <ScoreMark score={score} />;
    },
    sortKey: scoreOf,
    excel: { kind: "wholeNumber", widthCharacters: 10, cell: scoreOf },
  };
}

function textColumn(made: { id: string; label: string; widthPx: number; shown: (row: StoredRow) => string | undefined }): RecordColumn {
  return {
    id: made.id,
    label: made.label,
    widthPx: made.widthPx,
    align: "start",
    sortable: true,
    text: (row) => made.shown(row) ?? listWords.notSet,
    sortKey: (row) => made.shown(row)?.toLowerCase(),
    excel: { kind: "text", widthCharacters: Math.round(made.widthPx / 7), cell: made.shown },
  };
}

function text(row: StoredRow, column: string): string | undefined {
  const value = valueAt(row.values, column);
  return typeof value === "string" ? value : undefined;
}

function sentenceCase(words: string | undefined): string | undefined {
  return words === undefined ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}
