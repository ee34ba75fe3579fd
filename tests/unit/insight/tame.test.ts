import { tamed } from "../../../src/insight/tame";
import { risks } from "../../../src/registers";
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
