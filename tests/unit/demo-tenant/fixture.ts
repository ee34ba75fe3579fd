import { isRecord, parseJson, property, textAt, type Clock } from "../../../src/kernel";
import { createTenant, seededRandomness, type Tenant, type TenantOptions } from "../../../src/demo/tenant";

export interface ManualClock extends Clock {
  advance(ms: number): void;
}

/** 24 November 2026, 09:00 UTC, until moved. */
export function manualClock(startMs = Date.UTC(2026, 10, 24, 9)): ManualClock {
  let nowMs = startMs;
  return { nowMs: () => nowMs, advance: (ms) => void (nowMs += ms) };
}

export const everyScope: readonly string[] = [
  "User.Read",
  "User.ReadBasic.All",
  "People.Read",
  "Sites.Read.All",
  "Sites.ReadWrite.All",
  "Sites.Manage.All",
  "Files.ReadWrite",
  "Files.Read.All",
  "Files.ReadWrite.AppFolder",
  "Team.ReadBasic.All",
  "Channel.ReadBasic.All",
  "ChannelMessage.Send",
  "ChannelMessage.Read.All",
];

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body, or undefined. */
  readonly json: unknown;
  readonly body: string | Uint8Array | undefined;
}

export interface Sending {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  send(method: string, path: string, sending?: Sending): Reply;
  get(path: string, headers?: Readonly<Record<string, string>>): Reply;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Reply;
  patch(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Reply;
  delete(path: string, headers?: Readonly<Record<string, string>>): Reply;
}

export function clientOf(tenant: Tenant, person: string, scopes: readonly string[] = everyScope): Client {
  function send(method: string, path: string, { body, headers = {} }: Sending = {}): Reply {
    const url = path.startsWith("https://") ? path : `/v1.0${path}`;
    const json = body === undefined || typeof body === "string" || body instanceof Uint8Array ? {} : { "Content-Type": "application/json" };
    const response = tenant.handle({
      method,
      url,
      headers: { Authorization: `Bearer ${tenant.issueToken(person, scopes)}`, ...json, ...headers },
      body: typeof body === "string" || body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: response.body,
      json: typeof response.body === "string" ? parseJson(response.body) : undefined,
    };
  }
  return {
    send,
    get: (path, headers) => send("GET", path, headers === undefined ? {} : { headers }),
    post: (path, body, headers) => send("POST", path, headers === undefined ? { body } : { body, headers }),
    patch: (path, body, headers) => send("PATCH", path, headers === undefined ? { body } : { body, headers }),
    delete: (path, headers) => send("DELETE", path, headers === undefined ? {} : { headers }),
  };
}

export interface Northmere {
  readonly tenant: Tenant;
  readonly clock: ManualClock;
  /** manages the site */
  readonly pat: Client;
  /** writes */
  readonly wren: Client;
  /** reads */
  readonly ravi: Client;
  /** belongs to the trust, has no right on the site */
  readonly olu: Client;
  /** belongs to another tenant */
  readonly sam: Client;
}

export const siteAddress = "/sites/northmere.sharepoint.com:/sites/pmo:";

/** A small trust: one site with a reader, a writer and a manager; a team with a private channel; another tenant. */
export function northmere(options: Partial<TenantOptions> = {}): Northmere {
  const clock = manualClock();
  const tenant = createTenant({ clock, randomness: seededRandomness(1), ...options });
  tenant.addTenant({ key: "trust", displayName: "Northmere University Hospitals NHS Trust", host: "northmere.sharepoint.com" });
  tenant.addTenant({ key: "other", displayName: "Southlea Partnership", host: "southlea.sharepoint.com" });
  tenant.addPerson({
    key: "pat",
    tenant: "trust",
    displayName: "Pat Manager",
    userPrincipalName: "pat@northmere.example",
    jobTitle: "PMO lead",
    department: "Transformation",
    officeLocation: "Level 2",
    mobilePhone: "07700 900001",
    businessPhones: ["01632 960001"],
    photo: Uint8Array.of(1, 2, 3),
  });
  tenant.addPerson({ key: "wren", tenant: "trust", displayName: "Wren Writer", userPrincipalName: "wren@northmere.example" });
  tenant.addPerson({ key: "ravi", tenant: "trust", displayName: "Ravi Reader", userPrincipalName: "ravi@northmere.example", hasDrive: false });
  tenant.addPerson({ key: "olu", tenant: "trust", displayName: "Olu Smith-Outside", userPrincipalName: "olu@northmere.example", hasAppFolder: false });
  tenant.addPerson({ key: "sam", tenant: "other", displayName: "Sam Stranger", userPrincipalName: "sam@southlea.example" });
  tenant.addSite({ key: "root", tenant: "trust", path: "", displayName: "Northmere" });
  tenant.addSite({ key: "pmo", tenant: "trust", path: "/sites/pmo", displayName: "Programme office" });
  tenant.addSite({ key: "southlea", tenant: "other", path: "/sites/pmo", displayName: "Programme office of Southlea" });
  tenant.grant("pmo", "pat", "manage");
  tenant.grant("pmo", "wren", "write");
  tenant.grant("pmo", "ravi", "read");
  tenant.grant("southlea", "sam", "manage");
  tenant.addTeam({ key: "estates", tenant: "trust", displayName: "Estates", owners: ["pat"], members: ["wren", "ravi"] });
  tenant.addChannel({ key: "risks", team: "estates", displayName: "Risks" });
  tenant.addChannel({ key: "board", team: "estates", displayName: "Board", membershipType: "private", members: ["pat"] });
  return {
    tenant,
    clock,
    pat: clientOf(tenant, "pat"),
    wren: clientOf(tenant, "wren"),
    ravi: clientOf(tenant, "ravi"),
    olu: clientOf(tenant, "olu"),
    sam: clientOf(tenant, "sam"),
  };
}

/** The value at a path of names and positions in an answer; undefined where something is missing. */
export function at(reply: Reply, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof step === "number" ? (Array.isArray(value) ? (value as readonly unknown[])[step] : undefined) : property(value, step)),
    reply.json,
  );
}

