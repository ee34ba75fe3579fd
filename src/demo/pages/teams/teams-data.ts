import { listAt, textAt } from "../../../kernel";
import type { DemoGraph } from "../shared/demo-graph";

export interface DemoChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: "standard" | "private" | "shared";
  readonly teamId: string;
  readonly teamName: string;
  /** The channel's own site; a private or shared channel has one apart from its team's. */
  readonly siteAddress: string | undefined;
}

export interface DemoTeam {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly DemoChannel[];
}

/** Graph takes 20 parts a batch. */
const partsABatch = 20;

/** The teams of the person at the window, with the channels open to them. */
export async function readTeams(graph: DemoGraph): Promise<readonly DemoTeam[]> {
  const teams = listAt(await graph.get("/me/joinedTeams"), "value").flatMap((value) => {
    const id = textAt(value, "id");
    return id === undefined ? [] : [{ id, name: textAt(value, "displayName") ?? "" }];
  });
  return Promise.all(teams.map(async (team) => ({ ...team, channels: await readChannels(graph, team) })));
}

async function readChannels(graph: DemoGraph, team: { readonly id: string; readonly name: string }): Promise<readonly DemoChannel[]> {
  const found = listAt(await graph.get(`/teams/${team.id}/channels`), "value").slice(0, partsABatch);
  const folders = await graph.getAll(found.map((value) => `/teams/${team.id}/channels/${encodeURIComponent(textAt(value, "id") ?? "")}/filesFolder`));
  return found.flatMap((value, index) => {
    const id = textAt(value, "id");
    if (id === undefined) return [];
    const membershipType = textAt(value, "membershipType");
    const kind = membershipType === "private" || membershipType === "shared" ? membershipType : "standard";
    return [
      { id, name: textAt(value, "displayName") ?? "", kind, teamId: team.id, teamName: team.name, siteAddress: siteOf(textAt(folders[index], "webUrl")) },
    ];
  });
}

/** "https://host/sites/pmo/Shared%20Documents/General" lies in the site "https://host/sites/pmo". */
function siteOf(folderAddress: string | undefined): string | undefined {
  return folderAddress === undefined ? undefined : /^https:\/\/[^/]+\/(?:sites|teams)\/[^/]+/.exec(folderAddress)?.[0];
}
