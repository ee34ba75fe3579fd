import { Checkbox, mergeClasses } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import { changePlanWords } from "../../content";
import { formatPence } from "../../kernel";
import { columnOf, type CellProblem, type ChangePlan, type PlannedRow, type Register } from "../../registers";
import { RecordsView, StatusTag, type GridColumn, type Tone } from "../../ui";
import { useChangePlanPreviewStyles } from "./change-plan-preview.styles";
import { changesText, planProblems, planSentences, type PlanProblem } from "./plan-sentences";

export interface ChangePlanPreviewProps {
  readonly register: Register;
  readonly plan: ChangePlan;
  /** What a row is called; "" when nothing names it. */
  readonly nameOf: (row: PlannedRow) => string;
  /** The title of a project for its ref. */
  readonly projectTitle: (ref: string) => string;
  /** Worth a look but written all the same, by a row's position. */
  readonly remarks?: ReadonlyMap<number, readonly CellProblem[]> | undefined;
  /** Sentences to stand behind the totals. */
  readonly alsoSays?: readonly string[] | undefined;
}

const noRemarks: ReadonlyMap<number, readonly CellProblem[]> = new Map();

/** What a change plan would do, before anything is written: totals as sentences, money by project, every row, every problem. */
export function ChangePlanPreview({ register, plan, nameOf, projectTitle, remarks = noRemarks, alsoSays = [] }: ChangePlanPreviewProps): ReactElement {
  const styles = useChangePlanPreviewStyles();
  const [isOnlyProblems, setIsOnlyProblems] = useState(false);
  const problems = useMemo(() => planProblems(register, plan, remarks), [register, plan, remarks]);
  return (
    <div className={styles.preview}>
      <ul className={styles.totals}>
        {[...planSentences(register, plan), ...alsoSays].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <MoneyByProject plan={plan} projectTitle={projectTitle} />
      <Checkbox label={changePlanWords.onlyProblems} checked={isOnlyProblems} onChange={(_event, data) => setIsOnlyProblems(data.checked === true)} />
      <div className={styles.table}>
        {isOnlyProblems ? (
          <ProblemTable problems={problems} nameOf={nameOf} />
        ) : (
          <RowTable register={register} plan={plan} nameOf={nameOf} problems={problems} />
        )}
      </div>
    </div>
  );
}

const mostProjects = 12;

/** The biggest moves first. One amount alone is in the sentence already. */
function MoneyByProject({ plan, projectTitle }: Pick<ChangePlanPreviewProps, "plan" | "projectTitle">): ReactElement | null {
  const styles = useChangePlanPreviewStyles();
  const headingId = useId();
  const moved = [...plan.totals.penceByProject].sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
  if (moved.length < 2) return null;
  return (
    <table className={styles.money} aria-labelledby={headingId}>
      <caption id={headingId} className={styles.moneyHeading}>
        {changePlanWords.moneyTitle}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.moneyHeading}>
            {changePlanWords.project}
          </th>
          <th scope="col" className={mergeClasses(styles.moneyHeading, styles.amount)}>
            {changePlanWords.moves}
          </th>
        </tr>
      </thead>
      <tbody>
        {moved.slice(0, mostProjects).map(([ref, amount]) => (
          <tr key={ref}>
            <th scope="row" className={styles.moneyName}>
              {ref === "" ? changePlanWords.noProject : projectTitle(ref)}
            </th>
            <td className={styles.amount}>{formatPence(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tones: Readonly<Record<PlannedRow["kind"], Tone>> = { added: "success", changed: "info", unchanged: "neutral", refused: "danger" };

interface RowTableProps extends Pick<ChangePlanPreviewProps, "register" | "plan" | "nameOf"> {
  readonly problems: readonly PlanProblem[];
}

function RowTable({ register, plan, nameOf, problems }: RowTableProps): ReactElement {
  const styles = useChangePlanPreviewStyles();
  const columns = useMemo((): readonly GridColumn<PlannedRow>[] => {
    const wrong = new Map<number, string>();
    for (const { position, says } of problems) wrong.set(position, [wrong.get(position), says].filter((text) => text !== undefined).join("; "));
    const missing = (row: PlannedRow): string => row.missing.map((name) => columnOf(register, name)?.label ?? name).join(", ");
    return [
      { id: "name", label: changePlanWords.record, widthPx: 240, text: (row: PlannedRow) => nameOf(row) || changePlanWords.unnamed },
      { id: "position", label: changePlanWords.row, widthPx: 72, align: "end" as const, text: (row: PlannedRow) => String(row.position) },
      {
        id: "kind",
        label: changePlanWords.what,
        widthPx: 140,
        text: (row: PlannedRow) => changePlanWords.kinds[row.kind],
        render: (row: PlannedRow) => <StatusTag words={changePlanWords.kinds[row.kind]} tone={tones[row.kind]} />,
      },
      textColumn({ id: "wrong", label: changePlanWords.wrong, className: styles.long }, (row: PlannedRow) => wrong.get(row.position) ?? ""),
      textColumn({ id: "changes", label: changePlanWords.changes, className: styles.long }, (row: PlannedRow) => changesText(register, row)),
      textColumn({ id: "missing", label: changePlanWords.toFill, className: styles.long }, missing),
    ].map((column) => ({ align: "start" as const, sortable: false, ...column }));
  }, [register, nameOf, problems, styles.long]);
  return (
    <RecordsView<PlannedRow>
      view="table"
      label={changePlanWords.rows}
      rows={plan.rows}
      columns={columns}
      rowKey={(row) => String(row.position)}
      emptyState={changePlanWords.noRows}
    />
  );
}

function ProblemTable({ problems, nameOf }: { readonly problems: readonly PlanProblem[]; readonly nameOf: (row: PlannedRow) => string }): ReactElement {
  const styles = useChangePlanPreviewStyles();
  const columns = useMemo(
    (): readonly GridColumn<PlanProblem>[] =>
      [
        { id: "name", label: changePlanWords.record, widthPx: 220, text: ({ row }: PlanProblem) => nameOf(row) || changePlanWords.unnamed },
        { id: "position", label: changePlanWords.row, widthPx: 72, align: "end" as const, text: ({ position }: PlanProblem) => String(position) },
        { id: "column", label: changePlanWords.column, widthPx: 180, text: ({ column }: PlanProblem) => column },
        textColumn({ id: "says", label: changePlanWords.wrong, className: styles.long }, ({ says }: PlanProblem) => says),
        textColumn({ id: "held", label: changePlanWords.held, className: styles.long }, ({ held }: PlanProblem) => held),
      ].map((column) => ({ align: "start" as const, sortable: false, ...column })),
    [nameOf, styles.long],
  );
  return (
    <RecordsView<PlanProblem>
      view="table"
      label={changePlanWords.problems}
      rows={problems}
      columns={columns}
      rowKey={({ key }) => key}
      emptyState={changePlanWords.noProblems}
    />
  );
}

interface TextColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly widthPx: number;
  readonly text: (row: Row) => string;
  readonly render: (row: Row) => ReactElement;
}

function textColumn<Row>(
  { id, label, className }: { readonly id: string; readonly label: string; readonly className: string },
  shown: (row: Row) => string,
): TextColumn<Row> {
  const text = (row: Row): string => shown(row) || changePlanWords.none;
  return { id, label, widthPx: 300, text, render: (row) => <span className={className}>{text(row)}</span> };
}
