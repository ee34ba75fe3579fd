import type { DriveItem } from "@microsoft/microsoft-graph-types";
import { fromBase64, randomGuid, toBase64, utf8Bytes } from "../engine/encoding";
import { refuse, serviceRoot, type Outcome } from "../engine/wire";
import type { Call } from "../engine/world";
import { pick, selectedNames } from "../odata/options";
import { identityOf } from "../sharepoint/people-list";
import { isoSeconds } from "../sharepoint/site-time";
import type { FileRecord } from "../state/records";
import { channelFor } from "../teams/teams";
import {
  appFolder,
  channelFolder,
  childNamed,
  childrenOf,
  driveFor,
  findByAddress,
  folderAt,
  newFileId,
  ownDrive,
  pathNames,
  pathOf,
  rootFolder,
  siteDrive,
  type DriveOwner,
} from "./drives";

/** Upload in one request (Graph: driveItem-put-content). */
const largestBytes = 250 * 1024 * 1024;

interface FileInDrive {
  readonly drive: DriveOwner;
  /** Where a path in colons begins. */
  readonly start: FileRecord;
}

/** The app folder for addresses with `special`, else the id of the address or the root. */
function startFor(call: Call, role: "read" | "write"): Outcome<FileInDrive> {
  const drive = call.path.startsWith("/me/drive") ? ownDrive(call) : driveFor(call, role);
  if (!drive.ok) return drive;
  if (call.path.startsWith("/me/drive/special/approot")) {
    const folder = appFolder(call, drive.value);
    return folder.ok ? { ok: true, value: { drive: drive.value, start: folder.value } } : folder;
  }
  const id = call.names.get("file");
  const start = id === undefined ? rootFolder(call.world, drive.value.driveId) : call.world.state.files.get(drive.value.driveId, id);
  return start === undefined ? notFound() : { ok: true, value: { drive: drive.value, start } };
}

function notFound(): Outcome<never> {
  return refuse(404, "itemNotFound", "The resource could not be found.");
}

function fileFor(call: Call, role: "read" | "write"): Outcome<{ readonly drive: DriveOwner; readonly item: FileRecord }> {
  const found = startFor(call, role);
  if (!found.ok) return found;
  const item = findByAddress(call, found.value.drive, found.value.start);
  return item === undefined ? notFound() : { ok: true, value: { drive: found.value.drive, item } };
}

