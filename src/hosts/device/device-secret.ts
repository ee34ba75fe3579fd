import { fail, isAmbiguous, numberAt, parseJson, succeed, textAt, type Randomness, type Result, type Timers } from "../../kernel";
import { diskWords } from "../../content";

type Bytes = Uint8Array<ArrayBuffer>;

/** A place that only this person and this app read, for one small file. Many people have none: any fault means "not today". */
export interface SecretPlace {
  /** Undefined when there is no file yet. */
  read(signal?: AbortSignal): Promise<Result<Uint8Array | undefined>>;
  /** Leaves a file that stands there as it is, and answers ok for it too. After `offline` or `unavailable` it may have written. */
  createOnce(bytes: Uint8Array): Promise<Result<void>>;
}

export const secretFileName = "device-secret.json";

const format = 1;
const secretLength = 32;

/** A person waits for it before their first edit is kept, so a place that is silent for longer is taken as absent. */
const longestWaitMs = 10_000;

/**
 * The 32 random bytes under which a person's devices seal what they keep; made when there are none.
 * S1. What is used has been read from the place. Of several devices or tabs that make one at once, all end with the one that stood first.
 * S2. A file that cannot be read is never written over: it may belong to a newer version, and what it sealed would be lost.
 * @returns `unreadable` that names the file; else what the place answers; `offline` when it does not answer in ten seconds.
 */
export function deviceSecret(place: SecretPlace, { randomness, timers }: { readonly randomness: Randomness; readonly timers: Timers }): Promise<Result<Bytes>> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const cancel = timers.after(longestWaitMs, () => {
      stop.abort();
      resolve(fail({ kind: "offline" }));
    });
    agreedSecret(place, randomness, stop.signal).finally(cancel).then(resolve, reject);
  });
}

async function agreedSecret(place: SecretPlace, randomness: Randomness, signal: AbortSignal): Promise<Result<Bytes>> {
  const found = await place.read(signal);
  if (!found.ok) return found;
  if (found.value !== undefined) return parseSecret(found.value);
  if (signal.aborted) return fail({ kind: "cancelled" });
  const created = await place.createOnce(secretFile(randomness.bytes(secretLength)));
  if (!created.ok && !isAmbiguous(created.fault)) return created;
  const standing = await place.read(signal);
  if (!standing.ok) return standing;
  if (standing.value !== undefined) return parseSecret(standing.value);
  return created.ok ? fail({ kind: "unavailable" }) : created;
}

function secretFile(secret: Uint8Array): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ format, about: diskWords.secretFileAbout, secret: btoa(String.fromCharCode(...secret)) }));
}

/** Hostile until parsed: the person's own sync client, or anybody at their desk, may have changed it. */
function parseSecret(bytes: Uint8Array): Result<Bytes> {
  const file = parseJson(new TextDecoder().decode(bytes));
  if (numberAt(file, "format") !== format) return damaged("it has another format");
  const written = textAt(file, "secret") ?? "";
  if (!/^[A-Za-z0-9+/]{43}=$/.test(written)) return damaged("its secret is damaged");
  return succeed(Uint8Array.from(atob(written), (character) => character.charCodeAt(0)));
}

function damaged(says: string): Result<never> {
  return fail({ kind: "unreadable", where: secretFileName, says });
}
