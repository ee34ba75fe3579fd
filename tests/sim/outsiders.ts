import type { ColumnRecord, ItemRecord, Tenant, TenantRequest } from "../../src/demo/tenant";
import { parseJson, textAt } from "../../src/kernel";
import type { Chance } from "./chance";
import type { FaultBook } from "./fault-kinds";
import { listOwner, listsPerson, siteKey, type Ground } from "./ground";
import type { HiddenItems } from "./hidden-items";
import type { Event } from "./schedule";
import { tracked, trackedOf, type Tracked } from "./sim-registers";

export interface OutsideParts {
  readonly tenant: Tenant;
  readonly ground: Ground;
  readonly hidden: HiddenItems;
  readonly faults: FaultBook;
  readonly say: (words: () => string) => void;
}

type Outside = Exclude<
  Event,
  "clock jump" | "swizzle-clog" | "tab crash" | "tab closed" | "storage evicted" | "storage replaced by a newer version" | "switch of person on one device"
>;

/** Somebody in the Lists page, who checks no etag and leaves the hidden columns alone, and the list's owner. */
export class Outsiders {
  /** Columns, as "register field", whose values no longer say what they said. */
  readonly damaged = new Set<string>();
  readonly #parts: OutsideParts;
  readonly #rights = new Map<string, "none" | "read">();
  #typed = 0;

  constructor(parts: OutsideParts) {
    this.#parts = parts;
  }

  happens(what: Outside, about: { readonly person: string; readonly chance: Chance }): void {
    const { chance, person } = about;
    const register = chance.oneOf(tracked);
    const didIt = this.#do(what, { register, chance, person });
    if (!didIt) return;
    this.#parts.say(() => `outside: ${what} (${didIt})`);
    if (what !== "UI create" && what !== "rights given back") this.#parts.faults.hit(what);
  }

