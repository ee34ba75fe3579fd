import type { Graph } from "../../graph";
import { copyText, devicePreferences, saveDownload, systemClock, systemRandomness, systemTimers, type Host } from "../../hosts";
import { fail, succeed, type Result } from "../../kernel";
import { createSharePointSource, createSiteLists, learnRights, type SiteLists } from "../../lists";
import { recordAddressText, stopNewEdits, type ConsentService, type LinkService, type LocationService, type Services, type Session } from "../../parts";
import { loadRegister, registerNamed } from "../../registers";
import { createStore } from "../../store";
import type { PageDevice } from "./page-device";
import { pageFigures } from "./page-figures";
import type { RareServices } from "./rare-services";
import { wakeUp } from "./wake-up";

export interface ServiceParts {
  readonly page: Window;
  readonly host: Host;
  readonly graph: Graph;
  readonly device: PageDevice;
  readonly consent: ConsentService;
  readonly session: Session;
  readonly location: LocationService;
  /** The address a plain browser opens the tab at, without a fragment. */
  readonly browserAddress: string;
  /** The saved tab's entity id, which a Teams deep link must name. */
  readonly tabEntityId: string;
  readonly tenantId: string;
  /** Aborts when the page turns to another site: then nothing more is read of this one. */
  readonly until?: AbortSignal;
}

/** The one place where effects are plugged into what screens see. */
export function buildServices(parts: ServiceParts): Services {
  const { page, graph, session } = parts;
  const lists = createSiteLists(graph, loadRegister);
  const { source, rights } = learnRights(createSharePointSource({ graph, lists, loadRegister }), lists);
  const kept = createStore({
    source,
    device: parts.device.forStore(),
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
    workedOut: (register) => registerNamed(register)?.workedOut ?? {},
  });
  const store = stopNewEdits(kept, systemClock);
  return {
    store,
    session,
    ...fetchedServices(graph, lists),
    files: { save: (name, bytes, contentType) => Promise.resolve(saveDownload(page, { name, bytes, contentType })) },
    links: linkService(parts),
    consent: parts.consent,
    rights,
    refreshing: wakeUp({ page, host: parts.host, gate: graph.gate, store, until: parts.until }),
    diagnostics: pageFigures(parts),
    device: parts.device,
    preferences: devicePreferences(page),
    location: parts.location,
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
  };
}

/** Their code is fetched when a person first needs it; without a network the answer is that there is none. */
function fetchedServices(graph: Graph, lists: SiteLists): RareServices {
  const load = (): Promise<RareServices | undefined> =>
    import("./rare-services").then(
      ({ rareServices }) => rareServices(graph, lists),
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
  const offline = fail({ kind: "offline" } as const);
  return {
    people: { search: (written, signal) => ask(({ people }) => people.search(written, signal)) },
    history: { versions: (place, id) => ask(({ history }) => history.versions(place, id)) },
    messages: {
      channels: (signal) => ask(({ messages }) => messages.channels(signal)),
      postCard: (channel, message) => ask(({ messages }) => messages.postCard(channel, message)),
    },
    provisioning: {
      missing: (site) => ask(({ provisioning }) => provisioning.missing(site)),
      addColumns: async (site, wanted, progress) => {
        const done = await ask(async ({ provisioning }) => succeed(await provisioning.addColumns(site, wanted, progress)));
        return done.ok ? done.value : wanted.map(({ register }) => ({ register, outcome: offline }));
      },
      create: async (site, registers, progress) => {
        const done = await ask(async ({ provisioning }) => succeed(await provisioning.create(site, registers, progress)));
        return done.ok ? done.value : registers.map((register) => ({ register, outcome: offline }));
      },
    },
  };
}

function linkService({ page, host, browserAddress, tabEntityId }: ServiceParts): LinkService {
  return {
    toRecord: (place, ref) => {
      const address = recordAddressText({ register: place.register, ref });
      const browser = `${browserAddress}#register/${place.register}?open=${encodeURIComponent(address)}`;
      const teams = host.deepLink({ pageId: tabEntityId, subPageId: address, label: ref, webUrl: browser });
      return { browser, teams: teams ?? browser };
    },
    open: (address) => host.openLink(address),
    copy: (written): Promise<Result<void>> => copyText(page, written),
  };
}
