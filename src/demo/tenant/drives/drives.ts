import { randomGuid, randomHex } from "../engine/encoding";
import { refuse, type Outcome } from "../engine/wire";
import { nameIn, strikes, type Call, type World } from "../engine/world";
import { requireRole, siteFor } from "../sharepoint/site-rights";
import type { FileRecord, SiteRecord } from "../state/records";

/** The folder that Graph makes for an app on first use, under "Apps" of the person's own drive. */
const appFolderPath = ["Apps", "Project Registers"];
const rootId = "root";

export interface DriveOwner {
  readonly driveId: string;
  readonly driveType: "business" | "documentLibrary";
  /** The address of the drive's root folder. */
  readonly webUrl: string;
  readonly name: string;
  readonly site: SiteRecord | undefined;
}

export function siteDrive(site: SiteRecord): DriveOwner {
  return { driveId: site.driveId, driveType: "documentLibrary", webUrl: `https://${site.host}${site.path}/Shared%20Documents`, name: "Documents", site };
}

/** The caller's OneDrive; some people have none. */
export function ownDrive(call: Call): Outcome<DriveOwner> {
  const { caller, tenant } = call;
  if (call.access === "selected") return refuse(403, "accessDenied", "Access denied");
  if (!caller.hasDrive) return refuse(404, "ResourceNotFound", "User's mysite not found.");
  const folder = caller.userPrincipalName.replace(/[@.]/g, "_");
  const host = tenant.host.replace(".sharepoint.com", "-my.sharepoint.com");
  return {
    ok: true,
    value: { driveId: caller.driveId, driveType: "business", webUrl: `https://${host}/personal/${folder}/Documents`, name: "OneDrive", site: undefined },
  };
}

/** The drive of an address: the caller's own, a site's, or one by its id. */
export function driveFor(call: Call, role: "read" | "write"): Outcome<DriveOwner> {
  if (call.names.has("site")) {
    const site = siteFor(call, role);
    return site.ok ? { ok: true, value: siteDrive(site.value) } : site;
  }
  const driveId = call.names.get("drive");
  if (driveId === undefined || driveId === call.caller.driveId) return ownDrive(call);
  const site = [...call.world.state.sites.inGroup(call.tenant.id).values()].find((one) => one.driveId === driveId);
  if (site === undefined) return refuse(404, "itemNotFound", "The resource could not be found.");
  const allowed = requireRole(call, site, role);
  return allowed.ok ? { ok: true, value: siteDrive(site) } : allowed;
}

export function rootFolder(world: World, driveId: string): FileRecord {
  return world.state.files.get(driveId, rootId) ?? makeFolder(world, driveId, { id: rootId, name: "root", parentId: null });
}

function makeFolder(world: World, driveId: string, folder: Pick<FileRecord, "id" | "name" | "parentId">): FileRecord {
  const nowMs = world.clock.nowMs();
  const made: FileRecord = {
    ...folder,
    guid: randomGuid(world.randomness).toUpperCase(),
    createdMs: nowMs,
    modifiedMs: nowMs,
    createdById: null,
    modifiedById: null,
    version: 1,
  };
  world.state.files.put(driveId, made.id, made);
  return made;
}

export function newFileId(world: World): string {
  return `01${randomHex(world.randomness, 16).toUpperCase()}`;
}

export function childrenOf(world: World, driveId: string, parentId: string): readonly FileRecord[] {
  return [...world.state.files.inGroup(driveId).values()].filter((one) => one.parentId === parentId);
}

export function childNamed(world: World, driveId: string, child: { readonly parentId: string; readonly name: string }): FileRecord | undefined {
  const wanted = child.name.toLowerCase();
  return childrenOf(world, driveId, child.parentId).find(({ name }) => name.toLowerCase() === wanted);
}

/** The folder at a path, made where it is missing, as an upload by path does. */
export function folderAt(world: World, driveId: string, path: { readonly start: FileRecord; readonly names: readonly string[] }): Outcome<FileRecord> {
  let folder = path.start;
  for (const name of path.names) {
    const next = childNamed(world, driveId, { parentId: folder.id, name }) ?? makeFolder(world, driveId, { id: newFileId(world), name, parentId: folder.id });
    if (next.file !== undefined) return refuse(400, "invalidRequest", "A file stands where a folder should be.");
    folder = next;
  }
  return { ok: true, value: folder };
}

/** The caller's folder for this app, made on first use. Some people are refused although they have a drive and the scope. */
export function appFolder(call: Call, drive: DriveOwner): Outcome<FileRecord> {
  if (call.caller.hasAppFolder === false || strikes(call, "forbidden") !== undefined) return refuse(403, "accessDenied", "Access denied");
  return folderAt(call.world, drive.driveId, { start: rootFolder(call.world, drive.driveId), names: appFolderPath });
}

export function channelFolder(world: World, site: SiteRecord, channelName: string): Outcome<FileRecord> {
  return folderAt(world, site.driveId, { start: rootFolder(world, site.driveId), names: [channelName] });
}

/** The names of a path in colons; undefined when one holds a character that SharePoint refuses. */
export function pathNames(path: string): readonly string[] | undefined {
  const names = path
    .replace(/^:\//, "")
    .split("/")
    .filter((name) => name !== "");
  return names.length === 0 || names.some((name) => /["*:<>?\\|]/.test(name) || name.trim() === "") ? undefined : names;
}

/** The item of an address: by id, then by the path in colons below it; undefined where nothing stands. */
export function findByAddress(call: Call, drive: DriveOwner, start: FileRecord | undefined): FileRecord | undefined {
  const { world } = call;
  let item = start ?? (call.names.has("file") ? world.state.files.get(drive.driveId, nameIn(call, "file")) : rootFolder(world, drive.driveId));
  for (const name of pathNames(call.names.get("path") ?? "") ?? []) {
    item = item === undefined ? undefined : childNamed(world, drive.driveId, { parentId: item.id, name });
  }
  return item;
}

/** Names from the root down; the last is the item itself. */
export function pathOf(world: World, driveId: string, item: FileRecord): readonly string[] {
  const names: string[] = [];
  let at: FileRecord | undefined = item;
  while (at !== undefined && at.parentId !== null) {
    names.unshift(at.name);
    at = world.state.files.get(driveId, at.parentId);
  }
  return names;
}
