import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { formatMoment } from "../../../kernel";
import { EmptyState, ErrorState, RowsSkeleton } from "../../../ui";
import type { DemoGraph } from "../shared/demo-graph";
import { demoWords } from "../shared/demo-words";
import { CardView } from "./card-view";
import { messageText } from "./message-text";
import { readPosts, type DemoPost } from "./posts-data";
import type { DemoChannel } from "./teams-data";

const refreshEveryMs = 4_000;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "0 auto", padding: "16px 20px 32px", maxWidth: "760px", display: "flex", flexDirection: "column", gap: "16px" },
  post: {
    padding: "14px 16px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "8px", marginBottom: "6px" },
  time: { color: tokens.colorNeutralForeground3 },
  subject: { margin: "0 0 6px", fontSize: tokens.fontSizeBase400 },
  replies: {
    listStyleType: "none",
    margin: "12px 0 0",
    padding: "12px 0 0 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
    gap: "12px",
  },
  repliesTitle: { marginTop: "12px", color: tokens.colorNeutralForeground2 },
  card: { marginTop: "8px" },
});

export interface PostsProps {
  readonly graph: DemoGraph;
  readonly channel: DemoChannel;
  readonly theme: string;
  readonly onLink: (address: string) => void;
}

/** The channel's conversation, read anew every few seconds while the page is in sight. */
export function Posts({ graph, channel, theme, onLink }: PostsProps): ReactElement {
  const styles = useStyles();
  const [posts, setPosts] = useState<readonly DemoPost[] | "loading" | undefined>("loading");
  useEffect(() => {
    let isCurrent = true;
    const read = (): void => {
      if (document.visibilityState === "hidden") return;
      void readPosts(graph, channel).then((found) => {
        if (isCurrent) setPosts(found);
      });
    };
    read();
    const timer = setInterval(read, refreshEveryMs);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [graph, channel]);
  if (posts === "loading") return <RowsSkeleton />;
  if (posts === undefined) return <ErrorState fault={demoWords.postsNotRead} />;
  if (posts.length === 0) return <EmptyState title={demoWords.noPosts} invite={demoWords.noPostsInvite} />;
  return (
    <ol className={styles.list} aria-label={demoWords.postsTitle(channel.name)}>
      {posts.map((post) => (
        <li key={post.id} className={styles.post}>
          <Post post={post} theme={theme} onLink={onLink} />
          {post.replies.length > 0 && (
            <>
              <Text block size={200} className={styles.repliesTitle}>
                {demoWords.replies(post.replies.length)}
              </Text>
              <ol className={styles.replies}>
                {post.replies.map((reply) => (
                  <li key={reply.id}>
                    <Post post={reply} theme={theme} onLink={onLink} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Post({ post, theme, onLink }: { readonly post: DemoPost; readonly theme: string; readonly onLink: (address: string) => void }): ReactElement {
  const styles = useStyles();
  const card = (id: string): ReactElement | null => {
    const json = post.cards.get(id);
    return json === undefined ? null : (
      <div className={styles.card}>
        <CardView json={json} theme={theme} onLink={onLink} />
      </div>
    );
  };
  return (
    <article aria-label={post.author}>
      <div className={styles.head}>
        <Text weight="semibold">{post.author}</Text>
        <Text size={200} className={styles.time}>
          <time dateTime={new Date(post.createdMs).toISOString()}>{formatMoment(post.createdMs)}</time>
        </Text>
      </div>
      {post.subject !== "" && <h3 className={styles.subject}>{post.subject}</h3>}
      <div>{post.isHtml ? messageText(post.content, { card }) : post.content}</div>
    </article>
  );
}
