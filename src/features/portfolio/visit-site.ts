import { succeed, type Result } from "../../kernel";
import { chosenSites, fragmentWithin, isSameSite, placeWithin, type KnownSite, type LocationService, type Services } from "../../parts";

/** What the app's own pages need to stand in another site than the tab's: the same store, another place. */
export async function visitSite(services: Services, address: string): Promise<Result<Services>> {
  const known = chosenSites(services).find((site) => isSameSite(site.address, address));
  const site: Result<KnownSite> = known === undefined ? await services.sites.open(address) : succeed(known);
  return site.ok ? succeed(servicesWithin(services, site.value)) : site;
}

function servicesWithin(services: Services, site: KnownSite): Services {
  // A card of this site's project has nothing to do with the channel of the tab.
  const { channel: _channel, ...session } = services.session;
  return {
    ...services,
    session: { ...session, site, scope: { kind: "portfolio" } },
    location: locationWithin(services.location, site.address),
    links: { ...services.links, toPage: (fragment) => services.links.toPage(outer(site.address, fragment)) },
  };
}

/** Pages go on as if the site were their own; what is about several sites stands outside. */
function outer(site: string, fragment: string): string {
  return /^portfolio\b/.test(fragment) || placeWithin(fragment).site !== undefined ? fragment : fragmentWithin(site, fragment);
}

function locationWithin(location: LocationService, site: string): LocationService {
  const inner = (fragment: string): string => {
    const place = placeWithin(fragment);
    return place.site !== undefined && isSameSite(place.site, site) ? place.fragment : fragment;
  };
  return {
    read: () => inner(location.read()),
    addressOf: (fragment) => location.addressOf(outer(site, fragment)),
    go: (fragment) => location.go(outer(site, fragment)),
    replace: (fragment) => location.replace(outer(site, fragment)),
    subscribe: (listener) => location.subscribe(listener),
    guard: (guard) => location.guard({ keeps: (fragment) => guard.keeps(inner(fragment)), ask: (leave) => guard.ask(leave) }),
  };
}
