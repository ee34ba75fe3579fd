import { merge } from "../../../src/store/merge";

describe("merge", () => {
  it("sends a column only where the register still holds what the author saw (M1)", () => {
    expect(merge({ a: 1, b: 1 }, { a: 2, b: 2 }, { a: 1, b: 3 })).toEqual({
      changes: { a: 2 },
      mergedFields: [],
      conflicts: [{ field: "b", base: 1, mine: 2, theirs: 3 }],
    });
  });

  it("finds nothing to do when both set the same value, cleared columns included (M2)", () => {
    expect(merge({ a: 1, b: 1 }, { a: 2, b: null }, { a: 2 })).toEqual({ changes: {}, mergedFields: [], conflicts: [] });
  });

  it("treats a cleared column as a value like any other (M3)", () => {
    expect(merge({ a: 1 }, { a: null }, { a: 2 }).conflicts).toEqual([{ field: "a", base: 1, mine: undefined, theirs: 2 }]);
    expect(merge({ a: 1 }, { a: 2 }, {}).conflicts).toEqual([{ field: "a", base: 1, mine: 2, theirs: undefined }]);
  });

  it("leaves a column alone that its author set to what they saw (M4)", () => {
    expect(merge({ a: 1 }, { a: 1 }, { a: 5 })).toEqual({ changes: {}, mergedFields: ["a"], conflicts: [] });
  });

  it("does not take a column called constructor for one that was filled", () => {
    expect(merge({}, { constructor: "x" }, {})).toEqual({ changes: { constructor: "x" }, mergedFields: [], conflicts: [] });
  });
});
