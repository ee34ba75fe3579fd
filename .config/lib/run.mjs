import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/**
 * Runs a Node script and waits for it.
 * @param output "show" passes everything through; "keep" returns it as one text.
 * @returns {Promise<{code: number, text: string, errors: string}>} a code of 1 when a signal ended it.
 */
export function runNode(parameters, { output = "keep", environment = {} } = {}) {
  return run(process.execPath, parameters, { output, environment });
}

/** The same for any program that the PATH knows. */
export function run(program, parameters, { output = "keep", environment = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: output === "show" ? "inherit" : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && program === "npm",
    });
    let text = "";
    let errors = "";
    child.stdout?.setEncoding("utf8").on("data", (part) => (text += part));
    child.stderr?.setEncoding("utf8").on("data", (part) => (errors += part));
    child.on("error", (error) => resolve({ code: 1, text, errors: `${errors}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, text, errors }));
  });
}

/** "3.4 s" since a moment of `performance.now()`. */
export const secondsSince = (startMs) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
