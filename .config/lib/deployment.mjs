import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { firstScopes } from "./scopes.mjs";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const host = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** How the app is let into sites; see src/graph/scopes.ts. */
const permissionWays = ["broad", "selected"];

/** What people's devices may keep; see src/hosts/device/README.md. */
const keepings = ["sealed", "memory", "off"];

/**
 * Reads a deploy.json (see .config/deploy.example.json) and says everything that is wrong with it.
 * @returns {{ok: true, value: object} | {ok: false, problems: string[]}}
 */
export function readDeployment(path) {
  let found;
  try {
    found = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return { ok: false, problems: [error.code === "ENOENT" ? `${path} does not exist.` : `${path} is not JSON: ${error.message}`] };
  }
  const problems = [...problemsOf(found)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: found };
}

function* problemsOf(found) {
  const isText = (value) => typeof value === "string" && value.trim() !== "";
  if (!isText(found?.domain) || !host.test(found.domain)) yield '"domain" must be the host name that serves the pages, lower case, without https:// or a path.';
  if (!isText(found?.appId) || !guid.test(found.appId)) yield '"appId" must be the application (client) id of the app registration.';
  if (!isText(found?.tenantId) || !guid.test(found.tenantId)) yield '"tenantId" must be the directory (tenant) id.';
  const sites = Array.isArray(found?.sites) ? found.sites : [];
  if (sites.length === 0) yield '"sites" must list at least one site as { "name", "address" }.';
  for (const [index, site] of sites.entries()) {
    if (!isText(site?.name)) yield `Site ${index + 1} needs a "name".`;
    if (!isHttps(site?.address)) yield `Site ${index + 1} needs an "address" that starts with https://.`;
  }
  if (!keepings.includes(found?.keepOnDevice ?? keepings[0])) yield `"keepOnDevice" must be one of ${keepings.join(", ")}; without it, it is ${keepings[0]}.`;
  if (!permissionWays.includes(found?.permissions ?? permissionWays[0]))
    yield `"permissions" must be one of ${permissionWays.join(", ")}; without it, it is ${permissionWays[0]}.`;
  const { name, ...addresses } = { name: undefined, website: undefined, privacy: undefined, terms: undefined, ...found?.publisher };
  if (!isText(name) || name.length > 32) yield '"publisher.name" must be 1 to 32 characters.';
  for (const [key, address] of Object.entries(addresses)) if (!isHttps(address)) yield `"publisher.${key}" must be an address that starts with https://.`;
}

function isHttps(address) {
  return typeof address === "string" && URL.canParse(address) && new URL(address).protocol === "https:";
}

/** What the pages may know; every visitor can read it. */
export function publicPart({ appId, tenantId, sites, keepOnDevice, permissions }) {
  return {
    clientId: appId.toLowerCase(),
    tenantId,
    teamsAppId: derivedId(appId, "teams"),
    sites: sites.map(({ name, address }) => ({ name, address })),
    ...(keepOnDevice === undefined ? {} : { keepOnDevice }),
    ...(permissions === undefined ? {} : { permissions }),
  };
}

/** The values of a manifest's {{placeholders}}. The two package ids follow from the app id, so a new package updates the old one. */
export function placeholders(deployment, version) {
  return {
    domain: deployment.domain,
    appId: deployment.appId.toLowerCase(),
    teamsId: derivedId(deployment.appId, "teams"),
    excelId: derivedId(deployment.appId, "excel"),
    version,
    readScope: firstScopes(deployment.permissions ?? permissionWays[0]).at(-1),
    publisherName: deployment.publisher.name,
    publisherWebsite: deployment.publisher.website,
    publisherPrivacy: deployment.publisher.privacy,
    publisherTerms: deployment.publisher.terms,
  };
}

/** A version 5 UUID (RFC 9562, 5.5) with the app id as its name space. */
function derivedId(appId, name) {
  const bytes = createHash("sha1")
    .update(Buffer.from(appId.replaceAll("-", ""), "hex"))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * Puts values in place of {{names}}, escaped for the kind of file.
 * A name without a value is a mistake in the manifest, so it throws.
 */
export function fill(template, values, escape) {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!Object.hasOwn(values, name)) throw new Error(`No value for {{${name}}}`);
    return escape(values[name]);
  });
}

export const forJson = (text) => JSON.stringify(text).slice(1, -1);

export const forXml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
