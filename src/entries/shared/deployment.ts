import type { PermissionWay } from "../../graph";
import type { DeviceMode } from "../../hosts";
import { fail, isRecord, listAt, property, succeed, textAt, type Result } from "../../kernel";

/** What a trust's administrator filled in: which app, which tenant, which sites. Served beside the pages as `deployment.json`. */
export interface Deployment {
  /** The app registration's client id. */
  readonly clientId: string;
  readonly tenantId: string;
  /** The app's id in the Teams manifest, for deep links. */
  readonly teamsAppId: string;
  readonly sites: readonly DeployedSite[];
  /** What people's devices may keep: `sealed` by default; `memory`: unsent changes alone, in clear; `off`: nothing. */
  readonly keepOnDevice: DeviceMode;
  /** `broad` by default: every site that the person may use; `selected`: the sites that an administrator has granted to the app. */
  readonly permissions: PermissionWay;
}

export interface DeployedSite {
  readonly name: string;
  /** "https://northmere.sharepoint.com/sites/pmo" */
  readonly address: string;
}

const deviceModes: readonly DeviceMode[] = ["sealed", "memory", "off"];

const permissionWays: readonly PermissionWay[] = ["broad", "selected"];

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function parseDeployment(value: unknown): Result<Deployment> {
  const clientId = textAt(value, "clientId") ?? textAt(value, "appId") ?? "";
  const tenantId = textAt(value, "tenantId") ?? "";
  const teamsAppId = textAt(value, "teamsAppId") ?? clientId;
  const sites = listAt(value, "sites")
    .map(parseSite)
    .filter((site) => site !== undefined);
  const keepOnDevice = deviceModes.find((mode) => mode === (textAt(value, "keepOnDevice") ?? "sealed"));
  const permissions = permissionWays.find((way) => way === (property(value, "permissions") ?? "broad"));
  const wrong = [
    ...(permissions === undefined ? ["permissions"] : []),
    ...(keepOnDevice === undefined ? ["keepOnDevice"] : []),
    ...(identifier.test(clientId) ? [] : ["clientId"]),
    ...(identifier.test(tenantId) ? [] : ["tenantId"]),
    ...(identifier.test(teamsAppId) ? [] : ["teamsAppId"]),
  ];
  if (!isRecord(value) || keepOnDevice === undefined || permissions === undefined || wrong.length > 0)
    return fail({ kind: "unreadable", where: "deployment.json", says: wrong.join(", ") });
  return succeed({ clientId, tenantId, teamsAppId, sites, keepOnDevice, permissions });
}

function parseSite(value: unknown): DeployedSite | undefined {
  const address = textAt(value, "address") ?? "";
  if (!URL.canParse(address) || new URL(address).protocol !== "https:") return undefined;
  return { name: textAt(value, "name") ?? address, address };
}
