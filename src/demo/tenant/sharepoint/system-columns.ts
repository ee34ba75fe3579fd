import type { ColumnKind, ColumnRecord } from "../state/records";
import { completeSettings } from "./column-facets";

interface SystemColumn {
  readonly id: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
  readonly indexed?: true;
  readonly hidden?: true;
}

/** The columns of every generic list besides Title; ID, Created, Modified and Author are indexed from the start. */
const definitions: Readonly<Record<string, SystemColumn>> = {
  ID: { id: "1d22ea11-1e32-424e-89ab-9fedbadb6ce1", displayName: "ID", kind: "number", indexed: true },
  ContentType: { id: "c042a256-787d-4a6f-8a8a-cf6ab767f12d", displayName: "Content Type", kind: "text" },
  Modified: { id: "28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f", displayName: "Modified", kind: "dateTime", indexed: true },
  Created: { id: "8c06beca-0777-48f7-91c7-6da68bc07b69", displayName: "Created", kind: "dateTime", indexed: true },
  Author: { id: "1df5e554-ec7e-46a6-901d-d85a3881cb18", displayName: "Created By", kind: "personOrGroup", indexed: true },
  Editor: { id: "d31655d1-1d5b-4511-95a1-7a09e9b75bf2", displayName: "Modified By", kind: "personOrGroup" },
  _UIVersionString: { id: "dce8262a-3ae9-45aa-aab4-83bd75fb738a", displayName: "Version", kind: "text" },
  Attachments: { id: "67df98f4-9dec-48ff-a553-29bece9c5bf4", displayName: "Attachments", kind: "boolean" },
  Edit: { id: "503f1caa-358e-4918-9094-4a2cdc4bc034", displayName: "Edit", kind: "text" },
  LinkTitleNoMenu: { id: "bc91a437-52e7-49e1-8c4e-4698904b2b6d", displayName: "Title", kind: "text" },
  LinkTitle: { id: "82642ec8-ef9b-478f-acf9-31f7d45fbc31", displayName: "Title", kind: "text" },
  ItemChildCount: { id: "b824e17e-a1b3-426e-aecf-f0184d900485", displayName: "Item Child Count", kind: "lookup" },
  FolderChildCount: { id: "960ff01f-2b6d-4f1b-9c3f-e19ad8927341", displayName: "Folder Child Count", kind: "lookup" },
  GUID: { id: "ae069f25-3ac2-4256-b9c3-15dbc15da0e0", displayName: "GUID", kind: "text", hidden: true },
  FileRef: { id: "94f89715-e097-4e8b-ba79-ea02aa8b7adb", displayName: "URL Path", kind: "lookup", hidden: true },
};

const columns: ReadonlyMap<string, ColumnRecord> = new Map(
  Object.entries(definitions).map(([name, { id, displayName, kind, indexed, hidden }]) => [
    name,
    {
      id,
      name,
      displayName,
      description: "",
      columnGroup: "_Hidden",
      required: false,
      indexed: indexed === true,
      enforceUniqueValues: false,
      hidden: hidden === true,
      readOnly: true,
      kind,
      settings: completeSettings({ kind, settings: name === "Created" || name === "Modified" ? { format: "dateTime" } : {} }),
      defaultValue: null,
    },
  ]),
);

export function systemColumn(name: string): ColumnRecord | undefined {
  return columns.get(name);
}

export function systemColumns(): Iterable<ColumnRecord> {
  return columns.values();
}

export const titleColumn: ColumnRecord = {
  id: "fa564e0f-0c70-4ab9-b863-0177e6ddd247",
  name: "Title",
  displayName: "Title",
  description: "",
  columnGroup: "Custom Columns",
  required: true,
  indexed: false,
  enforceUniqueValues: false,
  hidden: false,
  readOnly: false,
  kind: "text",
  settings: completeSettings({ kind: "text", settings: {} }),
  defaultValue: null,
};
