import { succeed, type Result } from "../kernel";
import type { Disk } from "./disk";
import { Journal } from "./journal";

/** No living page, so what is moved is taken over by whichever page looks first. */
const mover = "moved";

/**
 * Everything that waits on one disk goes behind what lies on the other, strict, before it leaves the first. What cannot be read
 * stays. A repeat after a crash does no harm: an operation is in one state, under its own id.
 * @returns how many changes came.
 */
export async function moveQueue(from: Disk, into: Disk): Promise<Result<number>> {
  const source = await Journal.open(from, mover);
  if (!source.ok) return source;
  const { operations, parked, named } = source.value.found;
  const all = [...operations, ...parked.map(({ operation }) => operation)];
  if (all.length === 0) return succeed(0);
  const target = await Journal.open(into, mover);
  if (!target.ok) return target;
  const { journal } = target.value;
  // One tick, one transaction.
  const answers = await Promise.all([journal.add(all), journal.settle({ parked, named })]);
  const refused = answers.find((answer) => !answer.ok);
  if (refused) return refused;
  const taken = await source.value.journal.settle({ gone: all.map(({ id }) => id) });
  return taken.ok ? succeed(all.length) : taken;
}
