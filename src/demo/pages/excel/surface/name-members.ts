import { Area, formatArea } from "../model/area";
import { parseAddress } from "../model/rectangle";
import { itemAlreadyExists, itemNotFound } from "../model/refusal";
import type { Sheet } from "../model/sheet";
import { checkedTableName } from "../model/table";
import type { NamedItem, Workbook } from "../model/workbook";
import { collectionMembers, hostObject, type Arguments, type Members } from "./host-object";
import type { SurfaceContext } from "./surface-context";

/** The names that stand for a range or a formula; all of them belong to the workbook. */
export function namesMembers(context: SurfaceContext): Members<Sheet | undefined> {
  const { workbook } = context;
  const item = nameMembers(context);
  const find = (name: string): NamedItem | undefined => workbook.names.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return collectionMembers<Sheet | undefined, NamedItem>({
    typeName: "NamedItemCollection",
    list: () => workbook.names,
    wrap: (name) => hostObject(item, name),
    matches: (name, key) => find(String(key)) === name,
    methods: {
      add: (_sheet, args) => {
        const name = checkedTableName(args.text(0));
        if (find(name) !== undefined) throw itemAlreadyExists();
        const created: NamedItem = { name, ...reference(workbook, args), comment: args.optionalText(2) ?? "", visible: true };
        workbook.names.push(created);
        return hostObject(item, created);
      },
    },
  });
}

/** A Range object, or a formula such as "=Lists!$A$1:$A$5" or "=0.2". */
function reference(workbook: Workbook, args: Arguments): { area: Area | undefined; formula: string } {
  const given = args.target(1, Area);
  return given === undefined ? referenceFromFormula(workbook, args.text(1)) : { area: given.copy(), formula: "" };
}

function referenceFromFormula(workbook: Workbook, formula: string): { area: Area | undefined; formula: string } {
  const address = parseAddress(formula.replace(/^=/, ""));
  const sheet = address?.sheetName === undefined ? undefined : workbook.sheet(address.sheetName);
  return { area: address === undefined || sheet === undefined ? undefined : new Area(sheet, address), formula };
}

function nameMembers(context: SurfaceContext): Members<NamedItem> {
  const { workbook } = context;
  const formula = (name: NamedItem): string => (name.area === undefined ? name.formula : `=${formatArea(name.area)}`);
  return {
    typeName: "NamedItem",
    identity: (name) => ({ _Id: name.name }),
    scalars: {
      comment: {
        read: (name) => name.comment,
        write: (name, given) => {
          name.comment = String(given);
        },
      },
      formula: {
        read: formula,
        write: (name, given) => {
          Object.assign(name, referenceFromFormula(workbook, String(given)));
        },
      },
      name: { read: (name) => name.name },
      scope: { read: () => "Workbook" },
      type: { read: (name) => (name.area === undefined ? "String" : "Range") },
      value: { read: (name) => formula(name).slice(1) },
      visible: {
        read: (name) => name.visible,
        write: (name, given) => {
          name.visible = given === true;
        },
      },
    },
    methods: {
      delete: (name) => {
        workbook.names = workbook.names.filter((each) => each !== name);
      },
      getRange: (name) => {
        if (name.area === undefined) throw itemNotFound();
        return context.range(name.area.copy());
      },
      getRangeOrNullObject: (name) => (name.area === undefined ? null : context.range(name.area.copy())),
    },
  };
}
