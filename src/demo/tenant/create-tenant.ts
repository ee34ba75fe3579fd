import type { Clock, Randomness } from "../../kernel";
import { createAdministration, type Administration } from "./administration";
import { FaultSwitches } from "./engine/faults";
import { handleRequest } from "./engine/handle-request";
import { Restrictions } from "./engine/restrictions";
import { createRouter } from "./engine/router";
import { routes } from "./engine/routes";
import { Usage } from "./engine/usage";
import type { TenantRequest, TenantResponse } from "./engine/wire";
import { usualQuirks, type TenantQuirks, type World } from "./engine/world";
import { createListsApp, type ListsApp } from "./lists-app";
import { ItemIndexes } from "./sharepoint/item-indexes";
import { connectStorage, emptyState, forkState, type TenantState, type TenantStorage } from "./state/state";

export interface TenantOptions {
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Where to begin; it becomes this tenant's own, so give the `fork()` of a tenant that goes on. */
  readonly state?: TenantState;
  /** Keeps the records between runs; loaded at once, saved after every request and every act of the administrator. */
  readonly storage?: TenantStorage;
  readonly quirks?: Partial<TenantQuirks>;
  /** SharePoint resource units a tenant may use in a minute; without it there is no limit. */
  readonly unitsPerMinute?: number;
}

/** A Microsoft Graph of its own, for any number of tenants. It waits for nothing and has no timers. */
export interface Tenant extends Administration {
  handle(request: TenantRequest): TenantResponse;
  readonly state: TenantState;
  readonly faults: FaultSwitches;
  readonly restrictions: Restrictions;
  readonly usage: Usage;
  readonly quirks: TenantQuirks;
  /** What people do in the Microsoft Lists app, past every client of ours. */
  readonly listsApp: ListsApp;
  /** An independent copy of everything stored, for another `createTenant`. */
  fork(): TenantState;
}

/** Starts a tenant; it is empty unless `state` or `storage` hold something. */
export function createTenant(options: TenantOptions): Tenant {
  const state = options.state ?? emptyState();
  const save = options.storage === undefined ? undefined : connectStorage(state, options.storage);
  const world: World = {
    state,
    clock: options.clock,
    randomness: options.randomness,
    faults: new FaultSwitches(options.randomness),
    restrictions: new Restrictions(),
    usage: new Usage(options.unitsPerMinute),
    quirks: { ...usualQuirks, ...options.quirks },
    indexes: new ItemIndexes(state),
  };
  const router = createRouter(routes);
  const saved = <T>(result: T): T => {
    save?.();
    return result;
  };
  return {
    handle: (request) => saved(handleRequest(world, router, request)),
    state,
    faults: world.faults,
    restrictions: world.restrictions,
    usage: world.usage,
    quirks: world.quirks,
    listsApp: createListsApp(world, saved),
    fork: () => forkState(state),
    ...createAdministration(world, saved),
  };
}
