import { Select } from "@fluentui/react-components";
import { useCallback, useMemo, type ReactElement } from "react";
import { addDays, today } from "../../kernel";
import { faultWords, listWords, raidWords, tabWords } from "../../content";
import {
  fragmentOf,
  noRegister,
  projectTitle,
  readView,
  RecordList,
  RecordPanel,
  useFreshRows,
  useOpenRow,
  usePlaceState,
  useRows,
  useServices,
  viewText,
  type ListView,
  type Page,
} from "../../parts";
import { registerNamed, valueAt } from "../../registers";
import type { PlaceState, StoredRow } from "../../store";
import { fetched, PanelLayout, type FilterSentence, type ViewState } from "../../ui";
import { raidColumns, raidStartColumns } from "./raid-columns";
import { dueOf, isOpen, isOwnedBy, raidKinds } from "./raid-kinds";
import { useRaidPageStyles } from "./raid-page.styles";

// Its pickers weigh as much as the list: the rows come first, at the place where they stay.
const QuickAdd = fetched(() => import("./quick-add").then((part) => part.QuickAdd), <QuickAddSpace />);

export type RaidPageAddress = Extract<Page, { readonly kind: "raid" }>;

/** Risks, issues, actions and decisions in one list, with four filters and one line to add to it. */
export function RaidPage({ page }: { readonly page: RaidPageAddress }): ReactElement {
  const styles = useRaidPageStyles();
  const { session, location, clock } = useServices();
  useFreshRows([...raidKinds.map((kind) => kind.register.name), "Projects"]);
  const projects = useRows("Projects");
  const all = useRaidRows();
  const state = useRaidState(all.length);
  const day = today(clock);
  const titleOf = useCallback((ref: string) => projectTitle(projects, ref) ?? ref, [projects]);
  const columns = useMemo(() => raidColumns({ today: day, me: session.me.address, projectTitle: titleOf }), [day, session.me.address, titleOf]);
  const view = useMemo(() => withStandards(readView(page.view)), [page.view]);
  const scopeProject = session.scope.kind === "project" ? session.scope.ref : undefined;
  const inScope = useMemo(
    () => (scopeProject === undefined ? all : all.filter((row) => valueAt(row.values, "ProjectRef") === scopeProject)),
    [all, scopeProject],
  );
  const rows = useMemo(() => inScope.filter((row) => matches(row, { view, me: session.me.address, day })), [inScope, view, session.me.address, day]);
  const setView = (next: ListView): void => location.replace(fragmentOf({ ...page, view: viewText(next) }));
  const { open, ...closed } = page;
  const openRow = useOpenRow(open);
  const openRegister = open === undefined ? undefined : registerNamed(open.register);
  const close = (): void => location.go(fragmentOf(closed));

  return (
    <PanelLayout
      title={raidWords.title}
      panel={
        open === undefined || openRow === undefined || openRegister === undefined ? undefined : (
          <RecordPanel key={`${open.register}/${open.ref}`} register={openRegister} row={openRow} field={open.field} given={{}} onClose={close} />
        )
      }
    >
      <div className={styles.page}>
        <QuickAdd projectRef={scopeProject} />
        <div className={styles.list}>
          <RecordList
            label={raidWords.title}
            many={raidWords.many}
            rows={rows}
            total={inScope.length}
            columns={columns}
            startColumns={raidStartColumns}
            view={view}
            onView={setView}
            filters={sentencesOf(view, setView, titleOf)}
            filterControls={<RaidFilters view={view} onView={setView} projects={projects} isOneProject={scopeProject !== undefined} />}
            commands={[]}
            onOpen={(row) => location.go(fragmentOf({ ...closed, open: { register: row.register, ref: String(valueAt(row.values, "Ref") ?? row.id) } }))}
            registerOf={(row) => registerNamed(row.register)}
            projectTitle={titleOf}
            isBesideRecord={openRow !== undefined}
            state={state}
          />
        </div>
      </div>
    </PanelLayout>
  );
}

function QuickAddSpace(): ReactElement {
  return <div className={useRaidPageStyles().quickAddSpace} />;
}

/** The four registers' rows as one array, the same one until any of them changed. */
function useRaidRows(): readonly StoredRow[] {
  const risks = useRows("Risks");
  const issues = useRows("Issues");
  const actions = useRows("Actions");
  const decisions = useRows("Decisions");
  return useMemo(() => [risks, issues, actions, decisions].flat(), [risks, issues, actions, decisions]);
}

