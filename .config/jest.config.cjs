const { existsSync } = require("node:fs");
const { join } = require("node:path");

const rootDir = join(__dirname, "..");

const swc = [
  "@swc/jest",
  { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" }, module: { type: "commonjs" } },
];

/** One jest project per kind of test; `npm test` runs them one after another. */
function project(name, more = {}) {
  return {
    displayName: name,
    rootDir,
    roots: [`<rootDir>/tests/${name}`],
    testMatch: ["**/*.test.ts", "**/*.test.tsx"],
    testEnvironment: "node",
    transform: { "\\.[jt]sx?$": swc },
    transformIgnorePatterns: ["/node_modules/(?!(adaptivecards)/)"],
    setupFiles: ["<rootDir>/.config/jest.setup.cjs"],
    ...more,
  };
}

const projects = [
  project("unit"),
  project("property"),
  project("contract"),
  project("browser", { globalSetup: "<rootDir>/tests/browser/support/global-setup.cjs" }),
];

// A clone has no empty folders, and jest refuses a root that does not exist.
// A busy machine is slow, not wrong: only a test that hangs should end here. (Inside a project jest ignores it.)
module.exports = { rootDir, testTimeout: 60_000, projects: projects.filter(({ displayName }) => existsSync(join(rootDir, "tests", displayName))) };
