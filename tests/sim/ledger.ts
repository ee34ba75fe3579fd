import type { ItemRecord } from "../../src/demo/tenant";
import { valueAt, type Changes, type RowId, type Value, type Values } from "../../src/registers";
import { trackedColumns, trackedOf } from "./sim-registers";

export interface Violation {
  readonly invariant: string;
  readonly step: number;
  readonly what: string;
}

/** How far the person has been told that their change has come. */
type Told = "nothing" | "kept" | "saved" | "needs decision" | "not kept";

export interface Ask {
  readonly name: string;
  readonly person: string;
  readonly page: string;
  readonly register: string;
  /** The row's guid in the tenant, or the `new:` id under which it was made here. */
  readonly row: string;
  readonly kind: "create" | "update";
  readonly changes: Changes;
  /** Title of the new project that the row has to name. */
  readonly names?: string;
  told: Told;
  /** What has to be in the register before it. */
  after?: Ask | undefined;
  /** The page died, or its storage was lost and that was said, before the change was safe. */
  excuse?: string;
  /** Its device was emptied since. */
  isAtRisk?: boolean;
}

/** One change of one item, as the tenant stored it. */
export interface Stored {
  readonly register: string;
  readonly before: ItemRecord | undefined;
  readonly after: ItemRecord;
  /** The page whose request it was; undefined for the Lists page and the list's owner. */
  readonly page: string | undefined;
  readonly person: string | undefined;
}

export type NamedLimit = "resurrected" | "reported as failed";

export interface LedgerParts {
  readonly fail: (invariant: string, what: string) => void;
  readonly limit: (limit: NamedLimit, what: string) => void;
}

/**
 * What was asked, what was told and what the register holds, judged as it happens; it shares no code with the store.
 * Texts are written by one edit only, so that a value names its edit.
 */
export class Ledger {
  readonly asks: Ask[] = [];
  readonly #parts: LedgerParts;
  readonly #byText = new Map<string, Ask>();
  readonly #createdBy = new Map<string, Ask>();
  /** Items by the title they were made under. */
  readonly #made = new Map<string, ItemRecord[]>();
  readonly #allowed = new Set<string>();
  readonly #below = new Map<string, Set<string>>();
  readonly #permits = new Map<string, number>();
  readonly #writes = new Map<string, number>();
  /** Values that a person put into a new row, because the old one was gone. */
  readonly #revived = new Set<string>();
  /** How often a person chose a new row under this title in place of one that is gone. */
  readonly #chosenNew = new Map<string, number>();
  readonly #writtenInto = new Map<string, string>();
  readonly #dropped = new Set<string>();
  readonly #aliases = new Map<string, string>();
  readonly #live = new Map<string, ItemRecord>();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  /** A person changes a row: what they saw says what may be replaced. */
  ask(ask: Ask, seen: Values): void {
    this.asks.push(ask);
    for (const [field, value] of Object.entries(ask.changes)) {
      this.#allow(ask, field, { old: valueAt(seen, field), value });
      if (isText(ask.register, field) && typeof value === "string") {
        this.#byText.set(value, ask);
        this.#permit(value);
      }
    }
    const title = ask.changes["Title"];
    if (ask.kind === "create" && typeof title === "string") this.#createdBy.set(title, ask);
  }

