import { findHeadings, suggestDateOrder, suggestMapping, suggestMoneyScale, type Cell, type TargetColumn } from "../../../src/exchange";

const sheet = (...rows: readonly (readonly Cell[])[]) => ({ name: "Sheet", rows, isHidden: false });

describe("headings are found", () => {
  test("in the first row of a plain table", () => {
    expect(findHeadings(sheet(["Ref", "Title", "Owner"], ["R1", "Late scanners", "Asha Patel"], ["R2", "No loan kit", "Tom Reid"]))).toEqual({
      headingRow: 0,
      upperRow: 0,
      headings: ["Ref", "Title", "Owner"],
      firstRow: 1,
      endRow: 3,
      titleRows: [],
    });
  });

  test("below title rows, with empty rows and columns at the end left out", () => {
    const found = findHeadings(
      sheet(
        ["Northmere University Hospitals NHS Trust"],
        ["Risk register", undefined, "As at", { date: "2026-11-04" as never }],
        [],
        ["Ref", "Title", "Cost (£m)", undefined, undefined],
        ["R1", "Late scanners", 1.5, " ", undefined],
        ["R2", "Loan kit", 2],
        [" "],
        [],
      ),
    );
    expect(found).toEqual({
      headingRow: 3,
      upperRow: 3,
      headings: ["Ref", "Title", "Cost (£m)"],
      firstRow: 4,
      endRow: 6,
      titleRows: ["Northmere University Hospitals NHS Trust", "Risk register As at 4 November 2026"],
    });
  });

  test("in two rows when groups stand above them", () => {
    const found = findHeadings(
      sheet(
        ["Risk register"],
        ["Risk", undefined, "Current", undefined, "Target", undefined],
        ["Ref", "Title", "Likelihood", "Consequence", "Likelihood", "Consequence"],
        ["R1", "Late", 4, 4, 2, 3],
        ["R2", "Loan", 3, 4, 1, 2],
      ),
    );
    expect(found.headings).toEqual(["Risk: Ref", "Risk: Title", "Current: Likelihood", "Current: Consequence", "Target: Likelihood", "Target: Consequence"]);
    expect(found).toMatchObject({ headingRow: 2, firstRow: 3, titleRows: ["Risk register"] });
  });

  test("in two rows when sub-headings stand beneath merged ones", () => {
    const found = findHeadings(
      sheet(
        ["Ref", "Title", "Score", undefined, "Owner"],
        [undefined, undefined, "Likelihood", "Consequence", undefined],
        ["R1", "Late", 4, 4, "Asha Patel"],
        ["R2", "Loan", 3, 4, "Tom Reid"],
      ),
    );
    expect(found.headings).toEqual(["Ref", "Title", "Score: Likelihood", "Score: Consequence", "Owner"]);
    expect(found.firstRow).toBe(2);
  });

  test("repeats are numbered, a column without a name is named by its letter", () => {
    const found = findHeadings(
      sheet(["Date", "Note", undefined, "date", undefined, "Owner"], ["x", "y", "z", "w", undefined, "v"], ["x", "y", "z", "w", undefined, "v"]),
    );
    expect(found.headings).toEqual(["Date", "Note", "Column C", "date (2)", "", "Owner"]);
  });

  test("a table of words does not lose its first rows", () => {
    expect(findHeadings(sheet(["Title", "Owner", "Status"], ["Alpha", "Asha", "Open"], ["Beta", "Tom", "Closed"], ["Gamma", "Mina", "Open"]))).toMatchObject({
      headingRow: 0,
      firstRow: 1,
    });
  });

  test("nothing is found in an empty sheet", () => {
    expect(findHeadings(sheet([], [undefined, " "]))).toEqual({ headingRow: -1, upperRow: -1, headings: [], firstRow: 0, endRow: 0, titleRows: [] });
  });
});

describe("a mapping is suggested", () => {
  const target = (name: string, label: string, kind: TargetColumn["kind"], alsoKnownAs: readonly string[] = []): TargetColumn => ({
    name,
    label,
    kind,
    alsoKnownAs,
  });
  const targets = [
    target("Title", "Project name", "text", ["project"]),
    target("Manager", "Project manager", "person", ["PM"]),
    target("FinishDate", "Planned finish", "date", ["end date", "go-live"]),
    target("Budget", "Approved budget", "money", ["baseline"]),
  ];

  test("by name, by other names and by short forms, each source once", () => {
    const suggested = suggestMapping(
      ["PM", "project_name", "EndDate", "Approved budgets (£m)"],
      [["Asha Patel", "Blood tracking", "6/8/2026", "£1.20"]],
      targets,
    );
    expect(suggested.map(({ column, reason }) => [column, reason])).toEqual([
      [1, "sameName"],
      [0, "sameName"],
      [2, "otherName"],
      [3, "sameName"],
    ]);
  });

  test("values that cannot be read speak against a source, blanks and stand-ins do not", () => {
    const rows = (text: string) => Array.from({ length: 10 }, () => [text]);
    expect(suggestMapping(["Baseline"], rows("Green"), targets)[3]!.column).toBeUndefined();
    expect(suggestMapping(["Baseline"], rows("TBC"), targets)[3]!.column).toBe(0);
  });

  test("and nothing rather than something far-fetched", () => {
    expect(suggestMapping(["Weather", ""], [["fine", "x"]], targets).every(({ column, reason }) => column === undefined && reason === "nothingSimilar")).toBe(
      true,
    );
  });

  test("the scale of amounts is read from the words around them", () => {
    expect(["Cost (£m)", "Budget £000", "£k", "Budget, £ million", "Cost (£)", "Team memo"].map(suggestMoneyScale)).toEqual([
      1_000_000, 1000, 1000, 1_000_000, 1, 1,
    ]);
  });

  test("the order of dates is settled by a day above 12, else asked", () => {
    expect(suggestDateOrder(["03/04/2026", "13/04/2026"])).toEqual({ order: "day first", isCertain: true });
    expect(suggestDateOrder(["03/04/2026", "04/13/2026"])).toEqual({ order: "month first", isCertain: true });
    expect(suggestDateOrder(["03/04/2026"])).toEqual({ order: "day first", isCertain: false });
    expect(suggestDateOrder(["2026-04-03", "not known", ""])).toEqual({ order: "year first", isCertain: true });
    expect(suggestDateOrder(["2026-04-03", "04/04/2026"]).order).toBe("day first");
  });
});
