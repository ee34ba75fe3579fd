import { type Result, fail } from "../kernel";
import { graphPath } from "./address";
import type { Graph } from "./graph";
import { type DriveItem, parseDriveItem } from "./people-shapes";
import { scopesFor } from "./scopes";
import { parseAnswer } from "./typed";

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
}

const mostBytes = 250 * 1024 * 1024;

export function createFiles(graph: Graph): Files {
  return {
    async put({ driveId, folderId }, { name, content, whenNameTaken }) {
      if (content.size > mostBytes) return fail({ kind: "tooLarge", limit: "one file" });
      const address = graphPath`/drives/${driveId}/items/${folderId}:/${name}:/content`;
      return parseAnswer(await graph.put(address, content, { scopes: scopesFor("saveReports"), query: { whenNameTaken } }), parseDriveItem, "file");
    },
  };
}
