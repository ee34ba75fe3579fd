import type { ReactElement } from "react";
import { demoWords, permissionNames } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
import { SwitchTable } from "./switch-table";
import type { PermissionState } from "./tenant-state";

export interface PermissionsProps {
  readonly permissions: readonly PermissionState[];
  readonly onChange: (wish: object) => void;
}

const states = ["given", "askFirst", "withheld"] as const;

/** What the product has been allowed, with a switch each. */
export function Permissions({ permissions, onChange }: PermissionsProps): ReactElement {
  const styles = usePlainPageStyles();
  return (
    <section aria-labelledby="permissions">
      <h2 id="permissions" className={styles.heading}>
        {demoWords.permissions}
      </h2>
      <p className={styles.intro}>{demoWords.permissionsIntro}</p>
      <SwitchTable
        labelledBy="permissions"
        headings={[demoWords.permission, demoWords.scope, demoWords.state]}
        switches={permissions.map(({ feature, scope, state }) => {
          const name = permissionNames[feature] ?? feature;
          return { key: feature, name, about: [scope], label: name, state };
        })}
        states={states.map((one) => [one, demoWords.consentStates[one]])}
        onSwitch={(feature, state) => onChange({ consents: { [feature]: state } })}
      />
    </section>
  );
}
