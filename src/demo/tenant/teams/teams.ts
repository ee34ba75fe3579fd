import type { Channel, Team } from "@microsoft/microsoft-graph-types";
import { refuse, serviceRoot, type Outcome } from "../engine/wire";
import { nameIn, strikes, type Call } from "../engine/world";
import { readFilter } from "../odata/filter";
import { pick, selectedNames } from "../odata/options";
import type { ChannelRecord, TeamRecord } from "../state/records";

/** The team of an address, if the caller is in it. */
export function teamFor(call: Call): Outcome<TeamRecord> {
  const team = call.world.state.teams.get(call.tenant.id, nameIn(call, "team").toLowerCase());
  if (team === undefined) return refuse(404, "NotFound", `No team found with Group Id ${nameIn(call, "team")}`);
  if (!team.memberIds.includes(call.caller.id) || strikes(call, "forbidden") !== undefined) {
    return refuse(403, "Forbidden", "Failed to execute Templates backend request: the user is not a member of the team.");
  }
  return { ok: true, value: team };
}

export interface ChannelInTeam {
  readonly team: TeamRecord;
  readonly channel: ChannelRecord;
}

/** The channel of an address; private and shared ones only for their members. */
export function channelFor(call: Call): Outcome<ChannelInTeam> {
  const team = teamFor(call);
  if (!team.ok) return team;
  const channel = call.world.state.channels.get(team.value.id, nameIn(call, "channel"));
  if (channel === undefined) return refuse(404, "NotFound", "NotFound");
  if (!isOpenTo(channel, call.caller.id)) return refuse(403, "Forbidden", "The user is not a member of the channel.");
  return { ok: true, value: { team: team.value, channel } };
}

export function isOpenTo(channel: ChannelRecord, personId: string): boolean {
  return channel.membershipType === "standard" || channel.memberIds.includes(personId);
}

/** GET /me/joinedTeams */
export function listJoinedTeams(call: Call): Outcome {
  const select = selectedNames(call.query.get("$select"));
  const value = [...call.world.state.teams.inGroup(call.tenant.id).values()]
    .filter(({ memberIds }) => memberIds.includes(call.caller.id))
    .map((team) => pick({ ...presentTeam(team) }, select));
  return { ok: true, value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#teams`, "@odata.count": value.length, value } } };
}

/** GET /teams/{team} */
export function getTeam(call: Call): Outcome {
  const team = teamFor(call);
  if (!team.ok) return team;
  const select = selectedNames(call.query.get("$select"));
  const names = select === undefined ? "" : `(${select.join(",")})`;
  const shown = { ...presentTeam(team.value), createdDateTime: new Date(team.value.createdMs).toISOString() };
  return { ok: true, value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#teams${names}/$entity`, ...pick(shown, select) } } };
}

function presentTeam(team: TeamRecord): Team {
  return {
    id: team.id,
    displayName: team.displayName,
    description: team.description,
    internalId: null,
    classification: null,
    specialization: null,
    visibility: "private",
    webUrl: null,
    isArchived: false,
    tenantId: team.tenantId,
  };
}

/** GET /teams/{team}/channels */
export function listChannels(call: Call): Outcome {
  const team = teamFor(call);
  if (!team.ok) return team;
  const filter = call.query.get("$filter");
  const clauses = filter === undefined ? { ok: true as const, value: [] } : readFilter(filter, "and");
  if (!clauses.ok) return clauses;
  if (clauses.value.some(({ field, comparison }) => field !== "membershipType" || comparison !== "eq"))
    return refuse(400, "BadRequest", "Invalid filter clause");
  const select = selectedNames(call.query.get("$select"));
  const value = [...call.world.state.channels.inGroup(team.value.id).values()]
    .filter((channel) => isOpenTo(channel, call.caller.id) && clauses.value.every(({ literal }) => channel.membershipType === literal))
    .map((channel) => pick({ ...presentChannel(team.value, channel) }, select));
  const context = `${serviceRoot}/$metadata#teams('${team.value.id}')/channels`;
  return { ok: true, value: { status: 200, json: { "@odata.context": context, "@odata.count": value.length, value } } };
}

/** GET /teams/{team}/channels/{channel} */
export function getChannel(call: Call): Outcome {
  const found = channelFor(call);
  return found.ok ? answerChannel(call, found.value, "channels") : found;
}

/** GET /teams/{team}/primaryChannel */
export function getPrimaryChannel(call: Call): Outcome {
  const team = teamFor(call);
  if (!team.ok) return team;
  const channel = [...call.world.state.channels.inGroup(team.value.id).values()].find(({ isPrimary }) => isPrimary);
  return channel === undefined ? refuse(404, "NotFound", "NotFound") : answerChannel(call, { team: team.value, channel }, "primaryChannel");
}

function answerChannel(call: Call, { team, channel }: ChannelInTeam, under: "channels" | "primaryChannel"): Outcome {
  const json = {
    "@odata.context": `${serviceRoot}/$metadata#teams('${team.id}')/${under}/$entity`,
    ...pick({ ...presentChannel(team, channel) }, selectedNames(call.query.get("$select"))),
  };
  return { ok: true, value: { status: 200, json } };
}

function presentChannel(team: TeamRecord, channel: ChannelRecord): Channel {
  const id = encodeURIComponent(channel.id);
  return {
    id: channel.id,
    createdDateTime: new Date(channel.createdMs).toISOString(),
    displayName: channel.displayName,
    description: channel.description,
    isFavoriteByDefault: channel.isPrimary ? null : false,
    email: "",
    tenantId: team.tenantId,
    webUrl: `https://teams.microsoft.com/l/channel/${id}/${encodeURIComponent(channel.displayName)}?groupId=${team.id}&tenantId=${team.tenantId}`,
    membershipType: channel.membershipType,
    isArchived: false,
  };
}
