import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import { cardWords } from "../../content";
import { fragmentOf, HostLink, useServices, type PostedMessage } from "../../parts";
import { useStatusCardPageStyles } from "./status-card-page.styles";
import type { KeptLink } from "./use-posting";

export interface PostedProps {
  readonly title: string;
  readonly projectRef: string;
  readonly message: PostedMessage;
  readonly link: KeptLink;
}

/** The card is in the channel; what became of its link is said only where it was not kept. */
export function Posted({ title, projectRef, message, link }: PostedProps): ReactElement {
  const styles = useStatusCardPageStyles();
  const { location } = useServices();
  const titleRef = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone.
  useEffect(() => titleRef.current?.focus(), []);
  return (
    <div className={styles.page}>
      <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
        {cardWords.pageTitle(title)}
      </h1>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <span>{cardWords.posted}</span> {message.webUrl !== "" && <HostLink address={message.webUrl}>{cardWords.openMessage}</HostLink>}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => location.go(fragmentOf({ kind: "project", ref: projectRef }))}>{cardWords.backToProject}</Button>
        </MessageBarActions>
      </MessageBar>
      {link !== "kept" && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{link === "notAllowed" ? cardWords.linkNotAllowed : cardWords.linkNotKept}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
