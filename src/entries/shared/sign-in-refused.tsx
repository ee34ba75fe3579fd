import { Link } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { permissionWords } from "../../content";
import { AskAdministrator } from "../../features/permissions";
import { copyText } from "../../hosts";
import { permissionsOf } from "./access-service";
import type { Deployment } from "./deployment";

export interface SignInRefusedProps {
  readonly page: Window;
  readonly deployment: Deployment;
}

/** Below a sign-in that was not allowed: what an administrator needs to allow it to everybody. */
export function SignInRefused({ page, deployment }: SignInRefusedProps): ReactElement {
  const permissions = permissionsOf({ consent: { way: deployment.permissions, state: () => "unknown" }, deployment });
  return (
    <AskAdministrator permissions={permissions} site={deployment.sites[0]?.address ?? ""} copy={(text) => copyText(page, text)}>
      <Link href={permissions.consentLink} target="_blank" rel="noopener noreferrer">
        {permissionWords.openLink}
      </Link>
    </AskAdministrator>
  );
}
