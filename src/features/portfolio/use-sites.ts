import { useEffect, useMemo, useState } from "react";
import type { Result } from "../../kernel";
import { isSameSite, useChosenSites, useServices, type KnownSite } from "../../parts";

/** A site of the portfolio: known, or on its way, or refused. */
export interface WantedSite {
  readonly address: string;
  /** Absent while nothing is known but the address. */
  readonly found?: Result<KnownSite>;
}

/** The sites that a link names, else those that the person chose. What nobody knows yet is asked for by its address, once. */
export function useSites(named: readonly string[] | undefined): readonly WantedSite[] {
  const { sites, session } = useServices();
  const chosen = useChosenSites();
  const [found, setFound] = useState<ReadonlyMap<string, Result<KnownSite>>>(new Map());
  const namesText = named?.join(" ");
  const wanted = useMemo(() => {
    if (namesText === undefined) return chosen.map((site) => ({ address: site.address, found: { ok: true, value: site } as const }));
    return namesText.split(" ").map((address): WantedSite => {
      const site = [session.site, ...chosen].find((candidate) => isSameSite(candidate.address, address));
      const answer = site === undefined ? found.get(address) : ({ ok: true, value: site } as const);
      return { address, ...(answer === undefined ? {} : { found: answer }) };
    });
  }, [namesText, chosen, session.site, found]);
  const open = wanted.filter((site) => site.found === undefined).map(({ address }) => address);
  const openText = open.join(" ");
  useEffect(() => {
    if (openText === "") return;
    let isCurrent = true;
    for (const address of openText.split(" ")) {
      void sites.open(address).then((answer) => {
        if (isCurrent) setFound((last) => new Map([...last, [address, answer]]));
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [openText, sites]);
  return wanted;
}
