import { type Result, fail, succeed, textAt } from "../kernel";
import { brokenAnswer, faultFromAnswer } from "./errors";
import type { GraphQuery } from "./query";
import type { Scope } from "./scopes";

/** An answer that came in whole. JSON is parsed; a body that should have been JSON and is not stays undefined with `isBroken` set. */
export interface Received {
  readonly status: number;
  readonly body: unknown;
  readonly isBroken: boolean;
  /** Of the content as it was read, a letter beyond ASCII as one; 0 for a part, which is counted with its batch. */
  readonly size: number;
  header(name: string): string | undefined;
}

export interface GraphAnswer {
  readonly status: number;
  /** Parsed JSON, a Blob where one was asked for, undefined when the answer has no content. */
  readonly body: unknown;
  /** Exactly as received, quotes included; opaque. */
  readonly etag?: string;
}

export interface GraphCall {
  readonly scopes: readonly Scope[];
  /** Of no effect on a link, which carries its own. */
  readonly query?: GraphQuery;
  readonly headers?: Readonly<Record<string, string>>;
  /** The eTag of what the author of a write saw. Without it the last writer wins (listitem-update.md). */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

export interface GraphReadCall extends GraphCall {
  readonly as?: "json" | "blob";
}

/** A received answer, whole or part of a batch, as a result. */
export function readAnswer(received: Received, retryAtMs: number): Result<GraphAnswer> {
  const { status, body } = received;
  if (status < 200 || status >= 300) return fail(faultFromAnswer({ ...received, retryAtMs }));
  if (received.isBroken) return fail(brokenAnswer(received));
  const etag = textAt(body, "@odata.etag") ?? textAt(body, "eTag") ?? received.header("ETag");
  return succeed(etag === undefined ? { status, body } : { status, body, etag });
}
