import { parseArgs } from "node:util";

/**
 * Reads a command's options; a wrong one ends the process with one sentence and the usage.
 * @param shape as for `parseArgs` of node:util.
 * @returns {{values: Record<string, string | boolean | undefined>, positionals: string[]}}
 */
export function readOptions(shape, usage) {
  try {
    return parseArgs({ options: shape, allowPositionals: true, allowNegative: false });
  } catch (error) {
    stop(`${error.message}\nUsage: ${usage}`);
  }
}

/** Ends the process with a sentence for a person, without a stack. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
