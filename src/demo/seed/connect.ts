import { addDays, isoMomentFromDate, succeed, type CalendarDate, type Result, type Timers } from "../../kernel";
import { createGraph, type Graph, type GraphFetch, type Scope } from "../../graph";
import { seededRandomness, tenantFetch, type Tenant } from "../tenant";

const tokenLifeSeconds = 10 * 366 * 86_400; // the seed moves the clock about, and its tokens must outlive that
const longestWaitMs = 60_000;

/** Time limits never strike, for the tenant answers at once; shorter waits end at once. */
const timers: Timers = {
  after: (delayMs, callBack) => {
    if (delayMs < longestWaitMs) queueMicrotask(callBack);
    return () => undefined;
  },
};

/** The product's Graph for each person who types, by key; made on first use. */
export function graphOfEach(tenant: Tenant): (person: string) => Graph {
  const graphs = new Map<string, Graph>();
  return (person) => {
    const graph = graphs.get(person) ?? connect(tenant, person);
    graphs.set(person, graph);
    return graph;
  };
}

function connect(tenant: Tenant, person: string): Graph {
  const send = tenantFetch(tenant);
  const fetch: GraphFetch = (url, init) => send(url, { ...init, headers: { ...init.headers } });
  const tokens = new Map<string, string>();
  const tokenFor = (scopes: readonly Scope[]): string => {
    const token = tokens.get(scopes.join()) ?? tenant.issueToken(person, scopes, tokenLifeSeconds);
    tokens.set(scopes.join(), token);
    return token;
  };
  return createGraph({
    fetch,
    token: (scopes) => Promise.resolve(succeed(tokenFor(scopes))),
    clock: { nowMs: () => 0 },
    timers,
    randomness: seededRandomness(person.length),
  });
}

/** Mid-morning, so that a row's day is the same in London all the year. */
export function momentOf(today: CalendarDate, daysAgo: number): number {
  return Date.parse(isoMomentFromDate(addDays(today, -daysAgo))) - 2 * 3_600_000;
}

/** Throws (a bug in the seed or the tenant) where the tenant refuses. */
export function expectValue<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`the demo tenant refused ${what}: ${JSON.stringify(result.fault)}`);
  return result.value;
}
