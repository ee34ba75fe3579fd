import { Area, formatArea, overlaps } from "../model/area";
import { announceChange, selectArea, shiftCells } from "../model/change-cells";
import { columnLimit, intersect, rowLimit, type Rectangle } from "../model/rectangle";
import { invalidArgument, itemNotFound, protectedSheet, Refusal } from "../model/refusal";
import { areaArgument } from "./area-argument";
import { conditionalFormatsMembers } from "./conditional-format-members";
import { dataValidationMembers } from "./data-validation-members";
import { hostObject, type Arguments, type HostObject, type Members, type Scalar } from "./host-object";
import { rangeFormatMembers } from "./range-format-members";
import {
  checkShape,
  clearCells,
  formulasOf,
  numberFormatsOf,
  setNumberFormats,
  setStyle,
  setValues,
  sharedStyle,
  textsOf,
  valuesOf,
  valueTypesOf,
} from "./range-values";
import type { SurfaceContext } from "./surface-context";

export function rangeMembers(context: SurfaceContext): Members<Area> {
  const { workbook } = context;
  const values = dataValidationMembers(workbook);
  const format = rangeFormatMembers();
  const conditional = conditionalFormatsMembers(context);
  return {
    typeName: "Range",
    identity: (area) => (area.referenceId === undefined ? {} : { _ReferenceId: area.referenceId }),
    scalars: rangeScalars(context),
    parts: {
      format: (area) => hostObject(format, area),
      worksheet: (area) => context.worksheet(area.sheet),
      dataValidation: (area) => hostObject(values, area),
      conditionalFormats: (area) => hostObject(conditional, area),
    },
    methods: { ...placeMethods(context), ...relatedMethods(context), ...changeMethods(context) },
  };
}

function rangeScalars({ workbook }: SurfaceContext): Record<string, Scalar<Area>> {
  const values: Scalar<Area> = {
    read: valuesOf,
    write: (area, given) => {
      setValues(workbook, area, given);
    },
  };
  const formulas: Scalar<Area> = {
    read: formulasOf,
    write: (area, given) => {
      setValues(workbook, area, given);
    },
  };
  const numberFormat: Scalar<Area> = { read: numberFormatsOf, write: setNumberFormats };
  const address: Scalar<Area> = {
    read: (area) => {
      if (area.gone) throw new Refusal("InvalidReference", "This reference is not valid for the current operation.");
      return formatArea(area);
    },
  };
  return {
    address,
    addressLocal: address,
    cellCount: { read: (area) => area.rowCount * area.columnCount },
    columnCount: { read: (area) => area.columnCount },
    columnHidden: hiddenScalar((area) => ({ hidden: area.sheet.hiddenColumns, from: area.column, count: area.columnCount })),
    columnIndex: { read: (area) => area.column },
    formulas,
    formulasLocal: formulas,
    hyperlink: {
      read: (area) => sharedStyle(area, "hyperlink"),
      write: (area, given) => {
        setStyle(area, { hyperlink: given });
      },
    },
    isEntireColumn: { read: (area) => area.rowCount === rowLimit },
    isEntireRow: { read: (area) => area.columnCount === columnLimit },
    numberFormat,
    numberFormatLocal: numberFormat,
    rowCount: { read: (area) => area.rowCount },
    rowHidden: hiddenScalar((area) => ({ hidden: area.sheet.hiddenRows, from: area.row, count: area.rowCount })),
    rowIndex: { read: (area) => area.row },
    text: { read: textsOf },
    valueTypes: { read: valueTypesOf },
    values,
  };
}

/** True or false when all rows or columns agree, null when they differ. */
function hiddenScalar(of: (area: Area) => { hidden: Set<number>; from: number; count: number }): Scalar<Area> {
  return {
    read: (area) => {
      const { hidden, from, count } = of(area);
      const hiddenCount = [...hidden].filter((position) => position >= from && position < from + count).length;
      return hiddenCount === 0 ? false : hiddenCount === count ? true : null;
    },
    write: (area, given) => {
      const { hidden, from, count } = of(area);
      for (let position = from; position < from + count; position++) {
        if (given === true) hidden.add(position);
        else hidden.delete(position);
      }
    },
  };
}

type RangeMethods = Record<string, (area: Area, args: Arguments) => unknown>;

