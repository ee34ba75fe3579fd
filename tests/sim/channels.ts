import type { Sender } from "./network";
import type { Household } from "./patience";
import type { Scheduler } from "./scheduler";

type Heard = (event: { readonly data: unknown }) => void;

interface OpenChannel {
  readonly page: Sender;
  readonly name: string;
  onmessage: Heard | null;
}

/** What the pages of a device say to each other by name. It takes a task of whoever hears it, and that may have to wait for others. */
export class SimChannels implements Household {
  readonly messageMs: number;
  readonly #scheduler: Scheduler;
  readonly #open = new Set<OpenChannel>();

  constructor(scheduler: Scheduler, messageMs: number) {
    this.#scheduler = scheduler;
    this.messageMs = messageMs;
  }

  /** The platform's channels as this page has them. */
  of(page: Sender): typeof BroadcastChannel {
    const open = this.#open;
    const deliver = (from: OpenChannel, data: unknown): void => this.#deliver(from, data);
    class Channel implements OpenChannel {
      readonly page = page;
      onmessage: Heard | null = null;
      constructor(readonly name: string) {
        open.add(this);
      }
      postMessage(data: unknown): void {
        deliver(this, structuredClone(data));
      }
    }
    return Channel as unknown as typeof BroadcastChannel; // the two parts of it that the product uses
  }

  #deliver(from: OpenChannel, data: unknown): void {
    for (const other of this.#open) {
      if (other === from || other.name !== from.name) continue;
      this.#scheduler.after(this.messageMs, () => {
        if (other.page.isAlive) other.onmessage?.({ data });
      });
    }
  }
}
