import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { referenceDataWords as words } from "../../content";
import { referenceDataNotices, type Standpoint } from "../../insight";
import { useServices } from "../services";

/** What every figure counts with and runs out, or has run out; nothing where all of it is up to date. */
export function ReferenceDataNotices({ standpoint }: { readonly standpoint: Standpoint }): ReactElement | null {
  const { store, session } = useServices();
  const notices = referenceDataNotices(standpoint, (register) => store.rows({ site: session.site.id, register }).length > 0);
  if (notices.length === 0) return null;
  const isOver = notices.some(({ state }) => state === "hasRunOut");
  return (
    <MessageBar intent={isOver ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {notices.map(({ subject, state }) => words.notices[subject][state]).join(" ")}
      </MessageBarBody>
    </MessageBar>
  );
}
