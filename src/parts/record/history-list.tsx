import { Text } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { formatMoment } from "../../kernel";
import { faultWords, historyWords } from "../../content";
import { changesBetween, columnOf, fillableColumns, showValue, valueAt, type Register, type RowId } from "../../registers";
import { StateView, type ViewState } from "../../ui";
import { useServices, type RowVersion } from "../services";
import { usePlace } from "../use-records";
import { useHistoryListStyles } from "./history-list.styles";

export interface HistoryListProps {
  readonly register: Register;
  readonly id: RowId;
}

/** Every version of a record with what it changed, newest first, from SharePoint's own history. */
export function HistoryList({ register, id }: HistoryListProps): ReactElement {
  const styles = useHistoryListStyles();
  const { history } = useServices();
  const place = usePlace(register.name);
  const [state, setState] = useState<ViewState<readonly RowVersion[]>>({ kind: "loading", what: historyWords.title });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void history.versions(place, id).then((found) => {
      if (!isCurrent) return;
      if (found.ok)
        setState(found.value.length === 0 ? { kind: "empty", title: historyWords.title, invite: historyWords.none } : { kind: "ready", value: found.value });
      else setState({ kind: "error", fault: faultWords(found.fault).happened, onRetry: () => setAttempt((last) => last + 1) });
    });
    return () => {
      isCurrent = false;
    };
  }, [history, place, id, attempt]);
  return (
    <StateView state={state}>
      {(versions) => (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the list scrolls and holds nothing else to stop at
        <ol className={styles.versions} aria-label={historyWords.title} tabIndex={0}>
          {versions.map((version, index) => (
            <li key={version.label} className={styles.version}>
              <Text weight="semibold">{historyWords.version(version.label, version.changedBy || historyWords.unknown, formatMoment(version.changedAtMs))}</Text>
              <VersionChanges register={register} version={version} older={versions[index + 1]} />
            </li>
          ))}
        </ol>
      )}
    </StateView>
  );
}

function VersionChanges({
  register,
  version,
  older,
}: {
  readonly register: Register;
  readonly version: RowVersion;
  readonly older: RowVersion | undefined;
}): ReactElement {
  const styles = useHistoryListStyles();
  if (older === undefined) return <Text>{historyWords.first}</Text>;
  const shownNames = new Set(fillableColumns(register).map(([name]) => name));
  const changed = Object.keys(changesBetween(older.values, version.values)).filter((name) => shownNames.has(name));
  if (changed.length === 0) return <Text>{historyWords.nothing}</Text>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{historyWords.column}</th>
          <th scope="col">{historyWords.before}</th>
          <th scope="col">{historyWords.after}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((name) => {
          const column = columnOf(register, name);
          const shown = (from: RowVersion): string => (column === undefined ? "" : showValue(column, valueAt(from.values, name)));
          return (
            <tr key={name}>
              <th scope="row">{column?.label ?? name}</th>
              <td>{shown(older) || "–"}</td>
              <td>{shown(version) || "–"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
