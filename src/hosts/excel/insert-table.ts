import { excelHostWords } from "../../content";
import { succeed, type Result } from "../../kernel";
import type { CellRule, PlannedColumn, SheetPlan } from "../../workbook";
import { cutRows, inTurn, runExcel, textOf } from "./run-excel";

/** A character of the standard font in points, near enough for a first width. */
const pointsPerCharacter = 5.5;
const lockedColour = "#616161";

/** Writes the range first and makes the table over it, which is much faster than adding rows (docs-pr, performance.md). */
export function insertTable(plan: SheetPlan): Promise<Result<string>> {
  return runExcel(async (context) => {
    const names = context.workbook.tables.load("items/name");
    const open = context.workbook.worksheets.getActiveWorksheet();
    const used = open.getUsedRangeOrNullObject(true);
    const wished = context.workbook.worksheets.getItemOrNullObject(plan.tableName);
    await context.sync();
    const sheet = used.isNullObject ? open : context.workbook.worksheets.add(wished.isNullObject ? plan.tableName : undefined);
    const tableName = freeName(
      plan.tableName,
      names.items.map(({ name }) => name.toLowerCase()),
    );
    await fillRange(context, sheet, plan);
    const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, rowCountOf(plan) + 1, plan.columns.length), true);
    table.name = tableName;
    table.style = "TableStyleLight1";
    dressColumns(sheet, plan);
    await addRules(context, sheet, plan);
    sheet.freezePanes.freezeRows(1);
    sheet.activate();
    sheet
      .getRangeByIndexes(
        1,
        Math.max(
          0,
          plan.columns.findIndex(({ isHidden }) => !isHidden),
        ),
        1,
        1,
      )
      .select();
    await context.sync();
    return succeed(tableName);
  });
}

/** A table has one row at least. */
function rowCountOf(plan: SheetPlan): number {
  return Math.max(1, plan.cells.length);
}

async function fillRange(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  const columnCount = plan.columns.length;
  plan.columns.forEach(({ numberFormat }, column) => {
    sheet.getRangeByIndexes(1, column, rowCountOf(plan), 1).numberFormat = forAll(numberFormat);
  });
  const header = sheet.getRangeByIndexes(0, 0, 1, columnCount);
  header.numberFormat = forAll("@");
  header.values = [plan.columns.map((column) => column.header)];
  await inTurn(cutRows(plan.cells), async ({ from, rows }) => {
    sheet.getRangeByIndexes(1 + from, 0, rows.length, columnCount).values = rows.map((row) => [...row]);
    await context.sync();
  });
}

/** One value for all cells of a range; the types know only arrays (docs-pr, excel-add-ins-ranges-set-get-values.md). */
function forAll(format: string): string[][] {
  return format as unknown as string[][];
}

function dressColumns(sheet: Excel.Worksheet, plan: SheetPlan): void {
  plan.columns.forEach((column, index) => {
    const range = sheet.getRangeByIndexes(0, index, rowCountOf(plan) + 1, 1);
    range.format.columnWidth = column.widthCharacters * pointsPerCharacter;
    range.format.verticalAlignment = "Top";
    if (column.isLocked) sheet.getRangeByIndexes(1, index, rowCountOf(plan), 1).format.font.color = lockedColour;
    if (column.isHidden) range.columnHidden = true;
  });
}

function freeName(wished: string, taken: readonly string[]): string {
  let name = wished;
  for (let number = 2; taken.includes(name.toLowerCase()); number += 1) name = `${wished}_${String(number)}`;
  return name;
}

async function addRules(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  const ruled = plan.columns.map((column, index) => ({ column, index })).filter(({ column }) => column.rule !== undefined);
  const lists = await placeLists(context, plan.columns);
  for (const { column, index } of ruled) {
    const rule = column.rule === undefined ? undefined : excelRule(column.rule, lists);
    if (rule !== undefined) sheet.getRangeByIndexes(1, index, rowCountOf(plan), 1).dataValidation.rule = rule;
  }
}

type Lists = ReadonlyMap<string, string>;

function excelRule(rule: CellRule, lists: Lists): Excel.DataValidationRule | undefined {
  if (rule.kind === "wholeNumber") return { wholeNumber: { formula1: rule.from, formula2: rule.to, operator: "Between" } };
  const source = lists.get(listText(rule.choices));
  return source === undefined ? undefined : { list: { inCellDropDown: true, source } };
}

function listText(choices: readonly string[]): string {
  return choices.join("\n");
}

/**
 * Choice lists stand on a hidden sheet, a column each: in a rule's own text a comma would cut a choice in two.
 * @returns the source of each list as a rule names it.
 */
async function placeLists(context: Excel.RequestContext, columns: readonly PlannedColumn[]): Promise<Lists> {
  const wanted = new Map(columns.flatMap(({ rule }) => (rule?.kind === "list" ? [[listText(rule.choices), rule.choices] as const] : [])));
  if (wanted.size === 0) return new Map();
  const found = context.workbook.worksheets.getItemOrNullObject(excelHostWords.listsSheet);
  await context.sync();
  const isNew = found.isNullObject;
  const sheet = isNew ? context.workbook.worksheets.add(excelHostWords.listsSheet) : found;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("values");
  await context.sync();
  const placed = used.isNullObject ? [] : listsIn(used.values);
  const sources = new Map<string, string>();
  for (const [text, choices] of wanted) {
    const known = placed.indexOf(text);
    const column = known < 0 ? placed.push(text) - 1 : known;
    if (known < 0) {
      const range = sheet.getRangeByIndexes(0, column, choices.length, 1);
      range.numberFormat = choices.map(() => ["@"]);
      range.values = choices.map((choice) => [choice]);
    }
    sources.set(text, `='${excelHostWords.listsSheet}'!$${letters(column)}$1:$${letters(column)}$${String(choices.length)}`);
  }
  if (isNew) sheet.visibility = "VeryHidden";
  return sources;
}

function listsIn(values: readonly (readonly unknown[])[]): string[] {
  const columnCount = values[0]?.length ?? 0;
  return Array.from({ length: columnCount }, (_, column) => listText(values.map((row) => textOf(row[column])).filter((choice) => choice !== "")));
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}
