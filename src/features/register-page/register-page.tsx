import { Select } from "@fluentui/react-components";
import { useCallback, useMemo, type ReactElement } from "react";
import { listWords } from "../../content";
import {
  fragmentOf,
  MissingColumnsNotice,
  plainView,
  projectTitle,
  readView,
  recordColumns,
  RecordList,
  RecordPanel,
  startingColumns,
  useListState,
  useOpenRow,
  useRegisterAsKept,
  useRight,
  useRows,
  useServices,
  viewText,
  type ListView,
  type Page,
} from "../../parts";
import { isOpenRow, registerNamed, valueAt, type Register, type Values } from "../../registers";
import type { StoredRow } from "../../store";
import { PanelLayout, type Command, type FilterSentence } from "../../ui";
import { useRegisterPageStyles } from "./register-page.styles";

type ListPage = Extract<Page, { readonly kind: "register" | "projects" }>;

export interface RegisterPageProps {
  readonly register: Register;
  readonly page: ListPage;
  readonly invite: string;
  /** Beside the list's own. */
  readonly commands?: readonly Command[];
}

/** One register as a list with its record panel: works for every register from its definition alone. */
export function RegisterPage({ register: definition, page, invite, commands = [] }: RegisterPageProps): ReactElement {
  const styles = useRegisterPageStyles();
  const register = useRegisterAsKept(definition);
  const { session, location } = useServices();
  const projects = useRows("Projects");
  const all = useRows(register.name);
  const titleOf = useCallback((ref: string) => projectTitle(projects, ref) ?? ref, [projects]);
  const columns = useMemo(() => recordColumns(register, titleOf), [register, titleOf]);
  const view = useMemo(() => readView(page.view), [page.view]);
  const go = (next: Partial<ListPage>): void => location.go(fragmentOf({ ...withoutOpen(page), ...next } as Page));
  const openNew = (): void => go({ open: { register: register.name, ref: "new" } });
  const right = useRight(register);
  const state = useListState(register, { sentence: invite, addFirst: openNew });

  const scopeProject = session.scope.kind === "project" && register.name !== "Projects" ? session.scope.ref : undefined;
  const inScope = useMemo(
    () => (scopeProject === undefined ? all : all.filter((row) => valueAt(row.values, "ProjectRef") === scopeProject)),
    [all, scopeProject],
  );
  const rows = useMemo(() => inScope.filter((row) => matches({ register, row, view, me: session.me.address })), [inScope, register, view, session.me.address]);
  const setView = (next: ListView): void => location.replace(fragmentOf({ ...page, view: viewText(next) }));
  const open = page.open;
  const openRow = useOpenRow(open);
  const isPanelOpen = open?.register === register.name && (open.ref === "new" || openRow !== undefined);
  const close = (): void => location.go(fragmentOf(withoutOpen(page)));

  return (
    <PanelLayout
      title={register.label}
      panel={
        isPanelOpen ? (
          <RecordPanel
            key={`${open.register}/${open.ref}`}
            register={definition}
            row={openRow}
            field={open.field}
            given={givenBy(scopeProject)}
            onClose={close}
          />
        ) : undefined
      }
    >
      <div className={styles.page}>
        {/* An open record says it itself. */}
        {!isPanelOpen && <MissingColumnsNotice register={register} />}
        <div className={styles.list}>
          <RecordList
            label={register.label}
            many={register.many}
            rows={rows}
            total={inScope.length}
            columns={columns}
            startColumns={useMemo(() => startingColumns(register), [register])}
            view={view}
            onView={setView}
            filters={sentencesOf(register, view, setView)}
            filterControls={<StatusFilter register={register} view={view} onView={setView} />}
            commands={[
              ...listCommands({ register, right, openNew, importFile: () => location.go(fragmentOf({ kind: "import", register: register.name })) }),
              ...commands,
            ]}
            onOpen={(row) => go({ open: { register: register.name, ref: refOf(row) } })}
            registerOf={(row) => registerNamed(row.register)}
            projectTitle={titleOf}
            isBesideRecord={isPanelOpen}
            state={state}
          />
        </div>
      </div>
    </PanelLayout>
  );
}

function withoutOpen(page: ListPage): ListPage {
  const { open: _open, ...rest } = page;
  return rest;
}

function refOf(row: StoredRow): string {
  const ref = valueAt(row.values, "Ref");
  return typeof ref === "string" ? ref : row.id;
}

function givenBy(project: string | undefined): Values {
  return project === undefined ? {} : { ProjectRef: project };
}

function listCommands(made: { register: Register; right: ReturnType<typeof useRight>; openNew: () => void; importFile: () => void }): readonly Command[] {
  const allowed = made.right === "unknown" ? { canRun: true } : { canRun: false, whyNot: listWords.readOnly };
  return [
    { id: "add", label: listWords.add(made.register.one), isPrimary: true, ...allowed, run: made.openNew },
    { id: "import", label: listWords.importFile, ...allowed, run: made.importFile },
  ];
}

function matches(asked: { register: Register; row: StoredRow; view: ListView; me: string }): boolean {
  const { register, row, view, me } = asked;
  if (view.filters["open"] === "1" && !isOpenRow(register, row.values)) return false;
  return view.filters["mine"] !== "1" || Object.entries(row.values).some(([name, value]) => name.endsWith("Address") && value === me);
}

function sentencesOf(register: Register, view: ListView, onView: (view: ListView) => void): readonly FilterSentence[] {
  const remove = (id: string) => (): void => onView({ ...view, filters: Object.fromEntries(Object.entries(view.filters).filter(([name]) => name !== id)) });
  return [
    ...(view.filters["open"] === "1" && register.statusColumn !== undefined ? [{ id: "open", sentence: listWords.onlyOpen, onRemove: remove("open") }] : []),
    ...(view.filters["mine"] === "1" ? [{ id: "mine", sentence: listWords.mine, onRemove: remove("mine") }] : []),
  ];
}

/** Open or all, mine or anyone's: two filters that every register understands. */
function StatusFilter({
  register,
  view,
  onView,
}: {
  readonly register: Register;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
}): ReactElement {
  const set = (id: string, value: string): void => onView({ ...view, filters: { ...plainView.filters, ...view.filters, [id]: value } });
  return (
    <>
      {register.statusColumn !== undefined && (
        <Select size="small" aria-label={listWords.filterStatus} value={view.filters["open"] ?? "0"} onChange={(_event, data) => set("open", data.value)}>
          <option value="0">{listWords.status.all}</option>
          <option value="1">{listWords.status.open}</option>
        </Select>
      )}
      <Select size="small" aria-label={listWords.filterOwner} value={view.filters["mine"] ?? "0"} onChange={(_event, data) => set("mine", data.value)}>
        <option value="0">{listWords.owner.anyone}</option>
        <option value="1">{listWords.owner.mine}</option>
      </Select>
    </>
  );
}
