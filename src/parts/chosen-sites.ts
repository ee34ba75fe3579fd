import { useMemo } from "react";
import { isRecord, listAt, parseJson, safeHref, textAt } from "../kernel";
import { useServices, type KnownSite, type PreferenceService, type Session } from "./services";

const keptUnder = "sites";
/** More than a page of a programme office; each site is one part of a batch. */
const mostSites = 100;

type Keeping = { readonly preferences: PreferenceService; readonly session: Pick<Session, "me" | "site"> };

/** The sites that this person chose on this device, this session's own first. What was kept is as hostile as any other text. */
export function chosenSites({ preferences, session }: Keeping): readonly KnownSite[] {
  return [session.site, ...readSites(preferences.read(keptUnder), session)];
}

export function keepChosenSites({ preferences, session }: Keeping, sites: readonly KnownSite[]): void {
  const others = sites.filter(({ id }) => id !== session.site.id).map(({ id, name, address }) => ({ id, name, address }));
  // The page's own site always belongs; it is kept too, so that it is there when the person opens another of them.
  const kept = { of: session.me.address, sites: others.length === 0 ? [] : [session.site, ...others] };
  preferences.write(keptUnder, others.length === 0 ? "" : JSON.stringify(kept));
}

export function useChosenSites(): readonly KnownSite[] {
  const { preferences, session } = useServices();
  const text = preferences.read(keptUnder);
  return useMemo(() => [session.site, ...readSites(text, session)], [text, session]);
}

function readSites(text: string | undefined, session: Keeping["session"]): readonly KnownSite[] {
  const kept = parseJson(text ?? "");
  // Somebody else on this device chose for themselves.
  if (!isRecord(kept) || textAt(kept, "of") !== session.me.address) return [];
  const found = new Map<string, KnownSite>();
  for (const entry of listAt(kept, "sites").slice(0, mostSites)) {
    const [id, name, address] = [textAt(entry, "id"), textAt(entry, "name"), safeHref(textAt(entry, "address") ?? "")];
    if (id !== undefined && id !== session.site.id && name !== undefined && address !== undefined) found.set(id, { id, name, address });
  }
  return [...found.values()];
}