/** GET /me/drive, /drives/{drive}, /sites/{site}/drive */
export function getDrive(call: Call): Outcome {
  const drive = call.path.startsWith("/me/drive") ? ownDrive(call) : driveFor(call, "read");
  return drive.ok
    ? { ok: true, value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#drives/$entity`, ...presentDrive(drive.value) } } }
    : drive;
}

/** GET /sites/{site}/drives */
export function listDrives(call: Call): Outcome {
  const drive = driveFor(call, "read");
  return drive.ok
    ? { ok: true, value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#drives`, value: [presentDrive(drive.value)] } } }
    : drive;
}

function presentDrive({ driveId, driveType, name, webUrl }: DriveOwner): Readonly<Record<string, unknown>> {
  return { id: driveId, driveType, name, webUrl, description: "" };
}

/** GET an item by id or path, the app folder, a root */
export function getFile(call: Call): Outcome {
  const found = fileFor(call, "read");
  return found.ok ? answerFile(call, found.value, 200) : found;
}

/** GET …/children */
export function listChildren(call: Call): Outcome {
  const found = fileFor(call, "read");
  if (!found.ok) return found;
  const { drive, item } = found.value;
  const select = selectedNames(call.query.get("$select"));
  const value = childrenOf(call.world, drive.driveId, item.id).map((child) => pick({ ...presentFile(call, drive, child) }, select));
  return { ok: true, value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#Collection(driveItem)`, value } } };
}

/** GET …/content. Graph answers 302 to a signed address that every fetch follows; here the bytes come at once. */
export function getContent(call: Call): Outcome {
  const found = fileFor(call, "read");
  if (!found.ok) return found;
  const { file } = found.value.item;
  const bytes = file === undefined ? undefined : fromBase64(file.base64);
  if (file === undefined || bytes === undefined) return notFound();
  return { ok: true, value: { status: 200, headers: { "Content-Type": file.mimeType }, bytes } };
}

/** PUT …:/name:/content and …/items/{file}/content: 201 for a new file, 200 for a replaced one */
export function putContent(call: Call): Outcome {
  const found = startFor(call, "write");
  if (!found.ok) return found;
  const bytes = typeof call.body === "string" ? utf8Bytes(call.body) : (call.body ?? new Uint8Array());
  if (bytes.length > largestBytes) return refuse(413, "RequestEntityTooLarge", "Request Entity too large");
  const target = uploadTarget(call, found.value);
  if (!target.ok) return target;
  const { name, parentId, before } = target.value;
  const matched = checkFileMatch(call, before);
  if (!matched.ok) return matched;
  const item: FileRecord = {
    id: before?.id ?? newFileId(call.world),
    guid: before?.guid ?? randomGuid(call.world.randomness).toUpperCase(),
    name,
    parentId,
    createdMs: before?.createdMs ?? call.nowMs,
    modifiedMs: call.nowMs,
    createdById: before === undefined ? call.caller.id : before.createdById,
    modifiedById: call.caller.id,
    version: (before?.version ?? 0) + 1,
    file: { mimeType: call.headers.get("content-type") ?? "application/octet-stream", size: bytes.length, base64: toBase64(bytes) },
  };
  call.world.state.files.put(found.value.drive.driveId, item.id, item);
  return answerFile(call, { drive: found.value.drive, item }, before === undefined ? 201 : 200);
}

interface UploadTarget {
  readonly name: string;
  readonly parentId: string | null;
  readonly before: FileRecord | undefined;
}

function uploadTarget(call: Call, { drive, start }: FileInDrive): Outcome<UploadTarget> {
  const path = call.names.get("path");
  if (path === undefined) {
    if (start.file === undefined) return refuse(400, "invalidRequest", "The content of a folder cannot be written.");
    return { ok: true, value: { name: start.name, parentId: start.parentId, before: start } };
  }
  const names = pathNames(path);
  const name = names?.at(-1);
  if (names === undefined || name === undefined) return refuse(400, "invalidRequest", "The provided name contains characters that are not allowed.");
  const folder = folderAt(call.world, drive.driveId, { start, names: names.slice(0, -1) });
  if (!folder.ok) return folder;
  const parentId = folder.value.id;
  const before = childNamed(call.world, drive.driveId, { parentId, name });
  const behaviour = call.query.get("@microsoft.graph.conflictBehavior") ?? "replace";
  if (before === undefined || behaviour === "replace") return { ok: true, value: { name: before?.name ?? name, parentId, before } };
  if (behaviour !== "rename") return refuse(409, "nameAlreadyExists", "An item with the same name already exists under the parent");
  return { ok: true, value: { name: freeName(call, drive, { parentId, name }), parentId, before: undefined } };
}

function freeName(call: Call, drive: DriveOwner, wanted: { readonly parentId: string; readonly name: string }): string {
  const [, stem = wanted.name, extension = ""] = /^(.*?)(\.[^.]*)?$/.exec(wanted.name) ?? [];
  for (let number = 1; ; number += 1) {
    const name = `${stem} ${String(number)}${extension}`;
    if (childNamed(call.world, drive.driveId, { parentId: wanted.parentId, name }) === undefined) return name;
  }
}

function checkFileMatch(call: Call, before: FileRecord | undefined): Outcome<undefined> {
  const wanted = call.headers.get("if-match");
  if (wanted === undefined || wanted === "*" || (before !== undefined && wanted === fileEtag(before))) return { ok: true, value: undefined };
  return { ok: false, fault: { status: 412, code: "notAllowed", message: "ETag does not match current item's value", innerCode: "preconditionFailed" } };
}

/** DELETE an item by id or path */
export function deleteFile(call: Call): Outcome {
  const found = fileFor(call, "write");
  if (!found.ok) return found;
  const { drive, item } = found.value;
  if (item.parentId === null) return refuse(400, "invalidRequest", "The root of a drive cannot be deleted.");
  const matched = checkFileMatch(call, item);
  if (!matched.ok) return matched;
  removeTree(call, drive.driveId, item);
  return { ok: true, value: { status: 204 } };
}

function removeTree(call: Call, driveId: string, item: FileRecord): void {
  for (const child of childrenOf(call.world, driveId, item.id)) removeTree(call, driveId, child);
  call.world.state.files.remove(driveId, item.id);
}

/** GET /teams/{team}/channels/{channel}/filesFolder */
export function getFilesFolder(call: Call): Outcome {
  const found = channelFor(call);
  if (!found.ok) return found;
  const { team, channel } = found.value;
  const site = call.world.state.sites.get(call.tenant.id, channel.siteId.toLowerCase());
  if (site === undefined) return notFound();
  const folder = channelFolder(call.world, site, channel.displayName);
  if (!folder.ok) return folder;
  const drive = siteDrive(site);
  const context = `${serviceRoot}/$metadata#teams('${team.id}')/channels('${encodeURIComponent(channel.id)}')/filesFolder/$entity`;
  const shown: DriveItem = {
    ...presentFile(call, drive, folder.value),
    createdDateTime: "0001-01-01T00:00:00Z",
    parentReference: { driveId: drive.driveId, driveType: drive.driveType },
  };
  return { ok: true, value: { status: 200, json: { "@odata.context": context, ...shown } } };
}

function answerFile(call: Call, { drive, item }: { readonly drive: DriveOwner; readonly item: FileRecord }, status: number): Outcome {
  const context = `${serviceRoot}/$metadata#drives('${encodeURIComponent(drive.driveId)}')/items/$entity`;
  const special = call.path === "/me/drive/special/approot" ? { specialFolder: { name: "approot" } } : {};
  const shown = pick({ ...presentFile(call, drive, item), ...special }, selectedNames(call.query.get("$select")));
  return { ok: true, value: { status, headers: { ETag: fileEtag(item) }, json: { "@odata.context": context, ...shown } } };
}

function fileEtag(item: FileRecord): string {
  return `"{${item.guid}},${String(item.version)}"`;
}

function presentFile(call: Call, drive: DriveOwner, item: FileRecord): DriveItem {
  const { world, tenant } = call;
  const names = pathOf(world, drive.driveId, item);
  const times = { createdDateTime: isoSeconds(item.createdMs), lastModifiedDateTime: isoSeconds(item.modifiedMs) };
  const children = childrenOf(world, drive.driveId, item.id);
  return {
    ...times,
    eTag: fileEtag(item),
    cTag: `"c:{${item.guid}},${String(item.version)}"`,
    id: item.id,
    name: item.name,
    size: item.file?.size ?? children.reduce((sum, child) => sum + (child.file?.size ?? 0), 0),
    webUrl: [drive.webUrl, ...names.map(encodeURIComponent)].join("/"),
    createdBy: identityOf(world, tenant.id, item.createdById),
    lastModifiedBy: identityOf(world, tenant.id, item.modifiedById),
    parentReference: {
      driveType: drive.driveType,
      driveId: drive.driveId,
      ...(item.parentId === null
        ? {}
        : {
            id: item.parentId,
            path: `/drives/${drive.driveId}/root:${names
              .slice(0, -1)
              .map((name) => `/${name}`)
              .join("")}`,
          }),
      ...(drive.site === undefined ? {} : { siteId: drive.site.siteGuid }),
    },
    fileSystemInfo: times,
    ...(item.file === undefined ? { folder: { childCount: children.length } } : { file: { mimeType: item.file.mimeType } }),
    ...(item.parentId === null ? { root: {} } : {}),
  };
}
