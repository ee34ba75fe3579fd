import { Text } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { adoptWords, listWords } from "../../content";
import { columnOf, showValue, valueAt, type ListLook, type Register, type Values } from "../../registers";
import { RecordsView, type GridColumn } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { filledCounts, previewRows } from "./list-preview";
import type { KnownProject } from "./projects-of-rows";
import type { MappingDraft } from "./use-mapping-draft";

export interface RowsPreviewProps {
  readonly look: ListLook;
  readonly draft: MappingDraft;
  readonly projects: readonly KnownProject[];
}

const rowsShown = 5;

interface PreviewRow {
  readonly key: string;
  readonly values: Values;
}

/** The first rows as the register would show them, and how many of those looked at have what it works with. */
export function RowsPreview({ look, draft, projects }: RowsPreviewProps): ReactElement {
  const styles = useAdoptPageStyles();
  const { register, adoption } = draft;
  const values = useMemo(() => previewRows(register, adoption, look.rows), [register, adoption, look.rows]);
  const rows = values.slice(0, rowsShown).map((row, index) => ({ key: String(index), values: row }));
  const columns = useMemo(() => previewColumns(register, projects), [register, projects]);
  const counts = filledCounts(register, adoption, values);
  return (
    <section className={styles.section} aria-label={adoptWords.previewTitle(register.label)}>
      <h2 className={styles.heading}>{adoptWords.previewTitle(register.label)}</h2>
      {rows.length === 0 ? (
        <Text>{adoptWords.previewNone}</Text>
      ) : (
        <>
          <div className={styles.preview}>
            <RecordsView view="table" label={adoptWords.previewTitle(register.label)} rows={rows} columns={columns} rowKey={({ key }) => key} />
          </div>
          <ul className={styles.list}>
            {counts.map(({ name, label, filled }) => (
              <li key={name}>{adoptWords.filled(filled, values.length, label)}</li>
            ))}
          </ul>
          {look.rows.length >= mostLookedAt && <Text>{adoptWords.firstOnly(look.rows.length)}</Text>}
        </>
      )}
    </section>
  );
}

/** A list of this many rows may have more that were not looked at. */
const mostLookedAt = 200;

function previewColumns(register: Register, projects: readonly KnownProject[]): readonly GridColumn<PreviewRow>[] {
  const titles = new Map(projects.map(({ ref, title }) => [ref, title]));
  const names = ["Title", ...register.shows.filter((name) => name !== "Title"), ...(columnOf(register, "ProjectRef") === undefined ? [] : ["ProjectRef"])];
  return names.flatMap((name) => {
    const column = columnOf(register, name);
    if (column === undefined) return [];
    const text = ({ values }: PreviewRow): string => {
      const value = valueAt(values, name);
      return (name === "ProjectRef" ? titles.get(String(value)) : undefined) ?? (showValue(column, value) || listWords.notSet);
    };
    return [{ id: name, label: column.label, widthPx: 160, align: "start" as const, sortable: false, text }];
  });
}