function useRaidState(count: number): Exclude<ViewState<never>, { readonly kind: "ready" }> | undefined {
  const { location } = useServices();
  const states: readonly PlaceState[] = [usePlaceState("Risks"), usePlaceState("Issues"), usePlaceState("Actions"), usePlaceState("Decisions")];
  if (count > 0) return undefined;
  if (states.every((state) => state.fault?.kind === "notFound")) return noRegister({ location }, "RAID", "Risks");
  const failed = states.find((state) => state.fault !== undefined && state.fault.kind !== "notFound");
  if (failed?.fault !== undefined) {
    const words = faultWords(failed.fault);
    const action = { label: tabWords.why, run: () => location.go(fragmentOf({ kind: "why", register: failed.place.register })) };
    return { kind: "error", fault: words.happened, kept: words.toDo, action };
  }
  if (states.some((state) => state.asAtMs === undefined && state.fault === undefined)) return { kind: "loading", what: raidWords.many };
  return { kind: "empty", title: raidWords.emptyTitle, invite: raidWords.empty };
}

/** Open items, highest risks and nearest dates first: what a person comes for. */
function withStandards(view: ListView): ListView {
  return { ...view, filters: { status: "open", ...view.filters }, sort: view.sort ?? { columnId: "Due", direction: "ascending" } };
}

function matches(row: StoredRow, asked: { view: ListView; me: string; day: ReturnType<typeof today> }): boolean {
  const { filters } = asked.view;
  if (filters["status"] === "open" && !isOpen(row)) return false;
  if (filters["kind"] !== undefined && filters["kind"] !== "" && row.register !== filters["kind"]) return false;
  if (filters["owner"] === "mine" && !isOwnedBy(row, asked.me)) return false;
  if (filters["project"] !== undefined && filters["project"] !== "" && valueAt(row.values, "ProjectRef") !== filters["project"]) return false;
  const due = dueOf(row);
  if (filters["due"] === "late") return due !== undefined && due < asked.day && isOpen(row);
  return filters["due"] !== "month" || (due !== undefined && due <= addDays(asked.day, 30));
}

function sentencesOf(view: ListView, onView: (view: ListView) => void, titleOf: (ref: string) => string): readonly FilterSentence[] {
  const { filters } = view;
  const set = (id: string, value: string) => (): void => onView({ ...view, filters: { ...filters, [id]: value } });
  const kind = registerNamed(filters["kind"] ?? "");
  const found: (FilterSentence | undefined)[] = [
    filters["status"] === "open" ? { id: "status", sentence: listWords.onlyOpen, onRemove: set("status", "all") } : undefined,
    kind === undefined ? undefined : { id: "kind", sentence: kind.label, onRemove: set("kind", "") },
    filters["owner"] === "mine" ? { id: "owner", sentence: listWords.mine, onRemove: set("owner", "") } : undefined,
    filters["due"] === "late" || filters["due"] === "month" ? { id: "due", sentence: listWords.dueBy[filters["due"]], onRemove: set("due", "") } : undefined,
    filters["project"] === undefined || filters["project"] === ""
      ? undefined
      : { id: "project", sentence: listWords.inProject(titleOf(filters["project"])), onRemove: set("project", "") },
  ];
  return found.filter((filter) => filter !== undefined);
}

interface RaidFiltersProps {
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly projects: readonly StoredRow[];
  readonly isOneProject: boolean;
}

function RaidFilters({ view, onView, projects, isOneProject }: RaidFiltersProps): ReactElement {
  const select = (id: string, label: string, choices: readonly (readonly [string, string])[]): ReactElement => (
    <Select
      size="small"
      aria-label={label}
      value={view.filters[id] ?? ""}
      onChange={(_event, data) => onView({ ...view, filters: { ...view.filters, [id]: data.value } })}
    >
      {choices.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      {select("kind", listWords.filterKind, [["", listWords.allKinds], ...raidKinds.map(({ register }) => [register.name, register.label] as const)])}
      {select("owner", listWords.filterOwner, [
        ["", listWords.owner.anyone],
        ["mine", listWords.owner.mine],
      ])}
      {select("due", listWords.filterDue, [
        ["", listWords.dueBy.any],
        ["late", listWords.dueBy.late],
        ["month", listWords.dueBy.month],
      ])}
      {!isOneProject &&
        select("project", listWords.filterProject, [
          ["", listWords.allProjects],
          ...projects.map((project) => [String(valueAt(project.values, "Ref") ?? ""), String(valueAt(project.values, "Title") ?? "")] as const),
        ])}
    </>
  );
}
