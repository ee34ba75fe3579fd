import { Button, Checkbox, MessageBar, MessageBarActions, MessageBarBody, Text } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import { importWords } from "../../content";
import { columnOf, type Register } from "../../registers";
import { ChoiceField } from "../../ui";
import { useImportPageStyles } from "./import-page.styles";
import { notesColumn, targetNames, type ColumnSource, type Mapping } from "./mapping";
import { MappingRow } from "./mapping-row";
import { exampleOf, type SourceTable } from "./source-table";
import { keyCandidates, type KeyCandidate } from "./suggest-import";
import type { MappingDraft } from "./use-mapping";

export interface MappingStepProps {
  readonly register: Register;
  readonly table: SourceTable;
  readonly draft: MappingDraft;
  readonly onPreview: () => void;
}

/** Where each column of the register comes from, what goes to the notes, and what makes a row the same record again. */
export function MappingStep({ register, table, draft, onPreview }: MappingStepProps): ReactElement | null {
  const styles = useImportPageStyles();
  const [isAll, setIsAll] = useState(false);
  // What is in sight stays in sight while it is changed: choosing "leave out" must not take the row away.
  const [started] = useState(() => new Set(draft.mapping?.sources.keys() ?? []));
  const { mapping, change, known } = draft;
  if (mapping === undefined) return null;
  const all = targetNames(register);
  const isLikely = (name: string): boolean => {
    const column = columnOf(register, name);
    return started.has(name) || mapping.sources.has(name) || column?.needed === "create" || (column?.level === "light" && name !== "Ref");
  };
  const shown = isAll ? all : all.filter(isLikely);
  const setSource = (name: string, source: ColumnSource | undefined): void => {
    const sources = new Map(mapping.sources);
    if (source === undefined) sources.delete(name);
    else sources.set(name, source);
    const notes = new Set([...mapping.notes].filter((column) => source?.kind !== "column" || column !== source.column));
    const { keyColumn, ...rest } = mapping;
    change({ ...rest, sources, notes, ...(keyColumn === undefined || !sources.has(keyColumn) ? {} : { keyColumn }) });
  };
  return (
    <>
      {draft.isRemembered && (
        <MessageBar layout="multiline">
          <MessageBarBody>{importWords.remembered}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={draft.suggestAgain}>
              {importWords.startAfresh}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Text>{importWords.columnsExplain(usedColumns(mapping).size, table.headings.length)}</Text>
      <ul className={styles.mappings}>
        {shown.map((name) => (
          <MappingRow
            key={name}
            name={name}
            register={register}
            table={table}
            source={mapping.sources.get(name)}
            known={known(name)}
            onChange={(source) => setSource(name, source)}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="small" onClick={() => setIsAll(!isAll)}>
          {isAll ? importWords.showFewer : importWords.showAll(all.length - shown.length)}
        </Button>
      </div>
      <RestOfFile register={register} table={table} mapping={mapping} onChange={change} />
      <KeyChoice register={register} table={table} mapping={mapping} onChange={change} />
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={mapping.sources.size === 0} onClick={onPreview}>
          {importWords.preview}
        </Button>
        {mapping.sources.size === 0 && <Text>{importWords.nothingMatched}</Text>}
      </div>
    </>
  );
}

interface PartProps {
  readonly register: Register;
  readonly table: SourceTable;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

export function usedColumns({ sources, notes }: Mapping): ReadonlySet<number> {
  return new Set([...notes, ...[...sources.values()].flatMap((source) => (source.kind === "column" ? [source.column] : []))]);
}

const restShown = 12;

/** Columns of the file that no column of the register takes. */
function RestOfFile({ register, table, mapping, onChange }: PartProps): ReactElement | null {
  const styles = useImportPageStyles();
  const name = notesColumn(register);
  const notes = name === undefined ? undefined : columnOf(register, name)?.label;
  const taken = usedColumns({ ...mapping, notes: new Set() });
  const rest = table.headings.flatMap((heading, column) => (heading === "" || taken.has(column) ? [] : [{ heading, column }]));
  const examples = useMemo(() => table.headings.map((_, column) => exampleOf(table, column)), [table]);
  const [isAll, setIsAll] = useState(false);
  // A sheet may be hundreds of columns wide; what goes to the notes is always in sight.
  const shown = isAll ? rest : rest.filter(({ column }, index) => index < restShown || mapping.notes.has(column));
  const toggle = (column: number): void => {
    const next = new Set(mapping.notes);
    if (!next.delete(column)) next.add(column);
    onChange({ ...mapping, notes: next });
  };
  return (
    <fieldset className={styles.rest}>
      {rest.length > 0 && (
        <>
          <legend className={styles.legend}>{importWords.restTitle}</legend>
          <Text>{notes === undefined ? importWords.restIgnored : importWords.restExplain(notes)}</Text>
          {shown.map(({ heading, column }) => (
            <div key={column} className={styles.restItem}>
              {notes === undefined ? (
                <Text>{heading}</Text>
              ) : (
                <Checkbox label={importWords.addToNotes(heading, notes)} checked={mapping.notes.has(column)} onChange={() => toggle(column)} />
              )}
              {examples[column] !== undefined && (
                <Text size={200} className={styles.example}>
                  {importWords.example(examples[column])}
                </Text>
              )}
            </div>
          ))}
          {shown.length < rest.length && (
            <div className={styles.actions}>
              <Button size="small" onClick={() => setIsAll(true)}>
                {importWords.restMore(rest.length - shown.length)}
              </Button>
            </div>
          )}
        </>
      )}
      {notes !== undefined && (
        <Checkbox
          label={importWords.keepUnread(notes)}
          checked={mapping.keepsUnread}
          onChange={(_event, data) => onChange({ ...mapping, keepsUnread: data.checked === true })}
        />
      )}
    </fieldset>
  );
}

function KeyChoice({ register, table, mapping, onChange }: PartProps): ReactElement {
  const id = useId();
  const candidates = useMemo(() => keyCandidates(register, mapping.sources, table), [register, mapping.sources, table]);
  const labelOf = (name: string): string => columnOf(register, name)?.label ?? name;
  const chosen = candidates.find(({ name }) => name === mapping.keyColumn);
  const hintOf = ({ name, isDistinct, isCounted }: KeyCandidate): string =>
    !isDistinct ? importWords.keyRepeats(labelOf(name)) : isCounted ? importWords.keyCounted(labelOf(name)) : importWords.keyHint;
  const hint = chosen === undefined ? importWords.keyWholeHint : hintOf(chosen);
  return (
    <ChoiceField
      id={id}
      label={importWords.key}
      hint={hint}
      value={mapping.keyColumn ?? ""}
      blank={importWords.keyWhole}
      choices={candidates.map(({ name }) => ({ value: name, label: labelOf(name) }))}
      onChange={(value) => {
        const { keyColumn: _old, ...rest } = mapping;
        onChange(value === "" ? rest : { ...rest, keyColumn: value });
      }}
    />
  );
}
