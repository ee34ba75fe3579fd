import { fail, type Fault, type Result } from "../kernel";
import type { RegisterPlace, RegisterSource } from "../store";
import type { SiteLists } from "./site-lists";

export type Right = "unknown" | "readOnly" | "noAccess";

/** What SharePoint has refused in this session: rights are learned, not asked (Graph does not tell them). */
export interface Rights {
  of(place: RegisterPlace): Right;
  missingColumns(place: RegisterPlace): readonly string[];
  choices(place: RegisterPlace, column: string): readonly string[];
  subscribe(listener: () => void): () => void;
}

/** The source, watched: a 403 on a write makes its register read-only until the page is loaded again. */
export function learnRights(source: RegisterSource, lists: SiteLists): { readonly source: RegisterSource; readonly rights: Rights } {
  const learned = new Map<string, Right>();
  const listeners = new Set<() => void>();
  const keyOf = (place: RegisterPlace): string => `${place.site}|${place.register}`;

  function learn(place: RegisterPlace, right: Right): void {
    if (learned.get(keyOf(place)) === right) return;
    learned.set(keyOf(place), right);
    listeners.forEach((listener) => {
      listener();
    });
  }
  function watch<T>(place: RegisterPlace, result: Result<T>): Result<T> {
    if (!result.ok && isRefusal(result.fault)) learn(place, "readOnly");
    return result;
  }
  const watched: RegisterSource = {
    ...source,
    pull: async (requests, signal) => {
      const answers = await source.pull(requests, signal);
      for (const answer of answers) if (!answer.pages.ok && isRefusal(answer.pages.fault)) learn(answer.place, "noAccess");
      return answers;
    },
    create: async (request) => watch(request.place, await source.create(request)),
    createMany: async (requests, signal) => (await source.createMany(requests, signal)).map((result, index) => watchAt(requests[index]?.place, result)),
    update: async (request) => watch(request.place, await source.update(request)),
    updateMany: async (requests, signal) => (await source.updateMany(requests, signal)).map((result, index) => watchAt(requests[index]?.place, result)),
  };
  function watchAt<T>(place: RegisterPlace | undefined, result: Result<T>): Result<T> {
    return place === undefined ? fail({ kind: "cancelled" }) : watch(place, result);
  }
  const rights: Rights = {
    of: (place) => learned.get(keyOf(place)) ?? "unknown",
    missingColumns: (place) => lists.known(place)?.missing ?? none,
    choices: (place, column) => lists.known(place)?.choices.get(column) ?? none,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { source: watched, rights };
}

const none: readonly string[] = [];

function isRefusal(fault: Fault): boolean {
  return fault.kind === "forbidden";
}
