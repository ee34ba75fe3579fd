import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { demoWords } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
import type { AccessState } from "./access-state";
import { SwitchTable } from "./switch-table";

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
      <SwitchTable
        labelledBy="access"
        headings={[demoWords.site, demoWords.appGrant]}
        switches={sites.map(({ key, name, appGrant }) => ({ key, name, label: `${demoWords.appGrant}: ${name}`, state: appGrant }))}
        states={appRoles.map((role) => [role, demoWords.appGrants[role]])}
        onSwitch={(site, role) => onChange({ appGrants: { [site]: role } })}
      />
    </section>
  );
}
