import { encodeFields } from "../../../src/lists";
import type { CalendarDate } from "../../../src/kernel";
import { fillableColumns, type Column, type Register, type Value } from "../../../src/registers";

/** What a list item of a register in use holds besides its title and keys. */
const filledColumns = 12;

const sentence = "The corridor outside radiology floods after heavy rain, and trolleys cannot pass until estates have pumped it out. ";

/** The fields of row `number` as Graph takes them: the keys that our lists have and the register's own first columns, all of them filled. */
export function fieldsOfRow(register: Register, number: number): Readonly<Record<string, string | number | boolean>> {
  const values: [string, Value][] = [
    ["Ref", `${register.ref.prefix}${String(number).padStart(register.ref.digits, "0")}`],
    ["RefNo", number],
    ["ClientKey", `01J${String(number).padStart(23, "0")}`],
    ["OperationId", `01K${String(number).padStart(23, "0")}`],
    ["Title", `${register.one} ${number}: ${sentence.slice(0, 30 + (number % 20))}`],
  ];
  for (const [name, column] of fillableColumns(register)) {
    if (values.length >= 5 + filledColumns) break;
    if (["Ref", "RefNo", "Title"].includes(name)) continue;
    values.push([name, valueOf(column, number)]);
    if (column.type === "person") values.push([`${name}Address`, "asha.patel@northmere.example"]);
  }
  const fields = encodeFields(register, Object.fromEntries(values));
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isField(value) ? value : String(value)]));
}

function isField(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function valueOf(column: Column, number: number): Value {
  switch (column.type) {
    case "text":
      return sentence.slice(0, Math.min(24, column.longest));
    case "longText":
      return sentence.slice(0, Math.min(60 + (number % 40), column.longest));
    case "link":
      return "https://northmere.example/plans";
    case "choice":
      return column.choices[number % column.choices.length] ?? "";
    case "wholeNumber":
    case "number":
      return (column.from ?? 1) + (number % 4);
    case "money":
      return number * 1_250;
    case "date":
      return `2026-${String(1 + (number % 12)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}` as CalendarDate; // always a day
    case "yesNo":
      return number % 2 === 0;
    case "person":
      return "Asha Patel";
    case "people":
      return "Asha Patel <asha.patel@northmere.example>";
    case "reference":
      return `P-${String(1 + (number % 400)).padStart(4, "0")}`;
  }
}
