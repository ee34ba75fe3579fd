import { randomBytes } from "node:crypto";
import type { Clock, Randomness } from "../../kernel";
import { createTenant, seededRandomness, type StoredRecord, type Tenant, type TenantStorage } from "../tenant";

/** What a seed may do to make the past: the clock can be set, and everything random follows the seed number. */
export interface SeedStage {
  /** The tenant's clock from now on; undefined: the real one. */
  setNowMs(nowMs: number | undefined): void;
}

export type Seed = (tenant: Tenant, stage: SeedStage) => Promise<void>;

export interface OpeningOptions {
  readonly storage: TenantStorage | undefined;
  readonly seed: Seed;
  readonly seedNumber: number;
  readonly unitsPerMinute?: number;
}

/** Opens the tenant of a storage and seeds it when it is empty. A seed that fails leaves the storage as it was. */
export async function openTenant({ storage, seed, seedNumber, unitsPerMinute }: OpeningOptions): Promise<Tenant> {
  let setNowMs: number | undefined;
  let random: Randomness = { bytes: (count) => new Uint8Array(randomBytes(count)) };
  const real = random;
  const clock: Clock = { nowMs: () => setNowMs ?? Date.now() };
  const kept = storage === undefined ? undefined : new PatientStorage(storage);
  const tenant = createTenant({ clock, randomness: { bytes: (count) => random.bytes(count) }, ...(kept === undefined ? {} : { storage: kept }) });
  if (tenant.people().length === 0) {
    kept?.hold();
    random = seededRandomness(seedNumber);
    await seed(tenant, { setNowMs: (nowMs) => void (setNowMs = nowMs) });
    setNowMs = undefined;
    random = real;
    tenant.usage.reset();
    kept?.release();
  }
  tenant.usage.unitsPerMinute = unitsPerMinute;
  return tenant;
}

/** While held, gathers changes and writes none, so that all of a seed is one transaction. */
class PatientStorage implements TenantStorage {
  private held: Map<string, StoredRecord> | undefined;

  constructor(private readonly storage: TenantStorage) {}

  load(): Iterable<StoredRecord> {
    return this.storage.load();
  }

  save(changes: readonly StoredRecord[]): void {
    if (this.held === undefined) this.storage.save(changes);
    else for (const change of changes) this.held.set(`${change.kind}\n${change.group}\n${change.key}`, change);
  }

  hold(): void {
    this.held ??= new Map();
  }

  release(): void {
    const changes = [...(this.held?.values() ?? [])];
    this.held = undefined;
    this.storage.save(changes);
  }
}
