import { knownWords, rememberWords } from "../../../src/features/import/remembered-words";
import { suggestImport, withNewWords } from "../../../src/features/import/suggest-import";
import { fileWords, noKnownWords } from "../../../src/features/import/suggest-words";
import { actions, columnOf, risks } from "../../../src/registers";
import { planOf, tableOf, written } from "./fixture";
import { valueAt } from "../../../src/registers";

const likelihood = columnOf(risks, "CurrentLikelihood")!;
const status = columnOf(actions, "Status")!;
const nothing = new Map<string, string>();

async function meanings(wanted: typeof likelihood, words: readonly string[], known = nothing): Promise<readonly string[]> {
  const table = await tableOf(["Title,Word", ...words.map((word) => `A row,${word}`), ""].join("\r\n"));
  return fileWords(table, { column: 1, wanted, known }).map(({ word, suggested, because }) => `${word} = ${suggested} (${because})`);
}

test("the usual words of a scale are suggested, the scale's own are sure, and numbers need no word", async () => {
  expect(await meanings(likelihood, ["High", "Med", "VL", "Almost certain", "Poss", "4 - Likely", "3", "4 - High", "4 - Possible", "Whatever"])).toEqual([
    "High = Likely (likely)",
    "Med = Possible (likely)",
    "VL = Rare (likely)",
    "Almost certain = Almost certain (same)",
    "Poss = Possible (likely)",
    "4 - Possible = Likely (likely)",
    "Whatever =  (nothing)",
  ]);
});

test("words for choices are suggested only when one choice fits", async () => {
  expect(await meanings(status, ["in progress", "WIP", "Complete - signed off", "Comp", "B", "Closed", "Overdue"])).toEqual([
    "in progress = In progress (same)",
    "WIP = In progress (likely)",
    "Complete - signed off = Complete (likely)",
    "Comp = Complete (likely)",
    "B = Blocked (likely)",
    "Closed = Complete (likely)",
    "Overdue =  (nothing)",
  ]);
});

test("what a person said before goes before every suggestion, even that a word means nothing", async () => {
  const known = new Map([
    ["high", "Almost certain"],
    ["med", ""],
    ["vl", "A choice that is gone"],
  ]);
  expect(await meanings(likelihood, ["High", "Med", "VL"], known)).toEqual(["High = Almost certain (known)", "Med =  (known)", "VL = Rare (likely)"]);
});

test("words are remembered for their column whatever file they stand in, the latest meaning counts, and nonsense on the device is ignored", async () => {
  const kept = new Map<string, string>();
  const preferences = { read: (name: string) => kept.get(name), write: (name: string, value: string) => void kept.set(name, value) };
  const table = await tableOf("Risk,Likelihood\r\nScanners arrive late,High\r\nNobody comes at all,Low\r\n");
  const mapping = suggestImport(risks, table, knownWords(preferences, risks));
  const source = mapping.sources.get("CurrentLikelihood")!;
  if (source.kind !== "column") throw new Error("no column");
  const decided = {
    ...mapping,
    sources: new Map([...mapping.sources, ["CurrentLikelihood", { ...source, words: new Map([...source.words, ["high", "Almost certain"]]) }]]),
  };
  rememberWords(preferences, risks, decided);

  const other = await tableOf("Description of the risk,Current likelihood\r\nThe lift is out of order,HIGH\r\nThe roof leaks badly,Low\r\n");
  const again = suggestImport(risks, other, knownWords(preferences, risks));
  const rows = written(await planOf(other, { register: risks, mapping: again }));
  expect(rows.map((row) => valueAt(row.values, "CurrentLikelihood"))).toEqual([5, 2]);

  kept.set("import.words.Risks.CurrentLikelihood", '{"words":[["high"],7,["low",3]]}');
  expect(knownWords(preferences, risks)("CurrentLikelihood")).toEqual(new Map());
});

test("a mapping kept for the same headings gets suggestions for words that it has not met", async () => {
  const first = suggestImport(risks, await tableOf("Risk,Likelihood\r\nScanners arrive late,High\r\n"));
  const table = await tableOf("Risk,Likelihood\r\nScanners arrive late,High\r\nThe roof leaks badly,Low\r\n");
  const source = withNewWords(first, { register: risks, table, known: noKnownWords }).sources.get("CurrentLikelihood");
  expect(source?.kind === "column" ? source.words : undefined).toEqual(
    new Map([
      ["high", "Likely"],
      ["low", "Unlikely"],
    ]),
  );
});

test("a word that is to stay empty is a problem of its cell, and is kept, even if it is one of our own", async () => {
  const table = await tableOf("Action,Status\r\nOrder the scanners,Complete\r\n");
  const mapping = suggestImport(actions, table);
  const source = mapping.sources.get("Status")!;
  if (source.kind !== "column") throw new Error("no column");
  const emptied = { ...mapping, sources: new Map([...mapping.sources, ["Status", { ...source, words: new Map([["complete", ""]]) }]]) };
  const planned = await planOf(table, { register: actions, mapping: emptied });
  expect(valueAt(written(planned)[0]!.values, "Status")).not.toBe("Complete");
  expect(planned.plan.rows[0]!.problems).toMatchObject([{ field: "Status", wrote: "Complete" }]);
});
