import type { Result } from "../kernel";
import { graphPath } from "./address";
import type { Graph } from "./graph";
import { type Channel, type DriveItem, type Team, parseChannel, parseDriveItem, parseTeam } from "./people-shapes";
import { scopesFor } from "./scopes";
import { parseAnswer, readAll } from "./typed";

export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
}

export interface Teams {
  joined(): Promise<Result<readonly Team[]>>;
  channels(teamId: string): Promise<Result<readonly Channel[]>>;
  /** The folder behind the channel's Files tab; its `driveId` and `id` are where `files.put` writes. */
  filesFolder(place: ChannelPlace): Promise<Result<DriveItem>>;
}

export function createTeams(graph: Graph): Teams {
  return {
    joined: () => readAll(graph, graphPath`/me/joinedTeams`, { scopes: scopesFor("chooseTeam"), parse: parseTeam }),
    channels: (teamId) =>
      readAll(graph, graphPath`/teams/${teamId}/channels`, {
        scopes: scopesFor("chooseChannel"),
        query: { select: ["id", "displayName", "membershipType", "webUrl"] },
        parse: parseChannel,
      }),
    async filesFolder({ teamId, channelId }) {
      const answer = await graph.get(graphPath`/teams/${teamId}/channels/${channelId}/filesFolder`, { scopes: scopesFor("findChannelFolder") });
      return parseAnswer(answer, parseDriveItem, "folder");
    },
  };
}
