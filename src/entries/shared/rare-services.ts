import { createMessages, createPeople, createTeams, type Graph } from "../../graph";
import { succeed } from "../../kernel";
import { createAdoptionService, createHistory, createProvisioning } from "../../lists";
import type { Channel, MessageService, PeopleService, ProvisioningService, Services } from "../../parts";
import { loadRegister, loadRegisters } from "../../registers";
import { accessService, type AccessParts } from "./access-service";
import { sitesService } from "./sites-service";

/** What no list of records needs: people, versions, channels, making lists, permissions. */
export type RareServices = Pick<Services, "people" | "history" | "messages" | "provisioning" | "adoption" | "access" | "sites">;

export function rareServices(parts: AccessParts): RareServices {
  const { graph, lists } = parts;
  return {
    access: accessService(parts),
    sites: sitesService(parts),
    people: peopleService(graph),
    history: createHistory({ graph, lists, loadRegister }),
    messages: messageService(graph),
    provisioning: provisioningService(parts),
    adoption: createAdoptionService({ graph, lists, loadRegisters }),
  };
}

function provisioningService(parts: AccessParts): ProvisioningService {
  const provisioning = createProvisioning({ ...parts, loadRegisters });
  return {
    look: (site) => provisioning.look(site),
    plan: async (registers) => succeed(await provisioning.plan(registers)),
    create: async (site, registers, progress) => succeed(await provisioning.create(site, registers, progress)),
    repair: async (site, wanted, progress) => succeed(await provisioning.repair(site, wanted, progress)),
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
