import { codesKey, planPostings, postingKey, type LedgerMapping, type PostingQuestion } from "../../../src/ledger";
import { codes, line, read } from "./ledger-ground";

const headings = ["Cost centre", "Subjective", "Period", "Amount"];
const transactions = { kind: "transactions", codes, amount: { kind: "net", column: 3 }, when: { kind: "period", column: 2 } } as const;
const a100 = codesKey({ costCentre: "A100", subjective: "5110", scheme: "" });
const mapping: LedgerMapping = new Map([[a100, [{ line: "1", weight: 1 }]]]);

function plan(rows: readonly (readonly (string | number)[])[], more: Partial<PostingQuestion> = {}) {
  const reading = read([headings, ...rows], transactions);
  return planPostings({ reading, mapping, lines: [line("1"), line("2")], closedMonth: 0, basis: "accrued", accepted: new Set(), ...more });
}

const three = [
  ["A100", "5110", "M01", 10],
  ["A100", "5110", "M03", 30],
  ["Z900", "5110", "M03", 4],
];

describe("what a ledger's export would post", () => {
  it("is each posted month of the mapped line, 0 where the ledger has nothing, and the rest is unmapped", () => {
    const { changes, unmapped, reconciliation, blocked } = plan([...three, ["A100", "5110", "M02", 0]]);
    expect([...changes]).toEqual([["1", { ActM01: 1_000, ActM02: 0, ActM03: 3_000 }]]);
    expect(unmapped).toEqual([{ codes: { costCentre: "Z900", subjective: "5110", scheme: "" }, amount: 400, rows: [4] }]);
    expect(reconciliation).toEqual({ ledger: 4_400, posted: 4_000, unmapped: 400, leftOut: 0 });
    expect(blocked).toBeUndefined();
  });

  it("leaves a line without codes alone, and lines of another year", () => {
    expect(plan(three, { lines: [line("1", {}, "2025/26")] })).toMatchObject({ postings: [], reconciliation: { posted: 0, unmapped: 4_400 } });
  });

  it("is shared by weight to the penny", () => {
    const shared: LedgerMapping = new Map([
      [
        a100,
        [
          { line: "1", weight: 2 },
          { line: "2", weight: 1 },
        ],
      ],
    ]);
    const { changes } = plan([["A100", "5110", "M01", 100]], { mapping: shared });
    expect([...changes]).toEqual([
      ["1", { ActM01: 6_667 }],
      ["2", { ActM01: 3_333 }],
    ]);
  });

  it("takes a code to nobody when one of its lines is gone", () => {
    const half: LedgerMapping = new Map([
      [
        a100,
        [
          { line: "1", weight: 1 },
          { line: "gone", weight: 1 },
        ],
      ],
    ]);
    expect(plan([["A100", "5110", "M01", 100]], { mapping: half })).toMatchObject({ postings: [], reconciliation: { unmapped: 10_000 } });
  });

  it("is nothing for weights that are no shares", () => {
    const none: LedgerMapping = new Map([
      [
        a100,
        [
          { line: "1", weight: 0 },
          { line: "2", weight: -1 },
        ],
      ],
    ]);
    expect(plan([["A100", "5110", "M01", 100]], { mapping: none }).reconciliation.unmapped).toBe(10_000);
  });
});

describe("a month that has an amount already", () => {
  const lines = [line("1", { ActM01: 9, ActM03: 25 })];

  it("is restated when it is an earlier one, and waits to be accepted", () => {
    const { postings, changes, leftOut, reconciliation } = plan(three, { lines });
    expect(postings.map(({ month, old, amount, kind }) => [month, old, amount, kind])).toEqual([
      [1, 900, 1_000, "restated"],
      [3, 2_500, 3_000, "changed"],
    ]);
    expect([...changes]).toEqual([["1", { ActM03: 3_000 }]]);
    expect(leftOut).toEqual([{ reason: "restated", amount: 1_000, count: 1 }]);
    expect(reconciliation).toEqual({ ledger: 4_400, posted: 3_000, unmapped: 400, leftOut: 1_000 });
  });

  it("is posted once it is accepted", () => {
    const { changes, reconciliation } = plan(three, { lines, accepted: new Set([postingKey({ line: line("1"), month: 1 })]) });
    expect([...changes]).toEqual([["1", { ActM01: 1_000, ActM03: 3_000 }]]);
    expect(reconciliation).toMatchObject({ posted: 4_000, leftOut: 0 });
  });

  it("is restated when it is closed, the newest one too", () => {
    expect(plan([["A100", "5110", "M03", 30]], { lines, closedMonth: 3 }).postings[0]?.kind).toBe("restated");
    expect(plan([["A100", "5110", "M03", 30]], { lines, closedMonth: 2 }).postings[0]?.kind).toBe("changed");
  });

  it("counts as posted and is not written again when it is the same", () => {
    const { postings, changes, reconciliation } = plan([["A100", "5110", "M03", 25]], { lines, closedMonth: 3 });
    expect([postings[0]?.kind, changes.size, reconciliation.posted]).toEqual(["same", 0, 2_500]);
  });
});

describe("balances", () => {
  const balances = { kind: "balances", codes, amount: { kind: "net", column: 2 }, month: 3 } as const;
  const reading = read(
    [
      ["Cost centre", "Subjective", "Year to date"],
      ["A100", "5110", 60],
      ["A100", "5110", 5],
    ],
    balances,
  );

  it("give their month what the months before leave, and agree as balances", () => {
    const lines = [line("1", { ActM01: 10, ActM02: 20.5 })];
    const { changes, reconciliation } = planPostings({ reading, mapping, lines, closedMonth: 2, basis: "invoiced", accepted: new Set() });
    expect([...changes]).toEqual([["1", { ActM03: 3_450 }]]);
    expect(reconciliation).toEqual({ ledger: 6_500, posted: 6_500, unmapped: 0, leftOut: 0 });
  });
});

describe("nothing is posted", () => {
  it("where an amount cannot be read", () => {
    expect(plan([...three, ["A100", "5110", "M01", "see note"]])).toMatchObject({ blocked: "problems", changes: new Map() });
  });

  it("where the file's own total is another one", () => {
    expect(plan([...three, ["Total", "", "", 45]])).toMatchObject({ blocked: "totalDisagrees", changes: new Map() });
    expect(plan([...three, ["Total", "", "", 44]]).blocked).toBeUndefined();
  });
});

describe("accruals", () => {
  const lines = [line("1", { AccM03: 8 }), line("2", { AccM03: 8 })];

  it("of a line that gets actuals count twice where the ledger holds them already", () => {
    expect(plan(three, { lines }).countedTwice.map(({ id }) => id)).toEqual(["1"]);
    expect(plan(three, { lines, basis: "invoiced" }).countedTwice).toEqual([]);
    expect(plan(three, { lines: [line("1", { AccM03: 0, AccM04: 8 })] }).countedTwice).toEqual([]);
  });
});
