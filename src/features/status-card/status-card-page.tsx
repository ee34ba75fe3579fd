import { Button, MessageBar, MessageBarActions, MessageBarBody, Select, Text } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { findPatientDetails, formatDate, formatMoment, isAmbiguous, today, type Fault } from "../../kernel";
import { cardWords, faultWords, projectWords, recordWords } from "../../content";
import { statusCard, type StatusCard } from "../../cards";
import { nextMilestone } from "../../insight";
import { fragmentOf, HostLink, ragFrom, useFreshRows, useRows, useServices, type Channel, type PostedMessage } from "../../parts";
import { valueAt } from "../../registers";
import type { StoredRow } from "../../store";
import { ErrorState, LabelledField, LongTextField, StateView, useNotify, type ViewState } from "../../ui";
import { CardPreview } from "./card-preview";
import { useStatusCardPageStyles } from "./status-card-page.styles";

const longestHeadline = 200;

/** Makes one card of a project's state, shows it as people will see it, and posts it to a channel as the signed-in person. */
export function StatusCardPage({ projectRef }: { readonly projectRef: string }): ReactElement {
  useFreshRows(["Projects", "Milestones"]);
  const project = useRows("Projects").find((row) => valueAt(row.values, "Ref") === projectRef);
  return project === undefined ? (
    <ErrorState fault={projectWords.notFoundTitle} kept={projectWords.notFound} />
  ) : (
    <CardComposer project={project} projectRef={projectRef} />
  );
}

function CardComposer({ project, projectRef }: { readonly project: StoredRow; readonly projectRef: string }): ReactElement {
  const styles = useStatusCardPageStyles();
  const { location, session } = useServices();
  const [headline, setHeadline] = useState("");
  const [channelKey, setChannelKey] = useState("");
  const channels = useChannels();
  const card = useStatusCard(project, projectRef, headline);
  const posting = usePosting(project);
  const problem = headlineProblem(headline);
  const channel = channels.kind === "ready" ? channels.value.find((candidate) => keyOf(candidate) === channelKey) : undefined;
  const canPost = channel !== undefined && problem === undefined && posting.state.kind !== "posting";
  const title = String(valueAt(project.values, "Title") ?? projectRef);
  if (posting.state.kind === "posted")
    return <Posted title={title} message={posting.state.message} projectRef={projectRef} isLinkKept={posting.state.isLinkKept} />;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{cardWords.pageTitle(title)}</h1>
      <div className={styles.columns}>
        <div className={styles.form}>
          <LongTextField
            id="card-headline"
            label={cardWords.headline}
            hint={cardWords.headlineHint}
            value={headline}
            onChange={setHeadline}
            limit={longestHeadline}
            problem={problem}
          />
          <StateView state={channels}>
            {(found) => (
              <LabelledField label={cardWords.channel} isNeeded>
                <Select value={channelKey} onChange={(_event, data) => setChannelKey(data.value)}>
                  <option value="">{cardWords.chooseChannel}</option>
                  {found.map((option) => (
                    <option key={keyOf(option)} value={keyOf(option)}>
                      {cardWords.channelName(option.teamName, option.channelName)}
                    </option>
                  ))}
                </Select>
              </LabelledField>
            )}
          </StateView>
          <Text size={200}>{cardWords.postedAs(session.me.name)}</Text>
          {posting.state.kind === "failed" && <PostingFailed fault={posting.state.fault} />}
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={!canPost} onClick={() => canPost && void posting.post(channel, card)}>
              {posting.state.kind === "posting" ? cardWords.posting : cardWords.post}
            </Button>
            <CopyCard card={card} />
            <Button appearance="subtle" onClick={() => location.go(fragmentOf({ kind: "project", ref: projectRef }))}>
              {cardWords.backToProject}
            </Button>
          </div>
        </div>
        <section className={styles.preview} aria-label={cardWords.preview}>
          <h2 className={styles.previewTitle}>{cardWords.preview}</h2>
          <Text as="p">{card.sentence}</Text>
          <CardPreview card={card.card} />
        </section>
      </div>
    </div>
  );
}

function keyOf(channel: Channel): string {
  return `${channel.teamId}|${channel.channelId}`;
}

/** A card leaves the register for a channel: any patient detail the scan is at all sure of stops it. */
function headlineProblem(headline: string): string | undefined {
  if (headline.length > longestHeadline) return cardWords.headlineTooLong;
  const isSuspect = findPatientDetails(headline).some((match) => match.confidence === "high" || match.confidence === "medium");
  return isSuspect ? recordWords.patientHigh : undefined;
}

