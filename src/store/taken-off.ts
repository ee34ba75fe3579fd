import { valueAt, type Edit } from "../registers";
import type { Operation } from "./operation";

/** A parked operation with those that wait for it, all of one group. */
export function withRest(operation: Operation, rest: readonly Operation[]): Operation {
  const id = operation.group?.id ?? rest[0]?.group?.id;
  if (id === undefined || rest.length === 0) return operation;
  return { ...operation, group: { id, step: 0 }, rest: rest.map((one, index) => ({ ...one, group: { id, step: index + 1 } })) };
}

/** An edit whose author saw values that stood in no row: the register is read before anything is written. */
export function withoutEtag(edit: Edit): Edit {
  return { ...edit, seen: { values: edit.seen.values } };
}

/** An edit whose author saw a layer that is gone: where they saw its values, they had seen the ones below. */
export function withoutLayer(edit: Edit, layer: Edit): Edit {
  const below = Object.entries(layer.changes)
    .filter(([name, value]) => (valueAt(edit.seen.values, name) ?? null) === value)
    .map(([name]) => [name, valueAt(layer.seen.values, name)] as const);
  const values = new Map(Object.entries(edit.seen.values));
  for (const [name, value] of below) {
    if (value === undefined) values.delete(name);
    else values.set(name, value);
  }
  return { ...edit, seen: { ...edit.seen, values: Object.fromEntries(values) } };
}
