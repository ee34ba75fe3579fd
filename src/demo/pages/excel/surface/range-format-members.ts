import type { Area } from "../model/area";
import type { StyleName } from "../model/sheet";
import { hostObject, type Members, type Scalar } from "./host-object";
import { setStyle, sharedStyle } from "./range-values";

/** Points, about eight characters wide: Excel's own default. */
const defaultColumnWidth = 48;
const borderSides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical", "DiagonalDown", "DiagonalUp"];

function styleScalar(name: StyleName): Scalar<Area> {
  return {
    read: (area) => sharedStyle(area, name),
    write: (area, given) => {
      setStyle(area, { [name]: given });
    },
  };
}

export function rangeFormatMembers(): Members<Area> {
  const fill: Members<Area> = {
    typeName: "RangeFill",
    scalars: { color: styleScalar("fillColor") },
    methods: {
      clear: (area) => {
        setStyle(area, { fillColor: null });
      },
    },
  };
  const font: Members<Area> = {
    typeName: "RangeFont",
    scalars: {
      bold: styleScalar("bold"),
      color: styleScalar("fontColor"),
      italic: styleScalar("italic"),
      name: styleScalar("fontName"),
      size: styleScalar("fontSize"),
      strikethrough: styleScalar("strikethrough"),
      underline: styleScalar("underline"),
    },
  };
  const protection: Members<Area> = { typeName: "FormatProtection", scalars: { locked: styleScalar("locked") } };
  return {
    typeName: "RangeFormat",
    scalars: {
      columnWidth: { read: (area) => area.sheet.columnWidths.get(area.column) ?? defaultColumnWidth, write: setColumnWidth },
      horizontalAlignment: styleScalar("horizontalAlignment"),
      indentLevel: styleScalar("indentLevel"),
      verticalAlignment: styleScalar("verticalAlignment"),
      wrapText: styleScalar("wrapText"),
    },
    parts: {
      fill: (area) => hostObject(fill, area),
      font: (area) => hostObject(font, area),
      protection: (area) => hostObject(protection, area),
      borders: (area) => hostObject(bordersMembers, area),
    },
    methods: {
      autofitColumns: (area) => {
        autofitColumns(area);
      },
      autofitRows: () => null,
    },
  };
}

function setColumnWidth(area: Area, given: unknown): void {
  for (let column = area.column; column < area.column + area.columnCount; column++) area.sheet.columnWidths.set(column, Number(given));
}

/** Six points a character is near enough for a grid on a page; real Excel measures. */
function autofitColumns(area: Area): void {
  const longest = new Map<number, number>();
  for (const { row, column, cell } of area.sheet.placedCells()) {
    const isInside = row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;
    if (isInside) longest.set(column, Math.max(longest.get(column) ?? 0, String(cell.value).length));
  }
  for (const [column, length] of longest) area.sheet.columnWidths.set(column, Math.min(400, Math.max(30, length * 6)));
}

interface Border {
  readonly area: Area;
  readonly side: string;
}

function borderScalar(name: string): Scalar<Border> {
  const all = (area: Area): object => {
    const borders = sharedStyle(area, "borders");
    return typeof borders === "object" && borders !== null ? borders : {};
  };
  return {
    read: ({ area, side }) => {
      const found: unknown = Reflect.get(all(area), `${side}.${name}`);
      return found ?? null;
    },
    write: ({ area, side }, given) => {
      setStyle(area, { borders: { ...all(area), [`${side}.${name}`]: given } });
    },
  };
}

const borderMembers: Members<Border> = {
  typeName: "RangeBorder",
  identity: ({ side }) => ({ _Id: side }),
  scalars: { color: borderScalar("color"), style: borderScalar("style"), weight: borderScalar("weight"), sideIndex: { read: ({ side }) => side } },
};

const bordersMembers: Members<Area> = {
  typeName: "RangeBorderCollection",
  scalars: { count: { read: () => borderSides.length } },
  items: (area) => borderSides.map((side) => hostObject(borderMembers, { area, side })),
  methods: { getItem: (area, args) => hostObject(borderMembers, { area, side: args.text(0) }) },
};
