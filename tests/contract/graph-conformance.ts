import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { isRecord, listAt, numberAt, parseJson, property, textAt } from "../../src/kernel";

/** One request and its answer, bodies as JSON values. */
export interface SeenRequest {
  readonly method: string;
  /** Under the version root, with or without https://graph.microsoft.com/v1.0 */
  readonly url: string;
  readonly body?: unknown;
}

export interface SeenResponse {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * The folder with Microsoft's description of Graph v1.0 and recorded examples. It is not part of this project:
 * named by PROJECT_REGISTERS_SHARED, or found beside the project, or absent.
 */
export function describedIn(): string | undefined {
  const folder = join(resolve(process.env["PROJECT_REGISTERS_SHARED"] ?? "../shared"), "platform");
  return existsSync(join(folder, "graph-openapi-slice.json")) ? folder : undefined;
}

interface Operation {
  readonly request: ValidateFunction | undefined;
  /** By status; null where a status has no body to check. */
  readonly responses: ReadonlyMap<number, ValidateFunction | null>;
}

interface Described {
  readonly pattern: RegExp;
  readonly variables: number;
  readonly operations: ReadonlyMap<string, Operation>;
}

interface Description {
  readonly paths: readonly Described[];
  readonly error: ValidateFunction;
}

let description: Description | undefined;

function describe(folder: string): Description {
  if (description !== undefined) return description;
  const whole = parseJson(readFileSync(join(folder, "graph-openapi-slice.json"), "utf8"));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(isRecord(whole) ? whole : {}, "graph");
  const compile = (schema: unknown): ValidateFunction | undefined =>
    isRecord(schema) ? ajv.compile(Object(parseJson(JSON.stringify(schema).replace(/"#\/components/g, '"graph#/components'))) as object) : undefined;
  const paths = Object.entries(Object(property(whole, "paths")) as Readonly<Record<string, unknown>>).map(([path, operations]): Described => {
    const pattern = path.replace(/[$().]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
    return { pattern: new RegExp(`^${pattern}/?$`, "i"), variables: path.split("{").length, operations: readOperations(operations, compile) };
  });
  const error = compile({ $ref: "#/components/schemas/microsoft.graph.ODataErrors.ODataError" });
  if (error === undefined) throw new TypeError("the description has no error");
  description = { paths: paths.sort((one, other) => one.variables - other.variables), error };
  return description;
}

function readOperations(operations: unknown, compile: (schema: unknown) => ValidateFunction | undefined): ReadonlyMap<string, Operation> {
  const read = new Map<string, Operation>();
  for (const method of ["get", "post", "patch", "put", "delete"]) {
    const operation = property(operations, method);
    if (!isRecord(operation)) continue;
    const responses = Object.entries(Object(property(operation, "responses")) as Readonly<Record<string, unknown>>)
      .filter(([status]) => /^\d+$/.test(status))
      .map(([status, response]) => [Number(status), compile(jsonSchemaOf(response)) ?? null] as const);
    read.set(method.toUpperCase(), { request: compile(jsonSchemaOf(property(operation, "requestBody"))), responses: new Map(responses) });
  }
  return read;
}

function jsonSchemaOf(described: unknown): unknown {
  return property(property(property(described, "content"), "application/json"), "schema");
}

/** Addresses that name one thing in several ways, brought to the form of the description. */
function plainPath(url: string): string {
  const path = decodeURIComponent(
    url
      .replace(/^https:\/\/graph\.microsoft\.com/, "")
      .replace(/^\/v1\.0/, "")
      .split("?")[0] ?? "",
  );
  return path
    .replace(/^\/sites\/[^/:]+:\/[^:]*:?(?=\/|$)/, "/sites/s")
    .replace(/^\/groups\/[^/]+\/sites\/root$/, "/sites/s")
    .replace(/^\/me\/drive\/special\/approot:\/[^:]*:?/, "/drives/d/items/i")
    .replace(/^\/me\/drive\/special\/approot/, "/drives/d/items/i")
    .replace(/^\/sites\/[^/]+\/drives?\/root:\/[^:]*:?/, "/drives/d/items/i")
    .replace(/^\/drives\/[^/]+\/(root|items\/[^/:]+):\/[^:]*:?/, "/drives/d/items/i")
    .replace(/^\/sites\/[^/]+\/drive\/root/, "/drives/d/root")
    .replace(/\/root\/children$/, "/items/i/children");
}

export interface Finding {
  /** What does not agree; empty when all does. */
  readonly problems: readonly string[];
  /** Whether there was anything in the description to hold the exchange against. */
  readonly described: boolean;
}

/** Holds one exchange against Microsoft's description, or against our own small parsers where that is absent. */
export function checkExchange(request: SeenRequest, response: SeenResponse): Finding {
  const folder = describedIn();
  if (folder === undefined) return { problems: checkOwn(response), described: false };
  const { paths, error } = describe(folder);
  if (response.status >= 400) return { problems: problemsOf("error", error, response.body), described: true };
  const path = plainPath(request.url);
  const found = paths.find((one) => one.pattern.test(path) && one.operations.has(request.method));
  const operation = found?.operations.get(request.method);
  if (operation === undefined) return { problems: checkOwn(response), described: false };
  const problems: string[] = [];
  if (operation.request !== undefined && isRecord(request.body)) problems.push(...problemsOf("request", operation.request, request.body));
  const schema = operation.responses.get(response.status);
  if (schema === undefined) problems.push(`status ${String(response.status)} is not among ${[...operation.responses.keys()].join(", ")}`);
  else if (schema !== null && isRecord(response.body)) problems.push(...problemsOf("response", schema, response.body));
  return { problems: [...problems, ...checkParts(request, response)], described: true };
}

/** The parts of a batch are exchanges too. */
function checkParts(request: SeenRequest, response: SeenResponse): readonly string[] {
  const sent = listAt(request.body, "requests");
  return listAt(response.body, "responses").flatMap((part) => {
    const asked = sent.find((one) => textAt(one, "id") === textAt(part, "id"));
    const url = textAt(asked, "url");
    const method = textAt(asked, "method");
    if (url === undefined || method === undefined) return [`part ${String(textAt(part, "id"))} answers nothing that was asked`];
    return checkExchange({ method, url, body: property(asked, "body") }, { status: numberAt(part, "status") ?? 0, body: property(part, "body") }).problems;
  });
}

function problemsOf(what: string, check: ValidateFunction, body: unknown): readonly string[] {
  if (check(body)) return [];
  return (check.errors ?? []).map((problem) => `${what}${problem.instancePath} ${problem.message ?? ""} ${JSON.stringify(problem.params)}`);
}

/** What every answer of Graph keeps to: the envelope of errors, collections under "value", quoted eTags. */
export function checkOwn({ status, body }: SeenResponse): readonly string[] {
  const problems: string[] = [];
  if (status >= 400) {
    const error = property(body, "error");
    if (textAt(error, "code") === undefined || textAt(error, "message") === undefined) problems.push("an error needs a code and a message");
    if (!isRecord(property(error, "innerError"))) problems.push("an error needs an innerError");
    return problems;
  }
  if (status === 204 && body !== undefined) problems.push("204 has no body");
  const value = property(body, "value");
  if (value !== undefined && !Array.isArray(value)) problems.push("a collection is a list");
  for (const name of ["@odata.nextLink", "@odata.deltaLink"]) {
    const link = property(body, name);
    if (link !== undefined && !(typeof link === "string" && link.startsWith("https://graph.microsoft.com/v1.0/"))) problems.push(`${name} leads elsewhere`);
  }
  for (const one of [body, ...listAt(body, "value")]) {
    const etag = textAt(one, "eTag");
    if (etag !== undefined && !/^".+"$/.test(etag)) problems.push(`the eTag ${etag} has no quotes`);
  }
  return problems;
}
