import { asIs, codes, read } from "./ledger-ground";

const headings = ["Cost centre", "Subjective", "Period", "Amount"];
const transactions = { kind: "transactions", codes, amount: { kind: "net", column: 3 }, when: { kind: "period", column: 2 } } as const;
const months = {
  kind: "months",
  codes,
  months: new Map([
    [1, 2],
    [2, 3],
    [3, 4],
  ] as const),
} as const;

describe("a ledger's transactions", () => {
  it("are amounts by code and month, each with its row", () => {
    const { amounts, months: posted, total, problems } = read([headings, ["A100", "5110", "M01", 125.5], ["A100", "5110", 2, "(25.25)"]], transactions);
    expect(amounts).toEqual([
      { codes: { costCentre: "A100", subjective: "5110", scheme: "" }, month: 1, amount: 12_550, row: 2 },
      { codes: { costCentre: "A100", subjective: "5110", scheme: "" }, month: 2, amount: -2_525, row: 3 },
    ]);
    expect([posted, total, problems]).toEqual([[1, 2], 10_025, []]);
  });

  it("are posted by their day, and those of another year are left out with their amount", () => {
    const byDay = { ...transactions, when: { kind: "date", column: 2, order: "day first" } } as const;
    const rows = [headings, ["A100", "5110", "05/04/2026", 10], ["A100", "5110", "31/03/2027", 20], ["A100", "5110", "31/03/2026", 40]];
    const { amounts, leftOut, total } = read(rows, byDay);
    expect(amounts.map(({ month, amount }) => [month, amount])).toEqual([
      [1, 1_000],
      [12, 2_000],
    ]);
    expect([leftOut, total]).toEqual([[{ reason: "otherYear", amount: 4_000, row: 4 }], 7_000]);
  });

  it("without a month, or of a month that is not asked for, are left out", () => {
    const rows = [headings, ["A100", "5110", "soon", 10], ["A100", "5110", "M01", 20], ["A100", "5110", "M02", 40]];
    expect(read(rows, transactions, { months: [2] }).leftOut).toEqual([
      { reason: "noMonth", amount: 1_000, row: 2 },
      { reason: "otherMonth", amount: 2_000, row: 3 },
    ]);
  });

  it("in debit and credit are what the one leaves of the other", () => {
    const both = { ...transactions, amount: { kind: "debitCredit", debit: 3, credit: 4 } } as const;
    const rows = [
      [...headings.slice(0, 3), "Debit", "Credit"],
      ["A100", "5110", "M01", 10, 2.5],
      ["A100", "5110", "M01", "", 4],
    ];
    expect(read(rows, both).amounts.map(({ amount }) => amount)).toEqual([750, -400]);
  });

  it("that cannot be read are named, with what stood there", () => {
    expect(read([headings, ["A100", "5110", "M01", "see note"], ["A100", "5110", "M01", 1]], transactions).problems).toEqual([
      { row: 2, problem: "notAnAmount", text: "see note" },
    ]);
  });

  it("with no amount at all are no transactions", () => {
    expect(read([headings, ["A100", "5110", "M01", ""], ["A100", "5110", "M01", 1]], transactions).amounts).toHaveLength(1);
  });

  it("of income shown as positive become negative costs, and the file's own total still agrees", () => {
    const answers = { ...asIs, income: "asPositive", incomeCodes: ["4"] } as const;
    const rows = [headings, ["A100", "5110", "M01", 100], ["A100", "4110", "M01", 30], ["A100", "5120", "M01", 7], ["Total", "", "", 137]];
    const { amounts, total, statedTotal } = read(rows, transactions, { answers });
    expect([amounts.map(({ amount }) => amount), total]).toEqual([[10_000, -3_000, 700], 7_700]);
    expect(statedTotal).toEqual({ amount: 13_700, row: 5, agrees: true });
  });

  it("say when the file's own total is another one", () => {
    const rows = [headings, ["A100", "5110", "M01", 100], ["A100", "5120", "M01", 7], ["Total", "", "", 108]];
    expect(read(rows, transactions).statedTotal).toEqual({ amount: 10_800, row: 4, agrees: false });
  });
});

describe("a column per month", () => {
  const rows = [
    ["Cost centre", "Subjective", "Apr", "May", "Jun"],
    ["A100", "5110", 1.5, 2, ""],
    ["A200", "5110", "", 3, ""],
  ];

  it("gives an amount for each filled month, in thousands where the trust says so", () => {
    const { amounts, months: posted } = read(rows, months, { answers: { ...asIs, scale: 1000 } });
    expect(amounts.map(({ month, amount }) => [month, amount])).toEqual([
      [1, 150_000],
      [2, 200_000],
      [2, 300_000],
    ]);
    expect(posted).toEqual([1, 2]);
  });
});

describe("year-to-date balances", () => {
  it("stand under the month that they run to", () => {
    const balances = { kind: "balances", codes, amount: { kind: "net", column: 2 }, month: 8 } as const;
    const { amounts, months: posted } = read(
      [
        ["Cost centre", "Subjective", "Year to date"],
        ["A100", "5110", 81_150.5],
        ["A200", "5110", 1],
      ],
      balances,
    );
    expect(amounts[0]).toMatchObject({ month: 8, amount: 8_115_050 });
    expect(posted).toEqual([8]);
  });
});
