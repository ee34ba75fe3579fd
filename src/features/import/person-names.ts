const titles = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "cllr", "sister", "matron"]);

/** "Patel, Dr Asha (PMO)", "asha  PATEL" and "Asha Patel" are one name: "asha patel". */
export function nameKey(written: string): string {
  return wordsOf(written).join(" ");
}

/** The name as a directory is asked for it, its own letters kept: "Patel, Dr Asha (PMO)" is asked for as "Asha Patel". */
export function plainName(written: string): string {
  const bare = inOrder(written.replace(/\([^)]*\)|\[[^\]]*\]/g, " "));
  const words = bare.split(/\s+/).filter((word) => word !== "" && !titles.has(word.toLowerCase().replace(/\.$/, "")));
  return words.join(" ");
}

export function surnameOf(written: string): string {
  return plainName(written).split(" ").at(-1) ?? "";
}

/** Could be the same person, to be looked at: one surname with the same initial, a first name alone, or one letter apart. */
export function isSimilarName(one: string, other: string): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const [first, last] = [left[0] ?? "", left.at(-1) ?? ""];
  const [otherFirst, otherLast] = [right[0] ?? "", right.at(-1) ?? ""];
  if (first === "" || otherFirst === "") return false;
  if (left.length === 1 || right.length === 1) return left.length === 1 ? right.includes(first) : left.includes(otherFirst);
  if (last === otherLast) return otherFirst.startsWith(first.charAt(0));
  return first === otherFirst && isOneLetterApart(last, otherLast);
}

function wordsOf(written: string): readonly string[] {
  return plainName(written)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** "Patel, Asha" to "Asha Patel". */
function inOrder(name: string): string {
  const [last = "", first, ...rest] = name.split(",");
  return first === undefined || rest.length > 0 ? name : `${first.trim()} ${last.trim()}`;
}

function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short.length < 3) return false;
  const from = Array.from(short).findIndex((letter, index) => letter !== long[index]);
  if (from === -1) return true;
  return short.slice(from + (short.length === long.length ? 1 : 0)) === long.slice(from + 1);
}
