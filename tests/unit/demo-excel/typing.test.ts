import { Person, Workbook } from "../../../src/demo/pages/excel";
import { displayText } from "../../../src/demo/pages/excel/model/display-text";

let workbook: Workbook;
let person: Person;

beforeEach(() => {
  workbook = new Workbook({ currentYear: 2026 });
  person = new Person(workbook);
});

function typed(text: string, numberFormat = "General"): [unknown, string, string] {
  const cell = workbook.activeSheet.ensureCell(0, 0);
  Object.assign(cell, { value: "", formula: undefined, numberFormat });
  expect(person.typeInto("A1", text)).toEqual({ ok: true });
  return [cell.value, cell.numberFormat, displayText(cell.value, cell.numberFormat)];
}

test.each([
  ["12", 12, "General", "12"],
  ["007", 7, "General", "7"],
  ["1,234", 1234, "#,##0", "1,234"],
  ["£1,234.50", 1234.5, "£#,##0.00", "£1,234.50"],
  ["(45)", -45, "General", "-45"],
  ["12.5%", 0.125, "0.00%", "12.50%"],
  ["1E3", 1000, "General", "1000"],
  ["true", true, "General", "TRUE"],
  ["6/8/2026", 46240, "dd/mm/yyyy", "06/08/2026"],
  ["06-08-26", 46240, "dd/mm/yyyy", "06/08/2026"],
  ["6 aug 2026", 46240, "d-mmm-yy", "6-Aug-26"],
  ["2026-08-06", 46240, "dd/mm/yyyy", "06/08/2026"],
  ["3/4", 46115, "dd/mm/yyyy", "03/04/2026"],
  ["31/02/2026", "31/02/2026", "General", "31/02/2026"],
  ["6.8.2026", "6.8.2026", "General", "6.8.2026"],
  ["R-0001", "R-0001", "General", "R-0001"],
  ["'=1", "=1", "General", "=1"],
  ["-", "-", "General", "-"],
])("typing %s into a plain cell stores what Excel in the United Kingdom stores", (text, value, format, shown) => {
  expect(typed(text)).toEqual([value, format, shown]);
});

test.each(["=1+1", "+1", "-a", "007", "3/4", "1E5", "£5", "TRUE"])("typing %s into a text cell stores that text", (text) => {
  expect(typed(text, "@")).toEqual([text, "@", text]);
});

test.each([
  ["=1+2*3", 7],
  ["=-2^2", 4],
  ["=(1+2)*3", 9],
  ["=10%", 0.1],
  ["=B1*2", 20],
  ["=SUM(B1:B3)", 60],
  ["=AVERAGE(B1:B3)", 20],
  ["=ROUND(B1/3,2)", 3.33],
  ['=IF(B1>5,"high","low")', "high"],
  ['="a"&"b"', "ab"],
  ["=1/0", "#DIV/0!"],
  ["=Sheet1!B2+1", 21],
  ["=Nowhere!B2", "#REF!"],
  ['=WEBSERVICE("x")', "#NAME?"],
  ["-late supplier", "#NAME?"],
])("the formula %s shows its result", (text, value) => {
  person.paste("B1", [["10"], ["20"], ["30"]]);
  expect(typed(text)[0]).toBe(value);
});

test("a formula follows the cells it reads", () => {
  person.paste("A1", [["1"], ["=A1*10"]]);
  person.typeInto("A1", "5");
  expect(workbook.activeSheet.value(1, 0)).toBe(50);
});

test("a formula that reads itself ends", () => {
  person.typeInto("A1", "=A1+1");
  expect(workbook.activeSheet.value(0, 0)).toBe(1);
});

test("an address that is none is refused with a sentence", () => {
  expect(person.typeInto("Nowhere!A1", "x")).toEqual({ ok: false, says: "There are no cells at Nowhere!A1." });
});
