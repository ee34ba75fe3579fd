import { decodeFields, encodeFields } from "../../../src/lists";
import { costs, risks, type Changes } from "../../../src/registers";

describe("fields to values", () => {
  test("money is whole pence, days are days in London, line ends are one character", () => {
    const { values, extras } = decodeFields(costs, { BudM01: 1_234.5, FctM01: 0.1, ForecastDate: "2026-06-30T23:00:00Z", Notes: "One\r\nTwo" });
    expect(values).toMatchObject({ BudM01: 123_450, FctM01: 10, ForecastDate: "2026-07-01" });
    expect({ ...values, ...extras }["Notes"]).toBe(Object.hasOwn(values, "Notes") ? "One\nTwo" : "One\r\nTwo");
  });

  test("nothing, system columns and annotations are neither values nor extras", () => {
    const fields = {
      "@odata.etag": '"1"',
      id: "7",
      ContentType: "Item",
      Modified: "2026-01-01T00:00:00Z",
      AuthorLookupId: "6",
      _UIVersionString: "1.0",
      Attachments: false,
      Title: "",
      Owner: null,
      "Title@odata.type": "x",
    };
    expect(decodeFields(risks, fields)).toEqual({ values: {}, extras: {} });
  });

  test.each<[string, unknown, string]>([
    ["CurrentLikelihood", "four", "four"],
    ["CurrentLikelihood", true, "true"],
    ["NextReviewDate", "soon", "soon"],
    ["NextReviewDate", 45_000, "45000"],
    ["Title", 42, "42"],
    ["Archived", "Yes", "Yes"],
  ])("%s holding %j is shown among the extras and never worked with", (name, wire, shown) => {
    expect(decodeFields(risks, { [name]: wire })).toEqual({ values: {}, extras: { [name]: shown } });
  });

  test("an amount beyond what pence can say exactly is shown, not rounded", () => {
    expect(decodeFields(costs, { BudM01: 1e15 })).toEqual({ values: {}, extras: { BudM01: "1000000000000000" } });
    expect(decodeFields(costs, { BudM01: Number.NaN }).values).toEqual({});
  });

  test("a list owner's own columns are extras as text, whatever their type", () => {
    const added = {
      Ward: "B4",
      Beds: 12,
      Sites: ["North", "South"],
      Lead: { LookupId: 3, LookupValue: "Asha Patel" },
      Map: { Url: "https://northmere.example", Description: "Map" },
      Shape: { a: 1 },
    };
    expect(decodeFields(risks, added)).toEqual({ values: {}, extras: { Ward: "B4", Beds: "12", Sites: "North; South", Lead: "Asha Patel", Map: "Map" } });
  });

  test("an address belongs to a person column, any other name ending so is an extra", () => {
    expect(decodeFields(risks, { OwnerAddress: "asha@northmere.example", PostalAddress: "Ward B4", Address: "x" })).toEqual({
      values: { OwnerAddress: "asha@northmere.example" },
      extras: { PostalAddress: "Ward B4", Address: "x" },
    });
  });

  test.each(["__proto__", "constructor", "toString"])("a column called %s is an extra like any other", (name) => {
    const { values, extras } = decodeFields(risks, JSON.parse(`{"${name}":"x"}`) as Record<string, unknown>);
    expect(Object.keys(values)).toEqual([]);
    expect(Object.entries(extras)).toEqual([[name, "x"]]);
  });
});

describe("changes to fields", () => {
  test("money travels in pounds, days at noon, an emptied column as null", () => {
    expect(encodeFields(costs, { BudM01: -123_450, ForecastDate: "2026-07-01", Owner: null })).toEqual({
      BudM01: -1_234.5,
      ForecastDate: "2026-07-01T12:00:00Z",
      Owner: null,
    });
  });

  test("a column the register does not know never travels", () => {
    const changes = JSON.parse('{"__proto__":"x","Ward":"B4","Title":"Scanners","TitleAddress":"x"}') as Changes;
    expect(Object.keys(encodeFields(risks, changes))).toEqual(["Title"]);
  });
});
