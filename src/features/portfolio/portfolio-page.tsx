import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Select, Text } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { listWords, portfolioWords as words, tabWords } from "../../content";
import { formatShortMoney } from "../../kernel";
import { portfolioTotals, ragAt, recordsIn, type PortfolioTotals } from "../../insight";
import {
  fragmentOf,
  fragmentWithin,
  isSameSite,
  ragFrom,
  readView,
  recordColumns,
  RecordList,
  startingColumns,
  useServices,
  viewText,
  type ListView,
  type Page,
  type RecordColumn,
} from "../../parts";
import { isOpenRow, projects, rags, valueAt } from "../../registers";
import type { StoredRow } from "../../store";
import { PanelLayout, RagMark, useNotify, type Command, type FilterSentence, type ViewState } from "../../ui";
import { coverageOf, type SiteState } from "./coverage";
import { usePortfolioPageStyles } from "./portfolio-page.styles";
import { SitesPanel } from "./sites-panel";
import { usePortfolio } from "./use-portfolio";

type PortfolioAddress = Extract<Page, { readonly kind: "portfolio" }>;

/** Projects of several sites in one list, with what the totals cover. To change one, it is opened in its own site. */
export function PortfolioPage({ page }: { readonly page: PortfolioAddress }): ReactElement {
  const styles = usePortfolioPageStyles();
  const { location, session } = useServices();
  const { sites, rows: all, lookAgain } = usePortfolio(page.sites);
  const { isChoosing: _isChoosing, ...list } = page;
  const view = useMemo(() => readView(page.view), [page.view]);
  const setView = (next: ListView): void => location.replace(fragmentOf({ ...list, view: viewText(next) }));
  const siteName = useMemo(() => new Map(sites.map(({ id, name }) => [id, name])), [sites]);
  const columns = useMemo(() => portfolioColumns((row) => siteName.get(row.site) ?? row.site), [siteName]);
  const rows = useMemo(() => all.filter((row) => matches(row, view)), [all, view]);
  const siteOf = (row: StoredRow): string => sites.find(({ id }) => id === row.site)?.address ?? session.site.address;
  const open = (row: StoredRow): void => {
    const ref = valueAt(row.values, "Ref");
    const target =
      typeof ref === "string" ? fragmentOf({ kind: "project", ref }) : fragmentOf({ kind: "projects", open: { register: "Projects", ref: row.id } });
    location.go(isSameSite(siteOf(row), session.site.address) ? target : fragmentWithin(siteOf(row), target));
  };
  const choose = (): void => location.go(fragmentOf({ ...list, isChoosing: true }));
  return (
    <PanelLayout
      title={words.title}
      panel={page.isChoosing === true ? <SitesPanel wanted={page.sites} onClose={() => location.go(fragmentOf(withoutSites(list)))} /> : undefined}
    >
      <div className={styles.page}>
        <Summary sites={sites} rows={all} view={view} onView={setView} onAgain={lookAgain} />
        <div className={styles.list}>
          <RecordList
            label={words.title}
            many={projects.many}
            rows={rows}
            total={all.length}
            columns={columns}
            startColumns={startColumns}
            view={view}
            onView={setView}
            filters={sentencesOf({ view, onView: setView, sites })}
            filterControls={<SiteFilter sites={sites} view={view} onView={setView} />}
            commands={useCommands({ sites, view, choose })}
            onOpen={open}
            registerOf={() => projects}
            projectTitle={ownTitle}
            siteOf={siteOf}
            isBesideRecord={page.isChoosing === true}
            state={stateOf({ sites, count: all.length, choose, why: () => location.go(fragmentOf({ kind: "why", register: "Projects" })), lookAgain })}
          />
        </div>
      </div>
    </PanelLayout>
  );
}

/** After choosing, the list is the person's own choice again and no longer the link's. */
function withoutSites(page: PortfolioAddress): PortfolioAddress {
  const { sites: _sites, ...rest } = page;
  return rest;
}

const ownTitle = (ref: string): string => ref;

const startColumns: readonly string[] = ["Title", "Site", ...startingColumns(projects).filter((name) => name !== "Title")];

/** Read here, changed in the project's own site: rules, choices and rights are that site's. */
function portfolioColumns(siteName: (row: StoredRow) => string): readonly RecordColumn[] {
  const [title, ...others] = recordColumns(projects, ownTitle).map(({ edit: _edit, ...column }) => column);
  const site: RecordColumn = {
    id: "Site",
    label: words.site,
    widthPx: 180,
    align: "start",
    sortable: true,
    text: siteName,
    sortKey: (row) => siteName(row).toLowerCase(),
    excel: { kind: "text", widthCharacters: 28, cell: siteName },
  };
  return title === undefined ? [] : [title, site, ...others];
}

function matches(row: StoredRow, { filters }: ListView): boolean {
  if (filters["open"] === "1" && !isOpenRow(projects, row.values)) return false;
  if (filters["site"] !== undefined && filters["site"] !== "" && row.site !== filters["site"]) return false;
  return filters["rag"] === undefined || filters["rag"] === "" || (ragAt(valueAt(row.values, "RagOverall")) ?? "none") === filters["rag"];
}

interface SummaryProps {
  readonly sites: readonly SiteState[];
  readonly rows: readonly StoredRow[];
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly onAgain: () => void;
}

