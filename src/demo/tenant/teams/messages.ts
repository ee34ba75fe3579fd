import type { ChatMessage } from "@microsoft/microsoft-graph-types";
import { isRecord, listAt, property, textAt } from "../../../kernel";
import { byteLength } from "../engine/encoding";
import { readJsonBody, refuse, serviceRoot, type Outcome } from "../engine/wire";
import { nameIn, type Call } from "../engine/world";
import { readPageToken, readTop, writePageToken } from "../odata/options";
import type { MessageRecord } from "../state/records";
import { remarksOnCard, storeCard } from "./cards";
import { channelFor, type ChannelInTeam } from "./teams";

/** The whole message, as Teams measures it (about 28 KB); the status of a larger one is not documented. */
const largestBytes = 28 * 1024;
const pageSize = { usual: 20, largest: 50 };
const cardType = "application/vnd.microsoft.card.adaptive";
const importances = ["normal", "high", "urgent"];

/** GET /teams/{team}/channels/{channel}/messages, newest first, without replies */
export function listMessages(call: Call): Outcome {
  const found = channelFor(call);
  return found.ok ? answerPage(call, found.value, null) : found;
}

/** GET …/messages/{message} */
export function getMessage(call: Call): Outcome {
  const found = channelFor(call);
  if (!found.ok) return found;
  const message = findMessage(call, found.value);
  return message.ok
    ? { ok: true, value: { status: 200, json: { "@odata.context": `${messagesContext(found.value)}/$entity`, ...present(call, found.value, message.value) } } }
    : message;
}

/** GET …/messages/{message}/replies */
export function listReplies(call: Call): Outcome {
  const found = channelFor(call);
  if (!found.ok) return found;
  const message = findMessage(call, found.value);
  return message.ok ? answerPage(call, found.value, message.value.id) : message;
}

/** POST …/messages */
export function postMessage(call: Call): Outcome {
  const found = channelFor(call);
  return found.ok ? post(call, found.value, null) : found;
}

/** POST …/messages/{message}/replies */
export function postReply(call: Call): Outcome {
  const found = channelFor(call);
  if (!found.ok) return found;
  const message = findMessage(call, found.value);
  return message.ok ? post(call, found.value, message.value.id) : message;
}

function findMessage(call: Call, { channel }: ChannelInTeam): Outcome<MessageRecord> {
  const message = call.world.state.messages.get(channel.id, nameIn(call, "message"));
  return message?.replyToId === null ? { ok: true, value: message } : refuse(404, "NotFound", "NotFound");
}

function messagesContext({ team, channel }: ChannelInTeam): string {
  return `${serviceRoot}/$metadata#teams('${team.id}')/channels('${encodeURIComponent(channel.id)}')/messages`;
}

function answerPage(call: Call, found: ChannelInTeam, replyToId: string | null): Outcome {
  const top = readTop(call.query, pageSize);
  if (!top.ok) return top;
  const start = Number(readPageToken(call.query.get("$skiptoken") ?? "") ?? "0");
  const messages = [...call.world.state.messages.inGroup(found.channel.id).values()].filter((message) => message.replyToId === replyToId).reverse();
  const page = messages.slice(start, start + top.value);
  const more = start + top.value < messages.length;
  const under = replyToId === null ? "messages" : `messages/${replyToId}/replies`;
  const link = `${serviceRoot}/teams/${found.team.id}/channels/${encodeURIComponent(found.channel.id)}/${under}?${call.query.with({ $skiptoken: writePageToken(String(start + top.value)) })}`;
  return {
    ok: true,
    value: {
      status: 200,
      json: {
        "@odata.context": messagesContext(found),
        "@odata.count": page.length,
        ...(more ? { "@odata.nextLink": link } : {}),
        value: page.map((message) => present(call, found, message)),
      },
    },
  };
}

function post(call: Call, found: ChannelInTeam, replyToId: string | null): Outcome {
  if (byteLength(call.body) > largestBytes) return refuse(413, "RequestEntityTooLarge", "Request Entity too large");
  const body = readJsonBody(call.body, call.headers.get("content-type"));
  if (!body.ok) return body;
  const read = readMessage(call, body.value);
  if (!read.ok) return read;
  const { team, channel } = found;
  const message: MessageRecord = { ...read.value, id: freeId(call, channel.id), replyToId, createdMs: call.nowMs, fromId: call.caller.id };
  call.world.state.messages.put(channel.id, message.id, message);
  const under = replyToId === null ? `messages('${message.id}')` : `messages('${replyToId}')/replies('${message.id}')`;
  return {
    ok: true,
    value: {
      status: 201,
      headers: { Location: `https://teamsgraph.teams.microsoft.com/v1.0/teams('${team.id}')/channels('${channel.id}')/${under}` },
      json: { "@odata.context": `${messagesContext(found)}/$entity`, ...present(call, found, message) },
    },
  };
}

/** The id of a message is the millisecond of its creation; two in one millisecond take turns. */
function freeId(call: Call, channelId: string): string {
  let idMs = call.nowMs;
  while (call.world.state.messages.get(channelId, String(idMs)) !== undefined) idMs += 1;
  return String(idMs);
}

type MessageContent = Pick<MessageRecord, "subject" | "importance" | "contentType" | "content" | "attachments" | "mentions">;

