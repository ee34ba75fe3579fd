import { isRecord, parseJson, property, textAt, type Fault, type FaultOrigin } from "../kernel";

/** An answer that is not a success: a whole response or a part of a batch. */
export interface RefusedAnswer {
  readonly status: number;
  readonly body: unknown;
  header(name: string): string | undefined;
  /** When a throttled request may be tried again, in milliseconds since 1970. */
  readonly retryAtMs: number;
}

// A changed eTag comes as 412, and as 409 with one of these (OneDrive/onedrive-api-docs#1414; concepts/errors.md).
const changedCodes = new Set(["resourceModified", "entityTagDoesNotMatch"]);

/**
 * A refusal to a Fault, decided on the status alone; only 409 needs the code to tell a changed record from a taken name.
 * 423 (locked: checked out, on hold) is `forbidden`: like a 403 it is a clear "no" that a retry does not cure.
 */
export function faultFromAnswer(answer: RefusedAnswer): Fault {
  const { status } = answer;
  const codes = errorCodes(answer.body);
  const origin = originOf(answer, codes);
  switch (status) {
    case 401: {
      const claims = claimsChallenge(answer.header("WWW-Authenticate"));
      return claims === undefined ? { kind: "signInNeeded", origin } : { kind: "signInNeeded", claims, origin };
    }
    case 403:
    case 423:
    case 451:
      return { kind: "forbidden", origin };
    case 404:
      return { kind: "notFound", origin };
    case 409:
      return codes.some((code) => changedCodes.has(code)) ? { kind: "conflict", origin } : { kind: "invalid", problems: [], origin };
    case 410:
      return { kind: "resyncNeeded", origin };
    case 412:
      return { kind: "conflict", origin };
    case 413:
      return { kind: "tooLarge", limit: "one request", origin };
    case 507:
      return { kind: "tooLarge", limit: "storage", origin };
    case 429:
      return { kind: "throttled", retryAtMs: answer.retryAtMs, origin };
    case 501:
      return { kind: "invalid", problems: [], origin };
    default:
      return status >= 400 && status < 500 && status !== 407 && status !== 408 ? { kind: "invalid", problems: [], origin } : { kind: "unavailable", origin };
  }
}

/** A success whose body is not what Graph sends: a proxy's or a sign-in page, a cut answer. A write may have arrived. */
export function brokenAnswer(answer: Omit<RefusedAnswer, "retryAtMs">): Fault {
  const { status } = answer;
  return { kind: "unavailable", origin: { status, code: "", requestId: answer.header("request-id") ?? "", message: "The answer was not JSON." } };
}

function originOf(answer: RefusedAnswer, codes: readonly string[]): FaultOrigin {
  const error = property(answer.body, "error");
  const specific = codes.findLast((code) => !/^\d*$/.test(code));
  return {
    status: answer.status,
    code: specific ?? codes[0] ?? "",
    requestId: textAt(innerError(error), "request-id") ?? answer.header("request-id") ?? "",
    message: textAt(error, "message") ?? "",
  };
}

/** From the outermost to the most specific. */
function errorCodes(body: unknown): readonly string[] {
  const codes: string[] = [];
  for (let error = property(body, "error"), depth = 0; isRecord(error) && depth < 8; error = innerError(error), depth += 1) {
    const code = textAt(error, "code");
    if (code !== undefined && code !== "") codes.push(code);
  }
  return codes;
}

function innerError(error: unknown): unknown {
  return property(error, "innerError") ?? property(error, "innererror"); // both spellings are sent (onedrive-api-docs#514)
}

/** The claims of a challenge as JSON text (learn.microsoft.com/entra/identity-platform/claims-challenge); undefined when unreadable. */
export function claimsChallenge(header: string | undefined): string | undefined {
  const encoded = /\bclaims="?([A-Za-z0-9+/_-]+={0,2})/.exec(header ?? "")?.[1];
  if (encoded === undefined || encoded.length > 8_000) return undefined;
  const text = decodeBase64(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  return text !== undefined && isRecord(parseJson(text)) ? text : undefined;
}

function decodeBase64(encoded: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
