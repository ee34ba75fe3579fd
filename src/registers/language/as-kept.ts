import type { ChoiceColumn, Column, Columns } from "./column";
import type { Register } from "./register";

/** A register's list as its owner keeps it, by internal column name. A list owner may change it at any time in SharePoint. */
export interface ListAsKept {
  /** Columns of the register that the list no longer has; of a person either half, `Owner` or `OwnerAddress`. */
  readonly missing: readonly string[];
  /** The choices of each choice column. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** What people call each column there, also those that the register does not know. */
  readonly displayNames: ReadonlyMap<string, string>;
  /** Of an adopted list: columns that we can read and not write. */
  readonly readOnly?: ReadonlySet<string>;
  /** Of an adopted list: columns that were mapped and are gone, or have become something else. */
  readonly lost?: ReadonlySet<string>;
  /** Of an adopted list: choice columns that hold no other words than their `choices`. */
  readonly closedChoices?: ReadonlySet<string>;
}

/**
 * The register as this list can hold it: form, grid, filters, plan, import and sheets all work from it.
 * A choice column has our choices first, then those that the owner added (`added`). A column that is gone stands under `missing`;
 * nothing is asked of it any more: no field, no rule that names it, nothing worked out into it.
 * @param list undefined while the list has not been read: the register as it is.
 * @returns the same register for the same list, so that screens may compare by identity.
 */
export function registerAsKept(register: Register, list: ListAsKept | undefined): Register {
  if (list === undefined) return register;
  const known = keptRegisters.get(list) ?? new WeakMap<Register, Register>();
  keptRegisters.set(list, known);
  const kept = known.get(register) ?? keep(register, list);
  known.set(register, kept);
  known.set(kept, kept);
  return kept;
}

/** Worked out once: every cell that is typed asks. */
const keptRegisters = new WeakMap<ListAsKept, WeakMap<Register, Register>>();

function keep(register: Register, list: ListAsKept): Register {
  const columns = Object.entries(register.columns as Columns);
  const isGone = ([name, column]: readonly [string, Column]): boolean =>
    // SharePoint lets nobody delete Title.
    name !== "Title" && (list.missing.includes(name) || (column.type === "person" && list.missing.includes(`${name}Address`)));
  const gone = columns.filter(isGone);
  const kept = columns.filter((entry) => !isGone(entry)).map(([name, column]) => [name, asKept(name, column, list)] as const);
  if (gone.length === 0 && kept.every(([name, column]) => column === (register.columns as Columns)[name])) return register;
  return without(register, Object.fromEntries(gone), Object.fromEntries(kept));
}

function asKept(name: string, column: Column, list: ListAsKept): Column {
  const choices = list.choices.get(name) ?? [];
  const kept = column.type === "choice" && list.closedChoices?.has(name) === true ? withOnly(column, choices) : withAdded(column, choices);
  if (list.readOnly?.has(name) !== true) return kept;
  const { needed: _needed, ...rest } = kept;
  return { ...rest, filledBy: "list" };
}

function withOnly(column: ChoiceColumn, choices: readonly string[]): Column {
  const added = choices.filter((choice) => !column.choices.includes(choice));
  return { ...column, choices: [...column.choices.filter((choice) => choices.includes(choice)), ...added], added };
}

function withAdded(column: Column, choices: readonly string[]): Column {
  if (column.type !== "choice") return column;
  const added = choices.filter((choice) => !column.choices.includes(choice));
  return added.length === 0 ? column : { ...column, choices: [...column.choices, ...added], added: [...(column.added ?? []), ...added] };
}

function without(register: Register, gone: Columns, columns: Columns): Register {
  const { titleFrom, statusColumn, moves, ...rest } = register;
  const stays = (name: string): boolean => Object.hasOwn(columns, name) || (!Object.hasOwn(gone, name.replace(/Address$/, "")) && !Object.hasOwn(gone, name));
  return {
    ...rest,
    columns: columns as Register["columns"], // the same names without what is gone; whoever asks for one of those asks by `columnOf`
    missing: { ...register.missing, ...gone },
    shows: register.shows.filter(stays),
    rules: register.rules.filter((rule) => rule.fields.every(stays)),
    workedOut: Object.fromEntries(Object.entries(register.workedOut).filter(([name]) => stays(name))),
    ...(titleFrom === undefined || !stays(titleFrom) ? {} : { titleFrom }),
    ...(statusColumn === undefined || !stays(statusColumn) ? {} : { statusColumn }),
    ...(moves === undefined || !stays(moves.column) ? {} : { moves }),
  };
}
