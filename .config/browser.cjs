const { accessSync, constants } = require("node:fs");
const { delimiter, join } = require("node:path");

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

const places = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")],
  ),
};

const howToGetOne =
  "No browser found. Install Chromium, Google Chrome or Microsoft Edge, or set CHROME_PATH to one (Debian, Ubuntu: apt-get install chromium).";

/** The path of an installed Chromium, Chrome or Edge; CHROME_PATH comes first. Undefined when there is none. */
function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return runs(chosen) ? chosen : undefined;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(places[process.platform] ?? []), ...onPath].find(runs);
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What every browser of ours is started with: no window manager, no graphics card, and nothing of its own on the network. */
const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

module.exports = { browserFlags, findBrowser, howToGetOne };
