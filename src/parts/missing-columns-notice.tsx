import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { listWords, recordWords } from "../content";
import type { Register } from "../registers";
import { PageLink } from "./page-link";
import { useServices } from "./services";

/**
 * One sentence for all columns that the list lost, with the way to where they are added back, or, of a list that the trust made itself,
 * matched again. Nothing while it has them all; what a list of the trust's never had is nothing that it lost.
 */
export function MissingColumnsNotice({ register }: { /** As the list is kept. */ readonly register: Register }): ReactElement | null {
  const { rights, session } = useServices();
  const lost = rights.list({ site: session.site.id, register: register.name })?.lost;
  const gone = Object.entries(register.missing ?? {}).filter(([name, { hidden }]) => hidden !== true && lost?.has(name) !== false);
  if (gone.length === 0) return null;
  const labels = gone.map(([, { label }]) => label);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {lost === undefined ? recordWords.missingColumns(labels) : recordWords.changedList(labels)}{" "}
        <PageLink page={{ kind: lost === undefined ? "setUp" : "adopt" }}>{lost === undefined ? listWords.setUp : listWords.matchColumns}</PageLink>
      </MessageBarBody>
    </MessageBar>
  );
}