  /** Undo puts back what the change replaced, redo the change. */
  mayReverse(ask: Ask, seen: Values): void {
    for (const [field, value] of Object.entries(ask.changes)) {
      const old = valueAt(seen, field);
      const place = this.#cellOf(ask, field);
      // Where a change of their own that they had typed over was refused meanwhile, what lay below that is put back.
      for (const below of this.#below.get(`${place}${textOf(value)}`) ?? []) this.#allowed.add(`${place}${textOf(value)}→${below}`);
      this.#allow(ask, field, { old: value ?? undefined, value: old ?? null });
      if (typeof old === "string") this.#permit(old);
    }
  }

  mayRepeat(ask: Ask, seen: Values): void {
    for (const [field, value] of Object.entries(ask.changes)) {
      this.#allow(ask, field, { old: valueAt(seen, field), value });
      if (typeof value === "string") this.#permit(value);
    }
  }

  /** A person chooses to write these over what they were shown. */
  chose(chosen: {
    readonly person: string;
    readonly register: string;
    readonly row: string;
    readonly changes: Changes;
    readonly theirs: Values | undefined;
  }): void {
    for (const [field, value] of Object.entries(chosen.changes)) {
      this.#allow(chosen, field, { old: chosen.theirs && valueAt(chosen.theirs, field), value });
      if (typeof value === "string") this.#permit(value);
    }
  }

  /** A change to a row that is gone, kept, becomes a row of its own with what its author saw of the old one. */
  choseNewRow(ask: Omit<Ask, "kind">, values: Values): void {
    const title = valueAt(values, "Title");
    for (const value of Object.values(values)) {
      if (typeof value !== "string") continue;
      this.#permit(value);
      this.#revived.add(value);
    }
    if (typeof title !== "string") return;
    this.#createdBy.set(title, { ...ask, kind: "create" });
    this.#chosenNew.set(title, (this.#chosenNew.get(title) ?? 0) + 1);
  }

  dropped(changes: Changes): void {
    for (const value of Object.values(changes)) if (typeof value === "string") this.#dropped.add(value);
  }

  tell(ask: Ask, told: Told): void {
    ask.told = told;
    if (told !== "saved") return;
    const missing = textsOf(ask).filter(([, value]) => !this.#isAccounted(value));
    for (const [field, value] of missing) this.#parts.fail("I1", `${ask.name}: "${value}" was said to be in the register, but ${field} never held it`);
  }

  stored(change: Stored): void {
    const { register, before, after, page } = change;
    const key = `${register} ${after.guid}`;
    if (after.deleted) this.#live.delete(key);
    else this.#live.set(key, after);
    if (page === undefined || after.deleted) return;
    if (before === undefined) this.#created(change);
    else this.#updated(change, before);
    this.#judgeReferences(change);
    this.#judgeOrder(change);
  }

  gone(register: string, { guid }: ItemRecord): void {
    this.#live.delete(`${register} ${guid}`);
  }

  /** What a page had not been told when it died was promised to nobody. */
  pageDied(page: { readonly name: string; readonly hasBeenRefused: boolean }): void {
    for (const ask of this.asks) {
      const isPromised = ask.told === "kept" || ask.told === "saved" || (ask.told === "needs decision" && !page.hasBeenRefused);
      if (ask.page === page.name && !isPromised) ask.excuse ??= "its page died first";
    }
  }

  /** The person's storage is thrown away: what lay there only is gone unless a page still has it. */
  atRisk(person: string): void {
    for (const ask of this.asks) if (ask.person === person && ask.told !== "not kept") ask.isAtRisk = true;
  }

  /** I1: acknowledged changes with a text that is nowhere. */
  unaccounted(isWaiting: (ask: Ask, value: string) => boolean): readonly { readonly ask: Ask; readonly what: string }[] {
    return this.asks.flatMap((ask) => {
      if (ask.excuse !== undefined || ask.told === "not kept") return [];
      const missing = textsOf(ask).filter(([field, value]) => !this.#isAccounted(value) && !isWaiting(ask, value) && !this.#isReplaced(ask, field, isWaiting));
      return missing.map(([field, value]) => ({
        ask,
        what: `${ask.name}: ${field} "${value}" (told: ${ask.told}) is neither in the register nor listed for a decision`,
      }));
    });
  }

  /** Changes to a row that is not in the register yet join the change that makes it, where the newest value of a column holds. */
  #isReplaced(ask: Ask, field: string, isWaiting: (ask: Ask, value: string) => boolean): boolean {
    const isRevived = this.#revived.has(String(ask.changes[field]));
    if (!ask.row.startsWith("new:") && !isRevived) return false;
    const isOfRow = (one: Ask): boolean => one.person === ask.person && (one.row === ask.row || (isRevived && one.row.startsWith("new:")));
    const later = this.asks.slice(this.asks.indexOf(ask) + 1).filter(isOfRow);
    return later.some((one) => textsOf(one).some(([name, value]) => name === field && (this.#isAccounted(value) || isWaiting(one, value))));
  }

  /**
   * Whether a change that waits for a person was carried out all the same, and asked for once only. `rowIsGone`: nobody could
   * tell any more, because somebody deleted the row with its versions.
   */
  appliedThoughParked(register: string, changes: Changes): "no" | "yes" | "rowIsGone" {
    const texts = Object.entries(changes).filter((entry): entry is [string, string] => isText(register, entry[0]) && typeof entry[1] === "string");
    // A text that was there from the beginning tells nothing: others may have put it in.
    const isApplied =
      texts.length > 0 &&
      texts.every(([, value]) => this.#byText.has(value)) &&
      texts.every(([, value]) => (this.#writes.get(value) ?? 0) > 0 && (this.#permits.get(value) ?? 0) <= 1);
    if (!isApplied) return "no";
    const guids = texts.map(([, value]) => this.#writtenInto.get(value));
    return guids.some((guid) => guid !== undefined && this.#live.has(`${register} ${guid}`)) ? "yes" : "rowIsGone";
  }

  isWritten(ask: Ask): boolean {
    return textsOf(ask).every(([, value]) => this.#isAccounted(value));
  }

  askOf(text: Value | null | undefined): Ask | undefined {
    return typeof text === "string" ? this.#byText.get(text) : undefined;
  }

  #created({ register, after, page }: Stored): void {
    const title = String(fieldOf(after, "Title"));
    // A change typed over a row that is not in the register yet joins the one that makes it, and may have given it another title.
    const typedOver = this.#byText.get(title)?.row;
    const ask = this.#createdBy.get(title) ?? this.asks.find(({ kind, row }) => kind === "create" && row === typedOver);
    const clientKey = fieldOf(after, "ClientKey");
    if (typeof clientKey === "string") this.#aliases.set(after.guid, `new:${clientKey}`);
    else if (ask) this.#aliases.set(after.guid, ask.row);
    const twin = [...this.#live].find(
      ([key, item]) => key.startsWith(register) && item.guid !== after.guid && fieldOf(item, "ClientKey") === clientKey && clientKey,
    );
    if (twin !== undefined) this.#parts.fail("I2", `${page ?? ""} made a second live row under one client key (${String(clientKey)})`);
    if (ask === undefined) this.#parts.fail("I2", `${page ?? ""} made a row "${title}" that nobody asked for`);
    const made = this.#made.get(title) ?? [];
    this.#made.set(title, [...made, after]);
    const isThere = made.some((item) => this.#live.has(`${register} ${item.guid}`));
    const isAsked = made.length < (this.#chosenNew.get(title) ?? 0) + (this.#byText.get(title)?.kind === "create" ? 1 : 0);
    if (isThere && !isAsked) this.#parts.fail("I2", `${page ?? ""} made "${title}" a second time`);
    else if (made.length > 0 && !this.#revived.has(title))
      this.#parts.limit("resurrected", `"${title}" had been deleted by somebody before its author knew that it was there`);
    for (const value of Object.values(after.fields))
      if (typeof value === "string" && (made.length === 0 || this.#revived.has(title))) this.#count(value, after.guid);
  }

  #updated(change: Stored, before: ItemRecord): void {
    const { register, after, page, person } = change;
    for (const field of trackedColumns(trackedOf(register))) {
      const [old, value] = [fieldOf(before, field), fieldOf(after, field)];
      if (old === value) continue;
      if (!this.#mayReplace(change, field)) {
        this.#parts.fail(
          "I3",
          `${page ?? ""} replaced ${field} "${String(old)}" with "${String(value)}" in ${register} ${after.id}, which ${person ?? ""} had not seen`,
        );
      }
      if (!isText(register, field) || typeof value !== "string") continue;
      this.#count(value, after.guid);
      const [writes, permits] = [this.#writes.get(value) ?? 0, this.#permits.get(value)];
      if (permits !== undefined && writes > permits)
        this.#parts.fail("I2", `${page ?? ""} wrote ${field} "${value}" into ${register} ${after.id} once more than it was asked`);
    }
  }

  /** A reference names the row it was meant for; a worked-out score belongs to the factors beside it. */
  #judgeReferences({ register, before, after, page }: Stored): void {
    const [projectRef, score] = [fieldOf(after, "ProjectRef"), fieldOf(after, "CurrentScore")];
    const [likelihood, consequence] = [fieldOf(after, "CurrentLikelihood"), fieldOf(after, "CurrentConsequence")];
    const isNamed = before === undefined || before.fields["Cause"] !== after.fields["Cause"];
    if (typeof projectRef === "string" && projectRef !== before?.fields["ProjectRef"] && isNamed) {
      // A row that took the place of one that is gone holds the texts of several changes; any of them may have named its project.
      const isInPlace = before === undefined && this.#revived.has(String(fieldOf(after, "Title")));
      const telling = isInPlace ? Object.keys(after.fields) : [before === undefined ? "Title" : "Cause"];
      const named = telling.flatMap((field) => this.#byText.get(String(fieldOf(after, field)))?.names ?? []);
      const meant = named.flatMap((title) => this.#made.get(title) ?? []).map((item) => fieldOf(item, "Ref"));
      if (projectRef.startsWith("new:")) this.#parts.fail("I3", `${page ?? ""} stored the name of an unsaved row, ${projectRef}`);
      else if (meant.length > 0 && !meant.includes(projectRef))
        this.#parts.fail("I3", `${page ?? ""} stored ${projectRef} where ${String(meant.at(-1))} was meant`);
    }
    const isScored = register === "Risks" && typeof likelihood === "number" && typeof consequence === "number";
    if (isScored && score !== likelihood * consequence) {
      this.#parts.fail("I3", `${page ?? ""} left the score ${String(score)} beside ${String(likelihood)} and ${String(consequence)} in risk ${after.id}`);
    }
  }

  /** Of changes made together none comes before the one in front of it, unless a person has dropped that. */
  #judgeOrder({ before, after, page }: Stored): void {
    for (const [field, value] of Object.entries(after.fields)) {
      const ask = value === before?.fields[field] ? undefined : this.askOf(typeof value === "string" ? value : undefined);
      if (ask?.after && !textsOf(ask.after).every(([, text]) => this.#isAccounted(text))) {
        this.#parts.fail("I3", `${page ?? ""} put in ${ask.name} before ${ask.after.name}`);
      }
    }
  }

  #mayReplace({ register, after, person, before }: Stored, field: string): boolean {
    const old = textOf(before && fieldOf(before, field));
    const value = textOf(fieldOf(after, field));
    return this.#allowed.has(`${this.#cellOf({ person: person ?? "", register, row: after.guid }, field)}${old}→${value}`);
  }

  /** Besides what they saw, what lay below a change of their own that they saw: it may be refused and go away. */
  #allow(by: Author, field: string, { old, value }: { readonly old: Value | undefined; readonly value: Value | null }): void {
    const place = this.#cellOf(by, field);
    const below = this.#below.get(`${place}${textOf(value)}`) ?? new Set<string>();
    for (const one of [textOf(old), ...(this.#below.get(`${place}${textOf(old)}`) ?? [])]) {
      below.add(one);
      this.#allowed.add(`${place}${one}→${textOf(value)}`);
    }
    this.#below.set(`${place}${textOf(value)}`, below);
  }

  /** One person's doings in one cell, whether they knew its row by the id they made it under or by the list's. */
  #cellOf({ person, register, row }: Author, field: string): string {
    return `${person}|${register}|${this.#aliases.get(row) ?? row}|${field}|`;
  }

  #permit(value: string): void {
    if (this.#byText.has(value)) this.#permits.set(value, (this.#permits.get(value) ?? 0) + 1);
  }

  #count(value: string, guid: string): void {
    this.#writtenInto.set(value, guid);
    this.#writes.set(value, (this.#writes.get(value) ?? 0) + 1);
  }

  #isAccounted(value: string): boolean {
    return (this.#writes.get(value) ?? 0) > 0 || this.#dropped.has(value);
  }
}

interface Author {
  readonly person: string;
  readonly register: string;
  readonly row: RowId;
}

function isText(register: string, field: string): boolean {
  return trackedOf(register).texts.includes(field);
}

function textsOf({ register, changes }: Ask): readonly (readonly [string, string])[] {
  return Object.entries(changes).flatMap(([field, value]) => (isText(register, field) && typeof value === "string" ? [[field, value] as const] : []));
}

/** What a column that the simulator knows holds: none of them is a list or a link. */
export function fieldOf(item: ItemRecord, field: string): Value | undefined {
  const value = Object.hasOwn(item.fields, field) ? item.fields[field] : undefined;
  return typeof value === "object" ? undefined : value;
}

function textOf(value: Value | null | undefined): string {
  return value === undefined || value === null ? "nothing" : JSON.stringify(value);
}
