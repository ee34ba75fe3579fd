import { isHostObject, type HostObject } from "../surface/host-object";
import { wireName, type Query } from "./batch";

/** Reads what a `load` asked for: scalars, nested objects ("format/fill/color") and the items of collections ("items/name"). */
export function answerQuery(object: HostObject, query: Query): Record<string, unknown> {
  const items = object.items();
  return items === undefined ? answerObject(object, query.select) : answerCollection(object, items, query);
}

function answerCollection(object: HostObject, items: readonly HostObject[], query: Query): Record<string, unknown> {
  const select = query.select.length === 0 ? ["*"] : query.select;
  const own = select.filter((name) => object.scalarNames.includes(name));
  const ofItems = select
    .filter((name) => !own.includes(name))
    .map((name) => name.replace(/^items(\/|$)/, ""))
    .map((name) => (name === "" ? "*" : name));
  const answer: Record<string, unknown> = { ...object.identity() };
  for (const name of select.includes("*") ? object.scalarNames : own) answer[wireName(name)] = object.read(name);
  if (ofItems.length > 0) {
    const first = query.skip ?? 0;
    const last = query.top === undefined ? items.length : first + query.top;
    answer._Items = items.slice(first, last).map((item, index) => ({ ...answerObject(item, ofItems), _Index: first + index }));
  }
  return answer;
}

function answerObject(object: HostObject, select: readonly string[]): Record<string, unknown> {
  const answer: Record<string, unknown> = { ...object.identity() };
  const nested = new Map<string, string[]>();
  for (const path of select.length === 0 ? ["*"] : select) {
    const [name = "", ...rest] = path.split("/").filter((part) => part !== "");
    if (name === "*" || name === "$all") for (const scalar of object.scalarNames) answer[wireName(scalar)] = object.read(scalar);
    else if (rest.length > 0) nested.set(name, [...(nested.get(name) ?? []), rest.join("/")]);
    else if (object.scalarNames.includes(name)) answer[wireName(name)] = object.read(name);
    else nested.set(name, [...(nested.get(name) ?? []), "*"]);
  }
  for (const [name, paths] of nested) {
    const part = object.read(name);
    answer[wireName(name)] = isHostObject(part) ? answerQuery(part, { select: paths, top: undefined, skip: undefined }) : { _IsNull: true };
  }
  return answer;
}
