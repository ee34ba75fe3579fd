import { createMessages, createPeople, createTeams, type Graph } from "../../graph";
import { copyText, devicePreferences, saveDownload, systemClock, systemRandomness, systemTimers, type Host } from "../../hosts";
import { succeed, type Result } from "../../kernel";
import { createHistory, createProvisioning, createSharePointSource, createSiteLists, learnRights } from "../../lists";
import {
  recordAddressText,
  type Channel,
  type LinkService,
  type LocationService,
  type MessageService,
  type PeopleService,
  type Services,
  type Session,
} from "../../parts";
import { allRegisters, registerNamed } from "../../registers";
import { createStore } from "../../store";

export interface ServiceParts {
  readonly page: Window;
  readonly host: Host;
  readonly graph: Graph;
  readonly session: Session;
  readonly location: LocationService;
  /** The address a plain browser opens the tab at, without a fragment. */
  readonly browserAddress: string;
  /** The saved tab's entity id, which a Teams deep link must name. */
  readonly tabEntityId: string;
}

/** The one place where effects are plugged into what screens see. */
export function buildServices(parts: ServiceParts): Services {
  const { page, graph, session } = parts;
  const lists = createSiteLists(graph, registerNamed);
  const { source, rights } = learnRights(createSharePointSource({ graph, lists, registerNamed }), lists);
  return {
    store: createStore({
      source,
      clock: systemClock,
      timers: systemTimers,
      randomness: systemRandomness,
      workedOut: (register) => registerNamed(register)?.workedOut ?? {},
    }),
    session,
    people: peopleService(graph),
    history: createHistory({ graph, lists, registerNamed }),
    messages: messageService(graph),
    files: { save: (name, bytes, contentType) => Promise.resolve(saveDownload(page, { name, bytes, contentType })) },
    links: linkService(parts),
    provisioning: createProvisioning({ graph, lists, registers: allRegisters }),
    rights,
    preferences: devicePreferences(page),
    location: parts.location,
    clock: systemClock,
    timers: systemTimers,
    randomness: systemRandomness,
  };
}

function peopleService(graph: Graph): PeopleService {
  const people = createPeople(graph);
  return {
    search: async (written, signal) => {
      const found = await people.search(written, signal);
      if (!found.ok) return found;
      return succeed(
        found.value.map((person) => ({
          name: person.displayName,
          address: person.address,
          ...(person.jobTitle === undefined ? {} : { jobTitle: person.jobTitle }),
        })),
      );
    },
  };
}

function messageService(graph: Graph): MessageService {
  const teams = createTeams(graph);
  const messages = createMessages(graph);
  return {
    channels: async () => {
      const joined = await teams.joined();
      if (!joined.ok) return joined;
      const found: Channel[] = [];
      for (const team of joined.value) {
        const channels = await teams.channels(team.id);
        if (!channels.ok) return channels;
        found.push(
          ...channels.value.map((channel): Channel => ({
            teamId: team.id,
            teamName: team.displayName,
            channelId: channel.id,
            channelName: channel.displayName,
            kind: channel.membershipType === "unknown" ? "standard" : channel.membershipType,
          })),
        );
      }
      return succeed(found);
    },
    postCard: async (channel, { sentence, card }) => {
      const posted = await messages.post({ teamId: channel.teamId, channelId: channel.channelId }, { text: sentence, cardJson: JSON.stringify(card) });
      return posted.ok ? succeed({ messageId: posted.value.id, webUrl: posted.value.webUrl ?? "" }) : posted;
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
