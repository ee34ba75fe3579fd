import { seedDemo, type SeededSite, type SeedSize } from "../../../src/demo/seed";
import { createTenant, seededRandomness, type Tenant } from "../../../src/demo/tenant";
import { isoMomentFromDate, isRecord, listAt, parseIsoDate, parseJson, type CalendarDate } from "../../../src/kernel";

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

const everyScope = [
  "User.Read",
  "User.ReadBasic.All",
  "Sites.Read.All",
  "Sites.ReadWrite.All",
  "Sites.Manage.All",
  "Team.ReadBasic.All",
  "Channel.ReadBasic.All",
];

export interface Reply {
  readonly status: number;
  readonly json: unknown;
}

/** One request as a person with every scope that the product may ask for. */
export function send(tenant: Tenant, person: string, request: { readonly path: string; readonly method?: string; readonly body?: unknown }): Reply {
  const headers = {
    Authorization: `Bearer ${tenant.issueToken(person, everyScope)}`,
    ...(request.body === undefined ? {} : { "Content-Type": "application/json" }),
  };
  const answer = tenant.handle({
    method: request.method ?? "GET",
    url: `/v1.0${request.path}`,
    headers,
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
  });
  return { status: answer.status, json: typeof answer.body === "string" ? parseJson(answer.body) : undefined };
}

export function valuesIn(reply: Reply): readonly Readonly<Record<string, unknown>>[] {
  return listAt(reply.json, "value").filter(isRecord);
}
