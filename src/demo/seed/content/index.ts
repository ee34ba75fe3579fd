import { clinicalKinds } from "./clinical-kinds";
import { digitalKinds } from "./digital-kinds";
import { estatesKinds } from "./estates-kinds";
import type { Kind } from "./kind";

export type { Kind } from "./kind";

export const kinds: readonly Kind[] = [...digitalKinds, ...clinicalKinds, ...estatesKinds];

/** Throws (a bug) for a key that no kind has. */
export function kindOf(key: string): Kind {
  const kind = kinds.find((one) => one.key === key);
  if (kind === undefined) throw new RangeError(`no kind ${key}`);
  return kind;
}
