import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { excelPaneWords } from "../../content";
import { fail, type Fault, type Result } from "../../kernel";
import { useServices } from "../../parts";
import type { Decision, DecisionAnswer, EditOutcome } from "../../store";
import type { CellAddress, ExcelSheet, SheetContent } from "../../workbook";
import type { PaneTools } from "./pane-tools";
import { publish, settleDecision, type PublishResult } from "./publish";
import type { Review } from "./review";
import { insertRegister, placeOf, readReview, readSheetTables, refreshTable, type InsertRequest, type SheetTable } from "./sheet-work";

export type Tables =
  { readonly kind: "loading" } | { readonly kind: "error"; readonly fault: Fault } | { readonly kind: "ready"; readonly tables: readonly SheetTable[] };

type Published = Extract<PublishResult, { kind: "published" }>;

/** One job at a time; the sheet stays the place of work. */
export type Step =
  | { readonly kind: "home" }
  | { readonly kind: "working"; readonly label: string; readonly done: number; readonly total: number | undefined; readonly cancel?: () => void }
  | { readonly kind: "review"; readonly table: SheetTable; readonly review: Review; readonly copiesToAdd: ReadonlySet<number>; readonly note?: string }
  | { readonly kind: "result"; readonly table: SheetTable; readonly result: Published }
  | { readonly kind: "decide"; readonly table: SheetTable; readonly published: SheetContent };

export interface Notice {
  readonly intent: "error" | "info";
  readonly fault?: Fault;
  readonly says?: string;
}

export interface ExcelPaneWork {
  readonly tables: Tables;
  readonly step: Step;
  readonly notice: Notice | undefined;
  readonly reload: () => void;
  readonly insert: (request: InsertRequest) => void;
  readonly refresh: (table: SheetTable) => void;
  readonly review: (table: SheetTable) => void;
  readonly addCopy: (position: number) => void;
  readonly publish: () => void;
  readonly decide: (table: SheetTable) => void;
  readonly answer: (decision: Decision, answer: DecisionAnswer) => void;
  readonly goTo: (address: CellAddress) => void;
  readonly goHome: () => void;
}

/** Excel tells of each keystroke's cell; one look after a pause is enough. */
const lookAfterMs = 400;
const home: Step = { kind: "home" };
const none: ReadonlySet<number> = new Set();

export function useExcelPane(sheet: ExcelSheet): ExcelPaneWork {
  const services = useServices();
  const tools = useMemo<PaneTools>(() => ({ sheet, services }), [sheet, services]);
  const [tables, setTables] = useState<Tables>({ kind: "loading" });
  const [step, setStep] = useState<Step>(home);
  const [notice, setNotice] = useState<Notice>();
  const reload = useReload(tools, setTables);

  /** Shows what is being done, then what came of it; a fault comes back to the pane's start. */
  const run = useCallback(
    async <T>(label: string, work: () => Promise<Result<T>>, then: (value: T) => Step): Promise<void> => {
      setNotice(undefined);
      setStep({ kind: "working", label, done: 0, total: undefined });
      const result = await work();
      if (!result.ok) setNotice({ intent: "error", fault: result.fault });
      await reload();
      setStep(result.ok ? then(result.value) : home);
    },
    [reload],
  );

  const review = (table: SheetTable, copiesToAdd: ReadonlySet<number> = none): void => {
    const look = async (): Promise<Result<Review>> => {
      await services.store.refresh([placeOf(table.snapshot)]);
      return readReview(tools, table, copiesToAdd);
    };
    void run(excelPaneWords.reviewTitle(table.register.label), look, (found) => ({ kind: "review", table, review: found, copiesToAdd }));
  };

  const answer = async (decision: Decision, given: DecisionAnswer): Promise<void> => {
    if (step.kind !== "decide") return;
    const { table, published } = step;
    const settled = await settleDecision(tools, table, { decision, answer: given, published });
    setNotice(noticeOfAnswer(settled));
    const fresh = await freshTable(tools, table);
    setStep({ kind: "decide", table: fresh, published });
  };

  return {
    tables,
    step,
    notice,
    reload: () => void reload(),
    insert: (request) => {
      const after = (rows: number): Step => {
        if (rows === 0) setNotice({ intent: "info", says: excelPaneWords.noRows(request.register.many) });
        return home;
      };
      void run(excelPaneWords.inserting(request.register.label), () => insertRegister(tools, request), after);
    },
    refresh: (table) => {
      const after = (gone: number): Step => {
        setNotice({ intent: "info", says: gone > 0 ? excelPaneWords.goneRows(gone) : excelPaneWords.refreshed(table.register.label) });
        return home;
      };
      void run(excelPaneWords.refreshing(table.register.label), () => refreshTable(tools, table), after);
    },
    review,
    addCopy: (position) => {
      if (step.kind === "review") review(step.table, new Set([...step.copiesToAdd, position]));
    },
    publish: () => {
      if (step.kind === "review") void publishReview(tools, step, { run, setStep });
    },
    decide: (table) =>
      void run(
        excelPaneWords.decide,
        () => sheet.readTable(table.snapshot.tableName),
        (content) => ({ kind: "decide", table, published: content }),
      ),
    answer: (decision, given) => void answer(decision, given),
    goTo: (address) => {
      void sheet.selectCell(address).then((selected) => {
        if (!selected.ok) setNotice({ intent: "error", fault: selected.fault });
      });
    },
    goHome: () => {
      setStep(home);
      void reload();
    },
  };
}

