import { Text } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { pickerWords, faultWords } from "../../content";
import type { Result } from "../../kernel";
import { valueAt, type Row } from "../../registers";
import { ComboSearch, type ComboOption, type FieldProps } from "../../ui";
import { AllowNotice } from "../consent/allow-notice";
import { useServices, type Person } from "../services";
import { useRows } from "../use-records";
import { usePickerStyles } from "./picker.styles";

export interface PersonPickerProps extends FieldProps {
  readonly name: string;
  readonly address: string;
  readonly onChange: (name: string, address: string) => void;
  /** Whose people come first. */
  readonly projectRef?: string | undefined;
}

const pauseMs = 250; // between the last key and the question to the directory
const mostOffered = 8;

/** The project's people first, then the site's, then the directory. A typed work address is taken as it is. */
export function PersonPicker({ name, address, onChange, projectRef, ...field }: PersonPickerProps): ReactElement {
  const styles = usePickerStyles();
  const near = useNearbyPeople(projectRef);
  const directory = useDirectory(address === "" ? name.trim() : "");
  const options = useMemo(() => offered(name, address, [...near, ...directory.people]), [name, address, near, directory.people]);
  return (
    <div className={styles.picker}>
      <ComboSearch<Person>
        {...field}
        query={name}
        onQuery={(query) => {
          onChange(query, "");
        }}
        options={options}
        state={directory.state}
        failure={options.length === 0 ? directory.failure : undefined}
        onChoose={(option) => {
          onChange(option.value.name, option.value.address);
        }}
        renderOption={(option) => (
          <span className={styles.option}>
            <Text>{option.value.name}</Text>
            <Text size={200} className={styles.detail}>
              {[option.value.jobTitle, option.value.address].filter((part) => part !== undefined && part !== "").join(" · ")}
            </Text>
          </span>
        )}
      />
      {directory.lacksPermission && <AllowNotice purpose="findPeople" onAllowed={directory.searchAgain} />}
    </div>
  );
}

function offered(name: string, address: string, people: readonly Person[]): readonly ComboOption<Person>[] {
  const wanted = address === "" ? name.trim().toLowerCase() : "";
  const byAddress = new Map<string, Person>();
  for (const person of people) {
    const known = byAddress.get(person.address);
    if (known === undefined || (known.jobTitle === undefined && person.jobTitle !== undefined)) byAddress.set(person.address, person);
  }
  return [...byAddress.values()]
    .filter((person) => wanted === "" || person.name.toLowerCase().includes(wanted) || person.address.includes(wanted))
    .slice(0, mostOffered)
    .map((person) => ({ key: person.address, label: person.name, value: person }));
}

/** The person themself, the project's people, and owners of anything in the site. */
function useNearbyPeople(projectRef: string | undefined): readonly Person[] {
  const { session } = useServices();
  const projects = useRows("Projects");
  const actions = useRows("Actions");
  const risks = useRows("Risks");
  return useMemo(() => {
    const here = projects.filter((project) => valueAt(project.values, "Ref") === projectRef);
    return [...peopleIn(here), session.me, ...peopleIn(actions), ...peopleIn(risks), ...peopleIn(projects)];
  }, [session.me, projects, actions, risks, projectRef]);
}

function peopleIn(rows: readonly Row[]): readonly Person[] {
  return rows.flatMap((row) =>
    Object.entries(row.values).flatMap(([column, value]): readonly Person[] => {
      const name = column.endsWith("Address") ? valueAt(row.values, column.slice(0, -"Address".length)) : undefined;
      return typeof value === "string" && typeof name === "string" ? [{ name, address: value }] : [];
    }),
  );
}

interface DirectoryAnswer {
  readonly state: "ready" | "searching";
  readonly people: readonly Person[];
  readonly failure?: string;
  /** The person has not allowed the search yet. */
  readonly lacksPermission?: boolean;
}

const nobody: DirectoryAnswer = { state: "ready", people: [] };

/** @param wanted what was typed so far; empty asks nothing. */
function useDirectory(wanted: string): DirectoryAnswer & { readonly lacksPermission: boolean; readonly searchAgain: () => void } {
  const { people, timers } = useServices();
  const [answer, setAnswer] = useState<DirectoryAnswer>(nobody);
  const lacksPermission = answer.lacksPermission ?? false;
  useEffect(() => {
    // Without the permission every further key would be refused too.
    if (wanted.length < 2 || lacksPermission) return;
    const stop = new AbortController();
    const cancel = timers.after(pauseMs, () => {
      setAnswer((last) => ({ ...last, state: "searching" }));
      void people.search(wanted, stop.signal).then((found) => {
        if (stop.signal.aborted) return;
        setAnswer(answerOf(found));
      });
    });
    return () => {
      cancel();
      stop.abort();
    };
  }, [wanted, people, timers, lacksPermission]);
  return { ...answer, lacksPermission, searchAgain: () => setAnswer(nobody) };
}

function answerOf(found: Result<readonly Person[]>): DirectoryAnswer {
  if (found.ok) return { state: "ready", people: found.value };
  if (found.fault.kind === "signInNeeded") return { ...nobody, failure: pickerWords.notAllowed, lacksPermission: true };
  return { ...nobody, failure: `${faultWords(found.fault).happened} ${pickerWords.typeAddress}` };
}
