import { contractRag, decisionDue, isAboveThreshold, kpisRequired, recordsIn } from "../../../src/insight";
import type { Figure } from "../../../src/insight/figure";
import type { contracts } from "../../../src/registers";
import { oracle, standpoint } from "./money-setting";
import { rowOf, type Cells } from "./quality-ground";

interface ContractCase {
  readonly valueExVat: number;
  readonly kind: "goods" | "light";
  readonly endDate: string;
  readonly extensionNoticeDate?: string;
  readonly today: string;
  readonly renewalDecision?: boolean;
  readonly expected: {
    readonly aboveThreshold: boolean;
    readonly decisionDue: string;
    readonly rag: string;
    readonly kpisRequired: boolean;
  };
}

const kinds = { goods: "Goods or services", light: "Light touch services" } as const;

const contract = (cells: Cells) => recordsIn<typeof contracts>([rowOf({ Ref: "CT-0001", ...cells }, "1")])[0]!;
const goods = (cells: Cells = {}): Cells => ({
  ContractKind: kinds.goods,
  ProcurementRegime: "Procurement Act 2023",
  VatRate: 0.2,
  ValueExVat: 25_000_000,
  ...cells,
});
const at = (today = "2026-11-21", settings = {}) => standpoint({ today, settings });
const inputsOf = ({ inputs }: Figure<unknown>) => Object.fromEntries(inputs.map(({ name, value }) => [name, value]));

describe("the oracle’s contracts", () => {
  const { cases } = oracle("contracts.json") as { readonly cases: readonly ContractCase[] };

  test("there are ten", () => {
    expect(cases).toHaveLength(10);
  });

  for (const each of cases) {
    const { valueExVat, kind, endDate, extensionNoticeDate, today, renewalDecision, expected } = each;
    test(`£${String(valueExVat)} of ${kind} until ${endDate}${renewalDecision === true ? ", decided" : ""} is ${expected.rag}`, () => {
      const row = contract(
        goods({
          ValueExVat: Math.round(valueExVat * 100),
          ContractKind: kinds[kind],
          EndDate: endDate,
          ExtensionNoticeDate: extensionNoticeDate,
          RenewalDecision: renewalDecision === true ? "Extend" : undefined,
        }),
      );
      expect({
        aboveThreshold: isAboveThreshold(row, at(today)).value,
        decisionDue: decisionDue(row, at(today)).value,
        rag: contractRag(row, at(today)).value,
        kpisRequired: kpisRequired(row, at(today)).value,
      }).toEqual({ aboveThreshold: expected.aboveThreshold, decisionDue: expected.decisionDue, rag: expected.rag, kpisRequired: expected.kpisRequired });
    });
  }
});

describe("whether a contract is above the threshold", () => {
  const isAbove = (cells: Cells, today?: string) => isAboveThreshold(contract(goods(cells)), at(today)).value;

  test("is asked of each kind with its own limit", () => {
    const without = { VatRate: 0 };
    expect(isAbove({ ...without, ValueExVat: 13_501_800 })).toBe(true);
    expect(isAbove({ ...without, ValueExVat: 13_501_799 })).toBe(false);
    expect(isAbove({ ...without, ContractKind: "Works", ValueExVat: 519_300_000 })).toBe(true);
    expect(isAbove({ ...without, ContractKind: "Works", ValueExVat: 519_299_999 })).toBe(false);
    expect(isAbove({ ...without, ContractKind: "Light touch services", ValueExVat: 66_354_000 })).toBe(true);
    expect(isAbove({ ...without, ContractKind: "Light touch services", ValueExVat: 66_353_999 })).toBe(false);
    expect(isAbove({ ...without, ContractKind: "Concession", ValueExVat: 519_300_000 })).toBe(true);
    expect(isAbove({ ...without, ContractKind: "Concession", ValueExVat: 519_299_999 })).toBe(false);
  });

  test("is held against the limit of the day", () => {
    expect(isAbove({ VatRate: 0, ValueExVat: 13_501_800 }, "2025-12-31")).toBe(false);
    expect(isAbove({ VatRate: 0, ValueExVat: 13_501_800 }, "2026-01-01")).toBe(true);
    expect(isAbove({ VatRate: 0, ValueExVat: 13_968_800 }, "2024-01-01")).toBe(true);
    expect(isAbove({ VatRate: 0, ValueExVat: 13_968_800 }, "2023-12-31")).toBeUndefined();
  });

  test("counts a fraction of a penny below it as below", () => {
    // 13,501,799.85 pence, which is stored as 13,501,800.
    expect(isAbove({ ValueExVat: 12_858_857, VatRate: 0.05, ValueIncVat: 13_501_800 })).toBe(false);
  });

  test("takes the stored value where its parts are empty", () => {
    expect(isAbove({ ValueExVat: undefined, ValueIncVat: 13_501_800 })).toBe(true);
    expect(isAbove({ VatRate: undefined, ValueIncVat: 13_501_799 })).toBe(false);
  });

  test("is not known without a value or a kind, nor of health care services", () => {
    expect(isAbove({ ValueExVat: undefined })).toBeUndefined();
    expect(isAbove({ VatRate: undefined })).toBeUndefined();
    expect(isAbove({ ContractKind: undefined })).toBeUndefined();
    expect(isAbove({ ContractKind: "Barter" })).toBeUndefined();
    expect(isAbove({ ContractKind: "Health care services (PSR)", ValueExVat: 900_000_000 })).toBeUndefined();
  });

  test("takes the newest of a trust’s own limits, in whatever order it wrote them", () => {
    const limits = [
      { from: "2026-01-01", goods: 1, works: 1, light: 1, concession: 1 },
      { from: "2026-06-01", goods: 300_000.5, works: 1, light: 1, concession: 1 },
      { from: "2027-01-01", goods: 1, works: 1, light: 1, concession: 1 },
    ];
    for (const order of [limits, [...limits].reverse()]) {
      const figure = isAboveThreshold(contract(goods()), at("2026-11-21", { "procurement.thresholds": order }));
      expect(figure.value).toBe(false);
      expect(inputsOf(figure)).toMatchObject({ procurementThreshold: 30_000_050, thresholdFrom: "2026-06-01" });
    }
  });

  test("says what it rests on", () => {
    const figure = isAboveThreshold(contract(goods()), at());
    expect(figure.rule).toBe("contractAboveThreshold");
    expect(figure.inputs).toEqual([
      { name: "valueIncVat", kind: "fact", unit: "pence", value: 30_000_000, from: { register: "Contracts", ref: "CT-0001" } },
      { name: "contractKind", kind: "fact", unit: "words", value: "Goods or services", from: { register: "Contracts", ref: "CT-0001" } },
      { name: "procurementThreshold", kind: "threshold", unit: "pence", value: 13_501_800 },
      { name: "thresholdFrom", kind: "threshold", unit: "date", value: "2026-01-01" },
    ]);
    expect(isAboveThreshold(contract({}), at()).inputs).toEqual([]);
  });
});

