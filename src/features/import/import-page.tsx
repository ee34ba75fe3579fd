import { Link, Text } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { importWords } from "../../content";
import { fragmentOf, MissingColumnsNotice, useFreshRows, useRegisterAsKept, useServices } from "../../parts";
import type { Register } from "../../registers";
import { detectedWords, FileStep } from "./file-step";
import { useImportPageStyles } from "./import-page.styles";
import type { ImportPlan } from "./import-plan";
import type { NameChoices } from "./match-people";
import { MappingStep, usedColumns } from "./mapping-step";
import { PreviewStep } from "./preview-step";
import { ReceiptStep } from "./receipt-step";
import { StepSection } from "./step-section";
import { useImportPlan } from "./use-import-plan";
import { useImportWriting } from "./use-import-writing";
import { useMapping } from "./use-mapping";
import { useSourceFile } from "./use-source-file";

const noChoices: NameChoices = new Map();

type Step = "file" | "columns" | "preview" | "receipt";

/** A file into any register: choose, match columns, see what would change, import. Nothing is written before the last step. */
export function ImportPage({ register }: { readonly register: Register }): ReactElement {
  // A file chosen for one register is not one for the next.
  return <ImportInto key={register.name} register={register} />;
}

function ImportInto({ register: definition }: { readonly register: Register }): ReactElement {
  const styles = useImportPageStyles();
  const { location } = useServices();
  useFreshRows([definition.name]);
  const register = useRegisterAsKept(definition);
  const source = useSourceFile();
  const file = source.state.kind === "read" ? source.state.file : undefined;
  const draft = useMapping(register, { table: source.table, file });
  const [choices, setChoices] = useState<NameChoices>(noChoices);
  const plan = useImportPlan(definition);
  const writing = useImportWriting(register);
  const steps = useSteps();
  const { state } = source;
  const hasRows = source.table !== undefined && source.table.rows.length > 0;
  const ready = plan.state.kind === "ready" ? plan.state : undefined;
  const isStale = ready !== undefined && (ready.table !== source.table || ready.mapping !== draft.mapping || ready.choices !== choices);

  const preview = (): void => {
    if (source.table === undefined || draft.mapping === undefined) return;
    draft.remember();
    writing.forget();
    steps.goOn("preview");
    void plan.start({ table: source.table, mapping: draft.mapping, choices });
  };
  const write = (planned: ImportPlan): void => {
    steps.goOn("receipt");
    void writing.start(planned, state.kind === "read" ? state.file.name : "");
  };
  const startAgain = (): void => {
    source.forget();
    plan.stop();
    writing.forget();
    setChoices(noChoices);
    steps.goOn("file");
  };
  const { section } = steps;
  return (
    <div className={styles.page}>
      <div className={styles.inner}>
        <h1 className={styles.title}>{importWords.title(register.many)}</h1>
        <Text>{importWords.explain}</Text>
        <Link
          as="button"
          onClick={() => location.go(fragmentOf(register.name === "Projects" ? { kind: "projects" } : { kind: "register", register: register.name }))}
        >
          {importWords.back(register.label)}
        </Link>
        <MissingColumnsNotice register={register} />
        <StepSection
          title={importWords.stepFile}
          isReached
          summary={state.kind === "read" ? `${state.file.name}: ${detectedWords(state, source.table?.rows.length ?? 0)}` : undefined}
          {...section("file")}
        >
          <FileStep source={source} />
        </StepSection>
        <StepSection
          title={importWords.stepColumns}
          isReached={hasRows}
          summary={
            draft.mapping === undefined || source.table === undefined
              ? undefined
              : importWords.columnsUsed(usedColumns(draft.mapping).size, source.table.headings.length)
          }
          {...section("columns")}
        >
          {source.table !== undefined && (
            <MappingStep key={source.table.headings.join("\n")} register={register} table={source.table} draft={draft} onPreview={preview} />
          )}
        </StepSection>
        <StepSection title={importWords.stepPreview} isReached={hasRows && plan.state.kind !== "none"} {...section("preview")}>
          <PreviewStep
            register={register}
            work={plan}
            isStale={isStale}
            isWriting={writing.state.kind !== "none"}
            choices={choices}
            onChoose={setChoices}
            onAgain={preview}
            onConfirm={write}
          />
        </StepSection>
        <StepSection title={importWords.stepReceipt} isReached={writing.state.kind !== "none"} {...section("receipt")}>
          <ReceiptStep register={register} writing={writing} planned={ready?.planned} table={ready?.table} onAnother={startAgain} onAgain={preview} />
        </StepSection>
      </div>
    </div>
  );
}

interface Steps {
  readonly section: (step: Step) => {
    readonly isOpen: boolean;
    readonly onToggle: () => void;
    readonly headingRef: (button: HTMLButtonElement | null) => void;
  };
  /** Folds what is done, opens this step and puts focus on its heading. */
  readonly goOn: (step: Step) => void;
}

function useSteps(): Steps {
  const [open, setOpen] = useState<ReadonlySet<Step>>(new Set<Step>(["file", "columns"]));
  const [target, setTarget] = useState<{ readonly step: Step }>();
  const headings = useRef(new Map<Step, HTMLButtonElement | null>());
  useEffect(() => {
    if (target !== undefined) headings.current.get(target.step)?.focus();
  }, [target]);
  return {
    section: (step) => ({
      isOpen: open.has(step),
      onToggle: () => {
        const next = new Set(open);
        if (!next.delete(step)) next.add(step);
        setOpen(next);
      },
      headingRef: (button) => {
        headings.current.set(step, button);
      },
    }),
    goOn: (step) => {
      setOpen(new Set<Step>(step === "file" ? ["file", "columns"] : [step]));
      setTarget({ step });
    },
  };
}