function useStatusCard(project: StoredRow, projectRef: string, headline: string): StatusCard {
  const { session, clock, links } = useServices();
  const milestones = useRows("Milestones");
  return useMemo(() => {
    const milestone = nextMilestone(milestones, projectRef);
    const [, ...monthAndYear] = formatDate(today(clock)).split(" ");
    return statusCard({
      title: String(valueAt(project.values, "Title") ?? projectRef),
      ref: projectRef,
      period: monthAndYear.join(" "),
      rag: ragFrom(valueAt(project.values, "RagOverall")),
      ...(headline.trim() === "" ? {} : { headline: headline.trim() }),
      ...(milestone === undefined ? {} : { nextMilestone: milestone }),
      asAtMs: clock.nowMs(),
      marking: String(valueAt(project.values, "Confidentiality") ?? "OFFICIAL"),
      postedBy: session.me.name,
      links: links.toRecord({ site: session.site.id, register: "Projects" }, projectRef),
    });
  }, [milestones, project, projectRef, headline, session, clock, links]);
}

function useChannels(): ViewState<readonly Channel[]> {
  const { messages } = useServices();
  const [state, setState] = useState<ViewState<readonly Channel[]>>({ kind: "loading", what: cardWords.loadingChannels });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void messages.channels(stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      if (!found.ok)
        setState({ kind: "error", fault: cardWords.channelsFailed, kept: cardWords.channelsFailedToDo, onRetry: () => setAttempt((last) => last + 1) });
      else
        setState(
          found.value.length === 0 ? { kind: "empty", title: cardWords.noChannels, invite: cardWords.joinFirst } : { kind: "ready", value: found.value },
        );
    });
    return () => {
      stop.abort();
    };
  }, [messages, attempt]);
  return state;
}

type PostingState =
  | { readonly kind: "composing" }
  | { readonly kind: "posting" }
  | { readonly kind: "failed"; readonly fault: Fault }
  | { readonly kind: "posted"; readonly message: PostedMessage; readonly isLinkKept: boolean };

/** Posts once; after an answer that leaves it open, the person looks before anything is sent again. */
function usePosting(project: StoredRow): { readonly state: PostingState; readonly post: (channel: Channel, card: StatusCard) => Promise<void> } {
  const { messages, store } = useServices();
  const [state, setState] = useState<PostingState>({ kind: "composing" });
  return {
    state,
    post: async (channel, card) => {
      setState({ kind: "posting" });
      const posted = await messages.postCard(channel, card);
      if (!posted.ok) {
        setState({ kind: "failed", fault: posted.fault });
        return;
      }
      const place = { site: project.site, register: project.register };
      const seen = store.seen(place, project.id) ?? { values: project.values };
      const receipt = await store.change(
        [{ ...place, kind: "update", id: project.id, changes: { CardUrl: posted.value.webUrl }, seen }],
        String(valueAt(project.values, "Ref") ?? ""),
      );
      setState({ kind: "posted", message: posted.value, isLinkKept: receipt.outcomes[0]?.kind !== "needsDecision" });
    },
  };
}

function PostingFailed({ fault }: { readonly fault: Fault }): ReactElement {
  return mayBePosted(fault) ? (
    <ErrorState fault={cardWords.noAnswer} kept={cardWords.ambiguous} />
  ) : (
    <ErrorState fault={whyNotPosted(fault)} kept={cardWords.notPosted} />
  );
}

/** An answer that we cannot read may tell of a card that is there. */
function mayBePosted(fault: Fault): boolean {
  return isAmbiguous(fault) || fault.kind === "unreadable";
}

/** In Teams' name: the sentences for all other faults speak of SharePoint. */
function whyNotPosted(fault: Fault): string {
  switch (fault.kind) {
    case "forbidden":
      return cardWords.mayNotPost;
    case "notFound":
      return cardWords.channelGone;
    case "throttled":
      return cardWords.mustWait(formatMoment(fault.retryAtMs).slice(-5));
    case "signInNeeded":
    case "tooLarge":
      return faultWords(fault).happened;
    default:
      return cardWords.notTaken;
  }
}

function CopyCard({ card }: { readonly card: StatusCard }): ReactElement {
  const { links } = useServices();
  const notify = useNotify();
  const text = [card.sentence, ...card.card.actions.map((action) => `${action.title}: ${action.url}`)].join("\n");
  return (
    <Button
      onClick={() => {
        void links.copy(text).then((copied) => {
          notify(copied.ok ? { kind: "success", text: cardWords.copied } : { kind: "error", text: faultWords(copied.fault).happened });
        });
      }}
    >
      {cardWords.copyInstead}
    </Button>
  );
}

function Posted({
  title,
  message,
  projectRef,
  isLinkKept,
}: {
  readonly title: string;
  readonly message: PostedMessage;
  readonly projectRef: string;
  readonly isLinkKept: boolean;
}): ReactElement {
  const styles = useStatusCardPageStyles();
  const { location } = useServices();
  const titleRef = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone.
  useEffect(() => titleRef.current?.focus(), []);
  return (
    <div className={styles.page}>
      <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
        {cardWords.pageTitle(title)}
      </h1>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          {cardWords.posted} {message.webUrl !== "" && <HostLink address={message.webUrl}>{cardWords.openMessage}</HostLink>}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => location.go(fragmentOf({ kind: "project", ref: projectRef }))}>{cardWords.backToProject}</Button>
        </MessageBarActions>
      </MessageBar>
      {!isLinkKept && <ErrorState fault={cardWords.linkNotKept} />}
    </div>
  );
}
