import { Area } from "../model/area";
import { recalculate } from "../model/recalculate";
import { itemNotFound } from "../model/refusal";
import type { Workbook } from "../model/workbook";
import { hostObject, type Arguments, type HostObject, type Members, type Scalar } from "./host-object";
import { keyValueMembers } from "./key-value-members";
import type { SurfaceContext } from "./surface-context";
import { worksheetsMembers } from "./worksheet-members";
import { xmlPartsMembers } from "./xml-part-members";

export function workbookMembers(context: SurfaceContext): Members<Workbook> {
  const worksheets = worksheetsMembers(context);
  return {
    typeName: "Workbook",
    scalars: {
      autoSave: { read: () => true },
      isDirty: { read: () => false },
      name: { read: (workbook) => workbook.name },
      readOnly: { read: () => false },
    },
    parts: {
      _Runtime: (workbook) => hostObject(runtimeMembers, workbook),
      application: (workbook) => hostObject(applicationMembers, workbook),
      comments: () => context.commentsOf(undefined),
      customXmlParts: (workbook) => hostObject(xmlPartsMembers, { workbook, namespaceUri: undefined }),
      names: () => context.namesOf(undefined),
      properties: (workbook) => hostObject(documentPropertiesMembers, workbook),
      protection: (workbook) => hostObject(workbookProtectionMembers, workbook),
      settings: (workbook) => hostObject(keyValueMembers, { entries: workbook.settings }),
      tables: () => context.tablesOf(undefined),
      worksheets: (workbook) => hostObject(worksheets, workbook),
    },
    methods: {
      getActiveCell: ({ selection }) => context.range(new Area(selection.sheet, { row: selection.row, column: selection.column, rowCount: 1, columnCount: 1 })),
      getSelectedRange: ({ selection }) => context.range(selection.copy()),
      save: () => null,
      ...referenceMethods(context),
    },
  };
}

/** How the client keeps ranges between requests (excel-web-16.00.debug.js, `_KeepReference` and `trackedObjects`). */
function referenceMethods(context: SurfaceContext): Record<string, (workbook: Workbook, args: Arguments) => unknown> {
  const eventRange = (workbook: Workbook, args: Arguments): HostObject | null => {
    const area = workbook.eventArea(args.text(0));
    return area === undefined || area.gone ? null : context.range(area.copy());
  };
  return {
    _GetObjectByReferenceId: (workbook, args) => {
      const area = workbook.references.get(args.text(0));
      if (area === undefined) throw itemNotFound();
      return context.range(area);
    },
    _GetRangeForEventByReferenceId: (workbook, args) => {
      const found = eventRange(workbook, args);
      if (found === null) throw itemNotFound();
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: eventRange,
    _RemoveAllReferences: (workbook) => {
      workbook.references.clear();
    },
    _RemoveReference: (workbook, args) => {
      workbook.references.delete(args.text(0));
    },
  };
}

const runtimeMembers: Members<Workbook> = {
  typeName: "Runtime",
  scalars: {
    enableEvents: {
      read: (workbook) => workbook.eventsEnabled,
      write: (workbook, given) => {
        workbook.eventsEnabled = given === true;
      },
    },
  },
};

const dateFormats: Readonly<Record<string, string>> = {
  dateSeparator: "/",
  longDatePattern: "dd MMMM yyyy",
  longTimePattern: "HH:mm:ss",
  shortDatePattern: "dd/MM/yyyy",
  timeSeparator: ":",
};

const dateFormatMembers: Members<Workbook> = {
  typeName: "DatetimeFormatInfo",
  scalars: Object.fromEntries(Object.entries(dateFormats).map(([name, value]) => [name, { read: () => value }])),
};

const cultureMembers: Members<Workbook> = {
  typeName: "CultureInfo",
  scalars: { name: { read: () => "en-GB" } },
  parts: { datetimeFormat: (workbook) => hostObject(dateFormatMembers, workbook) },
};

const applicationMembers: Members<Workbook> = {
  typeName: "Application",
  scalars: {
    calculationMode: {
      read: (workbook) => workbook.calculationMode,
      write: (workbook, given) => {
        workbook.calculationMode = String(given);
      },
    },
    decimalSeparator: { read: () => "." },
    thousandsSeparator: { read: () => "," },
  },
  parts: { cultureInfo: (workbook) => hostObject(cultureMembers, workbook) },
  methods: {
    calculate: (workbook) => {
      recalculate(workbook);
    },
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
};

const propertyScalar = (name: string): Scalar<Workbook> => ({
  read: (workbook) => workbook.documentProperties.get(name) ?? "",
  write: (workbook, given) => {
    workbook.documentProperties.set(name, given);
  },
});

const documentPropertiesMembers: Members<Workbook> = {
  typeName: "DocumentProperties",
  scalars: Object.fromEntries(
    ["author", "category", "comments", "company", "keywords", "manager", "subject", "title"].map((name) => [name, propertyScalar(name)]),
  ),
  parts: { custom: (workbook) => hostObject(keyValueMembers, { entries: workbook.customProperties }) },
};

const workbookProtectionMembers: Members<Workbook> = { typeName: "WorkbookProtection", scalars: { protected: { read: () => false } } };
