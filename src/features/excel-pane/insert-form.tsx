import { Button, Text } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import { excelPaneWords } from "../../content";
import { useFreshRows, useOfferedRegisters, useRows } from "../../parts";
import { columnOf, registerNamed, valueAt } from "../../registers";
import { ChoiceField, useSharedStyles } from "../../ui";
import { useExcelPaneStyles } from "./excel-pane.styles";
import type { InsertRequest } from "./sheet-work";

const fresh = ["Projects"];
/** What most people come for stands first. */
const first = ["Risks", "Costs"];

export interface InsertFormProps {
  readonly isPrimary: boolean;
  readonly onInsert: (request: InsertRequest) => void;
}

export function InsertForm({ isPrimary, onInsert }: InsertFormProps): ReactElement {
  const styles = useExcelPaneStyles();
  const shared = useSharedStyles();
  const id = useId();
  useFreshRows(fresh);
  const projects = useRows("Projects");
  const { light, further } = useOfferedRegisters();
  const offered = [...light.filter((each) => first.includes(each.name)), ...light.filter((each) => !first.includes(each.name)), ...further];
  const [name, setName] = useState("Risks");
  const [project, setProject] = useState("");
  const register = registerNamed(name);
  const hasProject = register !== undefined && (register.name === "Projects" || columnOf(register, "ProjectRef") !== undefined);
  const projectChoices = useMemo(
    () =>
      projects
        .flatMap(({ values }) => {
          const ref = valueAt(values, "Ref");
          return typeof ref === "string" ? [{ value: ref, label: `${String(valueAt(values, "Title") ?? ref)} (${ref})` }] : [];
        })
        .sort((one, other) => one.label.localeCompare(other.label, "en-GB")),
    [projects],
  );
  return (
    <section className={styles.stack} aria-label={excelPaneWords.startTitle}>
      <Text as="h2" weight="semibold" className={shared.noMargin}>
        {excelPaneWords.startTitle}
      </Text>
      {isPrimary && <Text>{excelPaneWords.start}</Text>}
      <ChoiceField
        id={`${id}register`}
        label={excelPaneWords.register}
        value={name}
        isNeeded
        choices={offered.map((each) => ({ value: each.name, label: each.label }))}
        onChange={setName}
      />
      {hasProject && (
        <ChoiceField
          id={`${id}project`}
          label={excelPaneWords.project}
          value={project}
          choices={projectChoices}
          blank={excelPaneWords.allProjects}
          onChange={setProject}
        />
      )}
      <Button
        appearance={isPrimary ? "primary" : "secondary"}
        className={styles.start}
        disabledFocusable={register === undefined}
        onClick={() => {
          if (register !== undefined) onInsert({ register, project: hasProject ? project : "" });
        }}
      >
        {excelPaneWords.insert}
      </Button>
    </section>
  );
}
