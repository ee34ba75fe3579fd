import { listUrlName, sharePointColumns, type SharePointColumn } from "../../../src/lists";
import { allRegisters, risks, settings, type Register } from "../../../src/registers";

function named(register: Register, name: string): SharePointColumn | undefined {
  return sharePointColumns(register).find((column) => column.name === name);
}

const facets = ["text", "number", "currency", "dateTime", "choice", "boolean"] as const;

describe.each(allRegisters.map((register) => [register.name, register] as const))("the list of %s", (_name, register) => {
  const columns = sharePointColumns(register);

  test("its columns have different names of at most 32 plain characters, none like a lookup of Graph, and one facet each", () => {
    expect(new Set(columns.map((column) => column.name.toLowerCase())).size).toBe(columns.length);
    for (const column of columns) {
      expect(column.name).toMatch(/^[A-Za-z][A-Za-z0-9]{0,31}$/);
      expect(column.name).not.toMatch(/LookupId$/);
      expect(facets.filter((facet) => column[facet] !== undefined)).toHaveLength(1);
    }
  });

  test("it has at most eight indexes, a unique column is indexed, and a long text is neither", () => {
    expect(columns.filter((column) => column.indexed === true).length).toBeLessThanOrEqual(8);
    for (const column of columns) {
      if (column.enforceUniqueValues === true) expect(column.indexed).toBe(true);
      if (column.text?.allowMultipleLines === true) expect(column.indexed).toBeUndefined();
    }
  });

  test("its Ref and its client key are unique, and what people need not see is hidden", () => {
    expect(named(register, "Ref")).toMatchObject({ indexed: true, enforceUniqueValues: true });
    expect(named(register, "ClientKey")).toMatchObject({ indexed: true, enforceUniqueValues: true, hidden: true });
    expect(named(register, "OperationId")).toMatchObject({ hidden: true });
  });

  test("its address is plain, and Title is not asked for because every list has one", () => {
    expect(listUrlName(register)).toMatch(/^PR[A-Za-z]+$/);
    expect(named(register, "Title")).toBeUndefined();
  });
});

test("a person becomes a name and an address, both text, the address indexed where the register says so", () => {
  expect(named(risks, "Owner")).toMatchObject({ displayName: "Risk owner", text: { maxLength: 255 } });
  expect(named(risks, "Owner")?.indexed).toBeUndefined();
  expect(named(risks, "OwnerAddress")).toMatchObject({ displayName: "Risk owner (address)", text: { maxLength: 255 } });
});

test("each type has its facet", () => {
  expect(named(risks, "CurrentLikelihood")?.number).toEqual({ decimalPlaces: "none" });
  expect(named(risks, "NextReviewDate")?.dateTime).toEqual({ format: "dateOnly" });
  expect(named(risks, "Status")?.choice).toMatchObject({ allowTextEntry: true, displayAs: "dropDownMenu" });
  expect(named(risks, "RiskEvent")?.text).toEqual({ allowMultipleLines: true, textType: "plain" });
  expect(named(risks, "Archived")?.boolean).toEqual({});
  expect(named(settings, "Key")).toMatchObject({ enforceUniqueValues: true, indexed: true });
});
