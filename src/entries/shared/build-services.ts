import { copyText, devicePreferences, saveDownload, systemClock, systemRandomness, systemTimers, type Host } from "../../hosts";
import { fail, type Result } from "../../kernel";
import { createSharePointSource, createSiteLists, learnRights } from "../../lists";
import {
  fragmentOf,
  fragmentWithin,
  isSameSite,
  recordAddressText,
  stopNewEdits,
  type LinkService,
  type LocationService,
  type Services,
  type Session,
} from "../../parts";
import { loadRegister, registerNamed } from "../../registers";
import { createStore } from "../../store";
import type { AccessParts } from "./access-service";
import type { OpenedGraph } from "./open-graph";
import { pageFigures } from "./page-figures";
import type { RareServices } from "./rare-services";
import { wakeUp } from "./wake-up";
import { watchAdoptions } from "./watch-adoptions";

export interface ServiceParts {
  readonly page: Window;
  readonly host: Host;
  readonly opened: OpenedGraph;
  readonly session: Session;
  readonly location: LocationService;
  /** The address a plain browser opens the tab at, without a fragment. */
  readonly browserAddress: string;
  /** The saved tab's entity id, which a Teams deep link must name. */
  readonly tabEntityId: string;
  /** Aborts when the page turns to another site: then nothing more is read of this one. */
  readonly until?: AbortSignal;
}

/** The one place where effects are plugged into what screens see. */
export function buildServices(parts: ServiceParts): Services {
  const { page, session } = parts;
  const { graph, consent, device, deployment } = parts.opened;
  const lists = createSiteLists(graph, loadRegister);
  const { source, rights } = learnRights(createSharePointSource({ graph, lists, loadRegister }), lists);
  const kept = createStore({
    source,
    device: device.forStore(),
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
    gate: graph.gate,
    workedOut: (register) => registerNamed(register)?.workedOut ?? {},
  });
  const store = stopNewEdits(kept, systemClock);
  watchAdoptions({ store, site: session.site.id, onChanged: () => lists.forget(session.site.id) });
  return {
    store,
    session,
    ...fetchedServices({ graph, lists, consent, deployment }),
    files: { save: (name, bytes, contentType) => Promise.resolve(saveDownload(page, { name, bytes, contentType })) },
    links: linkService(parts),
    consent,
    rights,
    refreshing: wakeUp({ page, host: parts.host, graph, store, until: parts.until }),
    diagnostics: pageFigures({ graph, tenantId: deployment.tenantId }),
    device,
    preferences: devicePreferences(page),
    location: parts.location,
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
  };
}

/** Their code is fetched when a person first needs it; without a network the answer is that there is none. */
function fetchedServices(parts: AccessParts): RareServices {
  const load = (): Promise<RareServices | undefined> =>
    import("./rare-services").then(
      ({ rareServices }) => rareServices(parts),
      () => undefined,
    );
  let services: Promise<RareServices | undefined> | undefined;
  const ask = async <T>(call: (services: RareServices) => Promise<Result<T>>): Promise<Result<T>> => {
    services ??= load();
    const loaded = await services;
    if (loaded !== undefined) return call(loaded);
    services = undefined;
    return fail({ kind: "offline" });
  };
  return {
    people: { search: (written, signal) => ask(({ people }) => people.search(written, signal)) },
    history: { versions: (place, id) => ask(({ history }) => history.versions(place, id)) },
    messages: {
      channels: (signal) => ask(({ messages }) => messages.channels(signal)),
      postCard: (channel, message) => ask(({ messages }) => messages.postCard(channel, message)),
    },
    access: {
      permissions: () => ask(({ access }) => access.permissions()),
      look: (question) => ask(({ access }) => access.look(question)),
      check: (site, progress) => ask(({ access }) => access.check(site, progress)),
    },
    sites: {
      open: (address) => ask(({ sites }) => sites.open(address)),
      offered: () => ask(({ sites }) => sites.offered()),
    },
    adoption: {
      candidates: (site) => ask(({ adoption }) => adoption.candidates(site)),
      look: (site, listId) => ask(({ adoption }) => adoption.look(site, listId)),
      addColumns: (site, wanted) => ask(({ adoption }) => adoption.addColumns(site, wanted)),
      rows: (site, mapping, signal) => ask(({ adoption }) => adoption.rows(site, mapping, signal)),
      lookAgain: (site) => parts.lists.forget(site),
    },
    provisioning: {
      look: (site) => ask(({ provisioning }) => provisioning.look(site)),
      plan: (registers) => ask(({ provisioning }) => provisioning.plan(registers)),
      create: (site, registers, progress) => ask(({ provisioning }) => provisioning.create(site, registers, progress)),
      repair: (site, wanted, progress) => ask(({ provisioning }) => provisioning.repair(site, wanted, progress)),
    },
  };
}

function linkService({ page, host, session, browserAddress, tabEntityId }: ServiceParts): LinkService {
  const toPage = (fragment: string): string => `${browserAddress}#${fragment}`;
  return {
    toPage,
    toRecord: (record, site) => {
      const within = (fragment: string): string => (isSameSite(site, session.site.address) ? fragment : fragmentWithin(site, fragment));
      const browser = toPage(within(fragmentOf({ kind: "register", register: record.register, open: record })));
      const teams = host.deepLink({ pageId: tabEntityId, subPageId: within(recordAddressText(record)), label: record.ref, webUrl: browser });
      return { browser, teams: teams ?? browser };
    },
    open: (address) => host.openLink(address),
    copy: (written, html): Promise<Result<void>> => copyText(page, written, html),
  };
}
