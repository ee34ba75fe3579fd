import { numberAt, textAt } from "../../kernel";
import { channelOf, type ChannelPage } from "./channel";
import { ownerMark, type DiskOwner } from "./database-names";

/** Just enough of a window to hear of its other tabs' orders, and to measure with a clock that nobody sets. */
interface OrderPage extends ChannelPage {
  readonly performance: Pick<Performance, "now">;
}

const question = { says: "which orders run?" } as const;

/** The one question, of a page that has just opened; or what is left of an order. */
type Word = typeof question | { readonly leftMs: number };

/**
 * Orders to wait, between the pages of one person in one tenant. One travels as the milliseconds that are left of it, so that it
 * means the same wherever a clock is wrong. A page answers a question with what it was given or heeded, and passes nothing on unasked.
 * What comes in is believed by nobody here: whoever listens decides.
 */
export function orderChannel(
  page: OrderPage,
  owner: DiskOwner,
): { readonly tell: (delayMs: number) => void; readonly onHeard: (heed: (leftMs: number) => boolean) => void } {
  const channel = channelOf(page, `orders.${ownerMark(owner)}`);
  const say = (word: Word): void => channel?.postMessage(word);
  let endMs = 0;
  const left = (): number => endMs - page.performance.now();
  const note = (leftMs: number): void => {
    endMs = Math.max(endMs, page.performance.now() + leftMs);
  };
  return {
    tell: (delayMs) => {
      note(delayMs);
      say({ leftMs: delayMs });
    },
    onHeard: (heed) => {
      if (channel === undefined) return;
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const word = parseWord(data);
        if (word === undefined) return;
        if ("says" in word) {
          if (left() > 0) say({ leftMs: left() });
          // Several pages may answer: what ends no later than what is known is no news.
        } else if (word.leftMs > left() && heed(word.leftMs)) note(word.leftMs);
      };
      say(question);
    },
  };
}

/** Another build of the app may speak here, or anything else of this origin. */
function parseWord(data: unknown): Word | undefined {
  const leftMs = numberAt(data, "leftMs");
  // A timer takes whole milliseconds, and leaves the rest out.
  if (leftMs !== undefined) return leftMs > 0 ? { leftMs: Math.ceil(leftMs) } : undefined;
  return textAt(data, "says") === question.says ? question : undefined;
}
