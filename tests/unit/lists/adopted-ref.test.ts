import { adoptedRef, allRegisters, loadCatalogue, projects, risks } from "../../../src/registers";

const list = "0f4b0e64-6c2f-4a52-8b52-6f0a3f3e2c11";
const other = "77c2f0a1-1111-4222-8333-944455556666";

beforeAll(async () => {
  await loadCatalogue();
});

test("a project of a trust's own list is called by its list and its row, however its list's id is written", () => {
  const ref = adoptedRef(projects, list, "12");
  expect(ref).toMatch(/^[A-Z]{3}-0012$/);
  expect(adoptedRef(projects, list.toUpperCase(), "12")).toBe(ref);
  expect(adoptedRef(projects, list, "123456")).toMatch(/-123456$/);
});

test("another list that is used later gives other numbers", () => {
  expect(adoptedRef(projects, other, "12")).not.toBe(adoptedRef(projects, list, "12"));
});

test("such a number is the shape of an address and never one that a list of ours gives", () => {
  for (const register of allRegisters) {
    const ref = adoptedRef(register, list, "12");
    expect(ref === undefined).toBe(register.belongsTo !== "nothing");
    if (ref === undefined) continue;
    expect(ref).toMatch(/^[A-Z]{3}-[0-9]{4,9}$/);
    expect(allRegisters.map(({ ref: { prefix } }) => prefix)).not.toContain(`${ref.slice(0, 3)}-`);
  }
});

test("rows of a register that belongs to projects itself have none, nor has what is no row", () => {
  expect(adoptedRef(risks, list, "12")).toBeUndefined();
  for (const id of ["", "0", "012", "new:1", "1234567890", "1 "]) expect(adoptedRef(projects, list, id)).toBeUndefined();
});
