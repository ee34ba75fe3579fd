import type { Clock, Randomness } from "../../../kernel";
import type { ItemIndexes } from "../sharepoint/item-indexes";
import type { PersonRecord, TenantRecord } from "../state/records";
import type { TenantState } from "../state/state";
import type { Query } from "./address";
import type { FaultOccasion, FaultSetting, FaultSwitches, TenantFault } from "./faults";
import type { Restrictions } from "./restrictions";
import type { Access } from "./scopes";
import type { Usage } from "./usage";
import type { Body } from "./wire";

/** Behaviour of the service that Microsoft does not document, or that differs between tenants. Change at will. */
export interface TenantQuirks {
  /** Answer to an If-Match that does not match: 412 is documented, 409 `resourceModified` has been seen. */
  conflictStatus: 409 | 412;
  /** "site midnight": date-only values read back as midnight of the site's zone, whatever was sent. */
  dateOnlyReadBack: "as sent" | "site midnight";
  /** False: the answer to PATCH …/fields carries no eTag, in body or header; the client must read the item again. */
  etagOnFieldsPatch: boolean;
  /** True: Created and Modified are the site's local time printed with a Z, as once recorded. */
  siteLocalTimes: boolean;
  /** True: the display name sent with a new column is ignored, as some report. */
  columnDisplayNameIgnored: boolean;
  /** True: browsers may read Retry-After of direct calls (Access-Control-Expose-Headers). */
  exposeRetryAfter: boolean;
  /** Versions kept of one item. */
  versionLimit: number;
  /** True: an app with Sites.Selected and the role owner or fullcontrol may make lists and columns. Documented for Sites.Manage.All only. */
  selectedMayCreateLists: boolean;
}

export const usualQuirks: Readonly<TenantQuirks> = {
  conflictStatus: 412,
  dateOnlyReadBack: "as sent",
  etagOnFieldsPatch: true,
  siteLocalTimes: false,
  columnDisplayNameIgnored: false,
  exposeRetryAfter: true,
  versionLimit: 500,
  selectedMayCreateLists: false,
};

/** What every handler works on. */
export interface World {
  readonly state: TenantState;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly faults: FaultSwitches;
  readonly restrictions: Restrictions;
  readonly usage: Usage;
  readonly quirks: TenantQuirks;
  readonly indexes: ItemIndexes;
}

/** One call after its token and address have been read. */
export interface Call {
  readonly world: World;
  readonly method: string;
  /** Decoded path under the version root, for occasions and complaints. */
  readonly path: string;
  /** The variable parts of the address. */
  readonly names: ReadonlyMap<string, string>;
  readonly query: Query;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Body;
  readonly tenant: TenantRecord;
  readonly caller: PersonRecord;
  /** Application id of the client. */
  readonly appId: string;
  readonly access: Access;
  readonly nowMs: number;
}

/** A variable part of the address; the route that called us has it, else it is a bug. */
export function nameIn(call: Call, name: string): string {
  const value = call.names.get(name);
  if (value === undefined) throw new RangeError(`the route has no ${name}`);
  return value;
}

export function strikes(call: Call, fault: TenantFault): FaultSetting | undefined {
  const occasion: FaultOccasion = { method: call.method, path: call.path };
  return call.world.faults.strike(fault, occasion);
}
