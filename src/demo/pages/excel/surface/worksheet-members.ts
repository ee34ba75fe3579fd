import { Area } from "../model/area";
import { activateSheet, eventTypes, tellTargets, workbookTarget } from "../model/change-cells";
import { columnLimit, rowLimit } from "../model/rectangle";
import { invalidArgument, itemAlreadyExists, Refusal } from "../model/refusal";
import { checkedSheetName, type Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { recalculate } from "../model/recalculate";
import { areaAt } from "./area-argument";
import { collectionMembers, hostObject, type HostObject, type Members, type Scalar } from "./host-object";
import { keyValueMembers } from "./key-value-members";
import type { SurfaceContext } from "./surface-context";

export function worksheetMembers(context: SurfaceContext): Members<Sheet> {
  const { workbook } = context;
  const freezePanes = freezePanesMembers(context);
  const whole = { row: 0, column: 0, rowCount: rowLimit, columnCount: columnLimit };
  const used = (sheet: Sheet): HostObject | null => {
    const rectangle = sheet.usedRectangle();
    return rectangle === undefined ? null : context.range(new Area(sheet, rectangle));
  };
  return {
    typeName: "Worksheet",
    identity: (sheet) => ({ Id: sheet.id }),
    scalars: worksheetScalars(workbook),
    parts: {
      comments: (sheet) => context.commentsOf(sheet),
      customProperties: (sheet) => hostObject(keyValueMembers, { entries: sheet.customProperties }),
      freezePanes: (sheet) => hostObject(freezePanes, sheet),
      names: (sheet) => context.namesOf(sheet),
      protection: (sheet) => hostObject(protectionMembers, sheet),
      tables: (sheet) => context.tablesOf(sheet),
    },
    methods: {
      activate: (sheet) => {
        activateSheet(workbook, sheet);
      },
      calculate: () => {
        recalculate(workbook);
      },
      delete: (sheet) => {
        workbook.deleteSheet(sheet);
        tellTargets(workbook, eventTypes.worksheetDeleted, {
          targets: [workbookTarget],
          payload: { worksheetId: sheet.id, source: workbook.actor.source },
        });
      },
      getCell: (sheet, args) => context.range(new Area(sheet, { row: args.number(0), column: args.number(1), rowCount: 1, columnCount: 1 })),
      getRange: (sheet, args) => {
        const address = args.optionalText(0) ?? "";
        return context.range(address === "" ? new Area(sheet, whole) : areaAt(workbook, sheet, address));
      },
      getRangeByIndexes: (sheet, args) =>
        context.range(new Area(sheet, { row: args.number(0), column: args.number(1), rowCount: args.number(2), columnCount: args.number(3) })),
      getUsedRange: (sheet) => used(sheet) ?? context.range(new Area(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 })),
      getUsedRangeOrNullObject: used,
    },
  };
}

function worksheetScalars(workbook: Workbook): Record<string, Scalar<Sheet>> {
  return {
    id: { read: (sheet) => sheet.id },
    name: {
      read: (sheet) => sheet.name,
      write: (sheet, given) => {
        const name = checkedSheetName(String(given));
        const other = workbook.sheet(name);
        if (other !== undefined && other !== sheet) throw itemAlreadyExists();
        sheet.name = name;
      },
    },
    position: {
      read: (sheet) => workbook.sheets.indexOf(sheet),
      write: (sheet, given) => {
        const others = workbook.sheets.filter((each) => each !== sheet);
        workbook.sheets = [...others.slice(0, Number(given)), sheet, ...others.slice(Number(given))];
      },
    },
    showGridlines: {
      read: (sheet) => sheet.showGridlines,
      write: (sheet, given) => {
        sheet.showGridlines = given === true;
      },
    },
    tabColor: {
      read: (sheet) => sheet.tabColor,
      write: (sheet, given) => {
        sheet.tabColor = String(given);
      },
    },
    visibility: {
      read: (sheet) => sheet.visibility,
      write: (sheet, given) => {
        if (given !== "Visible" && given !== "Hidden" && given !== "VeryHidden") throw invalidArgument();
        const othersVisible = workbook.sheets.some((each) => each !== sheet && each.visibility === "Visible");
        if (given !== "Visible" && !othersVisible) throw new Refusal("InvalidOperation", "A workbook must contain at least one visible worksheet.");
        sheet.visibility = given;
        const next = workbook.sheets.find((each) => each.visibility === "Visible");
        if (workbook.activeSheet === sheet && given !== "Visible" && next !== undefined) workbook.activate(next);
      },
    },
  };
}

function freezePanesMembers(context: SurfaceContext): Members<Sheet> {
  return {
    typeName: "WorksheetFreezePanes",
    methods: {
      freezeAt: (sheet, args) => {
        const area = args.target(0, Area) ?? areaAt(context.workbook, sheet, args.text(0));
        sheet.frozen = { rows: area.row + area.rowCount, columns: area.column + area.columnCount };
      },
      freezeColumns: (sheet, args) => {
        sheet.frozen = { rows: 0, columns: args.numberOr(0, 1) };
      },
      freezeRows: (sheet, args) => {
        sheet.frozen = { rows: args.numberOr(0, 1), columns: 0 };
      },
      getLocationOrNullObject: (sheet) => {
        const { rows, columns } = sheet.frozen;
        if (rows === 0 && columns === 0) return null;
        return context.range(
          new Area(sheet, { row: 0, column: 0, rowCount: rows === 0 ? rowLimit : rows, columnCount: columns === 0 ? columnLimit : columns }),
        );
      },
      unfreeze: (sheet) => {
        sheet.frozen = { rows: 0, columns: 0 };
      },
    },
  };
}

const protectionMembers: Members<Sheet> = {
  typeName: "WorksheetProtection",
  scalars: { options: { read: (sheet) => sheet.protection?.options ?? {} }, protected: { read: (sheet) => sheet.protection !== undefined } },
  methods: {
    protect: (sheet, args) => {
      if (sheet.protection !== undefined) throw new Refusal("InvalidOperation", "The sheet is already protected.");
      sheet.protection = { options: args.at(0) ?? {}, password: args.optionalText(1) };
    },
    unprotect: (sheet, args) => {
      const password = sheet.protection?.password;
      if (password !== undefined && password !== args.optionalText(0)) throw new Refusal("AccessDenied", "The password is not right.", 403);
      sheet.protection = undefined;
    },
  },
};

export function worksheetsMembers(context: SurfaceContext): Members<Workbook> {
  return collectionMembers<Workbook, Sheet>({
    typeName: "WorksheetCollection",
    list: (workbook) => workbook.sheets,
    wrap: (sheet) => context.worksheet(sheet),
    matches: (sheet, key, workbook) => workbook.sheet(String(key)) === sheet,
    methods: {
      add: (workbook, args) => {
        const sheet = workbook.addSheet(args.optionalText(0));
        tellTargets(workbook, eventTypes.worksheetAdded, {
          targets: [workbookTarget],
          payload: { worksheetId: sheet.id, source: workbook.actor.source },
        });
        return context.worksheet(sheet);
      },
      getActiveWorksheet: (workbook) => context.worksheet(workbook.activeSheet),
    },
  });
}
