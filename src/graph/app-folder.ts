import { fail, succeed, type Fault, type Result } from "../kernel";
import { graphPath } from "./address";
import type { GraphAnswer } from "./answer";
import type { Graph } from "./graph";
import { parseDriveItem } from "./people-shapes";
import { scopesFor } from "./scopes";
import { isBlob, parseAnswer } from "./typed";

/**
 * A folder in the person's own OneDrive, kept for this app and made on first use (learn.microsoft.com/graph/onedrive-sharepoint-appfolder).
 * Some tenants and people have none (OneDrive/onedrive-api-docs#1474): take `forbidden` and `notFound` as "not available here",
 * never as a failure. It holds small files, at most 64 kB each.
 */
export interface AppFolder {
  /** Undefined when there is no such file or no OneDrive, which Graph does not tell apart. */
  read(name: string, signal?: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer> | undefined>>;
  /**
   * Writes the file unless one of this name stands there already, which is no fault: in both cases ask `read` whose it is.
   * After `offline` or `unavailable` the file may have been written all the same.
   */
  createOnce(name: string, bytes: Uint8Array): Promise<Result<void>>;
}

const mostBytes = 65_536;

export function createAppFolder(graph: Graph): AppFolder {
  const scopes = scopesFor("keepPersonalFile");
  return {
    read: async (name, signal) => {
      const call = { scopes, ...(signal === undefined ? {} : { signal }) };
      const item = parseAnswer(await graph.get(graphPath`/me/drive/special/approot:/${name}`, call), parseDriveItem, "file");
      if (!item.ok) return withoutMissing(item.fault);
      if ((item.value.sizeBytes ?? 0) > mostBytes) return fail({ kind: "tooLarge", limit: "a file of this app" });
      // Asking for /content redirects to another host; the link on the item leads there without a token (driveitem-get-content).
      const { downloadLink } = item.value;
      const content =
        downloadLink === undefined
          ? blobOf(await graph.get(graphPath`/me/drive/special/approot:/${name}:/content`, { ...call, as: "blob" }))
          : await graph.download(downloadLink, signal);
      return content.ok ? succeed(new Uint8Array(await content.value.arrayBuffer())) : withoutMissing(content.fault);
    },
    createOnce: async (name, bytes) => {
      if (bytes.length > mostBytes) return fail({ kind: "tooLarge", limit: "a file of this app" });
      const address = graphPath`/me/drive/special/approot:/${name}:/content`;
      const answer = await graph.put(address, new Blob([bytes.slice()]), { scopes, query: { whenNameTaken: "fail" } });
      return answer.ok || isTaken(answer.fault) ? succeed(undefined) : answer;
    },
  };
}

/** Undefined for a file that is not there, also when it went between two calls. */
function withoutMissing(fault: Fault): Result<undefined> {
  return fault.kind === "notFound" ? succeed(undefined) : fail(fault);
}

function blobOf(answer: Result<GraphAnswer>): Result<Blob> {
  if (!answer.ok) return answer;
  return isBlob(answer.value.body) ? succeed(answer.value.body) : fail({ kind: "unreadable", where: "graph file", says: "an answer without content" });
}

/** 409, whatever its code: another writer was first. */
function isTaken(fault: Fault): boolean {
  return "origin" in fault && fault.origin.status === 409;
}
