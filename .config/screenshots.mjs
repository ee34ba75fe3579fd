/** `npm run screenshots`: every screen of the demo in three themes at two widths, into .local/screenshots; the README's pictures into docs/images. */
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ensureInstalled } from "./lib/install.mjs";
import { stop } from "./lib/options.mjs";
import { at } from "./lib/paths.mjs";
import { bundleAll } from "./lib/webpack.mjs";

const port = 5391;
const address = `http://localhost:${port}`;
const themes = ["default", "dark", "contrast"];
const sizes = [
  { width: 1280, height: 800 },
  { width: 320, height: 720 },
];
/** What stands after the tab's address; the name is the picture's. */
const screens = {
  raid: "#raid",
  risk: "#raid?open=Risks%2FR-0001",
  projects: "#projects",
  project: "#project/P-0001",
  register: "#register/Milestones",
  "new-risk": "#register/Risks?open=Risks%2Fnew",
  import: "#import/Projects",
  card: "#card/P-0001",
  decisions: "#decisions",
  "set-up": "#set-up",
};

await ensureInstalled();
const { browserFlags, findBrowser, howToGetOne } = createRequire(import.meta.url)("./browser.cjs");
if (findBrowser() === undefined) stop(howToGetOne);
const built = await bundleAll(["demo", "node"]);
if (!built.ok) stop(built.text);
const { chromium } = await import("playwright-core");
const only = process.argv.slice(2);
const server = await startServer();
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserFlags,
});
try {
  await takeAll();
} finally {
  await browser.close();
  server.kill("SIGTERM");
}

async function takeAll() {
  mkdirSync(at(".local", "screenshots"), { recursive: true });
  mkdirSync(at("docs", "images"), { recursive: true });
  for (const theme of themes) {
    for (const size of sizes) {
      const context = await browser.newContext({ viewport: size, locale: "en-GB", timezoneId: "Europe/London" });
      const page = await context.newPage();
      await page.goto(`${address}/teams-host.html?theme=${theme}&persona=pm`);
      await page.frameLocator("iframe").first().getByRole("main").waitFor({ timeout: 60_000 });
      for (const [name, fragment] of Object.entries(screens)) {
        if (only.length > 0 && !only.includes(name)) continue;
        await page.frames()[1].evaluate((next) => void (location.hash = next), fragment);
        await page.waitForTimeout(2_000);
        const file = `${name}-${theme}-${size.width}.png`;
        await page.screenshot({ path: at(".local", "screenshots", file) });
        console.log(file);
        if (name === "raid" && theme === "default" && size.width === 1280) await page.screenshot({ path: at("docs", "images", "raid.png") });
      }
      await context.close();
    }
  }
}

function startServer() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [at("dist", "node", "server.cjs"), "--port", String(port), "--data", at(".local", "screenshots-data"), "--reset"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.trim() === "ready") resolve(child);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the server stopped with code ${code}`)));
  });
}
