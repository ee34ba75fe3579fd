import { type Result, fail, succeed } from "../kernel";
import { graphPath } from "./address";
import type { Graph } from "./graph";
import { type DriveItem, parseDriveItem } from "./people-shapes";
import { scopesFor } from "./scopes";
import { isBlob, parseAnswer } from "./typed";

export interface Folder {
  readonly driveId: string;
  readonly folderId: string;
}

export interface NewFile {
  readonly name: string;
  readonly content: Blob;
  /** "rename" keeps both, as "Pack 1.pptx". */
  readonly whenNameTaken: "fail" | "rename" | "replace";
}

export interface Files {
  /** Up to 250 MB in one go (driveitem-put-content). A taken name with "fail" is the Fault `invalid`. */
  put(folder: Folder, file: NewFile): Promise<Result<DriveItem>>;
  readonly personal: PersonalFiles;
}

/**
 * A folder in the person's own OneDrive that only this app writes (onedrive-sharepoint-appfolder).
 * Some tenants and people have none: take `forbidden` and `notFound` from `write` as "not available", never as a failure.
 */
export interface PersonalFiles {
  /** Undefined when there is no such file or no OneDrive. */
  read(name: string): Promise<Result<Blob | undefined>>;
  write(name: string, content: Blob): Promise<Result<DriveItem>>;
}

const mostBytes = 250 * 1024 * 1024;

export function createFiles(graph: Graph): Files {
  return {
    async put({ driveId, folderId }, { name, content, whenNameTaken }) {
      if (content.size > mostBytes) return fail({ kind: "tooLarge", limit: "one file" });
      const address = graphPath`/drives/${driveId}/items/${folderId}:/${name}:/content`;
      return parseAnswer(await graph.put(address, content, { scopes: scopesFor("saveReports"), query: { whenNameTaken } }), parseDriveItem, "file");
    },
    personal: createPersonalFiles(graph),
  };
}

function createPersonalFiles(graph: Graph): PersonalFiles {
  const scopes = scopesFor("keepPersonalFile");
  return {
    async read(name) {
      const item = parseAnswer(await graph.get(graphPath`/me/drive/special/approot:/${name}`, { scopes }), parseDriveItem, "file");
      if (!item.ok) return item.fault.kind === "notFound" ? succeed(undefined) : item;
      // Asking for /content redirects to another host; the link on the item leads there without a token.
      if (item.value.downloadLink !== undefined) return graph.download(item.value.downloadLink);
      const answer = await graph.get(graphPath`/me/drive/special/approot:/${name}:/content`, { scopes, as: "blob" });
      if (!answer.ok) return answer;
      return succeed(isBlob(answer.value.body) ? answer.value.body : undefined);
    },
    async write(name, content) {
      return parseAnswer(await graph.put(graphPath`/me/drive/special/approot:/${name}:/content`, content, { scopes }), parseDriveItem, "file");
    },
  };
}
