import { Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { demoWords, permissionNames } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
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
      <div className={styles.scroll}>
        <table className={styles.table} aria-labelledby="permissions">
          <thead>
            <tr>
              <th scope="col">{demoWords.permission}</th>
              <th scope="col">{demoWords.scope}</th>
              <th scope="col">{demoWords.state}</th>
            </tr>
          </thead>
          <tbody>
            {permissions.map(({ feature, scope, state }) => (
              <tr key={feature}>
                <th scope="row">{permissionNames[feature] ?? feature}</th>
                <td>{scope}</td>
                <td>
                  <Select
                    size="small"
                    aria-label={permissionNames[feature] ?? feature}
                    value={state}
                    onChange={(_event, data) => onChange({ consents: { [feature]: data.value } })}
                  >
                    {states.map((one) => (
                      <option key={one} value={one}>
                        {demoWords.consentStates[one]}
                      </option>
                    ))}
                  </Select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