export function textOf(reply: Reply, ...path: readonly (string | number)[]): string {
  const value = at(reply, ...path);
  if (typeof value !== "string") throw new Error(`no text at ${path.join(".")} in ${JSON.stringify(reply.json)}`);
  return value;
}

export function rowsOf(reply: Reply): readonly Readonly<Record<string, unknown>>[] {
  const value = property(reply.json, "value");
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function errorCode(reply: Reply): string | undefined {
  return textAt(property(reply.json, "error"), "code");
}

export function errorMessage(reply: Reply): string | undefined {
  return textAt(property(reply.json, "error"), "message");
}

export const riskColumns: readonly unknown[] = [
  { name: "Status", indexed: true, choice: { choices: ["Open", "Closed"] } },
  { name: "Score", number: {} },
  { name: "Cost", currency: {} },
  { name: "Due", dateTime: { format: "dateOnly" } },
  { name: "Notes", text: { allowMultipleLines: true } },
  { name: "Tags", choice: { choices: ["A", "B"], displayAs: "checkBoxes" } },
  { name: "Live", boolean: {} },
  { name: "Owner", personOrGroup: {} },
  { name: "Helpers", personOrGroup: { allowMultipleSelection: true } },
  { name: "Link", hyperlinkOrPicture: {} },
  { name: "ClientKey", text: {}, indexed: true, enforceUniqueValues: true, hidden: true },
];

/** Makes the list PRRisks in the site "pmo" and answers its address. */
export function makeList(world: Northmere, columns: readonly unknown[] = riskColumns): string {
  const reply = world.pat.post(`${siteAddress}/lists`, { displayName: "PRRisks", list: { template: "genericList" }, columns });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.json));
  return `${siteAddress}/lists/${textOf(reply, "id")}`;
}

/** Matches any text, typed so that nothing unsafe is passed on. */
export const someText: unknown = expect.any(String);
export const someNumber: unknown = expect.any(Number);
