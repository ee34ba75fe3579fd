import { isNewRow, type RowId } from "../registers";

/** The list a row belongs to: its key is worth nothing in another one. */
export interface KeyPlace {
  readonly site: string;
  readonly register: string;
}

/** Letters only at both ends, so that Excel's fill handle copies a key and never counts it up. */
const letters = "bcdfghjklmnpqrstvwxz";
const checkLength = 6;

/** The text in the key column: the item id and a checksum over site, register and id. */
export function rowKey(place: KeyPlace, id: RowId): string {
  return `${isNewRow(id) ? "" : "i"}${id}-${checkOf(place, id)}`;
}

/** The row id, or undefined for a key that was typed over, counted up or pasted from another register. */
export function readRowKey(place: KeyPlace, key: string): RowId | undefined {
  const [, prefix, id, check] = /^(i?)((?:new:)?[0-9A-Za-z]{1,64})-([a-z]{6})$/.exec(key) ?? [];
  if (id === undefined || (prefix === "i") === isNewRow(id)) return undefined;
  return checkOf(place, id) === check ? id : undefined;
}

/** FNV-1a over the text, written in letters. It notices accidents; it is no secret. */
function checkOf({ site, register }: KeyPlace, id: RowId): string {
  let hash = 0x811c9dc5;
  for (const character of `${site}\n${register}\n${id}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let rest = hash;
  let check = "";
  for (let place = 0; place < checkLength; place += 1) {
    check += letters.charAt(rest % letters.length);
    rest = Math.floor(rest / letters.length);
  }
  return check;
}
