import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { projectWords } from "../../content";
import { PageLink, ragFrom, type InsightState } from "../../parts";
import { RagMark } from "../../ui";
import { useProjectPageStyles } from "./project-page.styles";

interface FactsProps {
  readonly state: InsightState;
  readonly projectRef: string;
}

/** The worked-out RAG beside the declared one, with the way to its reasons. */
export function FactsLine({ state, projectRef }: FactsProps): ReactElement | null {
  const styles = useProjectPageStyles();
  if (state.kind === "loading") return <Text className={styles.quiet}>{projectWords.workingOut}</Text>;
  const overall = state.insight.byRef.get(projectRef)?.rags.overall.value;
  if (overall === undefined) return null;
  return (
    <span className={styles.facts}>
      {projectWords.factsSay}
      <RagMark rag={ragFrom(overall)} words={overall.toUpperCase()} />
      <PageLink page={{ kind: "figures", project: projectRef, figure: "overall" }}>{projectWords.whyFacts}</PageLink>
    </span>
  );
}

/** What belongs to the two RAGs: the reason for the difference, what was left out, and how good the records are. */
export function FactsNotes({ state, projectRef }: FactsProps): ReactElement | null {
  const styles = useProjectPageStyles();
  const project = state.kind === "ready" ? state.insight.byRef.get(projectRef) : undefined;
  if (state.kind === "loading" || project === undefined) return null;
  const { declared, quality } = project;
  const score = quality.score.value;
  return (
    <div className={styles.notes}>
      {declared.reason.value !== undefined && <Text>{projectWords.reason(declared.reason.value)}</Text>}
      {declared.needsReason.value === true && declared.reason.value === undefined && <Text>{projectWords.needsReason}</Text>}
      {state.unread.length > 0 && <Text>{projectWords.factsPartly(state.unread)}</Text>}
      {score !== undefined && (
        <PageLink page={{ kind: "quality", project: projectRef }}>
          {projectWords.quality(Math.floor(score).toLocaleString("en-GB"), quality.findings.length)}
        </PageLink>
      )}
    </div>
  );
}
