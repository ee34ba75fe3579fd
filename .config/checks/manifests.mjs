import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill, forJson, forXml, placeholders, readDeployment } from "../lib/deployment.mjs";
import { at } from "../lib/paths.mjs";
import { firstScopes } from "../lib/scopes.mjs";
import { excelManifestProblems, schemaProblems } from "./excel-manifest.mjs";
import { iconProblems } from "./icon-files.mjs";

/** The committed manifests, filled with the example's values, for each way of permissions. */
export async function checkManifests() {
  const deployment = readDeployment(at(".config", "deploy.example.json"));
  if (!deployment.ok) return { problems: deployment.problems };
  const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const [broad, selected] = await Promise.all(
    ["broad", "selected"].map((permissions) => manifestProblems({ ...filledManifests({ ...deployment.value, permissions }, version), permissions })),
  );
  return { problems: [...new Set([...broad.problems, ...selected.problems])], note: broad.note };
}

/** The texts of both manifests with an organisation's values. */
export function filledManifests(deployment, version) {
  const values = placeholders(deployment, version);
  return {
    teams: fill(readFileSync(at("appPackage", "manifest.json"), "utf8"), values, forJson),
    excel: fill(readFileSync(at("manifest", "excel.xml"), "utf8"), values, forXml),
  };
}

/**
 * Everything that can be known about two filled manifests without a tenant.
 * @param {{teams: string, excel: string, permissions?: "broad" | "selected"}} manifests their full texts, and the way of permissions that they are for.
 * @returns {Promise<{problems: string[], note: string}>} `note` says which schemas were used.
 */
export async function manifestProblems({ teams, excel, permissions = "broad" }) {
  const problems = [...(await teamsProblems(teams, permissions)), ...excelManifestProblems(excel), ...iconProblems()];
  const schema = await schemaProblems(excel);
  const note = schema.wasDone ? "Teams schema, Office XSD, own checks" : "Teams schema, own checks (Office XSD not at hand)";
  return { problems: [...problems, ...schema.problems], note };
}

/** Held against the schema that Microsoft's own package carries, then the rules that a schema cannot say. */
async function teamsProblems(text, permissions) {
  const { AppManifestUtils } = await import("@microsoft/app-manifest");
  const folder = mkdtempSync(join(tmpdir(), "manifest-"));
  try {
    writeFileSync(join(folder, "manifest.json"), text);
    const manifest = await AppManifestUtils.readTeamsManifest(join(folder, "manifest.json"));
    const problems = await AppManifestUtils.validateAgainstSchema(manifest);
    return [...problems, ...teamsRules(manifest, permissions)].map((problem) => `appPackage/manifest.json: ${problem}`);
  } catch (error) {
    return [`appPackage/manifest.json: ${error.message}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* teamsRules(manifest, permissions) {
  for (const address of httpAddresses(manifest)) yield `${address} must start with https://`;
  const domains = manifest.validDomains ?? [];
  const pages = [...(manifest.configurableTabs ?? []).map((tab) => tab.configurationUrl), ...(manifest.staticTabs ?? []).map((tab) => tab.contentUrl)];
  for (const page of pages) if (!domains.includes(new URL(page).hostname)) yield `${page} is on a host that validDomains does not name`;
  for (const { redirectUri, scopes } of manifest.webApplicationInfo?.nestedAppAuthInfo ?? []) {
    // Teams fetches a token ahead only for the very list that the page will ask for, in its order.
    const wanted = firstScopes(permissions).join(", ");
    if (scopes.join(", ") !== wanted) yield `nestedAppAuthInfo must ask for ${wanted}, as src/entries/shared/consent.ts does first`;
    if (!/^brk-multihub:\/\/[^/]+$/.test(redirectUri) || !domains.includes(redirectUri.slice("brk-multihub://".length))) {
      yield `${redirectUri} must be brk-multihub:// and one of the validDomains, without a path`;
    }
  }
  for (const icon of Object.values(manifest.icons)) if (!existsSync(at("appPackage", icon))) yield `the icon ${icon} does not exist`;
}

function httpAddresses(value) {
  if (typeof value === "string") return value.startsWith("http://") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(httpAddresses) : [];
}
