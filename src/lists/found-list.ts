import type { List } from "../graph";
import type { Result } from "../kernel";
import type { Adoption, Changes, ListAsKept, Register } from "../registers";
import type { DecodedFields, Fields } from "./field-codec";

/** A list of ours as it stands in a site now: a list owner may have changed it since we made it. */
export interface ListSchema extends ListAsKept {
  readonly listId: string;
  readonly webUrl: string;
  /** Of a list that the trust made itself: how its fields are read and written. */
  readonly adopted?: AdoptedFields;
}

/** The fields of a list that the trust made itself; its code is fetched where there is such a list. */
export interface AdoptedFields {
  readonly listName: string;
  /** Changes with the mapping: rows that were read with another one are read anew. */
  readonly mapping: string;
  /** What to ask an item for: names of people and look-ups come only when they are named. */
  readonly select: readonly string[];
  /** The internal name of one of our columns there. */
  nameOf(column: string): string | undefined;
  /** @param id the item's own number */
  read(fields: Fields, id: string): DecodedFields;
  /** Only what was changed and can be written; anything else is refused by name. */
  write(changes: Changes): Result<Fields>;
}

/** A list that stands in a site and holds the register: ours, or one that the trust made itself. */
export interface FoundList {
  readonly site: string;
  readonly register: Register;
  readonly list: List;
  readonly adoption?: Adoption;
}
