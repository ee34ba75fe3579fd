/** `npm run package`: the Teams package and the Excel manifest for one organisation, from deploy.json. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readDeployment } from "./lib/deployment.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { readOptions, stop } from "./lib/options.mjs";
import { at } from "./lib/paths.mjs";

const { values: options } = readOptions({ deploy: { type: "string", default: "deploy.json" } }, "npm run package -- [--deploy FILE]");
const deployment = readDeployment(options.deploy);
if (!deployment.ok) {
  stop([`Nothing was packaged:`, ...deployment.problems, "Copy .config/deploy.example.json to deploy.json and put your own values in it."].join("\n"));
}

await ensureInstalled();
const { zipSync } = await import("fflate");
const { filledManifests, manifestProblems } = await import("./checks/manifests.mjs");

const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));
const { teams, excel } = filledManifests(deployment.value, version);
const { problems } = await manifestProblems({ teams, excel, permissions: deployment.value.permissions });
if (problems.length > 0) stop(["Nothing was packaged:", ...problems].join("\n"));

const icons = ["color.png", "outline.png", "color32x32.png"].map((name) => [name, readFileSync(at("appPackage", name))]);
// One fixed date: the same input gives the same bytes.
const zip = zipSync({ "manifest.json": new TextEncoder().encode(teams), ...Object.fromEntries(icons) }, { mtime: "2026-01-01T00:00:00" });
mkdirSync(at("dist", "package"), { recursive: true });
writeFileSync(at("dist", "package", "project-registers-teams.zip"), zip);
writeFileSync(at("dist", "package", "project-registers-excel.xml"), excel);
console.log("dist/package/project-registers-teams.zip   for the Teams admin centre, Manage apps, Upload new app");
console.log("dist/package/project-registers-excel.xml   for the Microsoft 365 admin centre, Integrated apps, Upload custom apps");
