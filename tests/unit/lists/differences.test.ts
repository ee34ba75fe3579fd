import type { Column, ColumnKind } from "../../../src/graph";
import { sharePointColumns } from "../../../src/lists";
import { differences } from "../../../src/lists/differences";
import { allRegisters, risks, type Register } from "../../../src/registers";

/** The columns of a register's list as Graph tells them when nobody has touched it. */
function asMade(register: Register): readonly Column[] {
  return sharePointColumns(register).map((column): Column => {
    const { name, displayName, text, choice } = column;
    const kind: ColumnKind =
      text !== undefined
        ? text.allowMultipleLines === true
          ? "note"
          : "text"
        : choice !== undefined
          ? "choice"
          : column.number !== undefined
            ? "number"
            : column.currency !== undefined
              ? "currency"
              : column.dateTime !== undefined
                ? "date"
                : "boolean";
    return {
      ...{ id: name, name, displayName, description: "", kind, isRequired: false, isReadOnly: false, isHidden: column.hidden === true },
      ...{ isIndexed: column.indexed === true, isUnique: column.enforceUniqueValues === true, choices: choice?.choices ?? [], facet: {} },
    };
  });
}

function changed(name: string, change: Partial<Column>): readonly Column[] {
  return asMade(risks).map((column) => (column.name === name ? { ...column, ...change } : column));
}

test.each(allRegisters.map((register) => [register.name, register] as const))("the list of %s as it was made differs in nothing", (_name, register) => {
  expect(differences(register, asMade(register))).toEqual([]);
});

test("columns that only the list has are no difference", () => {
  const [first] = asMade(risks);
  expect(differences(risks, [...asMade(risks), { ...first!, name: "Ward", displayName: "Ward affected" }])).toEqual([]);
});

test("a column that is gone is lost, of a person the half that is gone", () => {
  const left = asMade(risks).filter(({ name }) => name !== "OwnerAddress");
  expect(differences(risks, left)).toEqual([{ kind: "lost", column: "OwnerAddress", label: "Risk owner (address)" }]);
});

test("another display name is a rename, but not the internal one, which SharePoint shows where it ignored ours", () => {
  expect(differences(risks, changed("Controls", { displayName: "What we do" }))).toEqual([
    { kind: "renamed", column: "Controls", label: "Controls in place", now: "What we do" },
  ]);
  expect(differences(risks, changed("Controls", { displayName: "Controls" }))).toEqual([]);
});

test.each([
  ["Controls", "text", "text", true],
  ["Controls", "choice", "choice", true],
  ["CurrentLikelihood", "currency", "currency", true],
  ["NextReviewDate", "dateTime", "dateTime", true],
  ["CurrentLikelihood", "text", "text", false],
  ["NextReviewDate", "text", "text", false],
  ["Owner", "person", "person", false],
  ["Archived", "choice", "choice", false],
] as const)("%s as %s is retyped; whether its values are still read follows from how they travel", (name, kind, now, isStillRead) => {
  expect(differences(risks, changed(name, { kind }))).toMatchObject([{ kind: "retyped", column: name, now, isStillRead }]);
});

test("rich text is another type than plain lines: its values would show their markup", () => {
  expect(differences(risks, changed("Controls", { facet: { textType: "richText" } }))).toMatchObject([
    { kind: "retyped", made: "lines", now: "richText", isStillRead: false },
  ]);
});

test("choices of ours that are not offered are told in our order; the owner's own are no difference", () => {
  expect(differences(risks, changed("Status", { choices: ["Watching", "Open", "Closed"] }))).toEqual([
    { kind: "choicesRemoved", column: "Status", label: "Status", choices: ["Draft", "Became an issue"] },
  ]);
});

test("a retyped choice column is told once", () => {
  expect(differences(risks, changed("Status", { kind: "text", choices: [] })).map(({ kind }) => kind)).toEqual(["retyped"]);
});

test("a unique column that may hold one value twice is told; an index that helps nobody but queries is not", () => {
  expect(differences(risks, changed("ClientKey", { isUnique: false, isIndexed: false })).map(({ kind }) => kind)).toEqual(["uniqueLost"]);
  expect(differences(risks, changed("ProjectRef", { isIndexed: false }))).toEqual([]);
});
