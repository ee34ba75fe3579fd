import { createTenant, type ItemRecord, type Tenant } from "../../src/demo/tenant";
import type { Breakage } from "./breakages";
import { Chance } from "./chance";
import { SimDevice } from "./device";
import { FaultBook } from "./fault-kinds";
import type { Ground } from "./ground";
import { HiddenItems } from "./hidden-items";
import { Ledger, type NamedLimit, type Violation } from "./ledger";
import { Network } from "./network";
import { Outsiders } from "./outsiders";
import { Page } from "./page";
import { Patience } from "./patience";
import { People } from "./people";
import { Scheduler } from "./scheduler";
import type { Action, Deed, PlannedPerson, Schedule } from "./schedule";
import { deeds } from "./schedule";

export interface Limit {
  readonly limit: NamedLimit;
  readonly what: string;
}

export interface RunOptions {
  readonly ground: Ground;
  readonly schedule: Schedule;
  readonly breakage?: Breakage;
  readonly isTraced?: boolean;
}

/** One simulated world: a tenant, devices, pages and people, and whoever watches them. */
export class Run {
  readonly scheduler: Scheduler;
  readonly tenant: Tenant;
  readonly network: Network;
  readonly patience: Patience;
  readonly ledger: Ledger;
  readonly people: People;
  readonly outsiders: Outsiders;
  readonly faults: FaultBook;
  readonly hidden = new HiddenItems();
  readonly pages: Page[] = [];
  readonly violations: Violation[] = [];
  readonly limits: Limit[] = [];
  readonly #options: RunOptions;
  readonly #devices = new Map<string, SimDevice>();
  readonly #lives = new Map<string, number>();
  readonly #registers = new Map<string, string>();
  readonly #items = new Map<string, ItemRecord>();
  #writer: { readonly name: string; readonly person: string } | undefined;

  constructor(options: RunOptions) {
    const { ground, schedule, isTraced = false } = options;
    const { seed } = schedule;
    this.#options = options;
    this.scheduler = new Scheduler({ isTraced });
    const chance = new Chance(seed, "tenant");
    const quirks = { conflictStatus: chance.oneOf([412, 412, 409] as const), etagOnFieldsPatch: chance.happens(0.8) };
    this.tenant = createTenant({ clock: this.scheduler, randomness: chance, state: ground.fork(), quirks });
    this.faults = new FaultBook(schedule.faults && new Map(schedule.faults));
    this.ledger = new Ledger({
      fail: (invariant, what) => this.fail(invariant, what),
      limit: (limit, what) => this.limited(limit, what),
    });
    const say = (words: () => string): void => this.scheduler.say(words);
    this.patience = new Patience({ scheduler: this.scheduler, impolite: (_page, what) => this.fail("I7", what) });
    this.network = new Network({
      seed,
      scheduler: this.scheduler,
      tenant: this.tenant,
      faults: this.faults,
      hidden: this.hidden,
      carryOut: (sender, work) => {
        this.#writer = sender;
        const response = work();
        this.#writer = undefined;
        return response;
      },
      patience: this.patience,
    });
    this.people = new People({ siteId: ground.siteId, ledger: this.ledger, say, after: (delayMs, work) => void this.scheduler.after(delayMs, work) });
    this.outsiders = new Outsiders({ tenant: this.tenant, ground, hidden: this.hidden, faults: this.faults, say });
    this.#watchItems();
  }

  fail(invariant: string, what: string): void {
    this.violations.push({ invariant, what, step: this.scheduler.steps });
    this.scheduler.say(() => `VIOLATION ${invariant}: ${what}`);
  }

  limited(limit: NamedLimit, what: string): void {
    this.limits.push({ limit, what });
    this.scheduler.say(() => `LIMIT ${limit}: ${what}`);
  }

  get schedule(): Schedule {
    return this.#options.schedule;
  }

  get alivePages(): readonly Page[] {
    return this.pages.filter(({ isAlive }) => isAlive);
  }

