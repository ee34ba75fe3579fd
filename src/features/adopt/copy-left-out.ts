import { adoptWords } from "../../content";
import type { Adoption, ChangePlan, ListLook, Register, Row } from "../../registers";
import { isCopied } from "./copy-plan";

/** What of a list does not come into the copy; all of it stays where it is. */
export interface CopyLeftOut {
  /** Columns of theirs, each with the reason. */
  readonly columns: readonly { readonly name: string; readonly why: string }[];
  /** Columns of theirs of which some cells say nothing here. */
  readonly cells: readonly { readonly name: string; readonly rows: number }[];
}

export interface CopyGround {
  readonly register: Register;
  readonly adoption: Adoption;
  readonly look: Pick<ListLook, "columns">;
  /** Every row of theirs as it was read. */
  readonly theirs: readonly Row[];
}

export function copyLeftOut({ register, adoption, look, theirs }: CopyGround, plan: ChangePlan): CopyLeftOut {
  const ours = new Map([...adoption.columns].map(([name, { field }]) => [field, name]));
  const columns = look.columns.flatMap(({ field, displayName }): CopyLeftOut["columns"] => {
    const name = ours.get(field);
    if (name === undefined) return [{ name: displayName, why: adoptWords.leftOutUnmatched }];
    return isCopied(register, name) ? [] : [{ name: displayName, why: adoptWords.leftOutOurs }];
  });
  const cells = look.columns.flatMap(({ field, displayName }) => {
    const name = ours.get(field);
    if (name === undefined || !isCopied(register, name)) return [];
    // What has no meaning here stands among a row's extras, under their own name.
    const unread = theirs.filter(({ extras }) => Object.hasOwn(extras, displayName)).length;
    const refused = plan.rows.filter(({ problems }) => problems.some((problem) => problem.field === name)).length;
    return unread + refused === 0 ? [] : [{ name: displayName, rows: unread + refused }];
  });
  return { columns, cells };
}

/** Each in a sentence. */
export function leftOutLines({ columns, cells }: CopyLeftOut): readonly string[] {
  return [...columns.map(({ name, why }) => adoptWords.leftOutColumn(name, why)), ...cells.map(({ name, rows }) => adoptWords.leftOutCells(name, rows))];
}