describe("the day a decision is due", () => {
  const due = (cells: Cells, settings = {}) => decisionDue(contract(goods({ EndDate: "2027-12-31", ...cells })), at("2026-11-21", settings)).value;

  test("is the end less the lead time", () => {
    expect(due({})).toBe("2027-04-05");
    expect(due({ ValueExVat: 100 })).toBe("2027-10-02");
    expect(due({}, { "procurement.leadDays": { above: 30, below: 10 } })).toBe("2027-12-01");
    expect(due({ ValueExVat: 100 }, { "procurement.leadDays": { above: 30, below: 10 } })).toBe("2027-12-21");
  });

  test("is the last day to give notice when that is earlier", () => {
    expect(due({ ExtensionNoticeDate: "2027-04-04" })).toBe("2027-04-04");
    expect(due({ ExtensionNoticeDate: "2027-04-06" })).toBe("2027-04-05");
  });

  test("of health care services takes the long lead time, whatever their value", () => {
    expect(due({ ContractKind: "Health care services (PSR)", ValueExVat: undefined })).toBe("2027-04-05");
  });

  test("is not known without an end, or without what tells the lead time", () => {
    expect(due({ EndDate: undefined })).toBeUndefined();
    expect(due({ EndDate: undefined, ExtensionNoticeDate: "2027-01-01" })).toBeUndefined();
    expect(due({ ContractKind: undefined, ExtensionNoticeDate: "2027-01-01" })).toBeUndefined();
  });

  test("says what it rests on", () => {
    const figure = decisionDue(contract(goods({ EndDate: "2027-12-31", ExtensionNoticeDate: "2027-06-01" })), at());
    expect(figure.rule).toBe("contractDecisionDue");
    expect(inputsOf(figure)).toEqual({
      endDate: "2027-12-31",
      extensionNoticeDate: "2027-06-01",
      valueIncVat: 30_000_000,
      contractKind: "Goods or services",
      procurementThreshold: 13_501_800,
      thresholdFrom: "2026-01-01",
      leadDays: 270,
    });
    expect(decisionDue(contract({}), at()).inputs).toEqual([]);
  });
});