  /** Rights come back and hidden items are shown, so that everybody can be compared with the lists. */
  putRight(): void {
    for (const person of this.#rights.keys()) this.#parts.tenant.grant(siteKey, person, "write");
    this.#rights.clear();
    this.#parts.hidden.showAll();
  }

  listIdOf(register: string): string | undefined {
    const { tenant, ground } = this.#parts;
    return [...tenant.state.lists.inGroup(ground.siteId).values()].find(({ name }) => name === `PR${register}`)?.id;
  }

  #do(what: Outside, { register, chance, person }: { readonly register: Tracked; readonly chance: Chance; readonly person: string }): string | undefined {
    switch (what) {
      case "UI edit":
      case "UI edit back":
      case "UI delete":
      case "UI create":
        return this.#inListsPage(what, register, chance);
      case "permission revoked":
      case "read-only":
        this.#rights.set(person, what === "read-only" ? "read" : "none");
        this.#parts.tenant.grant(siteKey, person, what === "read-only" ? "read" : "none");
        return person;
      case "rights given back":
        for (const one of this.#rights.keys()) this.#parts.tenant.grant(siteKey, one, "write");
        this.#rights.clear();
        return "everybody";
      case "item moved out of view": {
        const [item, listId] = [this.#anyItem(register.register, chance), this.listIdOf(register.register)];
        if (item === undefined || listId === undefined) return undefined;
        this.#parts.hidden.hide(person, listId, String(item.id));
        return `${register.register} ${String(item.id)} from ${person}`;
      }
      default:
        return this.#asOwner(what, register, chance);
    }
  }

  #inListsPage(what: "UI edit" | "UI edit back" | "UI delete" | "UI create", { register, texts }: Tracked, chance: Chance): string | undefined {
    const { tenant } = this.#parts;
    const listId = this.listIdOf(register);
    if (listId === undefined) return undefined;
    const row = { site: siteKey, person: listsPerson, list: listId };
    this.#typed += 1;
    if (what === "UI create") return `${register} ${String(tenant.listsApp.typeRow({ ...row, fields: { Title: `typed ${String(this.#typed)}` } }))}`;
    const item = this.#anyItem(register, chance);
    if (item === undefined) return undefined;
    const about = `${register} ${String(item.id)}`;
    if (what === "UI delete") {
      tenant.listsApp.deleteRow({ ...row, item: item.id });
      return about;
    }
    const field = chance.oneOf(texts.filter((name) => tenant.state.columns.get(listId, name)?.kind === "text"));
    const before = what === "UI edit" ? undefined : this.#olderValue(listId, item, field);
    if (what === "UI edit back" && before === undefined) return undefined;
    const value = before === undefined ? `typed ${String(this.#typed)}` : before;
    tenant.listsApp.typeRow({ ...row, item: item.id, fields: { [field]: value } });
    return `${about} ${field} = ${String(value)}`;
  }

  /** What the column held before what it holds now; null when it was empty. */
  #olderValue(listId: string, item: ItemRecord, field: string): string | null | undefined {
    const versions = [...this.#parts.tenant.state.versions.inGroup(`${listId}/${String(item.id)}`).values()];
    const now = item.fields[field];
    const older = versions.findLast(({ fields }) => fields[field] !== now);
    if (older === undefined) return undefined;
    const value = older.fields[field];
    return typeof value === "string" ? value : null;
  }

  #anyItem(register: string, chance: Chance): ItemRecord | undefined {
    const listId = this.listIdOf(register);
    const live = listId === undefined ? [] : [...this.#parts.tenant.state.items.inGroup(listId).values()].filter(({ deleted }) => !deleted);
    return live.length === 0 ? undefined : chance.oneOf(live);
  }

  #asOwner(
    what: Exclude<Outside, `UI ${string}` | "permission revoked" | "read-only" | "rights given back" | "item moved out of view">,
    register: Tracked,
    chance: Chance,
  ): string | undefined {
    const listId = this.listIdOf(register.register);
    if (listId === undefined) return undefined;
    const list = `/v1.0/sites/${this.#parts.ground.siteId}/lists/${listId}`;
    // The title cannot go, and a row without one would be known by nobody.
    const field = chance.oneOf(register.texts.filter((name) => name !== "Title"));
    switch (what) {
      case "column renamed":
        return this.#send("PATCH", `${list}/columns/${field}`, { displayName: `${field} as we call it` });
      case "column removed":
        this.damaged.add(`${register.register} ${field}`);
        return this.#send("DELETE", `${list}/columns/${field}`);
      case "column type changed":
        return this.#changeType(listId, register.register, field);
      case "choice removed":
        return this.#send("PATCH", `${list}/columns/Status`, { choice: { choices: (trackedOf(register.register).choices["Status"] ?? []).slice(1) } });
      case "required column added":
        return this.#send("POST", `${list}/columns`, { name: `Needed${String(chance.below(1000))}`, text: {}, required: true });
      case "list deleted":
      case "list recreated":
        this.#send("DELETE", list);
        return what === "list deleted" ? register.register : this.#makeAgain(register.register);
    }
  }

  /** In SharePoint's own pages a column can change its type in place, which Graph does not offer. */
  #changeType(listId: string, register: string, field: string): string | undefined {
    const { columns } = this.#parts.tenant.state;
    const column = columns.get(listId, field);
    if (column === undefined) return undefined;
    this.damaged.add(`${register} ${field}`);
    const changed: ColumnRecord = { ...column, kind: "number", settings: { decimalPlaces: "automatic" } };
    columns.put(listId, field, changed);
    return `${register} ${field}`;
  }

  /** The same columns and some rows under the same numbers: a list that only looks like the one it was. */
  #makeAgain(register: string): string | undefined {
    const making = this.#parts.ground.listMaking.get(register);
    if (making === undefined) return undefined;
    const made = this.#send("POST", making.url, parseJson(String(making.body)));
    const listId = this.listIdOf(register);
    if (made === undefined || listId === undefined) return undefined;
    for (let number = 1; number <= 3; number += 1) {
      this.#parts.tenant.listsApp.typeRow({ site: siteKey, person: listsPerson, list: listId, fields: { Title: `another ${register} ${String(number)}` } });
    }
    return register;
  }

  #send(method: string, url: string, body?: unknown): string | undefined {
    const { tenant } = this.#parts;
    const token = tenant.issueToken(listOwner, ["Sites.Manage.All"]);
    const request: TenantRequest = {
      method,
      url,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    const { status, body: answer } = tenant.handle(request);
    return status < 300 ? `${method} ${textAt(parseJson(String(answer ?? "")), "displayName") ?? url.slice(-30)}` : undefined;
  }
}

/** Values of a list as the checker reads them. */
export function liveItems(tenant: Tenant, listId: string): readonly ItemRecord[] {
  return [...tenant.state.items.inGroup(listId).values()].filter(({ deleted }) => !deleted);
}
