import { isSimilarName, nameKey } from "../../../src/features/import/person-names";
import { matchPeople } from "../../../src/features/import/match-people";
import { suggestImport } from "../../../src/features/import/suggest-import";
import { projects, valueAt } from "../../../src/registers";
import { askPeople, closedDirectory, directoryOf, planOf, rowOf, tableOf, unhurried, written } from "./fixture";

const person = (name: string) => ({ name, address: `${name.toLowerCase().replaceAll(" ", ".")}@northmere.example` });
const [asha, tom, thomas, mei] = [person("Asha Patel"), person("Tom Reid"), person("Thomas Reid"), person("Mei Lin")];
const otherMei = { name: "Mei Lin", address: "mei.lin2@northmere.example" };
const directory = directoryOf(asha, tom, thomas, mei, otherMei);

const fileOf = (...names: readonly string[]) =>
  tableOf(["Project ID,Project name,Project manager", ...names.map((name, index) => `X-${String(index)},Scheme ${String(index)},"${name}"`), ""].join("\r\n"));

async function told(...names: readonly string[]): Promise<readonly string[]> {
  const { questions } = await askPeople(await fileOf(...names), { directory });
  return questions.map(
    ({ name, match }) => `${name}: ${match.kind === "doubtful" ? match.candidates.map(({ address }) => address.split("@")[0]).join(", ") : match.kind}`,
  );
}

test("one name in every way of writing it is one name", () => {
  expect(new Set(["Patel, Dr Asha (PMO)", "asha  PATEL", "Asha Patel", "Ms. Asha Patel", "PATEL, Asha"].map(nameKey))).toEqual(new Set(["asha patel"]));
  expect(nameKey("Siân O’Neill")).toBe(nameKey("Sian O'Neill"));
});

test("a similar name has the surname and the initial, is a first name alone, or is one letter apart", () => {
  expect(
    [
      ["A Patel", "Asha Patel"],
      ["Asha", "Asha Patel"],
      ["Patel", "Asha Patel"],
      ["Asha Pattel", "Asha Patel"],
      ["Tom Reid", "Thomas Reid"],
    ].map(([one = "", other = ""]) => isSimilarName(one, other)),
  ).toEqual([true, true, true, true, true]);
  expect(
    [
      ["Ben Patel", "Asha Patel"],
      ["Asha Reid", "Asha Patel"],
      ["", "Asha Patel"],
      ["Estates", "Asha Patel"],
    ].map(([one = "", other = ""]) => isSimilarName(one, other)),
  ).toEqual([false, false, false, false]);
});

test("one person of exactly this name is sure; several of it, or only similar ones, are a question; nobody is nobody", async () => {
  expect(await told("Patel, Asha", "Mei Lin", "T Reid", "Estates team", "asha patel", "ruth.adeyemi@northmere.example")).toEqual([
    "Patel, Asha: sure",
    "Mei Lin: mei.lin, mei.lin2",
    "T Reid: tom.reid, thomas.reid",
    "Estates team: nobody",
  ]);
});

test("a sure person is written as the directory writes them; a doubtful one is only a name until somebody chooses", async () => {
  const table = await fileOf("PATEL, Asha", "Mei Lin");
  const before = written(await planOf(table, { directory }));
  expect(before.map(({ values }) => [values["ProjectManager"], values["ProjectManagerAddress"]])).toEqual([
    ["Asha Patel", "asha.patel@northmere.example"],
    ["Mei Lin", undefined],
  ]);
  const after = written(await planOf(table, { directory, choices: new Map([["mei lin", otherMei]]) }));
  expect(valueAt(after[1]!.values, "ProjectManagerAddress")).toBe("mei.lin2@northmere.example");
  expect(written(await planOf(table, { directory, choices: new Map([["asha patel", "nameOnly"]]) }))[0]!.values).not.toHaveProperty("ProjectManagerAddress");
});

test("what was chosen is known from the register the next time, and a short form of its person changes nothing", async () => {
  const table = await fileOf("T Reid", "Mei Lin");
  const live = written(
    await planOf(table, {
      directory,
      choices: new Map([
        ["t reid", thomas],
        ["mei lin", otherMei],
      ]),
    }),
  );
  expect(valueAt(live[0]!.values, "ProjectManager")).toBe("Thomas Reid");
  const again = await planOf(table, { directory, live });
  expect(again.plan.totals).toMatchObject({ unchanged: 2, changed: 0 });
  expect(again.namesOnly).toBe(0);
});

test("without the directory the site's own people still count, and the rest is not asked for", async () => {
  const live = [rowOf("1", { Ref: "P-0001", Title: "Another scheme", ProjectManager: "Asha Patel", ProjectManagerAddress: "asha.patel@northmere.example" })];
  const table = await fileOf("Asha Patel", "A. Patel", "Tom Reid");
  const { questions, fault } = await askPeople(table, { live, directory: closedDirectory });
  expect(fault).toEqual({ kind: "signInNeeded" });
  expect(questions.map(({ match }) => match.kind)).toEqual(["sure", "doubtful", "notAsked"]);
  expect(written(await planOf(table, { live, directory: closedDirectory })).map(({ values }) => values["ProjectManagerAddress"])).toEqual([
    "asha.patel@northmere.example",
    undefined,
    undefined,
  ]);
});

test("the directory is asked once a name, and not again after it has refused", async () => {
  const asked: string[] = [];
  const names = ["Tom Reid", "Asha Patel"].map((name) => ({ key: nameKey(name), name, count: 1 }));
  await matchPeople(names, {
    known: [],
    service: { search: (written) => (asked.push(written), closedDirectory.search(written)) },
    signal: unhurried.signal,
    report: () => undefined,
  });
  expect(asked).toEqual(["Tom Reid"]);
});

test("two people in a cell for one are a problem whose words are kept", async () => {
  const table = await fileOf("Asha Patel / Tom Reid");
  const planned = await planOf(table, { directory, mapping: suggestImport(projects, table) });
  expect(planned.plan.rows[0]!.problems).toMatchObject([{ field: "ProjectManager", wrote: "Asha Patel / Tom Reid" }]);
});
