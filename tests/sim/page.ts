import type { Tenant } from "../../src/demo/tenant";
import { createGraph, type GraphFetch, type GraphPorts, type TokenSource } from "../../src/graph";
import { orderChannel } from "../../src/hosts/device/order-channel";
import { succeed, type Clock, type Timers } from "../../src/kernel";
import { createSharePointSource, createSiteLists } from "../../src/lists";
import { createStore, type RegisterSource, type Store } from "../../src/store";
import type { Chance } from "./chance";
import type { SimDevice } from "./device";
import type { Network, Sender } from "./network";
import type { Scheduler } from "./scheduler";
import { loadSimRegister, simWorkedOut } from "./sim-registers";

export interface PageParts {
  readonly person: string;
  /** Which of the person's tabs, and how many pages it had before. */
  readonly tab: number;
  readonly life: number;
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly tenant: Tenant;
  readonly chance: Chance;
  readonly device: SimDevice;
  /** Whether it hears of the orders that the person's other pages here are given. */
  readonly hearsOrders: boolean;
  readonly wrapFetch: (fetch: GraphFetch) => GraphFetch;
  readonly wrapSource: (source: RegisterSource) => RegisterSource;
  readonly died: (page: Page, why: string) => void;
}

const tokenLifeSeconds = 3_600;

/** One page of one person: everything of the product below the screens, from the store to the token. */
export class Page implements Sender, Clock, Timers {
  readonly name: string;
  readonly person: string;
  readonly tab: number;
  readonly store: Store;
  isAlive = true;
  /** Whether the device ever refused to keep something of this page; the person was told, so nothing is promised then. */
  hasBeenRefused = false;
  /** How far this device's clock is ahead of the world's. */
  skewMs = 0;
  readonly #parts: PageParts;
  readonly #tokens = new Map<string, { readonly token: string; readonly untilMs: number }>();

  constructor(parts: PageParts) {
    const { person, tab, life, network, chance } = parts;
    this.#parts = parts;
    this.name = `${person} ${String(tab)}/${String(life)}`;
    this.person = person;
    this.tab = tab;
    const fetch = parts.wrapFetch((url, init) => network.send(this, url, init));
    const ports = { clock: this, timers: this, randomness: chance };
    const graph = createGraph({ fetch, token: (scopes, claims) => this.#token(scopes, claims), ...ports, ...(parts.hearsOrders && this.#neighbours()) });
    const lists = createSiteLists(graph, loadSimRegister);
    const source = parts.wrapSource(createSharePointSource({ graph, lists, loadRegister: loadSimRegister }));
    this.store = createStore({ source, device: parts.device.openFor(this), ...ports, workedOut: simWorkedOut });
    this.store.subscribe(() => {
      const { keeps, fault } = this.store.status().device;
      this.hasBeenRefused ||= keeps === "nothing" || fault !== undefined;
    });
  }

  nowMs(): number {
    return this.#parts.scheduler.nowMs() + this.skewMs;
  }

  after(delayMs: number, callBack: () => void): () => void {
    return this.#parts.scheduler.after(delayMs, () => {
      if (this.isAlive) callBack();
    });
  }

  /** Nothing of this page runs or hears any more. */
  die(why: string): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.#parts.scheduler.say(() => `${this.name} dies: ${why}`);
    this.#parts.died(this, why);
  }

  /** By a clock that nobody sets. */
  #neighbours(): Pick<GraphPorts, "neighbours"> {
    const { device, scheduler } = this.#parts;
    const page = { BroadcastChannel: device.channels.of(this), performance: { now: () => scheduler.nowMs() } };
    return { neighbours: Promise.resolve(orderChannel(page, { tenantId: "northmere", personId: this.person })) };
  }

  /** As the sign-in library keeps them: by scope, until they run out, and fresh where claims are asked for. */
  #token(scopes: Parameters<TokenSource>[0], claims: string | undefined): ReturnType<TokenSource> {
    const { tenant, scheduler } = this.#parts;
    const key = scopes.join(" ");
    const known = this.#tokens.get(key);
    if (known !== undefined && claims === undefined && known.untilMs > scheduler.nowMs()) return Promise.resolve(succeed(known.token));
    const token = tenant.issueToken(this.person, scopes, tokenLifeSeconds);
    this.#tokens.set(key, { token, untilMs: scheduler.nowMs() + (tokenLifeSeconds - 300) * 1000 });
    return Promise.resolve(succeed(token));
  }
}
