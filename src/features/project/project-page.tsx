import { Button, Text } from "@fluentui/react-components";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { formatDate, today, type CalendarDate } from "../../kernel";
import { listWords, projectWords } from "../../content";
import { dateAt, nextMilestone, type ProjectMoney } from "../../insight";
import {
  fragmentOf,
  HostLink,
  PageLink,
  ragFrom,
  RecordPanel,
  ScoreMark,
  useFreshRows,
  useOpenRow,
  usePlaceState,
  useRows,
  useServices,
  useSiteInsight,
  type Page,
} from "../../parts";
import { registerNamed, valueAt } from "../../registers";
import type { StoredRow } from "../../store";
import { PanelLayout, RagMark, StateView, type ViewState } from "../../ui";
import { FactsLine, FactsNotes } from "./facts-line";
import { MoneyThisYear } from "./money-this-year";
import { openActions, openIssues, topRisks } from "./project-facts";
import { useProjectPageStyles } from "./project-page.styles";

export type ProjectPageAddress = Extract<Page, { readonly kind: "project" }>;

/** One project in one look: where it stands, what comes next, what it costs, what needs doing. */
export function ProjectPage({ page }: { readonly page: ProjectPageAddress }): ReactElement {
  const { location } = useServices();
  useFreshRows(["Projects", "Risks", "Issues", "Actions", "Milestones", "Costs"]);
  const projects = useRows("Projects");
  const place = usePlaceState("Projects");
  const project = projects.find((row) => valueAt(row.values, "Ref") === page.ref);
  const { open, ...closed } = page;
  const register = registerNamed(open?.register ?? "");
  const openRow = useOpenRow(open);
  const isOpen = register !== undefined && open !== undefined && (openRow !== undefined || open.ref === "new");
  const close = (): void => location.go(fragmentOf(closed));
  const state: ViewState<StoredRow> =
    project !== undefined
      ? { kind: "ready", value: project }
      : place.asAtMs === undefined && place.fault === undefined
        ? { kind: "loading", what: projectWords.listTitle }
        : { kind: "error", fault: projectWords.notFoundTitle, kept: projectWords.notFound };
  return (
    <PanelLayout
      title={String(project === undefined ? page.ref : (valueAt(project.values, "Title") ?? page.ref))}
      panel={
        isOpen ? (
          <RecordPanel
            key={`${open.register}/${open.ref}`}
            register={register}
            row={openRow}
            field={open.field}
            given={{ ProjectRef: page.ref }}
            onClose={close}
          />
        ) : undefined
      }
    >
      <StateView state={state}>{(value) => <ProjectView project={value} page={closed} />}</StateView>
    </PanelLayout>
  );
}

function ProjectView({ project, page }: { readonly project: StoredRow; readonly page: ProjectPageAddress }): ReactElement {
  const styles = useProjectPageStyles();
  const { location } = useServices();
  const rag = valueAt(project.values, "RagOverall");
  const cardUrl = valueAt(project.values, "CardUrl");
  const go = (next: Page): void => location.go(fragmentOf(next));
  const state = useSiteInsight();
  const insight = state.kind === "ready" ? state.insight.byRef.get(page.ref) : undefined;
  return (
    <article className={styles.page} aria-label={String(valueAt(project.values, "Title") ?? page.ref)}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1 className={styles.title}>{valueAt(project.values, "Title")}</h1>
          <Text size={200} className={styles.quiet}>
            {[page.ref, valueAt(project.values, "Status"), valueAt(project.values, "Stage")].filter((part) => part !== undefined).join(" · ")}
          </Text>
        </div>
        <div className={styles.buttons}>
          <Button onClick={() => go({ ...page, open: { register: "Projects", ref: page.ref } })}>{projectWords.edit}</Button>
          <Button appearance="primary" onClick={() => go({ kind: "card", project: page.ref })}>
            {projectWords.postCard}
          </Button>
        </div>
      </header>
      <div className={styles.rag}>
        {rag === undefined ? (
          <Text>{projectWords.notDeclared}</Text>
        ) : (
          <RagMark rag={ragFrom(rag)} words={`${String(rag).toUpperCase()} ${projectWords.declared}`} />
        )}
        <FactsLine state={state} projectRef={page.ref} />
        {typeof cardUrl === "string" && <HostLink address={cardUrl}>{projectWords.lastCard}</HostLink>}
      </div>
      <FactsNotes state={state} projectRef={page.ref} />
      <ProjectSections project={project} page={page} money={insight?.money} />
    </article>
  );
}

