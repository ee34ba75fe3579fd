import { parseIsoDate } from "../../../src/kernel";
import type { Row, RuleContext, Values } from "../../../src/registers";

interface World {
  readonly today?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly rows?: Readonly<Record<string, readonly Values[]>>;
}

/** A small world for rules: rows by register, found by Ref or by project. */
export function ruleContext(world: World = {}): RuleContext {
  const today = parseIsoDate(world.today ?? "2026-11-24");
  if (today === undefined) throw new Error("not a day");
  const rowsIn = (register: string): readonly Row[] => (world.rows?.[register] ?? []).map((values, index) => ({ id: String(index + 1), values, extras: {} }));
  return {
    today,
    me: "amina.okafor@northmere.example",
    setting: (key) => world.settings?.[key],
    find: (register, ref) => rowsIn(register).find(({ values }) => values.Ref === ref),
    rowsOf: (register, projectRef) => rowsIn(register).filter(({ values }) => (values.ProjectRef ?? "") === projectRef),
  };
}
