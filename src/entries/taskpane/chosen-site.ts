import type { PreferenceService } from "../../parts";
import type { DeployedSite } from "../shared";

const keptUnder = "pane.site";

/** The address of the only site, or of the one this person chose before; undefined while nobody has chosen. A site that is no longer deployed is forgotten. */
export function chosenSite(sites: readonly DeployedSite[], preferences: PreferenceService): string | undefined {
  const [only, ...others] = sites;
  if (others.length === 0) return only?.address;
  const kept = preferences.read(keptUnder);
  return sites.find(({ address }) => address === kept)?.address;
}

/** @param address "" forgets the choice. */
export function keepSite(address: string, preferences: PreferenceService): void {
  preferences.write(keptUnder, address);
}