interface ProjectSectionsProps {
  readonly project: StoredRow;
  readonly page: ProjectPageAddress;
  /** Undefined until it is worked out. */
  readonly money: ProjectMoney | undefined;
}

function ProjectSections({ project, page, money }: ProjectSectionsProps): ReactElement {
  const styles = useProjectPageStyles();
  const { clock } = useServices();
  const day = today(clock);
  const belongs = (row: StoredRow): boolean => valueAt(row.values, "ProjectRef") === page.ref;
  const risks = useRows("Risks").filter(belongs);
  const issues = useRows("Issues").filter(belongs);
  const actions = useRows("Actions").filter(belongs);
  const milestones = useRows("Milestones");
  return (
    <div className={styles.sections}>
      <Section title={projectWords.next}>
        <NextMilestone milestones={milestones} projectRef={page.ref} day={day} />
      </Section>
      <Section title={projectWords.money}>
        <MoneyThisYear money={money} projectRef={page.ref} />
      </Section>
      <Section title={projectWords.topRisks}>
        <RecordLinks page={page} rows={topRisks(risks)} lead={(row) => <RiskScore row={row} />} />
      </Section>
      <Section title={projectWords.actions}>
        <RecordLinks page={page} rows={openActions(actions)} lead={(row) => <Text className={styles.quiet}>{dueText(row)}</Text>} />
      </Section>
      <Section title={projectWords.issues}>
        <RecordLinks
          page={page}
          rows={openIssues(issues)}
          lead={(row) => <Text className={styles.quiet}>{String(valueAt(row.values, "Priority") ?? listWords.notSet)}</Text>}
        />
      </Section>
      <Section title={projectWords.people}>
        <People project={project} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const styles = useProjectPageStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}

interface NextMilestoneProps {
  readonly milestones: readonly StoredRow[];
  readonly projectRef: string;
  readonly day: CalendarDate;
}

function NextMilestone({ milestones, projectRef, day }: NextMilestoneProps): ReactElement {
  const next = useMemo(() => nextMilestone(milestones, projectRef, day), [milestones, projectRef, day]);
  if (next === undefined) return <Text>{projectWords.noMilestone}</Text>;
  return (
    <Text>
      {next.title}, {formatDate(next.forecast)}, {slipWords(next.slipDays)}
      {next.hasPassed === true && `, ${projectWords.forecastPassed}`}
    </Text>
  );
}

function slipWords(slipDays: number | undefined): string {
  if (slipDays === undefined) return projectWords.noBaseline;
  if (slipDays === 0) return projectWords.onBaseline;
  return slipDays > 0 ? projectWords.late(slipDays) : projectWords.early(-slipDays);
}

interface RecordLinksProps {
  readonly page: ProjectPageAddress;
  readonly rows: readonly StoredRow[];
  readonly lead: (row: StoredRow) => ReactNode;
}

const mostShown = 5;

function RecordLinks({ page, rows, lead }: RecordLinksProps): ReactElement {
  const styles = useProjectPageStyles();
  if (rows.length === 0) return <Text className={styles.quiet}>{projectWords.none}</Text>;
  return (
    <ul className={styles.records}>
      {rows.slice(0, mostShown).map((row) => {
        const ref = String(valueAt(row.values, "Ref") ?? row.id);
        return (
          <li key={row.id} className={styles.record}>
            {lead(row)}
            <PageLink page={{ ...page, open: { register: row.register, ref } }}>{String(valueAt(row.values, "Title") ?? ref)}</PageLink>
            <Text size={200} className={styles.quiet}>
              {ref}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

function RiskScore({ row }: { readonly row: StoredRow }): ReactElement {
  const score = valueAt(row.values, "CurrentScore");
  return typeof score === "number" ? <ScoreMark score={score} /> : <Text>{listWords.notSet}</Text>;
}

function dueText(row: StoredRow): string {
  const due = dateAt(row, "DueDate");
  return due === undefined ? listWords.notSet : formatDate(due);
}

function People({ project }: { readonly project: StoredRow }): ReactElement {
  const styles = useProjectPageStyles();
  const people = [
    [projectWords.manager, "ProjectManager"],
    [projectWords.sro, "Sro"],
    [projectWords.clinicalLead, "ClinicalLead"],
    [projectWords.financeLead, "FinanceLead"],
  ] as const;
  return (
    <dl className={styles.people}>
      {people.map(([label, name]) => (
        <div key={name}>
          <dt className={styles.quiet}>{label}</dt>
          <dd className={styles.person}>{String(valueAt(project.values, name) ?? projectWords.notSet)}</dd>
        </div>
      ))}
    </dl>
  );
}
