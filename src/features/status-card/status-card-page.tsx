import { Button, Select, Text } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { formatDate, today } from "../../kernel";
import { cardWords, projectWords } from "../../content";
import { statusCard, type StatusCard } from "../../cards";
import { nextMilestone } from "../../insight";
import { AllowNotice, fragmentOf, HostLink, ragFrom, useFreshRows, useRows, useServices, type Channel } from "../../parts";
import { valueAt } from "../../registers";
import type { StoredRow } from "../../store";
import { ErrorState, LabelledField, LongTextField, StateView } from "../../ui";
import { CardPreview } from "./card-preview";
import { headlineProblem, longestHeadline, namesPatientElsewhere } from "./card-problem";
import { channelAddress, expectedChannel } from "./expected-channel";
import { CopyCard } from "./copy-card";
import { Posted } from "./posted";
import { PostingFailed } from "./posting-failed";
import { useStatusCardPageStyles } from "./status-card-page.styles";
import { useChannels, type Channels } from "./use-channels";
import { usePosting } from "./use-posting";

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
  const channels = useChannels();
  const [channel, setChannelKey] = useChosenChannel(channels, project);
  const card = useStatusCard(project, projectRef, headline);
  const { state, post } = usePosting(project);
  const problem = headlineProblem(headline);
  const isSuspect = problem !== undefined || namesPatientElsewhere(card, headline);
  const canPost = channel !== undefined && !isSuspect && state.kind !== "posting";
  const title = String(valueAt(project.values, "Title") ?? projectRef);
  if (state.kind === "posted") return <Posted title={title} projectRef={projectRef} message={state.message} link={state.link} />;
  const send = (): void => {
    if (canPost) void post(channel, card);
  };
  const lacksPermission = channels.kind === "lacksPermission" || (state.kind === "failed" && state.fault.kind === "signInNeeded");
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
          {channels.kind !== "lacksPermission" && (
            <StateView state={channels}>
              {(found) => <ChannelChoice channels={found} value={channel === undefined ? "" : keyOf(channel)} onChoose={setChannelKey} />}
            </StateView>
          )}
          <Text size={200}>{cardWords.postedAs(session.me.name)}</Text>
          {isSuspect && problem === undefined && <ErrorState fault={cardWords.patientElsewhere} kept={cardWords.patientElsewhereToDo} />}
          {lacksPermission && (
            <AllowNotice purpose="postCard" onAllowed={channels.kind === "lacksPermission" ? channels.readAgain : send}>
              <OpenChannel project={project} />
            </AllowNotice>
          )}
          {state.kind === "failed" && !lacksPermission && <PostingFailed fault={state.fault} />}
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={!canPost} onClick={send}>
              {state.kind === "posting" ? cardWords.posting : cardWords.post}
            </Button>
            <CopyCard card={card} isStopped={isSuspect} />
            <Button appearance="subtle" onClick={() => location.go(fragmentOf({ kind: "project", ref: projectRef }))}>
              {cardWords.backToProject}
            </Button>
          </div>
        </div>
        <section className={styles.preview} aria-label={cardWords.preview}>
          <h2 className={styles.previewTitle}>{cardWords.preview}</h2>
          <Text>{card.sentence}</Text>
          <CardPreview card={card.card} />
        </section>
      </div>
    </div>
  );
}

function keyOf(channel: Channel): string {
  return `${channel.teamId}|${channel.channelId}`;
}

/** The channel that one would expect, until the person chooses. */
function useChosenChannel(channels: Channels, project: StoredRow): readonly [Channel | undefined, (key: string) => void] {
  const { session } = useServices();
  const [chosenKey, setChosenKey] = useState<string>();
  if (channels.kind !== "ready") return [undefined, setChosenKey];
  const chosen = channels.value.find((candidate) => keyOf(candidate) === chosenKey);
  return [chosenKey === undefined ? expectedChannel(channels.value, project, session) : chosen, setChosenKey];
}

interface ChannelChoiceProps {
  readonly channels: readonly Channel[];
  readonly value: string;
  readonly onChoose: (key: string) => void;
}

function ChannelChoice({ channels, value, onChoose }: ChannelChoiceProps): ReactElement {
  return (
    <LabelledField label={cardWords.channel} isNeeded>
      <Select value={value} onChange={(_event, data) => onChoose(data.value)}>
        <option value="">{cardWords.chooseChannel}</option>
        {channels.map((option) => (
          <option key={keyOf(option)} value={keyOf(option)}>
            {cardWords.channelName(option.teamName, option.channelName)}
          </option>
        ))}
      </Select>
    </LabelledField>
  );
}

function OpenChannel({ project }: { readonly project: StoredRow }): ReactElement | null {
  const { session } = useServices();
  const address = channelAddress(project, session);
  return address === undefined ? null : <HostLink address={address}>{cardWords.openChannel}</HostLink>;
}

function useStatusCard(project: StoredRow, projectRef: string, headline: string): StatusCard {
  const { session, clock, links } = useServices();
  const milestones = useRows("Milestones");
  return useMemo(() => {
    const day = today(clock);
    const milestone = nextMilestone(milestones, projectRef, day);
    const [, ...monthAndYear] = formatDate(day).split(" ");
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
      links: links.toRecord({ register: "Projects", ref: projectRef }, session.site.address),
    });
  }, [milestones, project, projectRef, headline, session, clock, links]);
}
