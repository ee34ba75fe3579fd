import { readTable } from "../../../src/exchange";
import { sourceTable, type SourceTable } from "../../../src/features/import/source-table";
import { valueAt } from "../../../src/registers";
import { planOf, requestFor, written } from "./fixture";
import { uglyCells } from "./ugly-cells";
import { uglyTables, type UglyCase } from "./ugly-workbooks";

const uglyWorkbooks = [...uglyTables, ...uglyCells];

async function tableIn({ bytes }: UglyCase): Promise<SourceTable> {
  const read = await readTable(bytes, "ugly.xlsx");
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return sourceTable(read.value.sheets[0]!);
}

describe("a spreadsheet as it lies on a shared drive is imported without any help", () => {
  test.each(uglyWorkbooks.map((ugly) => [ugly.says, ugly] as const))("%s", async (_, ugly) => {
    const { register } = ugly;
    const table = await tableIn(ugly);
    const { mapping } = requestFor(table, { register });
    const from = [...mapping.sources].map(([name, source]) => [name, source.kind === "column" ? table.headings[source.column] : source.written]);
    expect(Object.fromEntries(from)).toEqual(ugly.from);

    const planned = await planOf(table, { register });
    const leftOut: Record<string, number[]> = {};
    for (const { reason, position } of planned.leftOut) (leftOut[reason] ??= []).push(position);
    expect(leftOut).toEqual(ugly.leftOut);

    const rows = written(planned);
    const held = planned.plan.rows.map(({ position }, index) => [
      position,
      Object.fromEntries(Object.keys(ugly.records[position] ?? {}).map((name) => [name, valueAt(rows[index]!.values, name)])),
    ]);
    expect(Object.fromEntries(held)).toEqual(ugly.records);
    expect(planned.plan.rows.flatMap(({ position, problems }) => problems.map(({ field, wrote }) => [position, field, wrote]))).toEqual(ugly.problems ?? []);
  });

  test.each(uglyWorkbooks.map((ugly) => [ugly.says, ugly] as const))("and a second time changes nothing: %s", async (_, ugly) => {
    const { register } = ugly;
    const table = await tableIn(ugly);
    const live = written(await planOf(table, { register }));
    const { totals } = (await planOf(table, { register, live })).plan;
    expect(totals).toMatchObject({ added: 0, changed: 0, refused: 0, unchanged: live.length });
  });
});
