import type { Persona } from "../shared/persona";
import type { FlatContext } from "./frame-host";
import type { DemoChannel } from "./teams-data";

/** Teams' names of channel kinds (teams-js, ChannelType). */
const channelTypes = { standard: "Regular", private: "Private", shared: "Shared" } as const;

export interface ContextParts {
  readonly persona: Persona;
  readonly theme: string;
  readonly entityId: string | undefined;
  readonly subEntityId?: string;
  readonly channel?: DemoChannel;
}

/** The context as Teams sends it, in its flat form. */
export function tabContext({ persona, theme, entityId, subEntityId, channel }: ContextParts): FlatContext {
  return {
    theme,
    locale: "en-gb",
    hostName: "Teams",
    hostClientType: "web",
    entityId,
    ...(subEntityId === undefined ? {} : { subEntityId }),
    tid: persona.tenantId,
    userObjectId: persona.objectId,
    loginHint: persona.address,
    userPrincipalName: persona.address,
    ...(channel === undefined
      ? {}
      : {
          teamId: channel.teamId,
          groupId: channel.teamId,
          teamName: channel.teamName,
          channelId: channel.id,
          channelName: channel.name,
          channelType: channelTypes[channel.kind],
          ...(channel.siteAddress === undefined ? {} : { teamSiteUrl: channel.siteAddress, teamSitePath: new URL(channel.siteAddress).pathname }),
        }),
  };
}
