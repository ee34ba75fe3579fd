import { Button, Link } from "@fluentui/react-components";
import { useCallback, useEffect, useState, type ReactElement } from "react";
import { AppTheme, ConfirmDialog, ErrorState } from "../../../ui";
import { demoWords } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
import { AccessWays } from "./access-ways";
import { Behaviour } from "./behaviour";
import { ClosedDoors } from "./closed-doors";
import { FaultTable } from "./fault-table";
import { Permissions } from "./permissions";
import { changeTenant, readTenantState, resetTenant, type TenantState } from "./tenant-state";
import { UsageReport } from "./usage-report";

const refreshEveryMs = 2_000;

/** The tenant's switches for trouble, and what was asked of it. */
export function FaultsPage(): ReactElement {
  const styles = usePlainPageStyles();
  const [state, setState] = useState<TenantState | "loading" | undefined>("loading");
  const [isAsking, setIsAsking] = useState(false);
  const refresh = useCallback(() => readTenantState(window).then(setState), []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), refreshEveryMs);
    return () => clearInterval(timer);
  }, [refresh]);
  const [refusal, setRefusal] = useState<string>();
  const change = (wish: object): void =>
    void changeTenant(window, wish).then((says) => {
      setRefusal(says);
      return refresh();
    });
  return (
    <AppTheme theme="default">
      <main className={styles.page}>
        <div className={styles.inner}>
          <div>
            <h1 className={styles.title}>{demoWords.faultsTitle}</h1>
            <p className={styles.intro}>
              {demoWords.faultsIntro}{" "}
              <Link href="/" inline>
                {demoWords.start}
              </Link>
            </p>
          </div>
          <div role="alert">{refusal}</div>
          {state === undefined && <ErrorState fault={demoWords.notRead} onRetry={() => void refresh()} />}
          {state !== undefined && state !== "loading" && (
            <>
              <FaultTable faults={state.faults} onChange={change} />
              <Permissions permissions={state.permissions} onChange={change} />
              <AccessWays access={state.access} onChange={change} />
              <ClosedDoors access={state.access} onChange={change} />
              <Behaviour quirks={state.quirks} unitsPerMinute={state.unitsPerMinute} onChange={change} />
              <UsageReport state={state} />
              <div className={styles.actions}>
                <Button onClick={() => setIsAsking(true)}>{demoWords.reset}</Button>
              </div>
            </>
          )}
        </div>
      </main>
      <ConfirmDialog
        isOpen={isAsking}
        title={demoWords.resetTitle}
        confirmLabel={demoWords.reset}
        onConfirm={() => {
          setIsAsking(false);
          void resetTenant(window).then(refresh);
        }}
        onCancel={() => setIsAsking(false)}
      >
        {demoWords.resetExplain}
      </ConfirmDialog>
    </AppTheme>
  );
}
