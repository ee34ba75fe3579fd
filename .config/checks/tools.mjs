import { tool } from "../lib/paths.mjs";
import { runNode } from "../lib/run.mjs";

/** What `npm run format` writes. */
const formatted = ["{src,tests,.config}/**/*.{ts,tsx,js,mjs,cjs,mts,cts,json}", "webpack.config.js"];

/** Runs a tool that speaks by its exit code; its whole output is the problem. */
async function byExitCode(parameters) {
  const { code, text, errors } = await runNode(parameters);
  return { problems: code === 0 ? [] : [`${text}${errors}`.trim()] };
}

export const checkTypes = () => byExitCode([tool("typescript", "bin", "tsc"), "--noEmit", "-p", "tsconfig.json"]);

export const checkLint = () =>
  byExitCode([
    tool("eslint", "bin", "eslint.js"),
    ...["--config", ".config/eslint.config.mjs", "--max-warnings", "0", "--no-error-on-unmatched-pattern"],
    ...["--cache", "--cache-strategy", "content", "--cache-location", ".local/cache/eslint"],
    "src",
    "tests",
  ]);

export const checkRooms = () => byExitCode([tool("dependency-cruiser", "bin", "dependency-cruise.mjs"), "--config", ".config/dependency-cruiser.cjs", "src"]);

export const checkUnused = () => byExitCode([tool("knip", "bin", "knip.js"), "--config", ".config/knip.json", "--no-progress"]);

const prettier = (mode) =>
  byExitCode([tool("prettier", "bin", "prettier.cjs"), "--config", ".config/prettier.json", mode, "--log-level", "warn", ...formatted]);

export const checkFormat = () => prettier("--check");

export const writeFormat = () => prettier("--write");