describe("a contract’s RAG", () => {
  const rag = (cells: Cells, today?: string, settings = {}) => contractRag(contract(goods({ EndDate: "2027-12-31", ...cells })), at(today, settings));

  test.each([
    ["2027-02-03", "Green"],
    ["2027-02-04", "Amber"],
    ["2027-04-05", "Amber"],
    ["2027-04-06", "Red"],
    ["2027-12-31", "Red"],
    ["2028-01-01", "Red"],
  ])("with its decision due on 5 April 2027 is on %s %s", (today, expected) => {
    expect(rag({}, today).value).toBe(expected);
  });

  test("is Green once the decision is taken, until the end has passed", () => {
    expect(rag({ RenewalDecision: "Extend" }, "2027-12-31").value).toBe("Green");
    expect(rag({ RenewalDecision: "Extend" }, "2028-01-01").value).toBe("Red");
  });

  test("is not rated once the contract has ended or was terminated", () => {
    expect(rag({ Stage: "Ended" }, "2028-01-01")).toMatchObject({ value: "Not rated", inputs: [{ name: "stage", value: "Ended" }] });
    expect(rag({ Stage: "Terminated" }, "2028-01-01").value).toBe("Not rated");
    expect(rag({ Stage: "Live" }, "2028-01-01").value).toBe("Red");
  });

  test("is not known without an end", () => {
    expect(rag({ EndDate: undefined })).toMatchObject({ value: undefined, rule: "contractRag" });
    expect(rag({ EndDate: undefined, RenewalDecision: "Extend" }).value).toBeUndefined();
  });

  test("is not known while nobody can say which lead time holds", () => {
    expect(rag({ ValueExVat: undefined }).value).toBeUndefined();
  });

  test("warns as many days before as the trust has set", () => {
    expect(rag({}, "2027-04-04", { "procurement.amberDays": 0 }).value).toBe("Green");
    expect(rag({}, "2027-04-05", { "procurement.amberDays": 0 }).value).toBe("Amber");
  });

  test("says what it rests on", () => {
    expect(rag({}, "2027-04-06").rule).toBe("contractRag");
    expect(inputsOf(rag({}, "2027-04-06"))).toMatchObject({ decisionDue: "2027-04-05", endDate: "2027-12-31", leadDays: 270, amberDays: 60 });
    expect(inputsOf(rag({}, "2028-01-01"))).toEqual({ endDate: "2027-12-31" });
    expect(inputsOf(rag({ RenewalDecision: "Extend" }))).toEqual({ endDate: "2027-12-31", renewalDecision: "Extend" });
    expect(inputsOf(rag({ ValueExVat: undefined }))).toEqual({
      endDate: "2027-12-31",
      contractKind: "Goods or services",
      procurementThreshold: 13_501_800,
      thresholdFrom: "2026-01-01",
      amberDays: 60,
    });
  });
});

describe("whether KPIs are required", () => {
  const required = (cells: Cells, settings = {}) =>
    kpisRequired(contract(goods({ VatRate: 0, ValueExVat: 500_000_001, ...cells })), at("2026-11-21", settings));

  test("begins a penny over the limit", () => {
    expect(required({}).value).toBe(true);
    expect(required({ ValueExVat: 500_000_000 }).value).toBe(false);
    expect(required({ ValueExVat: 100_001 }, { "procurement.kpiValue": 1_000 }).value).toBe(true);
  });

  test.each(["Light touch services", "Concession", "Health care services (PSR)"])("leaves out %s", (ContractKind) => {
    expect(required({ ContractKind }).value).toBe(false);
  });

  test.each(["Provider Selection Regime", "Before 24 February 2025 (PCR 2015)", "Exempt", "Below threshold"])(
    "leaves out contracts under %s",
    (ProcurementRegime) => {
      expect(required({ ProcurementRegime }).value).toBe(false);
    },
  );

  test("covers works", () => {
    expect(required({ ContractKind: "Works" }).value).toBe(true);
  });

  test("is not known without value, kind or rules, unless the rest already says no", () => {
    expect(required({ ValueExVat: undefined }).value).toBeUndefined();
    expect(required({ ContractKind: undefined }).value).toBeUndefined();
    expect(required({ ProcurementRegime: undefined }).value).toBeUndefined();
    expect(required({ ValueExVat: undefined, ContractKind: "Concession" }).value).toBe(false);
    expect(required({ ProcurementRegime: undefined, ValueExVat: 1 }).value).toBe(false);
  });

  test("says what it rests on", () => {
    expect(required({}).rule).toBe("contractKpisRequired");
    expect(inputsOf(required({}))).toEqual({
      valueIncVat: 500_000_001,
      contractKind: "Goods or services",
      procurementRegime: "Procurement Act 2023",
      kpiValue: 500_000_000,
    });
    expect(inputsOf(kpisRequired(contract({}), at()))).toEqual({ kpiValue: 500_000_000 });
  });
});

describe("the limits of procurement in Settings", () => {
  const read = (value: unknown) => at("2026-11-21", { "procurement.thresholds": value });
  const limit = { from: "2026-01-01", goods: 1, works: 2, light: 3, concession: 4 };

  test("are taken when each has its day and its four amounts", () => {
    expect(read([limit]).thresholds["procurement.thresholds"]).toEqual([limit]);
    expect(read([limit]).refused).toEqual([]);
  });

  test.each([
    ["nothing", []],
    ["one of them alone", limit],
    ["a day that is none", [{ ...limit, from: "2026-02-30" }]],
    ["no day", [{ goods: 1, works: 2, light: 3, concession: 4 }]],
    ["a missing amount", [{ from: "2026-01-01", goods: 1, works: 2, light: 3 }]],
    ["an amount below nought", [{ ...limit, works: -1 }]],
    ["a word among them", [limit, "more"]],
  ])("are refused for %s", (_, value) => {
    expect(read(value).refused).toEqual(["procurement.thresholds"]);
    expect(read(value).thresholds["procurement.thresholds"]).toHaveLength(2);
  });
});
