import { Button, mergeClasses, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { useEffect, type ReactElement, type ReactNode } from "react";
import { uiWords } from "../../content";
import { useAnnounce } from "../panel/live-announcer";
import { useSharedStyles } from "../theme/shared.styles";
import { useStateViewStyles } from "./state-view.styles";
import type { ViewState } from "./view-state";

export interface StateViewProps<T> {
  readonly state: ViewState<T>;
  /** The real shape while loading, of final size. Absent: rows. */
  readonly skeleton?: ReactNode;
  readonly children: (value: T) => ReactNode;
}

/** Renders every state of a view. A wait is seen from the first paint and announced. */
export function StateView<T>({ state, skeleton, children }: StateViewProps<T>): ReactElement {
  switch (state.kind) {
    case "loading":
      return <LoadingState what={state.what}>{skeleton ?? <RowsSkeleton />}</LoadingState>;
    case "empty":
      return <EmptyState {...state} />;
    case "noMatch":
      return <NoMatchState {...state} />;
    case "error":
      return <ErrorState {...state} />;
    case "ready":
      return <>{children(state.value)}</>;
  }
}

function LoadingState({ what, children }: { readonly what: string; readonly children: ReactNode }): ReactElement {
  const styles = useStateViewStyles();
  const shared = useSharedStyles();
  const announce = useAnnounce();
  const words = uiWords.loading(what);
  // Into the page's own region: one that comes together with its words is often not read.
  useEffect(() => {
    announce(words);
    return () => announce("");
  }, [announce, words]);
  return (
    <div className={styles.loading} aria-busy="true">
      <Text className={shared.visuallyHidden}>{words}</Text>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

const skeletonRows = 8;

/** Rows of the comfortable grid's height. Fluent's own skeleton would be 2 kB of the first load. */
export function RowsSkeleton(): ReactElement {
  const styles = useStateViewStyles();
  return (
    <div className={styles.skeletonRows}>
      {Array.from({ length: skeletonRows }, (_, index) => (
        <div key={index} className={styles.skeletonRow}>
          <span className={mergeClasses(styles.skeletonItem, styles.skeletonMark)} />
          <span className={styles.skeletonItem} />
          <span className={mergeClasses(styles.skeletonItem, styles.skeletonShort)} />
        </div>
      ))}
    </div>
  );
}

export function EmptyState({ title, invite, action, more }: Omit<Extract<ViewState<never>, { kind: "empty" }>, "kind">): ReactElement {
  const styles = useStateViewStyles();
  const shared = useSharedStyles();
  return (
    <div className={styles.centred}>
      <Text as="h2" size={400} weight="semibold" className={shared.noMargin}>
        {title}
      </Text>
      <Text className={styles.sentence}>{invite}</Text>
      {action !== undefined && (
        <Button appearance="primary" onClick={action.run}>
          {action.label}
        </Button>
      )}
      {more !== undefined && <Button onClick={more.run}>{more.label}</Button>}
    </div>
  );
}

export function NoMatchState({ filters, onClear }: Omit<Extract<ViewState<never>, { kind: "noMatch" }>, "kind">): ReactElement {
  const styles = useStateViewStyles();
  const shared = useSharedStyles();
  return (
    <div className={styles.centred}>
      <Text as="h2" size={400} weight="semibold" className={shared.noMargin}>
        {uiWords.noMatchTitle}
      </Text>
      <Text role="status" className={styles.sentence}>
        {uiWords.noMatch(filters)}
      </Text>
      <Button onClick={onClear}>{uiWords.clearFilters}</Button>
    </div>
  );
}

/** Announced at once. Without `politeness`, which Fluent's MessageBar inverts. */
export function ErrorState({ fault, kept, onRetry, action }: Omit<Extract<ViewState<never>, { kind: "error" }>, "kind">): ReactElement {
  const styles = useStateViewStyles();
  return (
    <MessageBar intent="error" layout="multiline" className={styles.error}>
      <MessageBarBody>
        <MessageBarTitle>{fault}</MessageBarTitle>
        {kept}
      </MessageBarBody>
      {(onRetry ?? action) !== undefined && (
        <MessageBarActions>
          {onRetry !== undefined && (
            <Button size="small" onClick={onRetry}>
              {uiWords.tryAgain}
            </Button>
          )}
          {action !== undefined && (
            <Button size="small" onClick={action.run}>
              {action.label}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
