import type { Column, Columns, Register } from "../../registers";

/** The register with the choices that its list has now: a list owner may have added some, and a file may use them. */
export function withListChoices(register: Register, choicesIn: (column: string) => readonly string[]): Register {
  const columns = Object.entries(register.columns as Columns).map(([name, column]): readonly [string, Column] => {
    if (column.type !== "choice") return [name, column];
    const more = choicesIn(name).filter((choice) => !column.choices.includes(choice));
    return [name, more.length === 0 ? column : { ...column, choices: [...column.choices, ...more] }];
  });
  // The same register where nothing was added: screens compare it by identity.
  if (columns.every(([name, column]) => column === (register.columns as Columns)[name])) return register;
  return { ...register, columns: { ...register.columns, ...Object.fromEntries(columns) } };
}
