import { type Result, fail } from "../kernel";
import { type GraphPath, graphPath } from "./address";
import type { Graph } from "./graph";
import { type Message, parseMessage } from "./people-shapes";
import { scopesFor } from "./scopes";
import type { ChannelPlace } from "./teams";
import { parseAnswer } from "./typed";

export interface Mention {
  /** The Entra id. */
  readonly personId: string;
  readonly displayName: string;
}

export interface OutgoingMessage {
  readonly subject?: string;
  /** Plain text; every character of it is shown as it stands. */
  readonly text?: string;
  /** Named before the text; Teams tells them. */
  readonly mentions?: readonly Mention[];
  /** An Adaptive Card as JSON text, schema 1.5 at most, Action.OpenUrl only. */
  readonly cardJson?: string;
}

/**
 * Messages come from the signed-in person and cannot be edited later: answer with a reply instead.
 * Teams gives no key against doubles, so after an ambiguous fault ask the person before posting again.
 */
export interface Messages {
  post(place: ChannelPlace, message: OutgoingMessage): Promise<Result<Message>>;
  reply(place: ChannelPlace & { readonly messageId: string }, message: OutgoingMessage): Promise<Result<Message>>;
}

// Teams refuses messages of about 28 KB (msteams-docs; the status is not documented), so we refuse first and say why.
const mostBytes = 28 * 1024;
const cardAttachmentId = "74d20c7f34aa4a7fb74e2b30004247c5"; // any value; it ties the card to its place within one message

export function createMessages(graph: Graph): Messages {
  async function send(address: GraphPath, message: OutgoingMessage): Promise<Result<Message>> {
    const body = messageBody(message);
    if (new TextEncoder().encode(JSON.stringify(body)).length > mostBytes) return fail({ kind: "tooLarge", limit: "one Teams message" });
    return parseAnswer(await graph.post(address, body, { scopes: scopesFor("postMessages") }), parseMessage, "message");
  }
  return {
    post: ({ teamId, channelId }, message) => send(graphPath`/teams/${teamId}/channels/${channelId}/messages`, message),
    reply: ({ teamId, channelId, messageId }, message) => send(graphPath`/teams/${teamId}/channels/${channelId}/messages/${messageId}/replies`, message),
  };
}

function messageBody({ subject, text = "", mentions = [], cardJson }: OutgoingMessage): unknown {
  const names = mentions.map(({ displayName }, index) => `<at id="${String(index)}">${escapeHtml(displayName)}</at>`);
  const card = cardJson === undefined ? [] : [`<attachment id="${cardAttachmentId}"></attachment>`];
  const lines = [[names.join(", "), escapeHtml(text)].filter((piece) => piece !== "").join(" "), ...card];
  return {
    ...(subject === undefined ? {} : { subject }),
    body: { contentType: "html", content: lines.filter((line) => line !== "").join("<br>") },
    ...(mentions.length === 0 ? {} : { mentions: mentions.map(mentionBody) }),
    ...(cardJson === undefined
      ? {}
      : {
          attachments: [
            {
              id: cardAttachmentId,
              contentType: "application/vnd.microsoft.card.adaptive",
              contentUrl: null,
              content: cardJson,
              name: null,
              thumbnailUrl: null,
            },
          ],
        }),
  };
}

function mentionBody({ personId, displayName }: Mention, index: number): unknown {
  return { id: index, mentionText: displayName, mentioned: { user: { id: personId, displayName, userIdentityType: "aadUser" } } };
}

const htmlEscapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["\n", "<br>"],
]);

function escapeHtml(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/[&<>"'\n]/g, (mark) => htmlEscapes.get(mark) ?? mark);
}
