import { fragmentOf, pageFromFragment, readRecordAddress, recordAddressText, type Page } from "../../../src/parts";
import { allRegisters, refOf } from "../../../src/registers";

describe("a page as a fragment", () => {
  test.each<[string, Page]>([
    ["raid", { kind: "raid" }],
    ["projects", { kind: "projects" }],
    ["project/P-0001", { kind: "project", ref: "P-0001" }],
    ["register/Risks?open=Risks%2FR-0042%2FOwner", { kind: "register", register: "Risks", open: { register: "Risks", ref: "R-0042", field: "Owner" } }],
    [
      "register/Risks?view=sort%3D-CurrentScore&open=Risks%2Fnew",
      { kind: "register", register: "Risks", view: "sort=-CurrentScore", open: { register: "Risks", ref: "new" } },
    ],
    ["import/Costs", { kind: "import", register: "Costs" }],
    ["card/P-0001", { kind: "card", project: "P-0001" }],
    ["decisions", { kind: "decisions" }],
    ["set-up", { kind: "setUp" }],
    ["diagnostics", { kind: "diagnostics" }],
    ["permissions", { kind: "permissions" }],
    ["why", { kind: "why" }],
    ["why/Risks", { kind: "why", register: "Risks" }],
    ["adopt", { kind: "adopt" }],
    ["adopt/0f4b0e64-6c2f-4a52-8b52-6f0a3f3e2c11", { kind: "adopt", listId: "0f4b0e64-6c2f-4a52-8b52-6f0a3f3e2c11" }],
    ["adopt/0f4b0e64-6c2f-4a52-8b52-6f0a3f3e2c11/copy", { kind: "adopt", listId: "0f4b0e64-6c2f-4a52-8b52-6f0a3f3e2c11", isCopy: true }],
    ["", { kind: "start" }],
  ])("%s", (fragment, page) => {
    expect(fragmentOf(page)).toBe(fragment);
    expect(pageFromFragment(fragment)).toEqual(page);
    expect(pageFromFragment(`#${fragment}`)).toEqual(page);
  });

  test.each([
    "nowhere",
    "Raid",
    "project",
    "project/",
    "project/../../evil",
    "project/P-1/extra",
    "project/p-0001",
    "project/P-00000000001",
    "register/",
    "register/Risks/R-0042",
    "register/Ri sks",
    "register/__proto__",
    "javascript:alert(1)",
    "//evil.example",
    "https://evil.example",
    "card/<script>",
    "adopt/",
    "adopt/Risks",
    "adopt/0f4b0e64-6c2f-4a52-8b52-6f0a3f3e2c11/copy/x",
    "why/",
    "why/Risks/R-0042",
    "why/<b>",
    "?open=Risks%2FR-0042",
    "%72aid",
    "a".repeat(100_000),
    "\u0000",
  ])("%j is nobody's and opens the start page", (fragment) => {
    expect(pageFromFragment(fragment)).toEqual({ kind: "start" });
  });

  test("a hostile record or view is left out, the page stands", () => {
    for (const open of ["Risks", "Risks/R-0042/../x", "Risks/R-0042/Owner/x", "Risks/<b>", "/R-0042", "Risks/new:xyz", "Risks/R-0042\n"])
      expect(pageFromFragment(`raid?open=${encodeURIComponent(open)}`)).toEqual({ kind: "raid" });
    expect(pageFromFragment(`raid?view=${"a".repeat(2_001)}`)).toEqual({ kind: "raid" });
  });
});

describe("a record's address", () => {
  test("every register and column can be named, and a row by its ref, item id, client key or as new", () => {
    for (const register of allRegisters) {
      for (const field of Object.keys(register.columns)) {
        const address = { register: register.name, ref: refOf(register, 1) ?? "", field };
        expect(readRecordAddress(recordAddressText(address))).toEqual(address);
      }
    }
    for (const ref of ["7", `new:${"a".repeat(32)}`, "new", "R-123456"]) expect(readRecordAddress(`Risks/${ref}`)).toEqual({ register: "Risks", ref });
  });
});
