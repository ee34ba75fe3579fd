import { firstRegisters } from "./first-registers";
import type { Register } from "./language/register";

const byName = new Map<string, Register>(firstRegisters.map((register) => [register.name, register]));

/** Every register, in groups. */
export interface Catalogue {
  readonly lightRegisters: readonly Register[];
  readonly furtherRegisters: readonly Register[];
  readonly supportingRegisters: readonly Register[];
  readonly allRegisters: readonly Register[];
}

/** Fetches the registers beyond the first: 33 kB that no first page needs. From then on `registerNamed` knows them. */
export async function loadCatalogue(): Promise<Catalogue> {
  const catalogue = await import("./all-registers");
  for (const register of catalogue.allRegisters) byName.set(register.name, register);
  return catalogue;
}

/** Undefined for a name that no register has: names come from links, settings and files. Beyond the first registers: after `loadCatalogue`. */
export function registerNamed(name: string): Register | undefined {
  return byName.get(name);
}

/** Every register there is, fetched when they are not here yet. */
export async function loadRegisters(): Promise<readonly Register[]> {
  return (await loadCatalogue()).allRegisters;
}

/** Any register by its name, fetched when it is not here yet. */
export async function loadRegister(name: string): Promise<Register | undefined> {
  if (!byName.has(name)) await loadCatalogue();
  return byName.get(name);
}

/** "R-0042" for 42, or undefined when the number does not fit the register's shape any more. */
export function refOf(register: Register, number: number): string | undefined {
  const digits = String(number).padStart(register.ref.digits, "0");
  return Number.isSafeInteger(number) && number > 0 && digits.length <= register.ref.mostDigits ? `${register.ref.prefix}${digits}` : undefined;
}