function readMessage(call: Call, sent: Readonly<Record<string, unknown>>): Outcome<MessageContent> {
  const content = textAt(sent["body"], "content");
  if (content === undefined) return refuse(400, "BadRequest", "Missing body content");
  const contentType = textAt(sent["body"], "contentType") ?? "text";
  if (contentType !== "text" && contentType !== "html") return refuse(400, "BadRequest", "The contentType of the body must be text or html.");
  const importance = textAt(sent, "importance") ?? "normal";
  if (!importances.includes(importance)) return refuse(400, "BadRequest", "The importance is not known.");
  const attachments = readAttachments(call, content, listAt(sent, "attachments"));
  if (!attachments.ok) return attachments;
  const mentions = readMentions(call, content, listAt(sent, "mentions"));
  if (!mentions.ok) return mentions;
  return {
    ok: true,
    value: { subject: textAt(sent, "subject") ?? null, importance, contentType, content, attachments: attachments.value, mentions: mentions.value },
  };
}

/** Every attachment stands in the body as <attachment id="…">, and every such mark has its attachment. */
function readAttachments(call: Call, content: string, sent: readonly unknown[]): Outcome<readonly unknown[]> {
  const marks = new Set([...content.matchAll(/<attachment id="([^"]*)"/g)].map((match) => match[1]));
  const attachments: unknown[] = [];
  for (const one of sent) {
    const id = textAt(one, "id");
    const contentType = textAt(one, "contentType");
    if (!isRecord(one) || id === undefined || contentType === undefined) return refuse(400, "BadRequest", "An attachment needs an id and a contentType.");
    if (!marks.delete(id)) return refuse(400, "BadRequest", `The attachment '${id}' is not referenced in the body.`);
    const stored = contentType === cardType ? readCard(call, one) : { ok: true as const, value: property(one, "content") ?? null };
    if (!stored.ok) return stored;
    attachments.push({
      id,
      contentType,
      contentUrl: textAt(one, "contentUrl") ?? null,
      content: stored.value,
      name: textAt(one, "name") ?? null,
      thumbnailUrl: textAt(one, "thumbnailUrl") ?? null,
      teamsAppId: null,
    });
  }
  return marks.size > 0 ? refuse(400, "BadRequest", "The body refers to an attachment that is missing.") : { ok: true, value: attachments };
}

function readCard(call: Call, attachment: Readonly<Record<string, unknown>>): Outcome<string> {
  const content = textAt(attachment, "content");
  const stored = content === undefined ? undefined : storeCard(content);
  if (content === undefined || stored === undefined)
    return refuse(400, "BadRequest", "The content of a card must be a string that holds an Adaptive Card as JSON.");
  for (const remark of remarksOnCard(content)) call.world.usage.complain(remark, call.method, call.path);
  return { ok: true, value: stored };
}

/** Every mention stands in the body as <at id="0">…</at> and names a person of the tenant. */
function readMentions(call: Call, content: string, sent: readonly unknown[]): Outcome<readonly unknown[]> {
  const marks = new Set([...content.matchAll(/<at id="(\d+)"/g)].map((match) => match[1]));
  const mentions: unknown[] = [];
  for (const one of sent) {
    const id = property(one, "id");
    const userId = textAt(property(property(one, "mentioned"), "user"), "id");
    const person = userId === undefined ? undefined : call.world.state.people.get(call.tenant.id, userId.toLowerCase());
    if (typeof id !== "number" || !marks.delete(String(id))) return refuse(400, "BadRequest", "A mention is not referenced in the body.");
    if (person === undefined) return refuse(400, "BadRequest", "A mention names somebody who is not in the directory.");
    mentions.push({
      id,
      mentionText: textAt(one, "mentionText") ?? person.displayName,
      mentioned: { application: null, device: null, conversation: null, user: { id: person.id, displayName: person.displayName, userIdentityType: "aadUser" } },
    });
  }
  return marks.size > 0 ? refuse(400, "BadRequest", "The body refers to a mention that is missing.") : { ok: true, value: mentions };
}

function present(call: Call, { team, channel }: ChannelInTeam, message: MessageRecord): ChatMessage {
  const author = call.world.state.people.get(team.tenantId, message.fromId);
  const created = new Date(message.createdMs).toISOString();
  const parent = message.replyToId ?? message.id;
  // The Graph types describe neither userIdentityType nor the attachments and mentions as data; both are built above.
  const described: Pick<ChatMessage, "from" | "attachments" | "mentions"> = {
    from: { application: null, device: null, user: { id: message.fromId, displayName: author?.displayName ?? null, userIdentityType: "aadUser" } as object },
    attachments: [...message.attachments] as NonNullable<ChatMessage["attachments"]>,
    mentions: [...message.mentions] as NonNullable<ChatMessage["mentions"]>,
  };
  return {
    id: message.id,
    replyToId: message.replyToId,
    etag: message.id,
    messageType: "message",
    createdDateTime: created,
    lastModifiedDateTime: created,
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: message.subject,
    summary: null,
    chatId: null,
    importance: message.importance === "high" || message.importance === "urgent" ? message.importance : "normal",
    locale: "en-us",
    webUrl: `https://teams.microsoft.com/l/message/${encodeURIComponent(channel.id)}/${message.id}?groupId=${team.id}&tenantId=${team.tenantId}&createdTime=${message.id}&parentMessageId=${parent}`,
    policyViolation: null,
    eventDetail: null,
    ...described,
    body: { contentType: message.contentType, content: message.content },
    channelIdentity: { teamId: team.id, channelId: channel.id },
    reactions: [],
  };
}
