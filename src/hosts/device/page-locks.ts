/** Just enough of a page to share locks with its other tabs; a page of an opaque origin has none. */
export interface LockPage {
  readonly navigator?: { readonly locks?: Pick<LockManager, "request" | "query"> };
}

/** Holds a name until the page is gone, however it goes. Resolves when it is held, or cannot be. */
export function holdForever(page: LockPage, name: string, mode: LockMode): Promise<void> {
  const locks = page.navigator?.locks;
  if (locks === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const held = (): Promise<never> => {
      resolve();
      return new Promise(() => undefined);
    };
    locks.request(name, { mode }, held).catch(() => {
      resolve();
    });
  });
}

/**
 * Does the work while no other page holds the name; those that come meanwhile wait. Undefined, without the work, when one does.
 * @param work is told `unknown` where the platform has no locks.
 */
export async function whileUnused<T>(page: LockPage, name: string, work: (use: "unused" | "unknown") => Promise<T>): Promise<T | undefined> {
  const locks = page.navigator?.locks;
  if (locks === undefined) return work("unknown");
  const request = locks.request(name, { mode: "exclusive", ifAvailable: true }, async (lock) => {
    const [outcome] = lock === null ? [] : await Promise.allSettled([work("unused")]);
    return { outcome };
  });
  const answer = await request.catch(() => undefined);
  if (answer === undefined) return work("unknown");
  // A bug of the work, not a refusal of the platform.
  if (answer.outcome?.status === "rejected") throw answer.outcome.reason;
  return answer.outcome?.value;
}

/** Names that any page of this origin holds; undefined where the platform does not tell. */
export async function heldNames(page: LockPage): Promise<readonly string[] | undefined> {
  const snapshot = await page.navigator?.locks?.query().catch(() => undefined);
  return snapshot?.held?.flatMap(({ name }) => (name === undefined ? [] : [name]));
}
