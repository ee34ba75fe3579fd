import type { ReactElement } from "react";
import { ExcelPane } from "../../features/excel-pane";
import { ServicesProvider, type Services } from "../../parts";
import type { ExcelSheet } from "../../workbook";
import { Gate, SignInBar, type DeployedSite, type GateState } from "../shared";
import { usePanePageStyles } from "./pane-page.styles";
import { SiteChoice, SiteLine } from "./site-choice";

export type PaneState =
  | GateState
  | { readonly kind: "chooseSite"; readonly sites: readonly DeployedSite[]; readonly onChoose: (address: string) => void }
  | {
      readonly kind: "ready";
      readonly services: Services;
      readonly sheet: ExcelSheet;
      /** Only where there is another site to choose. */
      readonly onOtherSite?: () => void;
    };

/** Everything the task pane's page can be. */
export function PanePage({ state }: { readonly state: PaneState }): ReactElement {
  const styles = usePanePageStyles();
  if (state.kind === "chooseSite") return <SiteChoice sites={state.sites} onChoose={state.onChoose} />;
  if (state.kind !== "ready") return <Gate state={state} />;
  const { services, onOtherSite } = state;
  return (
    <SignInBar services={services}>
      <div className={styles.page}>
        {onOtherSite !== undefined && <SiteLine services={services} onOtherSite={onOtherSite} />}
        <div className={styles.pane}>
          <ServicesProvider value={services}>
            <ExcelPane sheet={state.sheet} />
          </ServicesProvider>
        </div>
      </div>
    </SignInBar>
  );
}
