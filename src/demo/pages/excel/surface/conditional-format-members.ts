import { type Area, overlaps } from "../model/area";
import type { ConditionalFormat } from "../model/workbook";
import { collectionMembers, hostObject, type Members } from "./host-object";
import type { SurfaceContext } from "./surface-context";

/** Formats that a formula switches on. The grid does not draw them; they are kept so that an add-in can set, find and clear them. */
export function conditionalFormatsMembers(context: SurfaceContext): Members<Area> {
  const { workbook } = context;
  const on = (area: Area): ConditionalFormat[] => workbook.conditionalFormats.filter((each) => overlaps(each.area, area));
  const format: Members<ConditionalFormat> = {
    typeName: "ConditionalFormat",
    identity: ({ id }) => ({ Id: id }),
    scalars: { id: { read: ({ id }) => id }, type: { read: ({ type }) => type } },
    parts: {
      custom: (target) => hostObject(customMembers, target),
      customOrNullObject: (target) => (target.type === "Custom" ? hostObject(customMembers, target) : null),
    },
    methods: {
      delete: (target) => {
        workbook.conditionalFormats = workbook.conditionalFormats.filter((each) => each !== target);
      },
      getRange: ({ area }) => context.range(area.copy()),
    },
  };
  return collectionMembers<Area, ConditionalFormat>({
    typeName: "ConditionalFormatCollection",
    list: on,
    wrap: (item) => hostObject(format, item),
    matches: (item, key) => item.id === key,
    methods: {
      add: (area, args) => {
        const id = `{F${String(workbook.nextNumber())}}`;
        const created: ConditionalFormat = { id, type: args.text(0), area: area.copy(), formula: "", fillColor: null, fontColor: null };
        workbook.conditionalFormats.push(created);
        return hostObject(format, created);
      },
      clearAll: (area) => {
        workbook.conditionalFormats = workbook.conditionalFormats.filter((each) => !overlaps(each.area, area));
      },
    },
  });
}

const ruleMembers: Members<ConditionalFormat> = {
  typeName: "ConditionalFormatRule",
  scalars: {
    formula: {
      read: ({ formula }) => formula,
      write: (target, given) => {
        target.formula = String(given);
      },
    },
  },
};
const fillMembers: Members<ConditionalFormat> = {
  typeName: "ConditionalRangeFill",
  scalars: {
    color: {
      read: ({ fillColor }) => fillColor,
      write: (target, given) => {
        target.fillColor = given;
      },
    },
  },
};
const fontMembers: Members<ConditionalFormat> = {
  typeName: "ConditionalRangeFont",
  scalars: {
    color: {
      read: ({ fontColor }) => fontColor,
      write: (target, given) => {
        target.fontColor = given;
      },
    },
  },
};
const formatMembers: Members<ConditionalFormat> = {
  typeName: "ConditionalRangeFormat",
  parts: { fill: (target) => hostObject(fillMembers, target), font: (target) => hostObject(fontMembers, target) },
};
const customMembers: Members<ConditionalFormat> = {
  typeName: "CustomConditionalFormat",
  parts: { rule: (target) => hostObject(ruleMembers, target), format: (target) => hostObject(formatMembers, target) },
};
