/** The row of Settings that holds how a list is used. Apart from `adoption`, which no first page needs. */
const keyPrefix = "adoption.";

/** The key of the Settings row that holds it. */
export function adoptionKey(register: string): string {
  return `${keyPrefix}${register}`;
}

export function isAdoptionKey(key: unknown): key is string {
  return typeof key === "string" && key.startsWith(keyPrefix);
}
