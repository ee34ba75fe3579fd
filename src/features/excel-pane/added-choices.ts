import type { Column, Columns, Register } from "../../registers";

/** The register with the choices that its list's owner added, so that they are not refused here. */
export function withAddedChoices(register: Register, choicesOf: (column: string) => readonly string[]): Register {
  const columns = Object.entries(register.columns as Columns).map(([name, column]): [string, Column] => {
    const added = column.type === "choice" ? choicesOf(name).filter((choice) => !column.choices.includes(choice)) : [];
    return column.type === "choice" && added.length > 0 ? [name, { ...column, choices: [...column.choices, ...added] }] : [name, column];
  });
  return { ...register, columns: Object.fromEntries(columns) as Register["columns"] }; // the same names, which fromEntries forgets
}
