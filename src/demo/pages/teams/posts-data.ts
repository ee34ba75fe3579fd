import { listAt, property, textAt } from "../../../kernel";
import type { DemoGraph } from "../shared/demo-graph";
import type { DemoChannel } from "./teams-data";

export interface DemoPost {
  readonly id: string;
  readonly author: string;
  readonly createdMs: number;
  readonly subject: string;
  /** HTML, or plain text when `isHtml` is false. Nobody vouches for it. */
  readonly content: string;
  readonly isHtml: boolean;
  /** Adaptive Cards as JSON text, by the id that the content names. */
  readonly cards: ReadonlyMap<string, string>;
  readonly replies: readonly DemoPost[];
}

const mostPosts = 20;

/** The newest posts of a channel with their replies, oldest first as Teams shows them; undefined when they cannot be read. */
export async function readPosts(graph: DemoGraph, channel: DemoChannel): Promise<readonly DemoPost[] | undefined> {
  const messages = `/teams/${channel.teamId}/channels/${encodeURIComponent(channel.id)}/messages`;
  const answer = await graph.get(`${messages}?$top=${String(mostPosts)}`);
  if (answer === undefined) return undefined;
  const posts = listAt(answer, "value").flatMap((value) => parsePost(value, []));
  const replies = await graph.getAll(posts.map((post) => `${messages}/${post.id}/replies`));
  return posts.map((post, index) => ({ ...post, replies: oldestFirst(listAt(replies[index], "value").flatMap((value) => parsePost(value, []))) })).reverse();
}

function oldestFirst(posts: readonly DemoPost[]): readonly DemoPost[] {
  return [...posts].sort((one, other) => one.createdMs - other.createdMs);
}

function parsePost(value: unknown, replies: readonly DemoPost[]): readonly DemoPost[] {
  const id = textAt(value, "id");
  if (id === undefined) return [];
  const body = property(value, "body");
  const cards = listAt(value, "attachments").flatMap((attachment): readonly (readonly [string, string])[] => {
    const card = textAt(attachment, "contentType") === "application/vnd.microsoft.card.adaptive" ? textAt(attachment, "content") : undefined;
    return card === undefined ? [] : [[textAt(attachment, "id") ?? "", card]];
  });
  return [
    {
      id,
      author: textAt(property(property(value, "from"), "user"), "displayName") ?? "",
      createdMs: Date.parse(textAt(value, "createdDateTime") ?? "") || 0,
      subject: textAt(value, "subject") ?? "",
      content: textAt(body, "content") ?? "",
      isHtml: textAt(body, "contentType") === "html",
      cards: new Map(cards),
      replies,
    },
  ];
}
