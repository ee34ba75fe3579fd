import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { dataQualityWords as words, figureWords, projectWords, qualityWords } from "../../content";
import { portfolioQuality, type Finding, type Quality, type SiteInsight, type Standpoint } from "../../insight";
import {
  FigureView,
  fragmentOf,
  inputsLine,
  PageLink,
  projectTitle,
  RecordPanel,
  ReferenceDataNotices,
  useOpenRow,
  useRows,
  useServices,
  useSiteInsight,
  type InsightState,
  type Page,
} from "../../parts";
import { projects as projectsRegister, registerNamed, valueAt } from "../../registers";
import { PanelLayout, ReadingPage, StateView, StatusTag, type ViewState } from "../../ui";
import { useDataQualityPageStyles } from "./data-quality-page.styles";
import { groupsOf, type FindingGroup } from "./group-findings";
import { useMend } from "./use-mend";

type QualityAddress = Extract<Page, { readonly kind: "quality" }>;

interface Judged {
  readonly quality: Quality;
  readonly standpoint: Standpoint;
  readonly unread: readonly string[];
}

/** What is missing, late or contradictory in the records, the gravest first, each with its way to be mended. */
export function DataQualityPage({ page }: { readonly page: QualityAddress }): ReactElement {
  const { location } = useServices();
  const state = useSiteInsight();
  const projects = useRows("Projects");
  const { open, ...closed } = page;
  const openRow = useOpenRow(open);
  const register = registerNamed(open?.register ?? "");
  const view = useMemo(() => viewOf(state, page.project), [state, page.project]);
  const about = page.project === undefined ? undefined : projectTitle(projects, page.project);
  return (
    <PanelLayout
      title={words.title}
      panel={
        register === undefined || open === undefined || openRow === undefined ? undefined : (
          <RecordPanel
            key={`${open.register}/${open.ref}`}
            register={register}
            row={openRow}
            field={open.field}
            given={{}}
            onClose={() => location.go(fragmentOf(closed))}
          />
        )
      }
    >
      <ReadingPage title={about === undefined ? words.title : words.titleOf(about)}>
        {page.project !== undefined && <PageLink page={{ kind: "project", ref: page.project }}>{figureWords.back}</PageLink>}
        <StateView state={view}>{(judged) => <Findings {...judged} page={closed} />}</StateView>
      </ReadingPage>
    </PanelLayout>
  );
}

function viewOf(state: InsightState, project: string | undefined): ViewState<Judged> {
  if (state.kind === "loading") return { kind: "loading", what: words.loading };
  const quality = project === undefined ? qualityOfSite(state.insight) : state.insight.byRef.get(project)?.quality;
  if (quality === undefined) return { kind: "error", fault: projectWords.notFoundTitle, kept: projectWords.notFound };
  return { kind: "ready", value: { quality, standpoint: state.insight.standpoint, unread: state.unread } };
}

/** Of every project, and of the records that belong to none. */
function qualityOfSite({ projects, quality, standpoint }: SiteInsight): Quality {
  return portfolioQuality([...projects.map((project) => project.quality), quality], standpoint);
}

function Findings({ quality, standpoint, unread, page }: Judged & { readonly page: QualityAddress }): ReactElement {
  const groups = useMemo(() => groupsOf(quality.findings), [quality]);
  const { value } = quality.score;
  return (
    <>
      {unread.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{figureWords.unreadTitle}</MessageBarTitle>
            {figureWords.unread(unread)}
          </MessageBarBody>
        </MessageBar>
      )}
      {page.project === undefined && <ReferenceDataNotices standpoint={standpoint} />}
      <Text role="status">{words.summary(quality.findings.length, groups.length)}</Text>
      <FigureView figure={quality.score} value={value === undefined ? undefined : words.score(Math.floor(value))} />
      {groups.map((group) => (
        <Group key={group.rule} group={group} page={page} />
      ))}
    </>
  );
}

const tones = { High: "danger", Medium: "warning", Low: "neutral" } as const;
const mostShown = 20;

function Group({ group, page }: { readonly group: FindingGroup; readonly page: QualityAddress }): ReactElement {
  const styles = useDataQualityPageStyles();
  const { message, why, toDo } = qualityWords[group.rule];
  const shown = group.findings.slice(0, mostShown);
  return (
    <section aria-label={message} className={styles.group}>
      <div className={styles.heading}>
        <h2 className={styles.message}>{words.message(message, group.findings.length)}</h2>
        <StatusTag words={words.severity[group.severity]} tone={tones[group.severity]} />
      </div>
      <Text className={styles.why}>
        {why} {toDo}
      </Text>
      <ul className={styles.records}>
        {shown.map((finding) => (
          <li key={`${finding.register} ${finding.id} ${finding.field}`} className={styles.record}>
            <FindingLine finding={finding} page={page} />
          </li>
        ))}
      </ul>
      {group.findings.length > shown.length && <Text className={styles.why}>{words.more(group.findings.length - shown.length)}</Text>}
    </section>
  );
}

function FindingLine({ finding, page }: { readonly finding: Finding; readonly page: QualityAddress }): ReactElement {
  const styles = useDataQualityPageStyles();
  const { store, session } = useServices();
  const projects = useRows("Projects");
  const mend = useMend(registerNamed(finding.register) ?? projectsRegister);
  const row = store.row({ site: session.site.id, register: finding.register }, finding.id);
  const title = row === undefined ? undefined : valueAt(row.values, "Title");
  const project = row === undefined ? undefined : valueAt(row.values, "ProjectRef");
  const name = title === undefined ? finding.ref : `${finding.ref} ${String(title)}`;
  const { fix } = qualityWords[finding.rule];
  return (
    <>
      <PageLink page={{ ...page, open: { register: finding.register, ref: finding.ref, field: finding.field } }}>{name}</PageLink>
      {page.project === undefined && typeof project === "string" && <Text className={styles.why}>{projectTitle(projects, project)}</Text>}
      {finding.inputs.length > 0 && <Text className={styles.facts}>{inputsLine(finding.inputs)}</Text>}
      {finding.fix !== undefined && fix !== undefined && (
        <Button size="small" aria-label={`${fix}: ${name}`} onClick={() => void mend(finding)}>
          {fix}
        </Button>
      )}
    </>
  );
}
