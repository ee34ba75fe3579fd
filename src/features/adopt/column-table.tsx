import { Button, Text } from "@fluentui/react-components";
import { useId, useState, type ReactElement } from "react";
import { adoptWords } from "../../content";
import { columnOf, type Column, type ListLook, type TheirColumn } from "../../registers";
import { ChoiceField } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { unfilledThere } from "./list-checks";
import { samplesOf } from "./list-preview";
import { fitHere, mappableColumns } from "./suggest-adoption";
import { hasWords } from "./their-words";
import type { MappingDraft } from "./use-mapping-draft";
import { worksOnlyWith } from "./what-needs";
import { WordTable } from "./word-table";

export interface ColumnTableProps {
  readonly look: ListLook;
  readonly draft: MappingDraft;
}

/** Our columns and where each stands in their list: what is light or matched first, the others on request. */
export function ColumnTable({ look, draft }: ColumnTableProps): ReactElement {
  const styles = useAdoptPageStyles();
  const [isAll, setIsAll] = useState(false);
  const { adoption, register } = draft;
  // What is in sight stays in sight while it is changed.
  const [started] = useState(() => new Set([...adoption.columns.keys(), ...draft.lost.map(({ name }) => name)]));
  // Where the title is taken from another column, a title of its own is one more choice that nobody needs.
  const isNeedless = (name: string): boolean => name === "Title" && register.titleFrom !== undefined && !started.has(name);
  const all = mappableColumns(register).filter(([name]) => name !== "ProjectRef" && !isNeedless(name));
  const first = all.filter(([name, { level }]) => level === "light" || started.has(name) || adoption.columns.has(name));
  const light = first.toSorted(([, one], [, other]) => Number(other.level === "light") - Number(one.level === "light"));
  const shown = isAll ? [...light, ...all.filter((entry) => !first.includes(entry))] : light;
  const used = new Set([...adoption.columns.values()].map(({ field }) => field)).size;
  const required = unfilledThere(adoption, look);
  return (
    <section className={styles.section} aria-label={adoptWords.columnsTitle}>
      <h2 className={styles.heading}>{adoptWords.columnsTitle}</h2>
      <Text>{(draft.isCopy ? adoptWords.columnsCopied : adoptWords.columnsExplain)(used, look.columns.length)}</Text>
      <ul className={styles.rows}>
        {shown.map(([name, column]) => (
          <ColumnRow key={name} name={name} column={column} look={look} draft={draft} />
        ))}
      </ul>
      {shown.length < all.length || isAll ? (
        <div className={styles.buttons}>
          <Button size="small" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
            {isAll ? adoptWords.fewerColumns : adoptWords.moreColumns(all.length - shown.length)}
          </Button>
        </div>
      ) : null}
      {required.length > 0 && !draft.isCopy && <Text>{adoptWords.requiredThere(required.map(({ displayName }) => displayName))}</Text>}
    </section>
  );
}

interface ColumnRowProps extends ColumnTableProps {
  readonly name: string;
  readonly column: Column;
}

function ColumnRow({ name, column, look, draft }: ColumnRowProps): ReactElement {
  const styles = useAdoptPageStyles();
  const id = useId();
  const mapped = draft.adoption.columns.get(name);
  const their = look.columns.find(({ field }) => field === mapped?.field);
  return (
    <li className={styles.row}>
      <ChoiceField
        id={id}
        label={column.label}
        isNeeded={column.needed === "create"}
        hint={mapped === undefined ? worksOnlyWith(draft.register, name) : undefined}
        value={mapped?.field ?? ""}
        blank={adoptWords.none}
        choices={choicesFor(column, { name, look, draft })}
        onChange={(field) =>
          draft.setColumn(
            name,
            look.columns.find((one) => one.field === field),
          )
        }
      />
      {their !== undefined && <BesideColumn their={their} rows={look.rows} reason={draft.isCopy ? undefined : whyReadOnly(column, their)} />}
      {their !== undefined && mapped !== undefined && hasWords(column, their.heldAs) && (
        <div className={styles.whole}>
          <WordTable key={their.field} name={name} column={column} their={their} look={look} draft={draft} />
        </div>
      )}
    </li>
  );
}

/** Their columns that can stand here, with what each is used for now. */
function choicesFor(
  column: Column,
  { name, look, draft }: { readonly name: string; readonly look: ListLook; readonly draft: MappingDraft },
): readonly { readonly value: string; readonly label: string }[] {
  const usedFor = new Map([...draft.adoption.columns].map(([ours, { field }]) => [field, ours]));
  return look.columns.flatMap((their) => {
    if (fitHere(column, their) === "never") return [];
    const other = usedFor.get(their.field);
    const shown = draft.isCopy || whyReadOnly(column, their) === undefined ? their.displayName : adoptWords.readOnlyColumn(their.displayName);
    const label = other === undefined || other === name ? shown : adoptWords.usedFor(shown, columnOf(draft.register, other)?.label ?? other);
    return [{ value: their.field, label }];
  });
}

function whyReadOnly(column: Column, their: TheirColumn): string | undefined {
  if (their.heldAs === "calculated") return adoptWords.readOnly.calculated;
  if (their.isReadOnly) return adoptWords.readOnly.ofOwner;
  return fitHere(column, their) === "readOnly" ? adoptWords.readOnly.otherKind : undefined;
}

interface BesideColumnProps {
  readonly their: TheirColumn;
  readonly rows: ListLook["rows"];
  /** Why it may only be read. */
  readonly reason?: string | undefined;
}

/** What stands in their column. */
export function BesideColumn({ their, rows, reason }: BesideColumnProps): ReactElement {
  const styles = useAdoptPageStyles();
  const samples = samplesOf(their.field, their.heldAs, rows);
  return (
    <div className={styles.beside}>
      <Text className={styles.quiet}>{samples.length === 0 ? adoptWords.noSamples : adoptWords.samples(samples)}</Text>
      {reason !== undefined && <Text>{reason}</Text>}
    </div>
  );
}
