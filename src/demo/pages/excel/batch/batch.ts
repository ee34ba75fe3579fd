import { isRecord, listAt, numberAt, property, textAt } from "../../../../kernel";

/** Kinds of object path and of action on office.js's wire (excel-web-16.00.debug.js, `ObjectPathType` and `ActionType`). */
export const pathTypes = { root: 1, newService: 2, method: 3, property: 4, indexer: 5, referenceId: 6, nullObject: 7 } as const;
export const actionTypes = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, update: 9 } as const;

/** Arguments as sent, and for each argument the id of the object path it stands for (0 for none; a list for a list argument). */
export interface SentArguments {
  readonly values: readonly unknown[];
  readonly pathIds: readonly unknown[];
}

export interface ObjectPath {
  readonly type: number;
  readonly name: string;
  readonly parentId: number | undefined;
  readonly args: SentArguments;
}

export interface Query {
  readonly select: readonly string[];
  readonly top: number | undefined;
  readonly skip: number | undefined;
}

export interface Action {
  readonly id: number;
  readonly type: number;
  readonly name: string;
  readonly pathId: number;
  readonly args: SentArguments;
  readonly query: Query;
}

/** One `context.sync()`: what to do, in order, and the objects it is done to. */
export interface Batch {
  readonly actions: readonly Action[];
  readonly paths: ReadonlyMap<number, ObjectPath>;
}

/** @returns undefined when the body is not a batch. */
export function parseBatch(body: unknown): Batch | undefined {
  const paths = property(body, "ObjectPaths");
  if (!isRecord(body) || !Array.isArray(body.Actions) || !isRecord(paths)) return undefined;
  return {
    actions: listAt(body, "Actions").map(parseAction),
    paths: new Map(Object.entries(paths).map(([id, path]) => [Number(id), parsePath(path)])),
  };
}

function parsePath(sent: unknown): ObjectPath {
  return {
    type: numberAt(sent, "ObjectPathType") ?? 0,
    name: textAt(sent, "Name") ?? "",
    parentId: numberAt(sent, "ParentObjectPathId"),
    args: parseArguments(property(sent, "ArgumentInfo")),
  };
}

function parseAction(sent: unknown): Action {
  const query = property(sent, "QueryInfo");
  return {
    id: numberAt(sent, "Id") ?? 0,
    type: numberAt(sent, "ActionType") ?? 0,
    name: textAt(sent, "Name") ?? "",
    pathId: numberAt(sent, "ObjectPathId") ?? 0,
    args: parseArguments(property(sent, "ArgumentInfo")),
    query: { select: [...names(query, "Select"), ...names(query, "Expand")], top: numberAt(query, "Top"), skip: numberAt(query, "Skip") },
  };
}

function parseArguments(info: unknown): SentArguments {
  return { values: listAt(info, "Arguments"), pathIds: listAt(info, "ReferencedObjectPathIds") };
}

function names(query: unknown, name: string): readonly string[] {
  return listAt(query, name).filter((each) => typeof each === "string");
}

/** "GetRange" on the wire is `getRange` in the API; names with an underscore stay. */
export function memberName(wireName: string): string {
  return wireName.startsWith("_") ? wireName : `${wireName.charAt(0).toLowerCase()}${wireName.slice(1)}`;
}

export function wireName(name: string): string {
  return name.startsWith("_") ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
