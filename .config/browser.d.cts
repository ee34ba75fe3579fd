/** The path of an installed Chromium, Chrome or Edge; CHROME_PATH comes first. Undefined when there is none. */
export function findBrowser(): string | undefined;

/** One line that says what to install. */
export const howToGetOne: string;

/** What every browser of ours is started with. */
export const browserFlags: readonly string[];
