import { createMessages, createPeople, createTeams, type Graph } from "../../graph";
import { succeed } from "../../kernel";
import { createHistory, createProvisioning, type SiteLists } from "../../lists";
import type { Channel, MessageService, PeopleService, Services } from "../../parts";
import { loadRegister, loadRegisters } from "../../registers";

/** What no list of records needs: people, versions, channels, making lists. */
export type RareServices = Pick<Services, "people" | "history" | "messages" | "provisioning">;

export function rareServices(graph: Graph, lists: SiteLists): RareServices {
  return {
    people: peopleService(graph),
    history: createHistory({ graph, lists, loadRegister }),
    messages: messageService(graph),
    provisioning: createProvisioning({ graph, lists, loadRegisters }),
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