/** What is counted, and what is not, before anybody reads a total. */
function Summary({ sites, rows, view, onView, onAgain }: SummaryProps): ReactElement {
  const styles = usePortfolioPageStyles();
  const coverage = useMemo(() => coverageOf(sites), [sites]);
  const totals = useMemo(() => portfolioTotals(recordsIn<typeof projects>(rows)), [rows]);
  return (
    <section className={styles.summary} aria-label={words.ragCounts}>
      <Text role="status">
        {coverage.says} {totals.projects === 0 ? "" : budgetWords(totals)}
      </Text>
      {totals.projects > 0 && <RagCounts totals={totals} view={view} onView={onView} />}
      {coverage.notices.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.notReadTitle}</MessageBarTitle>
            {coverage.notices.map((notice) => (
              <span key={notice} className={styles.notice}>
                {notice}
              </span>
            ))}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onAgain}>
              {words.look}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </section>
  );
}

function budgetWords({ approvedBudget, withoutBudget }: PortfolioTotals): string {
  return approvedBudget === undefined ? words.noBudget : words.budget(formatShortMoney(approvedBudget), withoutBudget);
}

/** Counts that filter: pressed again, everything is shown. */
function RagCounts({ totals, view, onView }: { readonly totals: PortfolioTotals } & Pick<SummaryProps, "view" | "onView">): ReactElement {
  const styles = usePortfolioPageStyles();
  const counts = [
    ...[...rags].map((rag) => [rag, rag, totals.declared.get(rag) ?? 0] as const),
    ["none", words.notDeclared, totals.declared.get(undefined) ?? 0] as const,
  ];
  return (
    <div className={styles.counts}>
      {counts
        .filter(([, , count]) => count > 0)
        .map(([id, label, count]) => {
          const isChosen = view.filters["rag"] === id;
          return (
            <Button
              key={id}
              size="small"
              appearance={isChosen ? "primary" : "secondary"}
              aria-pressed={isChosen}
              onClick={() => onView({ ...view, filters: { ...view.filters, rag: isChosen ? "" : id } })}
            >
              {id === "none" ? words.ragCount(label, count) : <RagMark rag={ragFrom(id)} words={words.ragCount(label, count)} />}
            </Button>
          );
        })}
    </div>
  );
}

function SiteFilter({ sites, view, onView }: Pick<SummaryProps, "sites" | "view" | "onView">): ReactElement {
  const set = (id: string, value: string): void => onView({ ...view, filters: { ...view.filters, [id]: value } });
  return (
    <>
      <Select size="small" aria-label={words.filterSite} value={view.filters["site"] ?? ""} onChange={(_event, data) => set("site", data.value)}>
        <option value="">{words.allSites}</option>
        {sites.map(({ id, name }) =>
          id === undefined ? null : (
            <option key={id} value={id}>
              {name}
            </option>
          ),
        )}
      </Select>
      <Select size="small" aria-label={listWords.filterStatus} value={view.filters["open"] ?? "0"} onChange={(_event, data) => set("open", data.value)}>
        <option value="0">{listWords.status.all}</option>
        <option value="1">{listWords.status.open}</option>
      </Select>
    </>
  );
}

function sentencesOf({ view, onView, sites }: Pick<SummaryProps, "sites" | "view" | "onView">): readonly FilterSentence[] {
  const { rag = "", site = "", open } = view.filters;
  const remove = (id: string) => (): void => onView({ ...view, filters: { ...view.filters, [id]: "" } });
  const siteName = sites.find(({ id }) => id === site)?.name;
  return [
    ...(open === "1" ? [{ id: "open", sentence: listWords.onlyOpen, onRemove: remove("open") }] : []),
    ...(rag === "" ? [] : [{ id: "rag", sentence: words.onlyRag(rag === "none" ? words.notDeclared.toLowerCase() : rag), onRemove: remove("rag") }]),
    ...(site === "" ? [] : [{ id: "site", sentence: words.onlySite(siteName ?? site), onRemove: remove("site") }]),
  ];
}

function useCommands({ sites, view, choose }: { sites: readonly SiteState[]; view: ListView; choose: () => void }): readonly Command[] {
  const { links } = useServices();
  const notify = useNotify();
  const copy = async (): Promise<void> => {
    const page: Page = { kind: "portfolio", sites: sites.map(({ address }) => address), view: viewText(view) };
    const copied = await links.copy(links.toPage(fragmentOf(page)));
    notify(copied.ok ? { kind: "success", text: words.copied } : { kind: "error", text: tabWords.siteNoAnswer });
  };
  return [
    { id: "choose", label: words.chooseSites, isPrimary: true, canRun: true, run: choose },
    { id: "copyLink", label: words.copyLink, canRun: true, run: () => void copy() },
  ];
}

interface Standing {
  readonly sites: readonly SiteState[];
  readonly count: number;
  readonly choose: () => void;
  readonly why: () => void;
  readonly lookAgain: () => void;
}

/** In place of rows; what could not be read is said above the list in any case. */
function stateOf({ sites, count, choose, why, lookAgain }: Standing): Exclude<ViewState<never>, { readonly kind: "ready" }> | undefined {
  if (count > 0) return undefined;
  if (sites.some(({ asAtMs, fault }) => asAtMs === undefined && fault === undefined)) return { kind: "loading", what: projects.many };
  const coverage = coverageOf(sites);
  if (coverage.read === 0) return { kind: "error", fault: coverage.notices.join(" "), onRetry: lookAgain, action: { label: tabWords.why, run: why } };
  return { kind: "empty", title: words.empty, invite: words.emptyInvite, action: { label: words.chooseSites, run: choose } };
}
