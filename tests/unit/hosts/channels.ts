/** Channels of one origin: everybody of the name hears it but the one who speaks. */
export interface OriginChannels {
  readonly names: ReadonlySet<string>;
  readonly Channel: typeof BroadcastChannel;
  /** What anything else of this origin may say. */
  say(name: string, data: unknown): void;
}

type Heard = (event: { readonly data: unknown }) => void;

/** @param deliver brings a message later; without it at the end of the turn. */
export function originChannels(deliver: (arrive: () => void) => void = queueMicrotask): OriginChannels {
  const names = new Set<string>();
  const open = new Set<Channel>();
  const say = (name: string, data: unknown, from?: Channel): void => {
    for (const other of open) if (other !== from && other.name === name) deliver(() => other.onmessage?.({ data: structuredClone(data) }));
  };
  class Channel {
    onmessage: Heard | null = null;
    constructor(readonly name: string) {
      names.add(name);
      open.add(this);
    }
    postMessage(data: unknown): void {
      say(this.name, data, this);
    }
  }
  return { names, Channel: Channel as unknown as typeof BroadcastChannel, say }; // the two parts of it that are used
}
