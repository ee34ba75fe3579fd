import { Text } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import { adoptWords } from "../../content";
import { columnOf, type ListLook, type TheirColumn } from "../../registers";
import { ChoiceField } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { projectSource } from "./change-mapping";
import { BesideColumn } from "./column-table";
import type { KnownProject } from "./projects-of-rows";
import { fitHere } from "./suggest-adoption";
import { meaningNow, theirWords } from "./their-words";
import type { MappingDraft } from "./use-mapping-draft";
import { worksOnlyWith } from "./what-needs";

export interface ProjectChoiceProps {
  readonly look: ListLook;
  readonly draft: MappingDraft;
  readonly projects: readonly KnownProject[];
}

const all = "all of one project";

/** Whether a column says the project of a row, whether all rows belong to one, or whether there is none. */
export function ProjectChoice({ look, draft, projects }: ProjectChoiceProps): ReactElement | null {
  const styles = useAdoptPageStyles();
  const id = useId();
  const column = columnOf(draft.register, "ProjectRef");
  if (column === undefined) return null;
  const source = projectSource(draft.adoption);
  const theirs = look.columns.filter((their) => fitHere(column, their) !== "never");
  const their = source.kind === "column" ? theirs.find(({ field }) => field === source.field) : undefined;
  const choose = (value: string): void => {
    if (value === all) draft.setAllOfProject(projects.length === 1 ? (projects[0]?.ref ?? "") : "");
    else draft.setProjectColumn(theirs.find(({ field }) => field === value));
  };
  return (
    <section className={styles.section} aria-label={adoptWords.projectTitle}>
      <h2 className={styles.heading}>{adoptWords.projectTitle}</h2>
      {projects.length === 0 && <Text>{adoptWords.noProjects}</Text>}
      <div className={styles.row}>
        <ChoiceField
          id={id}
          label={adoptWords.projectOf}
          hint={source.kind === "none" ? worksOnlyWith(draft.register, "ProjectRef") : undefined}
          value={source.kind === "all" ? all : source.kind === "column" ? source.field : ""}
          blank={adoptWords.projectNone}
          choices={[
            ...(projects.length === 0 ? [] : [{ value: all, label: adoptWords.projectAll }]),
            ...theirs.map(({ field, displayName }) => ({ value: field, label: adoptWords.projectColumn(displayName) })),
          ]}
          onChange={choose}
        />
        {source.kind === "all" && (
          <ChoiceField
            id={`${id}-all`}
            label={adoptWords.projectFor}
            isNeeded
            value={source.ref}
            choices={choicesOf(projects)}
            onChange={draft.setAllOfProject}
          />
        )}
        {their !== undefined && <BesideColumn their={their} rows={look.rows} />}
      </div>
      {their !== undefined && projects.length > 0 && <ProjectNames key={their.field} their={their} look={look} draft={draft} projects={projects} />}
    </section>
  );
}

/** Which of our projects each name in their column means. */
function ProjectNames({ look, draft, projects, their }: ProjectChoiceProps & { readonly their: TheirColumn }): ReactElement | null {
  const styles = useAdoptPageStyles();
  const id = useId();
  const column = columnOf(draft.register, "ProjectRef");
  const words = useMemo(() => theirWords(their, look.rows), [their, look.rows]);
  const mapped = draft.adoption.columns.get("ProjectRef");
  const meant = column === undefined || mapped === undefined ? [] : words.map((word) => ({ word, now: meaningNow(column, mapped, word) }));
  const matched = meant.filter(({ now }) => now !== undefined).length;
  const [isOpen, setIsOpen] = useState(() => matched < words.length);
  if (words.length === 0) return null;
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{`${adoptWords.projectWords}: ${adoptWords.projectNames(matched, words.length)}`}</summary>
      <div className={styles.words}>
        <div className={styles.fields}>
          {meant.map(({ word, now }, index) => (
            <ChoiceField
              key={word.theirs}
              id={`${id}-${String(index)}`}
              label={adoptWords.wordMeans(word.shown, word.count)}
              value={now === undefined ? "" : String(now)}
              blank={adoptWords.notAProject}
              choices={choicesOf(projects)}
              onChange={(ref) => draft.setMeaning("ProjectRef", word.theirs, ref === "" ? undefined : ref)}
            />
          ))}
        </div>
        {matched < words.length && <Text>{adoptWords.projectUnmapped}</Text>}
      </div>
    </details>
  );
}

function choicesOf(projects: readonly KnownProject[]): readonly { readonly value: string; readonly label: string }[] {
  return projects.map(({ ref, title }) => ({ value: ref, label: `${title} (${ref})` }));
}