  openTabs(): void {
    for (const person of this.#options.schedule.people) {
      if (person.tabs === 2) this.faults.hit("two tabs");
      for (let tab = 0; tab < person.tabs; tab += 1) this.openTab(person, tab);
    }
  }

  openTab(person: PlannedPerson, tab: number): Page {
    const page = this.#newPage(person, { tab, device: this.deviceOf(person) });
    this.pages.push(page);
    void page.store.refresh(this.people.places);
    return page;
  }

  #newPage(person: PlannedPerson, { tab, device }: { readonly tab: number; readonly device: SimDevice }): Page {
    const { schedule, breakage } = this.#options;
    const name = `${person.key} ${String(tab)}`;
    const life = (this.#lives.get(name) ?? 0) + 1;
    this.#lives.set(name, life);
    const page = new Page({
      person: person.key,
      tab,
      life,
      scheduler: this.scheduler,
      network: this.network,
      tenant: this.tenant,
      chance: new Chance(schedule.seed, "page", name, life),
      device,
      hearsOrders: breakage?.hearsNoOrders !== true,
      wrapFetch: breakage?.wrapFetch ?? same,
      wrapSource: breakage?.wrapSource ?? same,
      died: (dead) => this.#died(dead),
    });
    this.patience.opens(page, device.channels);
    page.skewMs = person.skewMs;
    if (person.skewMs !== 0) this.faults.hit("clock skew");
    this.scheduler.say(() => `${page.name} opens`);
    return page;
  }

  deviceOf({ key, hasLock }: PlannedPerson): SimDevice {
    const known = this.#devices.get(key);
    if (known) return known;
    const { schedule, breakage } = this.#options;
    const made = new SimDevice({
      seed: schedule.seed,
      person: key,
      hasLock,
      scheduler: this.scheduler,
      faults: this.faults,
      wrapDisk: breakage?.wrapDisk ?? same,
    });
    this.#devices.set(key, made);
    return made;
  }

  perform(action: Action): void {
    const { what, who, tab, pick } = action;
    const person = this.#options.schedule.people[who];
    if (person === undefined) return;
    const chance = new Chance(pick, "pick");
    const page = this.alivePages.find((one) => one.person === person.key && one.tab === tab);
    if (isDeed(what)) {
      if (page) this.people.do(what, page, chance);
      return;
    }
    switch (what) {
      case "clock jump":
        if (!page) return;
        this.faults.hit(what);
        page.skewMs += chance.oneOf([-3_600_000, -600_000, 600_000, 7_200_000]);
        return;
      case "swizzle-clog": {
        this.#clog(chance);
        return;
      }
      case "tab crash":
      case "tab closed":
        if (!page) return;
        if (what === "tab crash") this.faults.hit(what);
        {
          page.die(what);
          return;
        }
      case "storage evicted":
      case "storage replaced by a newer version":
        this.faults.hit(what);
        this.scheduler.say(() => `${what}: ${person.key}`);
        if (what === "storage evicted") this.#evict(person);
        else this.#replace(person, chance);
        return;
      case "switch of person on one device": {
        this.#visit(person, chance);
        return;
      }
      default:
        this.outsiders.happens(what, { person: person.key, chance });
    }
  }

  /** Whether any page of this person has said that the device lost changes. */
  wasToldOfLoss(person: string): boolean {
    return this.pages.some((page) => page.person === person && page.store.status().device.lost > 0);
  }

