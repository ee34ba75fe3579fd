import { safeHref } from "../../kernel";
import type { Channel, Session } from "../../parts";
import { valueAt, type Row } from "../../registers";

/** The project's own channel, else the one in which the tab stands; undefined when the person is in neither. */
export function expectedChannel(channels: readonly Channel[], project: Row, session: Session): Channel | undefined {
  const channelId = idIn(projectChannel(project)) ?? session.channel?.channelId;
  return channels.find((channel) => channel.channelId === channelId);
}

/** Where that channel can be opened, also by somebody whose channels we may not read. */
export function channelAddress(project: Row, session: Session): string | undefined {
  const own = projectChannel(project);
  if (own !== undefined || session.channel === undefined) return own;
  const { channelId, channelName, teamId } = session.channel;
  return `https://teams.microsoft.com/l/channel/${encodeURIComponent(channelId)}/${encodeURIComponent(channelName)}?groupId=${encodeURIComponent(teamId)}`;
}

function projectChannel(project: Row): string | undefined {
  const written = valueAt(project.values, "TeamsChannelUrl");
  return typeof written === "string" ? safeHref(written) : undefined;
}

/** "https://teams.microsoft.com/l/channel/19%3Ax%40thread.tacv2/General?groupId=…", as Teams' "Get link to channel" gives it. */
function idIn(address: string | undefined): string | undefined {
  const [, id] = /^\/l\/channel\/([^/]+)/.exec(address === undefined ? "" : new URL(address).pathname) ?? [];
  try {
    return id === undefined ? undefined : decodeURIComponent(id);
  } catch {
    return undefined;
  }
}
