import { faultWords, repairWords, setUpReceiptWords as words } from "../../content";
import { formatMoment, type ClientKey, type Result } from "../../kernel";
import type { ProvisionedList, Repaired, Session } from "../../parts";
import { newRowId, registerNamed, type Edit } from "../../registers";

export type ReceiptKind = keyof typeof words.kinds;

/** What a set-up or a repair came to, thing by thing, in the words that people know the things by. */
export interface SetUpReceipt {
  readonly kind: ReceiptKind;
  readonly made: readonly string[];
  readonly completed: readonly string[];
  readonly there: readonly string[];
  /** Each with the reason and what to do. */
  readonly failed: readonly string[];
  readonly stopped: readonly string[];
}

interface Told {
  readonly name: string;
  readonly outcome: Result<string>;
  /** Where we know the reason better than the fault does. */
  readonly because?: string;
}

export function receiptOfLists(lists: readonly ProvisionedList[]): SetUpReceipt {
  return receipt(
    "setUp",
    lists.map(({ register, outcome }) => ({ name: labelOf(register), outcome })),
  );
}

export function receiptOfRepairs(repaired: readonly Repaired[]): SetUpReceipt {
  return receipt(
    "repair",
    repaired.map(({ register, difference, outcome }) => {
      const name = { lost: repairWords.repairedLost, choicesRemoved: repairWords.repairedChoices, uniqueLost: repairWords.repairedUnique }[difference.kind];
      // SharePoint gives no reason of its own where two rows hold the value that is to stand once.
      const isDuplicate = difference.kind === "uniqueLost" && !outcome.ok && outcome.fault.kind === "invalid";
      return { name: name(labelOf(register), difference.label), outcome, ...(isDuplicate ? { because: words.duplicates } : {}) };
    }),
  );
}

function receipt(kind: ReceiptKind, told: readonly Told[]): SetUpReceipt {
  const having = (...values: readonly string[]): readonly string[] =>
    told.flatMap(({ name, outcome }) => (outcome.ok && values.includes(outcome.value) ? [name] : []));
  return {
    kind,
    made: having("created", "done"),
    completed: having("completed"),
    there: having("alreadyThere"),
    failed: told.flatMap(({ name, outcome, because }) => {
      if (outcome.ok || outcome.fault.kind === "cancelled") return [];
      const { happened, toDo } = faultWords(outcome.fault);
      return [words.failed(name, because ?? `${happened} ${toDo}`)];
    }),
    stopped: told.flatMap(({ name, outcome }) => (!outcome.ok && outcome.fault.kind === "cancelled" ? [name] : [])),
  };
}

export function labelOf(register: string): string {
  return registerNamed(register)?.label ?? register;
}

/** Its parts that are not empty, each under its heading. */
export function receiptParts(of: SetUpReceipt): readonly (readonly [string, readonly string[]])[] {
  const headings = words[of.kind];
  return (["made", "completed", "there", "failed", "stopped"] as const).flatMap((part) =>
    of[part].length === 0 ? [] : [[words.count(headings[part], of[part].length), of[part]] as const],
  );
}

export function receiptText(of: SetUpReceipt, { me, site }: Pick<Session, "me" | "site">, nowMs: number): string {
  const parts = receiptParts(of).flatMap(([heading, names]) => ["", heading, ...names.map((name) => `- ${name}`)]);
  return [words.titles[of.kind], words.site(site.name, site.address), words.by(me.name, formatMoment(nowMs)), ...parts, ""].join("\r\n");
}

/** The row of the Receipts register. */
export function receiptEdit(of: SetUpReceipt, row: Pick<Session, "me" | "site"> & { readonly key: ClientKey; readonly nowMs: number }): Edit {
  const kind = words.kinds[of.kind];
  return {
    site: row.site.id,
    register: "Receipts",
    kind: "create",
    id: newRowId(row.key),
    changes: {
      Title: kind,
      Kind: kind,
      MadeBy: row.me.name,
      MadeByAddress: row.me.address,
      MadeAt: new Date(row.nowMs).toISOString(),
      AddedCount: of.made.length,
      ChangedCount: of.completed.length,
      UnchangedCount: of.there.length,
      RefusedCount: of.failed.length,
      DetailJson: JSON.stringify({ made: of.made, completed: of.completed, failed: of.failed, stopped: of.stopped }),
    },
    seen: { values: {} },
  };
}
