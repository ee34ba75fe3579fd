import { sameItems } from "../kernel";

/** Works something out again only when one of its parts is another than the last time. */
export function keepWhileSame<T>(): (parts: readonly unknown[], workOut: () => T) => T {
  let last: { readonly parts: readonly unknown[]; readonly value: T } | undefined;
  return (parts, workOut) => {
    if (last === undefined || !sameItems(last.parts, parts)) last = { parts, value: workOut() };
    return last.value;
  };
}