/** A saved answer is seen in the sheet; what became of any other is said. */
function noticeOfAnswer(settled: Result<EditOutcome>): Notice | undefined {
  if (!settled.ok) {
    if (settled.fault.kind === "cancelled") return undefined;
    return settled.fault.kind === "notFound" ? { intent: "info", says: excelPaneWords.answeredElsewhere } : { intent: "error", fault: settled.fault };
  }
  return settled.value.kind === "onDevice" ? { intent: "info", says: excelPaneWords.answerOnDevice } : undefined;
}

/** Reads the tables now, whenever Excel hints at a change, and whenever the register's rows change. */
function useReload(tools: PaneTools, setTables: (tables: Tables) => void): () => Promise<void> {
  const { sheet, services } = tools;
  const turn = useRef(0);
  const reload = useCallback(async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const read = await readSheetTables(tools);
    // A later look has newer cells.
    if (mine === turn.current) setTables(read.ok ? { kind: "ready", tables: read.value } : { kind: "error", fault: read.fault });
  }, [tools, setTables]);
  useEffect(() => {
    let cancel: () => void = () => undefined;
    const soon = (): void => {
      cancel();
      cancel = services.timers.after(lookAfterMs, () => void reload());
    };
    void reload();
    const stops = [sheet.onChange(soon), services.store.subscribe(soon)];
    return () => {
      cancel();
      for (const stop of stops) stop();
    };
  }, [reload, sheet, services]);
  return reload;
}

interface Running {
  readonly run: <T>(label: string, work: () => Promise<Result<T>>, then: (value: T) => Step) => Promise<void>;
  readonly setStep: (step: Step) => void;
}

/** Publishes what the step shows. Cancel stops what is not sent yet; what is on its way arrives. */
function publishReview(tools: PaneTools, step: Extract<Step, { kind: "review" }>, { run, setStep }: Running): Promise<void> {
  const { table, review, copiesToAdd } = step;
  const stop = new AbortController();
  const label = excelPaneWords.publishing(table.register.label);
  const cancel = (): void => {
    stop.abort();
  };
  const show = (done: number, total: number): void => {
    if (done < total) setStep({ kind: "working", label, done, total, cancel });
    else setStep({ kind: "working", label: excelPaneWords.writing, done, total: undefined });
  };
  const work = (): Promise<Result<PublishResult>> => {
    show(0, review.edits.length);
    return publish(tools, table, { review, copiesToAdd, progress: { report: show, signal: stop.signal } });
  };
  return run(label, work, (result) =>
    result.kind === "sheetChanged"
      ? { kind: "review", table, review: result.review, copiesToAdd, note: excelPaneWords.sheetChanged }
      : { kind: "result", table: { ...table, snapshot: result.snapshot }, result },
  );
}

async function freshTable(tools: PaneTools, table: SheetTable): Promise<SheetTable> {
  const read = await readSheetTables(tools);
  const found = read.ok ? read.value.find(({ snapshot }) => snapshot.tableName === table.snapshot.tableName) : undefined;
  return found ?? { ...table, review: read.ok ? fail({ kind: "notFound" }) : read };
}
