import fc from "fast-check";
import { pence, type FinancialMonth } from "../../../src/kernel";
import { monthlyAmount, type CostLine } from "../../../src/insight";
import { codesKey, planPostings, postingKey, type LedgerLayout, type LedgerMapping, type PostingPlan } from "../../../src/ledger";
import { splitByWeight } from "../../../src/ledger/split";
import { codes, line, read } from "../../unit/ledger/ledger-ground";

const amount = fc.integer({ min: -9_000_000, max: 9_000_000 });
const month = fc.integer({ min: 1, max: 12 }) as fc.Arbitrary<FinancialMonth>;
const code = fc.constantFrom("A100", "A200", "B300", "C400");

interface Entry {
  readonly code: string;
  readonly month: FinancialMonth;
  readonly amount: number;
}

const entry: fc.Arbitrary<Entry> = fc.record({ code, month, amount });
const lineIds = ["1", "2", "3"];
const mapping: fc.Arbitrary<LedgerMapping> = fc
  .dictionary(
    code,
    fc.array(fc.record({ line: fc.constantFrom(...lineIds, "gone"), weight: fc.integer({ min: 1, max: 100_000 }) }), { minLength: 1, maxLength: 3 }),
  )
  .map((shares) => new Map(Object.entries(shares).map(([costCentre, of]) => [codesKey({ costCentre, subjective: "5110", scheme: "" }), of])));
const lines: fc.Arbitrary<readonly CostLine[]> = fc
  .array(fc.dictionary(fc.constantFrom("ActM01", "ActM02", "ActM03", "ActM08", "AccM08"), amount), { minLength: 3, maxLength: 3 })
  .map((all) =>
    all.map((amounts, index) => line(lineIds[index] ?? "", Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, value / 100])))),
  );

const layoutKinds = ["transactions", "months", "balances"] as const;

/** The same entries as each of the three layouts writes them, with the file's own total beneath. */
function written(kind: (typeof layoutKinds)[number], entries: readonly Entry[]): { readonly rows: (string | number)[][]; readonly layout: LedgerLayout } {
  const pounds = (value: number): number => value / 100;
  const sum = pounds(entries.reduce((total, one) => total + one.amount, 0));
  switch (kind) {
    case "transactions":
      return {
        layout: { kind, codes, amount: { kind: "net", column: 3 }, when: { kind: "period", column: 2 } },
        rows: [
          ["Cost centre", "Subjective", "Period", "Amount"],
          ...entries.map((one) => [one.code, "5110", `M${String(one.month)}`, pounds(one.amount)]),
          ["Total", "", "", sum],
        ],
      };
    case "months": {
      const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
      const totals = numbers.map((number) => pounds(entries.filter((one) => one.month === number).reduce((total, one) => total + one.amount, 0)));
      return {
        layout: { kind, codes, months: new Map(numbers.map((number) => [number as FinancialMonth, number + 1])) },
        rows: [
          ["Cost centre", "Subjective", ...numbers.map((number) => `M${String(number)}`)],
          ...entries.map((one) => [one.code, "5110", ...numbers.map((number) => (number === one.month ? pounds(one.amount) : ""))]),
          ["Total", "", ...totals],
        ],
      };
    }
    case "balances":
      return {
        layout: { kind, codes, amount: { kind: "net", column: 2 }, month: 8 },
        rows: [["Cost centre", "Subjective", "Year to date"], ...entries.map((one) => [one.code, "5110", pounds(one.amount)]), ["Total", "", sum]],
      };
  }
}

/** What stands in the register for a line's months once the plan is written. */
function after(plan: PostingPlan, of: CostLine): CostLine {
  return { ...of, values: { ...of.values, ...plan.changes.get(of.id) } };
}

describe("a ledger import", () => {
  it.each(layoutKinds)("of %s agrees to the penny, on both bases, whichever restatements are accepted", (kind) => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 2, maxLength: 40 }),
        mapping,
        lines,
        fc.constantFrom<("accrued" | "invoiced")[]>("accrued", "invoiced"),
        fc.integer({ min: 0, max: 12 }) as fc.Arbitrary<FinancialMonth | 0>,
        fc.func(fc.boolean()),
        (entries, shares, all, basis, closedMonth, isAccepted) => {
          const { rows, layout } = written(kind, entries);
          const reading = read(rows, layout);
          const open = planPostings({ reading, mapping: shares, lines: all, closedMonth, basis, accepted: new Set() });
          const accepted = new Set(open.postings.filter(isAccepted).map(postingKey));
          const plan = planPostings({ reading, mapping: shares, lines: all, closedMonth, basis, accepted });
          const { ledger, posted, unmapped, leftOut } = plan.reconciliation;
          expect(ledger).toBe(entries.reduce((total, one) => total + one.amount, 0));
          expect(posted + unmapped + leftOut).toBe(ledger);
          expect(plan.blocked).toBeUndefined();
          // What the register holds afterwards is what the ledger says, for everything that was posted.
          const refused = new Set(plan.postings.filter((one) => one.kind === "restated" && !accepted.has(postingKey(one))).map(postingKey));
          const standing = plan.postings
            .filter((one) => !refused.has(postingKey(one)))
            .reduce((total, one) => {
              const now = after(plan, one.line);
              const upTo = kind === "balances" ? Array.from({ length: one.month }, (_, index) => index + 1) : [one.month];
              return total + upTo.reduce((sum, number) => sum + (monthlyAmount(now, "actual", number) ?? 0), 0);
            }, 0);
          expect(standing).toBe(posted);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("imported again changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...layoutKinds), fc.array(entry, { minLength: 2, maxLength: 20 }), mapping, lines, (kind, entries, shares, all) => {
        const { rows, layout } = written(kind, entries);
        const question = { reading: read(rows, layout), mapping: shares, closedMonth: 0, basis: "accrued" } as const;
        const first = planPostings({ ...question, lines: all, accepted: new Set() });
        const everything = new Set(first.postings.map(postingKey));
        const posted = planPostings({ ...question, lines: all, accepted: everything });
        const again = planPostings({ ...question, lines: all.map((one) => after(posted, one)), accepted: everything });
        expect(again.changes.size).toBe(0);
        expect(again.reconciliation).toEqual(posted.reconciliation);
      }),
      { numRuns: 200 },
    );
  });

  it("with a total that is a penny off posts nothing", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 20 }), mapping, lines, (entries, shares, all) => {
        const { rows, layout } = written("transactions", entries);
        const off = rows.map((row, index) => (index === rows.length - 1 ? ["Total", "", "", (Number(row[3]) * 100 + 1) / 100] : row));
        const plan = planPostings({ reading: read(off, layout), mapping: shares, lines: all, closedMonth: 0, basis: "accrued", accepted: new Set() });
        expect([plan.blocked, plan.changes.size]).toEqual(["totalDisagrees", 0]);
      }),
    );
  });
});

describe("shares by weight", () => {
  it("add up to the amount, each within a penny of its part", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 }).filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (whole, all) => {
        const parts = splitByWeight(pence(whole), all);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(whole));
        const total = all.reduce((sum, weight) => sum + weight, 0);
        for (const [index, part] of parts.entries()) {
          const exact = (BigInt(whole) * BigInt(all[index] ?? 0)) / BigInt(total);
          expect(BigInt(part) - exact >= -1n && BigInt(part) - exact <= 1n).toBe(true);
          expect(Object.is(part, -0)).toBe(false);
        }
      }),
    );
  });
});
