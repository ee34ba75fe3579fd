import { fail, type Result } from "../kernel";
import type { ListAsKept } from "../registers";
import type { PullAnswer, RegisterPlace, RegisterSource } from "../store";
import type { SiteLists } from "./site-lists";

export type Right = "unknown" | "readOnly" | "noAccess";

/** What SharePoint has refused in this session: rights are learned, not asked (Graph does not tell them). */
export interface Rights {
  of(place: RegisterPlace): Right;
  /** The list's columns as they are now; undefined before they were read. The same object until something differs. */
  list(place: RegisterPlace): ListAsKept | undefined;
  subscribe(listener: () => void): () => void;
}

/**
 * The source, watched.
 * 1. A 403 on a pull means no access, until a read of that register succeeds.
 * 2. A 403 on a write makes the register read-only, until a write to it succeeds. No access stands before read-only.
 * 3. Any other fault teaches nothing.
 */
export function learnRights(source: RegisterSource, lists: SiteLists): { readonly source: RegisterSource; readonly rights: Rights } {
  const notRead = new Set<string>();
  const notWritten = new Set<string>();
  const listeners = new Set<() => void>();
  const keyOf = (place: RegisterPlace): string => `${place.site}|${place.register}`;
  const of = (place: RegisterPlace): Right => {
    if (notRead.has(keyOf(place))) return "noAccess";
    return notWritten.has(keyOf(place)) ? "readOnly" : "unknown";
  };

  function learn<T>(refused: Set<string>, place: RegisterPlace, result: Result<T>): Result<T> {
    const before = of(place);
    if (result.ok) refused.delete(keyOf(place));
    else if (result.fault.kind === "forbidden") refused.add(keyOf(place));
    if (of(place) !== before) {
      listeners.forEach((listener) => {
        listener();
      });
    }
    return result;
  }
  /** One row may be kept from somebody who may read its list, so a refusal here teaches nothing. */
  function readRow<T>(place: RegisterPlace, result: Result<T>): Result<T> {
    return result.ok ? learn(notRead, place, result) : result;
  }
  function wroteAt<T>(place: RegisterPlace | undefined, result: Result<T>): Result<T> {
    return place === undefined ? fail({ kind: "cancelled" }) : learn(notWritten, place, result);
  }
  const watched: RegisterSource = {
    pull: (requests, came, signal) => {
      const learnt = (answer: PullAnswer): void => {
        learn(notRead, answer.place, answer.pages);
        came(answer);
      };
      return source.pull(requests, learnt, signal);
    },
    read: async (place, id, signal) => readRow(place, await source.read(place, id, signal)),
    mayBeOneRow: (one, other) => source.mayBeOneRow(one, other),
    wrote: (place, id, operationId) => source.wrote(place, id, operationId),
    findByClientKey: async (place, clientKey) => readRow(place, await source.findByClientKey(place, clientKey)),
    create: async (request) => learn(notWritten, request.place, await source.create(request)),
    createMany: async (requests, signal) => (await source.createMany(requests, signal)).map((result, index) => wroteAt(requests[index]?.place, result)),
    update: async (request) => learn(notWritten, request.place, await source.update(request)),
    updateMany: async (requests, signal) => (await source.updateMany(requests, signal)).map((result, index) => wroteAt(requests[index]?.place, result)),
  };
  const rights: Rights = {
    of,
    list: (place) => lists.known(place),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { source: watched, rights };
}
