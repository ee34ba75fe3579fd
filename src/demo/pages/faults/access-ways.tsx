import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { demoWords } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
import type { AccessState } from "./access-state";

export interface AccessProps {
  readonly access: AccessState;
  readonly onChange: (wish: object) => void;
}

const ways = ["broad", "selected"] as const;
const appRoles = ["none", "read", "write", "owner", "fullcontrol"] as const;

/** How the trust lets the product in: which way of permissions, on which sites, and whether a policy keeps it out. */
export function AccessWays({ access, onChange }: AccessProps): ReactElement {
  const styles = usePlainPageStyles();
  const { sites, way, isBlocked, restrictedSite } = access;
  return (
    <section aria-labelledby="access">
      <h2 id="access" className={styles.heading}>
        {demoWords.access}
      </h2>
      <p className={styles.intro}>{demoWords.accessIntro}</p>
      <div className={styles.row}>
        <Field label={demoWords.permissionWay}>
          <Select value={way} onChange={(_event, data) => onChange({ permissions: data.value })}>
            {ways.map((one) => (
              <option key={one} value={one}>
                {demoWords.permissionWays[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={demoWords.conditionalAccess}>
          <Select value={isBlocked ? "yes" : "no"} onChange={(_event, data) => onChange({ conditionalAccess: data.value === "yes" })}>
            <option value="no">{demoWords.letsIn}</option>
            <option value="yes">{demoWords.keepsOut}</option>
          </Select>
        </Field>
        <Field label={demoWords.restrictedSite}>
          <Select value={restrictedSite ?? ""} onChange={(_event, data) => onChange({ restrictedSite: data.value === "" ? null : data.value })}>
            <option value="">{demoWords.noSite}</option>
            {sites.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table} aria-labelledby="access">
          <thead>
            <tr>
              <th scope="col">{demoWords.site}</th>
              <th scope="col">{demoWords.appGrant}</th>
            </tr>
          </thead>
          <tbody>
            {sites.map(({ key, name, appGrant }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <Select
                    size="small"
                    aria-label={`${demoWords.appGrant}: ${name}`}
                    value={appGrant}
                    onChange={(_event, data) => onChange({ appGrants: { [key]: data.value } })}
                  >
                    {appRoles.map((role) => (
                      <option key={role} value={role}>
                        {demoWords.appGrants[role]}
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
