/** Just enough of a window to be heard by its other tabs. */
export interface ChannelPage {
  readonly BroadcastChannel?: typeof BroadcastChannel;
}

/** Reaches every page of this origin that has opened one of this name; a page of an opaque origin may not have one. */
export function channelOf({ BroadcastChannel: Channel }: ChannelPage, name: string): BroadcastChannel | undefined {
  try {
    return Channel && new Channel(name);
  } catch {
    return undefined;
  }
}
