import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Tenant, TenantStorage } from "../tenant";
import { Consents } from "./consents";
import { answerDeployment, answerFaults, answerPersonas, answerToken, answerUsage, changeFaults } from "./demo-routes";
import { answerGraph, crossOriginHeaders, preflightReply } from "./graph-route";
import { originOf, refusalOf } from "./loopback";
import { breakOff, readBody, replyJson, replyText, sendReply, type Reply } from "./reply";
import { createSignIn, type SignIn } from "./sign-in";
import { deleteSqliteStorage, openSqliteStorage, type SqliteStorage } from "./sqlite-storage";
import { findStaticFile, type StaticSource } from "./static-files";

/** Enough for a pack; Graph itself takes 250 MB. */
const largestBodyBytes = 64 * 1024 * 1024;

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The SQLite file that keeps the tenant between runs; undefined: memory only. */
  readonly storagePath: string | undefined;
  /** Begin with an empty file. */
  readonly reset?: boolean;
  /** Opens the tenant on a storage and fills it when it is empty; called again after a reset. */
  readonly openTenant: (storage: TenantStorage | undefined) => Tenant | Promise<Tenant>;
  /** Keys of the sites that deployment.json names; without them every site of the first tenant that holds registers. */
  readonly deployedSites?: readonly string[] | undefined;
  /** Looked up in order. */
  readonly staticFiles: readonly StaticSource[];
  /** Addresses without a file name and the file each shows: "/" and "/tab.html". */
  readonly pages: ReadonlyMap<string, string>;
  /** Headers of every static answer: the policy of production plus what the demo needs. */
  readonly staticHeaders: (path: string) => Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  tenant(): Tenant;
  /** Finishes what is under way, then closes; safe to call twice. */
  close(): Promise<void>;
}

/** Serves the demo tenant and the product's pages on the loopback interface only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  if (options.storagePath !== undefined && options.reset === true) deleteSqliteStorage(options.storagePath);
  const storage = options.storagePath === undefined ? undefined : openSqliteStorage(options.storagePath);
  const desk = new FrontDesk(options, storage, await options.openTenant(storage));
  const server = createServer((request, response) => void desk.serve(request, response));
  const port = await listen(server, options.port);
  let closing: Promise<void> | undefined;
  return {
    url: `http://localhost:${String(port)}`,
    port,
    tenant: () => desk.tenant,
    close: () => (closing ??= closeServer(server).then(() => storage?.close())),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

class FrontDesk {
  private readonly signIn: SignIn;
  private readonly consents = new Consents();
  /** While the tenant is being replaced, every request waits. */
  private replacing: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: ServerOptions,
    private readonly storage: SqliteStorage | undefined,
    public tenant: Tenant,
  ) {
    this.signIn = createSignIn(() => this.tenant, this.consents);
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const reply = await this.answer(request);
      if (reply === undefined) breakOff(response);
      else sendReply(response, reply);
    } catch (error) {
      // A bug of ours: say so loudly on both sides.
      sendReply(response, replyText(500, error instanceof Error ? (error.stack ?? error.message) : String(error)));
    }
  }

  private async answer(request: IncomingMessage): Promise<Reply | undefined> {
    const refusal = refusalOf(request);
    if (refusal !== undefined) return replyText(403, refusal);
    const origin = originOf(request);
    if (request.method === "OPTIONS" && origin !== undefined) return preflightReply(request, origin);
    const body = await readBody(request, largestBodyBytes);
    if (body === undefined) return replyText(413, "The body is too large.");
    await this.replacing;
    const reply = await this.route(request, body);
    return reply === undefined ? undefined : { ...reply, headers: { ...reply.headers, ...crossOriginHeaders(origin, this.tenant.quirks) } };
  }

  private async route(request: IncomingMessage, body: Buffer): Promise<Reply | undefined> {
    const [address = "/", search = ""] = (request.url ?? "/").split(/\?(.*)/s);
    // MSAL writes the tenant before the path of the sign-in endpoints, as Microsoft's own have it.
    const path = address.replace(/^\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/demo\/)/, "");
    if (path.startsWith("/v1.0/")) return answerGraph(this.tenant, request, body);
    if (path.startsWith("/demo/")) {
      const reply = await this.demoRoute(`${request.method ?? ""} ${path}`, {
        query: new URLSearchParams(search),
        body: body.toString(),
        cookie: request.headers.cookie,
      });
      if (reply !== undefined) return reply;
    }
    if (request.method !== "GET" && request.method !== "HEAD") return replyText(405, "This address is only read.");
    return this.staticRoute(path);
  }

  private async demoRoute(
    what: string,
    sent: { readonly query: URLSearchParams; readonly body: string; readonly cookie: string | undefined },
  ): Promise<Reply | undefined> {
    switch (what) {
      case "GET /demo/token":
        return answerToken(this.tenant, this.consents, sent.query);
      case "GET /demo/personas":
        return answerPersonas(this.tenant);
      case "GET /demo/deployment.json":
        return answerDeployment(this.tenant, this.consents, this.options.deployedSites);
      case "GET /demo/usage.json":
        return answerUsage(this.tenant);
      case "GET /demo/faults.json":
        return answerFaults(this.tenant, this.consents);
      case "POST /demo/faults.json":
        return changeFaults(this.tenant, this.consents, sent.body);
      case "POST /demo/reset":
        return this.reset();
      case "GET /demo/authorize":
        return this.signIn.authorise(sent.query, sent.cookie);
      case "POST /demo/token-endpoint":
        return this.signIn.token(new URLSearchParams(sent.body));
      case "GET /demo/sign-out":
        return this.signIn.signOut(sent.query);
      case "GET /demo/keys":
        return replyJson(200, { keys: [] });
      default:
        return undefined;
    }
  }

  /** Forgets everything and seeds again. */
  private async reset(): Promise<Reply> {
    this.replacing = this.replace();
    await this.replacing;
    return replyJson(200, { reset: true });
  }

  private async replace(): Promise<void> {
    this.storage?.clear();
    this.consents.clear();
    this.tenant = await this.options.openTenant(this.storage);
  }

  private async staticRoute(path: string): Promise<Reply> {
    const name = this.options.pages.get(path) ?? path;
    const file = await findStaticFile(this.options.staticFiles, name);
    if (file === undefined) return replyText(404, "There is no such page.");
    const headers = {
      "Content-Type": file.contentType,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      ...this.options.staticHeaders(name),
    };
    return { status: 200, headers, body: file.body };
  }
}
