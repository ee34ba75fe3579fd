import { projects, registerNamed, risks, type Columns, type Register, type Value } from "../../src/registers";

/** The columns of a simulated register that people change, and how the checker may know a value again. */
export interface Tracked {
  readonly register: string;
  /** Long enough that a value written by one edit is written by no other. */
  readonly texts: readonly string[];
  readonly choices: Readonly<Record<string, readonly Value[]>>;
}

const oneToFive: readonly Value[] = [1, 2, 3, 4, 5];

/** Two registers of the product with fewer columns, because most of a run's time would go into columns that nobody touches. */
export const tracked: readonly Tracked[] = [
  {
    register: "Risks",
    texts: ["Title", "Cause", "Effect"],
    choices: { Status: ["Draft", "Open", "Closed"], CurrentLikelihood: oneToFive, CurrentConsequence: oneToFive },
  },
  { register: "Projects", texts: ["Title", "Description", "OutOfScope"], choices: { Status: ["Pipeline", "Active", "On hold"] } },
];

const keptBesides = ["Ref", "RefNo", "ClientKey", "OperationId", "Archived", "ProjectRef", "CurrentScore", "CurrentBand"];

export const simRegisters: readonly Register[] = [narrowed(risks, "Risks"), narrowed(projects, "Projects")];

export function trackedOf(register: string): Tracked {
  const found = tracked.find((one) => one.register === register);
  if (found === undefined) throw new RangeError(`nobody simulates ${register}`);
  return found;
}

export function trackedColumns({ texts, choices }: Tracked): readonly string[] {
  return [...texts, ...Object.keys(choices)];
}

export function loadSimRegister(name: string): Promise<Register | undefined> {
  return Promise.resolve(simRegisters.find((one) => one.name === name));
}

export function simWorkedOut(name: string): Register["workedOut"] {
  return simRegisters.find((one) => one.name === name)?.workedOut ?? {};
}

function narrowed(register: Register, name: string): Register {
  const kept = new Set([...trackedColumns(trackedOf(name)), ...keptBesides]);
  const columns = Object.fromEntries(Object.entries(register.columns as Columns).filter(([column]) => kept.has(column)));
  const workedOut = Object.fromEntries(Object.entries(registerNamed(name)?.workedOut ?? {}).filter(([column]) => kept.has(column)));
  // The common columns are among those kept.
  return { ...register, columns: columns as Register["columns"], workedOut };
}
