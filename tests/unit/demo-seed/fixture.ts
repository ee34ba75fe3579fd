import { seedDemo, type SeededSite, type SeedSize } from "../../../src/demo/seed";
import { createTenant, seededRandomness, type Tenant } from "../../../src/demo/tenant";
import { isoMomentFromDate, parseIsoDate, type CalendarDate } from "../../../src/kernel";

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

export const today = day("2026-11-24");

export interface Seeded {
  readonly tenant: Tenant;
  readonly sites: readonly SeededSite[];
}

export async function seeded(options: { readonly size?: SeedSize; readonly seed?: number; readonly on?: CalendarDate } = {}): Promise<Seeded> {
  const { size = "small", seed = 1, on = today } = options;
  const nowMs = Date.parse(isoMomentFromDate(on));
  let setTo: number | undefined;
  const tenant = createTenant({ clock: { nowMs: () => setTo ?? nowMs }, randomness: seededRandomness(seed) });
  const sites = await seedDemo({ tenant, size, seed, today: on, setNowMs: (at) => void (setTo = at) });
  setTo = undefined;
  return { tenant, sites };
}
