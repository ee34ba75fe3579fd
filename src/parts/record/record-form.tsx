import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactElement } from "react";
import { today } from "../../kernel";
import { recordWords } from "../../content";
import { columnOf, fillableColumns, type Register } from "../../registers";
import { ConfirmDialog, ErrorSummary } from "../../ui";
import { useServices } from "../services";
import { MissingColumnsNotice } from "../missing-columns-notice";
import { addressOf, columnsAt } from "./drafts";
import { FieldForColumn } from "./field-for-column";
import { useRecordFormStyles } from "./record-form.styles";
import type { RecordForm } from "./use-record-form";

export interface RecordFieldsProps {
  /** As the list is kept. */
  readonly register: Register;
  readonly form: RecordForm;
  readonly isReadOnly: boolean;
  /** The column that a link asked for. */
  readonly asked?: string | undefined;
}

/** The fields of a record at the chosen level, the error summary above them. Save and Cancel stand in the panel's footer. */
export function RecordFields({ register, form, isReadOnly, asked }: RecordFieldsProps): ReactElement {
  const styles = useRecordFormStyles();
  const { clock } = useServices();
  const prefix = useId();
  const fieldId = (name: string): string => `${prefix}${name}`;
  const names = columnsAt(register, form.level);
  const wanted = [...form.problems.map((problem) => problem.field), ...(asked === undefined || !isFillable(register, asked) ? [] : [asked])];
  const shownNames = [...names, ...new Set(wanted.filter((name) => !names.includes(name) && columnOf(register, name) !== undefined))];
  const fieldsRef = useRef<HTMLDivElement>(null);
  const askedId = asked === undefined ? undefined : fieldId(asked);
  useEffect(() => {
    if (askedId !== undefined) fieldsRef.current?.ownerDocument.getElementById(askedId)?.focus();
  }, [askedId]);
  return (
    <>
      <ErrorSummary problems={form.problems.map((problem) => ({ fieldId: fieldId(problem.field), says: problem.says }))} />
      <MissingColumnsNotice register={register} />
      <div ref={fieldsRef} className={styles.fields}>
        {shownNames.map((name) => {
          const column = columnOf(register, name);
          if (column === undefined) return null;
          return (
            <FieldForColumn
              key={name}
              id={fieldId(name)}
              column={column}
              label={column.label}
              hint={column.help}
              problem={form.problems.find((problem) => problem.field === name)?.says}
              isNeeded={column.needed === "create"}
              isDisabled={isReadOnly}
              value={form.drafts[name] ?? ""}
              address={form.drafts[addressOf(name)] ?? ""}
              onChange={(text, address) => {
                form.write(name, text, address);
              }}
              today={today(clock)}
              projectRef={form.drafts["ProjectRef"]}
            />
          );
        })}
      </div>
      <LevelButton form={form} />
      <ConfirmDialog
        isOpen={form.asks.length > 0}
        title={recordWords.patientMediumTitle}
        confirmLabel={recordWords.patientConfirm}
        cancelLabel={recordWords.patientRemove}
        onConfirm={() => void form.save("notPatientDetails")}
        onCancel={form.stopAsking}
      >
        {form.asks.map(recordWords.patientMedium).join(" ")}
      </ConfirmDialog>
    </>
  );
}

function isFillable(register: Register, name: string): boolean {
  return fillableColumns(register).some(([column]) => column === name);
}

/** Light first; standard, then full, on request. */
function LevelButton({ form }: { readonly form: RecordForm }): ReactElement {
  const next = form.level === "light" ? "standard" : form.level === "standard" ? "full" : "light";
  return (
    <Button
      appearance="subtle"
      onClick={() => {
        form.setLevel(next);
      }}
    >
      {next === "light" ? recordWords.fewer : recordWords.more}
    </Button>
  );
}
