import { isRecord, listAt, numberAt, textAt } from "../../../kernel";

/** What Teams itself may read on behalf of a person; the product never asks for the last two. */
const scopes = "User.Read Team.ReadBasic.All Channel.ReadBasic.All Sites.Read.All Files.Read.All ChannelMessage.Read.All";

/** Reads the demo tenant as Teams does for the person at the window. */
export interface DemoGraph {
  /** The JSON of an answer, undefined when it was refused. @param path below "/v1.0" */
  get(path: string): Promise<unknown>;
  /** The answers in the order of the paths, at most 20. */
  getAll(paths: readonly string[]): Promise<readonly unknown[]>;
}

export function createDemoGraph(page: Window, persona: string): DemoGraph {
  let token: Promise<string> | undefined;
  async function fetchToken(): Promise<string> {
    const response = await page.fetch(`/demo/token?${new URLSearchParams({ persona, scope: scopes }).toString()}`);
    return textAt(await response.json(), "access_token") ?? "";
  }
  async function send(
    path: string,
    init: { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
  ): Promise<unknown> {
    token ??= fetchToken();
    const response = await page.fetch(`/v1.0${path}`, { ...init, headers: { ...init.headers, Authorization: `Bearer ${await token}` }, cache: "no-store" });
    if (response.status === 401) token = undefined; // an hour has passed, or the tenant was reset
    return response.ok ? ((await response.json()) as unknown) : undefined;
  }
  return {
    get: (path) => send(path, { method: "GET" }),
    getAll: async (paths) => {
      if (paths.length === 0) return [];
      const requests = paths.map((url, index) => ({ id: String(index), method: "GET", url }));
      const answer = await send("/$batch", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ requests }) });
      return paths.map((_path, index) => partOf(answer, String(index)));
    },
  };
}

function partOf(answer: unknown, id: string): unknown {
  const part = listAt(answer, "responses").find((one) => textAt(one, "id") === id);
  return isRecord(part) && numberAt(part, "status") === 200 ? part["body"] : undefined;
}
