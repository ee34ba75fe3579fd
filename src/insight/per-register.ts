import type { Register } from "../registers";

/** Works something out once for each register, as its definition never changes. */
export function perRegister<T extends object>(workOut: (register: Register) => T): (register: Register) => T {
  const known = new WeakMap<Register, T>();
  return (register) => {
    const found = known.get(register) ?? workOut(register);
    known.set(register, found);
    return found;
  };
}
