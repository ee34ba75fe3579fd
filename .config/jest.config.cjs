const swc = [
  "@swc/jest",
  { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" }, module: { type: "commonjs" } },
];

/** One jest project per kind of test; `npm test` runs them one after another. */
function project(name, more = {}) {
  return {
    displayName: name,
    rootDir: "..",
    roots: [`<rootDir>/tests/${name}`],
    testMatch: ["**/*.test.ts", "**/*.test.tsx"],
    testEnvironment: "node",
    transform: { "\\.[jt]sx?$": swc },
    transformIgnorePatterns: ["/node_modules/(?!(adaptivecards)/)"],
    setupFiles: ["<rootDir>/.config/jest.setup.cjs"],
    ...more,
  };
}

module.exports = {
  rootDir: "..",
  projects: [project("unit"), project("property"), project("contract"), project("browser")],
};
