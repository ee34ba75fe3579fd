const { spawn } = require("node:child_process");
const { mkdtempSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** Once for all browser tests: the tenant is seeded into a folder that each file copies. `npm test` has built the demo by then. */
module.exports = async () => {
  const folder = mkdtempSync(join(tmpdir(), "project-registers-seed-"));
  process.env.SEEDED_TENANT = folder;
  await seed(folder);
};

function seed(folder) {
  const root = join(__dirname, "..", "..", "..");
  return new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [join(root, "dist", "node", "server.cjs"), "--port", "0", "--data", folder], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    server.stdout.on("data", (text) => {
      if (/^ready/m.test(String(text))) server.kill("SIGTERM");
    });
    server.on("exit", resolve);
    server.on("error", reject);
  });
}
