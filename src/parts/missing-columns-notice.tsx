import { Link, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { listWords, recordWords } from "../content";
import type { Register } from "../registers";
import { fragmentOf } from "./page";
import { useServices } from "./services";

/** One sentence for all columns that the list lost, with the way to where they are added back. Nothing while it has them all. */
export function MissingColumnsNotice({ register }: { /** As the list is kept. */ readonly register: Register }): ReactElement | null {
  const { location } = useServices();
  const labels = Object.values(register.missing ?? {}).flatMap((column) => (column.hidden === true ? [] : [column.label]));
  if (labels.length === 0) return null;
  const target = fragmentOf({ kind: "setUp" });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {recordWords.missingColumns(labels)}{" "}
        <Link
          inline
          href={`#${target}`}
          onClick={(event) => {
            event.preventDefault();
            location.go(target);
          }}
        >
          {listWords.setUp}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}
