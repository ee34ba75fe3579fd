import { fail, isRecord, parseJson, type Result } from "../../../kernel";
import { utf8Text } from "./encoding";

export const serviceRoot = "https://graph.microsoft.com/v1.0";

/** One HTTP request as it arrives. */
export interface TenantRequest {
  readonly method: string;
  /** Path and query, "/v1.0/me?$select=id"; a full https://graph.microsoft.com address is read too. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** One HTTP answer. Status 0 means that no answer came: the caller loses the connection. */
export interface TenantResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  /** How long the carrier should wait before it delivers; the engine itself never waits. */
  readonly delayMs?: number;
}

/** What a handler gives back before headers are added. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly bytes?: Uint8Array;
}

/** A refusal in Graph's words. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly innerCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Outcome<T = Answer> = Result<T, Refusal>;

export function refuse(status: number, code: string, message: string): Result<never, Refusal> {
  return fail({ status, code, message });
}

export type Body = string | Uint8Array | undefined;

/** The JSON object of a request body, or Graph's complaint about it. */
export function readJsonBody(body: Body, contentType: string | undefined): Outcome<Readonly<Record<string, unknown>>> {
  if (contentType === undefined) {
    return refuse(400, "BadRequest", "Write requests (excluding DELETE) must contain the Content-Type header declaration.");
  }
  const text = typeof body === "string" ? body : body === undefined ? "" : utf8Text(body);
  const value = /^application\/json\b/i.test(contentType) && text !== undefined ? parseJson(text) : undefined;
  if (!isRecord(value))
    return refuse(400, "BadRequest", "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
  return { ok: true, value };
}