/** Ranges found by counting from this one. */
function placeMethods(context: SurfaceContext): RangeMethods {
  const part = (area: Area, change: Partial<Rectangle>): HostObject =>
    context.range(new Area(area.sheet, { row: area.row, column: area.column, rowCount: area.rowCount, columnCount: area.columnCount, ...change }));
  const row = (area: Area, index: number): HostObject => {
    if (index < 0 || index >= area.rowCount) throw invalidArgument();
    return part(area, { row: area.row + index, rowCount: 1 });
  };
  const column = (area: Area, index: number): HostObject => part(area, { column: area.column + index, columnCount: 1 });
  return {
    getCell: (area, args) => part(area, { row: area.row + args.number(0), column: area.column + args.number(1), rowCount: 1, columnCount: 1 }),
    getRow: (area, args) => row(area, args.number(0)),
    getColumn: (area, args) => column(area, args.number(0)),
    getLastRow: (area) => row(area, area.rowCount - 1),
    getLastColumn: (area) => column(area, area.columnCount - 1),
    getLastCell: (area) => part(area, { row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1, rowCount: 1, columnCount: 1 }),
    getRowsBelow: (area, args) => part(area, { row: area.row + area.rowCount, rowCount: args.numberOr(0, 1) }),
    getRowsAbove: (area, args) => part(area, { row: area.row - args.numberOr(0, 1), rowCount: args.numberOr(0, 1) }),
    getColumnsAfter: (area, args) => part(area, { column: area.column + area.columnCount, columnCount: args.numberOr(0, 1) }),
    getColumnsBefore: (area, args) => part(area, { column: area.column - args.numberOr(0, 1), columnCount: args.numberOr(0, 1) }),
    getOffsetRange: (area, args) => part(area, { row: area.row + args.number(0), column: area.column + args.number(1) }),
    getResizedRange: (area, args) => part(area, { rowCount: area.rowCount + args.number(0), columnCount: area.columnCount + args.number(1) }),
    getAbsoluteResizedRange: (area, args) => part(area, { rowCount: args.number(0), columnCount: args.number(1) }),
    getEntireColumn: (area) => part(area, { row: 0, rowCount: rowLimit }),
    getEntireRow: (area) => part(area, { column: 0, columnCount: columnLimit }),
  };
}

/** Ranges found by comparing with another range or with the cells in use. */
function relatedMethods(context: SurfaceContext): RangeMethods {
  const shared = (area: Area, other: Area): HostObject | null => {
    const common = other.sheet === area.sheet ? intersect(area, other) : undefined;
    return common === undefined ? null : context.range(new Area(area.sheet, common));
  };
  const used = (area: Area): HostObject | null => {
    const rectangle = area.sheet.usedRectangle();
    return rectangle === undefined ? null : shared(area, new Area(area.sheet, rectangle));
  };
  const other = (area: Area, args: Arguments): Area => areaArgument(context.workbook, area.sheet, args);
  return {
    getIntersectionOrNullObject: (area, args) => shared(area, other(area, args)),
    getIntersection: (area, args) => required(shared(area, other(area, args))),
    getUsedRangeOrNullObject: used,
    // Excel answers with the first cell when none is in use (docs-reference, Range.getUsedRange).
    getUsedRange: (area) => used(area) ?? context.range(new Area(area.sheet, { row: area.row, column: area.column, rowCount: 1, columnCount: 1 })),
    getBoundingRect: (area, args) => {
      const second = other(area, args);
      const row = Math.min(area.row, second.row);
      const column = Math.min(area.column, second.column);
      const rowCount = Math.max(area.row + area.rowCount, second.row + second.rowCount) - row;
      const columnCount = Math.max(area.column + area.columnCount, second.column + second.columnCount) - column;
      return context.range(new Area(area.sheet, { row, column, rowCount, columnCount }));
    },
    getTables: (area) => context.workbook.tables.filter((table) => overlaps(table.area, area)).map((table) => context.table(table)),
  };
}

function required(found: HostObject | null): HostObject {
  if (found === null) throw itemNotFound();
  return found;
}

function changeMethods(context: SurfaceContext): RangeMethods {
  const { workbook } = context;
  return {
    clear: (area, args) => {
      if (area.sheet.protection !== undefined) throw protectedSheet();
      const what = args.optionalText(0) ?? "All";
      clearCells(area, what);
      if (what !== "Formats") announceChange(workbook, area, { changeType: "RangeEdited" });
    },
    delete: (area, args) => {
      shiftCells(workbook, area, { axis: args.text(0) === "Left" ? "columns" : "rows", kind: "delete" });
    },
    insert: (area, args) => {
      const place = area.copy();
      shiftCells(workbook, area, { axis: args.text(0) === "Right" ? "columns" : "rows", kind: "insert" });
      return context.range(place);
    },
    select: (area) => {
      selectArea(workbook, area);
    },
    _KeepReference: (area) => {
      area.referenceId ??= workbook.keepReference(area);
    },
    _ValidateArraySize: (area, args) => {
      checkShape(area, args.number(0), args.number(1));
    },
  };
}
