import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { sameItems, today } from "../../kernel";
import { createSiteInsight, registersOfAProject, type SiteInsight } from "../../insight";
import { allRegisters, registerAsKept, type Register } from "../../registers";
import type { RegisterPlace, Store } from "../../store";
import { useServices, type Services } from "../services";

/** No project answers for their rows. */
const judgedForTheSite = ["IntakeRequests", "ResourceCapacity", "Programmes"];

const registers: readonly string[] = ["Projects", ...registersOfAProject, "Settings", "FinancialPeriods", "StrategicObjectives", ...judgedForTheSite];

export type InsightState =
  | { readonly kind: "loading" }
  | {
      readonly kind: "ready";
      readonly insight: SiteInsight;
      /** Labels of registers that could not be read: what is worked out leaves them out, and must say so. */
      readonly unread: readonly string[];
    };

/**
 * What the records of the open site say of its projects, kept up to date. Registers that are not read yet are read once; after that
 * they follow at the pace of what is out of sight. A list that the site does not have is no list that was not read.
 */
export function useSiteInsight(): InsightState {
  const services = useServices();
  const { store, session, rights, refreshing } = services;
  const site = session.site.id;
  const last = useRef<InsightState>({ kind: "loading" });
  const read = useCallback((): InsightState => {
    const now = insightOf(services);
    if (!isSame(now, last.current)) last.current = now;
    return last.current;
  }, [services]);
  const state = useSyncExternalStore(
    useCallback(
      (listener) => {
        const stops = [store.subscribe(listener), rights.subscribe(listener)];
        return () => {
          for (const stop of stops) stop();
        };
      },
      [store, rights],
    ),
    read,
  );
  const isLoading = state.kind === "loading";
  const places = useMemo(() => registers.map((register): RegisterPlace => ({ site, register })), [site]);
  useEffect(() => (isLoading ? refreshing.show(places) : undefined), [isLoading, refreshing, places]);
  return state;
}

function insightOf({ store, session, rights, clock }: Services): InsightState {
  const site = session.site.id;
  const states = registers.map((register) => store.placeState({ site, register }));
  if (states.some(({ asAtMs, fault }) => asAtMs === undefined && fault === undefined)) return { kind: "loading" };
  const isThere = new Set(states.flatMap(({ place, asAtMs }) => (asAtMs === undefined ? [] : [place.register])));
  const kept = allRegisters.filter(({ name }) => isThere.has(name)).map((register) => registerAsKept(register, rights.list({ site, register: register.name })));
  const unread = states.filter(({ asAtMs, fault }) => asAtMs === undefined && fault?.kind !== "notFound").map(({ place }) => labelOf(place.register));
  const memo = memoOf(store, site);
  if (!sameItems(memo.registers, kept)) memo.registers = kept;
  const insight = memo.workOut({ today: today(clock), rowsOf: (register) => store.rows({ site, register }), registers: memo.registers });
  return { kind: "ready", insight, unread };
}

function labelOf(name: string): string {
  return allRegisters.find((register) => register.name === name)?.label ?? name;
}

function isSame(one: InsightState, other: InsightState): boolean {
  if (one.kind === "loading" || other.kind === "loading") return one.kind === other.kind;
  return one.insight === other.insight && sameItems(one.unread, other.unread);
}

interface Memo {
  readonly workOut: ReturnType<typeof createSiteInsight>;
  registers: readonly Register[];
}

/** What was worked out is kept as long as its store: going from page to page works out nothing anew. */
const memos = new WeakMap<Store, Map<string, Memo>>();

function memoOf(store: Store, site: string): Memo {
  const bySite = memos.get(store) ?? new Map<string, Memo>();
  memos.set(store, bySite);
  const memo = bySite.get(site) ?? { workOut: createSiteInsight(), registers: [] };
  bySite.set(site, memo);
  return memo;
}
