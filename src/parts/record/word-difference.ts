export interface MarkedPart {
  readonly text: string;
  readonly isNew: boolean;
}

/** Cells beyond this are compared whole: the table of a longest common subsequence grows with the product of the lengths. */
const mostWords = 400;

/** `after` in parts, those words marked that are not among the words it shares, in order, with `before`. Joined, the parts are `after`. */
export function markDifferences(before: string, after: string): readonly MarkedPart[] {
  if (before === after) return [{ text: after, isNew: false }];
  const old = before.split(/(\s+)/);
  const now = after.split(/(\s+)/);
  if (old.length > mostWords || now.length > mostWords) return [{ text: after, isNew: true }];
  const lengths = commonLengths(old, now);
  const parts: MarkedPart[] = [];
  let i = 0;
  let j = 0;
  while (j < now.length) {
    const word = now[j] ?? "";
    if (i < old.length && old[i] === word) {
      push(parts, { text: word, isNew: false });
      i += 1;
      j += 1;
    } else if (i < old.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else {
      push(parts, { text: word, isNew: word.trim() !== "" });
      j += 1;
    }
  }
  return parts;
}

/** lengths[i][j]: the longest common subsequence of old from i and now from j. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    if (row === undefined) continue;
    for (let j = now.length - 1; j >= 0; j -= 1) {
      row[j] = old[i] === now[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function push(parts: MarkedPart[], part: MarkedPart): void {
  const last = parts.at(-1);
  if (last?.isNew === part.isNew) parts[parts.length - 1] = { text: last.text + part.text, isNew: part.isNew };
  else if (part.text !== "") parts.push(part);
}
