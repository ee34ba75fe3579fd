import { invalidArgument, itemNotFound } from "../model/refusal";
import type { Workbook, XmlPart } from "../model/workbook";
import { collectionMembers, hostObject, type HostObject, type Members } from "./host-object";

interface PlacedPart {
  readonly workbook: Workbook;
  readonly part: XmlPart;
}

interface Parts {
  readonly workbook: Workbook;
  /** Undefined means all parts. */
  readonly namespaceUri: string | undefined;
}

const partMembers: Members<PlacedPart> = {
  typeName: "CustomXmlPart",
  identity: ({ part }) => ({ Id: part.id }),
  scalars: { id: { read: ({ part }) => part.id }, namespaceUri: { read: ({ part }) => namespaceOf(part.xml) } },
  methods: {
    delete: ({ workbook, part }) => {
      workbook.xmlParts = workbook.xmlParts.filter((each) => each !== part);
    },
    getXml: ({ part }) => part.xml,
    setXml: ({ part }, args) => {
      part.xml = checkedXml(args.text(0));
    },
  },
};

function namespaceOf(xml: string): string {
  const root = /<[A-Za-z_][^>]*>/.exec(xml)?.[0] ?? "";
  const prefix = /^<([\w.-]+):/.exec(root)?.[1];
  const match = new RegExp(`\\sxmlns${prefix === undefined ? "" : `:${prefix}`}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root);
  return match?.[1] ?? match?.[2] ?? "";
}

/** A coarse check: Excel refuses what is not one well-formed element. */
function checkedXml(xml: string): string {
  const root = /^\s*(?:<\?xml[^>]*\?>\s*)?<([\w:.-]+)[\s\S]*>\s*$/.exec(xml)?.[1];
  if (root === undefined || !new RegExp(`(</${root.replaceAll(".", "\\.")}\\s*>|/>)\\s*$`).test(xml)) throw invalidArgument();
  return xml;
}

function only(parts: Parts): HostObject | undefined {
  const [first, second] = list(parts);
  return first === undefined || second !== undefined ? undefined : hostObject(partMembers, first);
}

function list({ workbook, namespaceUri }: Parts): readonly PlacedPart[] {
  return workbook.xmlParts.filter((part) => namespaceUri === undefined || namespaceOf(part.xml) === namespaceUri).map((part) => ({ workbook, part }));
}

export const xmlPartsMembers: Members<Parts> = collectionMembers<Parts, PlacedPart>({
  typeName: "CustomXmlPartCollection",
  list,
  wrap: (item) => hostObject(partMembers, item),
  matches: ({ part }, key) => part.id === key,
  methods: {
    add: ({ workbook }, args) => {
      const part: XmlPart = {
        id: `{${workbook.nextNumber().toString(16).toUpperCase().padStart(8, "0")}-00C1-0000-0000-000000000000}`,
        xml: checkedXml(args.text(0)),
      };
      workbook.xmlParts.push(part);
      return hostObject(partMembers, { workbook, part });
    },
    getByNamespace: ({ workbook }, args) => hostObject(xmlPartsMembers, { workbook, namespaceUri: args.text(0) }),
    getOnlyItem: (parts) => {
      const found = only(parts);
      if (found === undefined) throw itemNotFound();
      return found;
    },
    getOnlyItemOrNullObject: (parts) => only(parts) ?? null,
  },
});
