import type { RowId } from "../registers";
import type { RegisterPlace } from "./ports";

/** One text per place, for maps. A line break never stands in a site id or a register name. */
export function placeKey(place: RegisterPlace): string {
  return `${place.site}\n${place.register}`;
}

export function rowKey(place: RegisterPlace, id: RowId): string {
  return `${placeKey(place)}\n${id}`;
}

export function samePlace(one: RegisterPlace, other: RegisterPlace): boolean {
  return one.site === other.site && one.register === other.register;
}
