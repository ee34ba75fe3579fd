/** What a list's own permissions leave of the site's. */
export type ListRight = "none" | "read";

export interface OwnListRight {
  /** Key of the site. */
  readonly site: string;
  /** The last part of the list's address. */
  readonly list: string;
  /** Key of a person; undefined: everybody. */
  readonly person: string | undefined;
  readonly right: ListRight;
}

type ListOfPerson = Omit<OwnListRight, "right">;

/** Doors that an administrator or a list owner has closed. All are open at first; like faults they are not kept between runs. */
export class Restrictions {
  /** Key of the site that a policy of its own closes to everybody. */
  restrictedSite: string | undefined;
  private readonly rights = new Map<string, OwnListRight>();

  /** Undefined: the list has the site's permissions again. */
  setListRight(place: ListOfPerson, right: ListRight | undefined): void {
    if (right === undefined) this.rights.delete(nameOf(place));
    else this.rights.set(nameOf(place), { ...place, right });
  }

  /** The person's own right first, then everybody's; undefined: the list has the site's permissions. */
  listRight(place: ListOfPerson): ListRight | undefined {
    return (this.rights.get(nameOf(place)) ?? this.rights.get(nameOf({ ...place, person: undefined })))?.right;
  }

  listRights(): readonly OwnListRight[] {
    return [...this.rights.values()];
  }

  clear(): void {
    this.restrictedSite = undefined;
    this.rights.clear();
  }
}

function nameOf({ site, list, person }: ListOfPerson): string {
  return [site, list.toLowerCase(), person ?? ""].join("\n");
}
