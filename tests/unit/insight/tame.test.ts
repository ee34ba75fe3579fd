import { createTaming, tamed } from "../../../src/insight/tame";
import { issues, risks, type Register, type Row } from "../../../src/registers";
import { rowOf } from "./quality-ground";

function cellsLeft(values: Readonly<Record<string, unknown>>): readonly string[] {
  return tamed([{ values }], risks).flatMap((row) => Object.keys(row.values));
}

describe("a row as its register promises it", () => {
  it("is the very row when every cell is of its column's type", () => {
    const row = rowOf(
      { Title: "Delay", Owner: "Ann", OwnerAddress: "ann@example.org", CurrentScore: 12, CostImpact: 100, ShowInBoardPack: false, RaisedDate: "2026-11-24" },
      "1",
    );
    expect(tamed([row], risks)[0]).toBe(row);
  });

  it("is the very row when a cell has no column in the register", () => {
    const row = { values: { Title: "Delay", Unheard: 12 } };
    expect(tamed([row], risks)[0]).toBe(row);
  });

  it.each<readonly [string, unknown]>([
    ["Title", 12],
    ["Status", true],
    ["ShowInBoardPack", "Yes"],
    ["Owner", 12],
    ["OwnerAddress", 12],
    ["CurrentScore", "12"],
    ["CurrentScore", NaN],
    ["CostImpact", 0.5],
    ["CostImpact", "100"],
    ["LastReviewDate", "24/11/2026"],
    ["LastReviewDate", "2026-13-01"],
    ["LastReviewDate", "2026-11-32"],
    ["LastReviewDate", 20261124],
  ])("counts %s as empty where it is %p, and keeps the others", (column, value) => {
    expect(cellsLeft({ Ref: "R-1", [column]: value, Unheard: 12 })).toEqual(["Ref", "Unheard"]);
  });

  it("has an address beside a person alone", () => {
    expect(cellsLeft({ TitleAddress: 12, OwnerAddress: 12 })).toEqual(["TitleAddress"]);
  });
});

describe("the lists of a site, again and again", () => {
  const wild = rowOf({ Ref: "R-1", CurrentScore: "12" }, "1");
  const good = rowOf({ Ref: "R-2", CurrentScore: 12 }, "2");
  const other = rowOf({ Ref: "R-3", CurrentScore: true }, "3");
  const registers = [risks, issues] as unknown as readonly Register[];
  const lists = (rows: readonly Row[], kept = registers) => ({ registers: kept, rowsOf: (name: string) => (name === "Risks" ? rows : []) });

  it("are the very arrays when every row is tame", () => {
    const rows = [good];
    expect(createTaming()(lists(rows))("Risks")).toBe(rows);
  });

  it("are the very arrays of before while their rows are", () => {
    const rowsOf = createTaming();
    const rows = [wild, good];
    const first = rowsOf(lists(rows))("Risks");
    expect(first.map(({ values }) => values["CurrentScore"])).toEqual([undefined, 12]);
    expect(rowsOf(lists(rows))("Risks")).toBe(first);
    expect(rowsOf(lists([...rows]))("Risks")[0]).toBe(first[0]);
  });

  it("follow rows that came, went and moved", () => {
    const rowsOf = createTaming();
    rowsOf(lists([wild, good]))("Risks");
    expect(rowsOf(lists([good, other, wild]))("Risks").map(({ id, values }) => [id, values["CurrentScore"]])).toEqual([
      ["2", 12],
      ["3", undefined],
      ["1", undefined],
    ]);
    expect(rowsOf(lists([wild]))("Risks").map(({ values }) => values["CurrentScore"])).toEqual([undefined]);
  });

  it("are looked at again when the register is kept otherwise", () => {
    const rowsOf = createTaming();
    const rows = [wild];
    const without = { ...risks, columns: { Ref: risks.columns.Ref } } as unknown as Register;
    rowsOf(lists(rows))("Risks");
    expect(rowsOf(lists(rows, [without]))("Risks")).toBe(rows);
  });

  it("are empty for a register that the site did not bring", () => {
    expect(createTaming()(lists([good], []))("Risks")).toEqual([]);
  });
});
