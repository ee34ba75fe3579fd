import { useCallback, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import type { Host } from "../../hosts";
import { AppTheme, LiveAnnouncer, Notifier } from "../../ui";

/** Everything inside follows the host's theme without a reload. */
export function HostTheme({ host, children }: { readonly host: Host; readonly children: ReactNode }): ReactElement {
  const theme = useSyncExternalStore(
    useCallback((listener) => host.onChange(listener), [host]),
    useCallback(() => host.context().theme, [host]),
  );
  return (
    <AppTheme theme={theme}>
      <LiveAnnouncer>
        <Notifier>{children}</Notifier>
      </LiveAnnouncer>
    </AppTheme>
  );
}
