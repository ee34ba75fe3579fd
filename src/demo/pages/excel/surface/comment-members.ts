import type { Area } from "../model/area";
import { invalidArgument, itemNotFound } from "../model/refusal";
import type { Sheet } from "../model/sheet";
import type { CellComment } from "../model/workbook";
import { isRecord } from "../../../../kernel";
import { areaArgument } from "./area-argument";
import { collectionMembers, hostObject, type Members } from "./host-object";
import type { SurfaceContext } from "./surface-context";

/** Comments of one sheet or, with undefined, of the workbook. One cell has at most one. */
export function commentsMembers(context: SurfaceContext): Members<Sheet | undefined> {
  const { workbook } = context;
  const item = commentMembers(context);
  const at = (cell: Area): CellComment | undefined =>
    workbook.comments.find(({ area }) => area.sheet === cell.sheet && area.row === cell.row && area.column === cell.column);
  return collectionMembers<Sheet | undefined, CellComment>({
    typeName: "CommentCollection",
    list: (sheet) => workbook.comments.filter((comment) => sheet === undefined || comment.area.sheet === sheet),
    wrap: (comment) => hostObject(item, comment),
    matches: (comment, key) => comment.id === key,
    methods: {
      add: (sheet, args) => {
        const cell = areaArgument(workbook, sheet ?? workbook.activeSheet, args);
        if (cell.rowCount !== 1 || cell.columnCount !== 1 || at(cell) !== undefined) throw invalidArgument();
        const id = `{C${String(workbook.nextNumber())}}`;
        const created: CellComment = { id, area: cell.copy(), content: contentFrom(args.at(1)), resolved: false };
        workbook.comments.push(created);
        return hostObject(item, created);
      },
      getItemByCell: (sheet, args) => {
        const found = at(areaArgument(workbook, sheet ?? workbook.activeSheet, args));
        if (found === undefined) throw itemNotFound();
        return hostObject(item, found);
      },
    },
  });
}

/** Plain text, or the object that carries mentions. */
function contentFrom(given: unknown): string {
  if (typeof given === "string") return given;
  if (isRecord(given) && typeof given.richContent === "string") return given.richContent;
  throw invalidArgument();
}

function commentMembers(context: SurfaceContext): Members<CellComment> {
  return {
    typeName: "Comment",
    identity: ({ id }) => ({ Id: id }),
    scalars: {
      authorEmail: { read: () => "" },
      authorName: { read: () => "Project Registers demo" },
      content: {
        read: ({ content }) => content,
        write: (comment, given) => {
          comment.content = contentFrom(given);
        },
      },
      id: { read: ({ id }) => id },
      resolved: {
        read: ({ resolved }) => resolved,
        write: (comment, given) => {
          comment.resolved = given === true;
        },
      },
    },
    methods: {
      delete: (comment) => {
        context.workbook.comments = context.workbook.comments.filter((each) => each !== comment);
      },
      getLocation: ({ area }) => context.range(area.copy()),
    },
  };
}
