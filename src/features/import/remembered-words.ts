import { meaningsOf } from "../../exchange";
import { listAt, parseJson } from "../../kernel";
import type { PreferenceService } from "../../parts";
import { fillableColumns, type Register } from "../../registers";
import type { Mapping } from "./mapping";
import { nothingKnown, type KnownWords } from "./suggest-words";

const mostKept = 200;

/** What words were told to mean in this register's columns, whatever file they stood in; kept on this device. */
export function knownWords(preferences: PreferenceService, register: Register): KnownWords {
  const known = new Map(
    fillableColumns(register).flatMap(([name, column]) => {
      const kept = meaningsOf(column).length === 0 ? undefined : preferences.read(wordsName(register, name));
      return kept === undefined ? [] : [[name, new Map(wordPairs(listAt(parseJson(kept), "words")))] as const];
    }),
  );
  return (column) => known.get(column) ?? nothingKnown;
}

/** Keeps the meanings that a person let stand; the latest decision counts. */
export function rememberWords(preferences: PreferenceService, register: Register, mapping: Mapping): void {
  const known = knownWords(preferences, register);
  for (const [column, source] of mapping.sources) {
    if (source.kind === "value" || source.words.size === 0) continue;
    const latest = [...known(column)].filter(([word]) => !source.words.has(word));
    preferences.write(wordsName(register, column), JSON.stringify({ words: [...latest, ...source.words].slice(-mostKept) }));
  }
}

function wordsName(register: Register, column: string): string {
  return `import.words.${register.name}.${column}`;
}

/** Words with their meanings as they were kept; anything else is passed over: the device's storage is anyone's. */
export function wordPairs(kept: readonly unknown[]): readonly (readonly [string, string])[] {
  return kept.flatMap((pair): (readonly [string, string])[] => {
    const [word, meaning] = Array.isArray(pair) ? (pair as readonly unknown[]) : []; // isArray gives any[]
    return typeof word === "string" && typeof meaning === "string" ? [[word, meaning]] : [];
  });
}