  /** Clients are stopped one by one and freed in another order. */
  #clog(chance: Chance): void {
    this.faults.hit("swizzle-clog");
    const names = this.alivePages.map(({ name }) => name);
    let atMs = 0;
    for (const name of chance.shuffled(names)) this.scheduler.after((atMs += chance.between(100, 2_000)), () => this.network.hold(name));
    for (const name of chance.shuffled(names)) this.scheduler.after((atMs += chance.between(100, 4_000)), () => this.network.free(name));
  }

  /** I10: somebody else signs in where this person's sealed disk lies, for a while. */
  #visit(owner: PlannedPerson, chance: Chance): void {
    const device = this.deviceOf(owner);
    const visitor = this.schedule.people.find(({ key }) => key !== owner.key);
    if (!device.isSealed || visitor === undefined) return;
    this.faults.hit("switch of person on one device");
    const page = this.#newPage(visitor, { tab: 9, device });
    void page.store.refresh(this.people.places);
    this.scheduler.after(chance.between(1_000, 6_000), () => {
      const { decisions, status } = { decisions: page.store.decisions(), status: page.store.status() };
      const shown = JSON.stringify([decisions, this.people.places.map((place) => page.store.rows(place))]);
      const leaked = this.ledger.asks.find(
        (ask) =>
          ask.person === owner.key &&
          !this.ledger.isWritten(ask) &&
          Object.values(ask.changes).some((value) => typeof value === "string" && value.startsWith(owner.key) && shown.includes(JSON.stringify(value))),
      );
      if (leaked) this.fail("I10", `${page.name} shows ${leaked.name}, which lies sealed on the device of ${owner.key}`);
      if (decisions.length > 0 || status.unsent > 0) this.fail("I10", `${page.name} took over what ${owner.key} left on the device`);
      page.die("the visitor leaves");
    });
  }

  /** The pages that are open lose their disk, and their person loads them again, soon or late. */
  #replace(person: PlannedPerson, chance: Chance): void {
    const device = this.deviceOf(person);
    device.memory.replace();
    for (const page of this.pages.filter((one) => one.isAlive && one.person === person.key)) {
      this.scheduler.after(chance.between(1_000, 90_000), () => page.die("loaded again as the newer version"));
    }
  }

  /** What was acknowledged and lay there only may be gone, if that is said. */
  #evict(person: PlannedPerson): void {
    this.ledger.atRisk(person.key);
    this.deviceOf(person).evict();
  }

  /** Whatever nobody had been told of when the page died, nobody was promised. The tab is opened again later. */
  #died(dead: Page): void {
    if (!this.pages.includes(dead)) return;
    this.ledger.pageDied(dead);
    const person = this.#options.schedule.people.find(({ key }) => key === dead.person);
    if (person) this.deviceOf(person).pageDied(dead.name);
    if (person) this.scheduler.after(new Chance(this.#options.schedule.seed, "again", dead.name).between(500, 40_000), () => this.openTab(person, dead.tab));
  }

  /** Every change of every item passes here, with what was there before and whose request made it. */
  #watchItems(): void {
    const { state } = this.tenant;
    const registerOf = (listId: string): string | undefined => {
      const known = this.#registers.get(listId);
      if (known !== undefined) return known;
      const found = [...state.lists.inGroup(this.#options.ground.siteId).values()].find(({ id }) => id === listId);
      if (found?.name.startsWith("PR") !== true) return undefined;
      this.#registers.set(listId, found.name.slice(2));
      return found.name.slice(2);
    };
    for (const [listId, key, item] of state.items.all()) if (registerOf(listId)) this.#items.set(`${listId} ${key}`, item);
    state.items.watch((listId, key, record) => {
      const register = registerOf(listId);
      if (register === undefined) return;
      const before = this.#items.get(`${listId} ${key}`);
      if (record === undefined) {
        this.#items.delete(`${listId} ${key}`);
        if (before) this.ledger.gone(register, before);
        return;
      }
      const after = record as ItemRecord; // this table holds no other records
      this.#items.set(`${listId} ${key}`, after);
      this.ledger.stored({ register, before, after, page: this.#writer?.name, person: this.#writer?.person });
    });
  }
}

function same<T>(one: T): T {
  return one;
}

function isDeed(what: Action["what"]): what is Deed {
  return (deeds as readonly string[]).includes(what);
}
