import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An absolute path inside the repository. */
export const at = (...parts) => join(root, ...parts);

/** The script of a package's command line, to run with this same Node; `npx` would add half a second to each. */
export const tool = (...parts) => at("node_modules", ...parts);
