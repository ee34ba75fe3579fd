import { existsSync, readFileSync, readdirSync } from "node:fs";
import { SaxesParser } from "saxes";
import { at } from "../lib/paths.mjs";

/**
 * learn.microsoft.com, "How to find the proper order of manifest elements": Office refuses a manifest whose elements
 * stand in another order. Parents are named with enough of their path to tell them apart.
 */
const order = {
  OfficeApp:
    "Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions Dictionary VersionOverrides",
  DefaultSettings: "SourceLocation",
  VersionOverrides: "Description Requirements Hosts Resources WebApplicationInfo EquivalentAddins VersionOverrides",
  "VersionOverrides/Hosts/Host": "Runtimes AllFormFactors DesktopFormFactor MobileFormFactor",
  DesktopFormFactor: "GetStarted SupportsSharedFolders FunctionFile ExtensionPoint",
  AllFormFactors: "ExtensionPoint",
  GetStarted: "Title Description LearnMoreUrl",
  OfficeTab: "Group",
  Group: "OverriddenByRibbonApi Label Icon Tooltip Control",
  Control: "OverriddenByRibbonApi Label Tooltip Supertip Icon Action Items Enabled",
  Supertip: "Title Description",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
};

const required = [
  "Id",
  "Version",
  "ProviderName",
  "DefaultLocale",
  "DisplayName",
  "Description",
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "Hosts",
  "Requirements",
  "DefaultSettings",
  "Permissions",
  "VersionOverrides",
];

/** At most so many characters, by the kind of resource. */
const stringLimits = { "bt:ShortStrings": 125, "bt:LongStrings": 250 };

/** Structure of the add-in's XML: order, ids that lead nowhere, addresses, icon files, the shared runtime. */
export function excelManifestProblems(text) {
  let root;
  try {
    root = parse(text);
  } catch (error) {
    return [`manifest/excel.xml: ${error.message}`];
  }
  const elements = [...walk(root)];
  return [...orderProblems(elements), ...requiredProblems(root), ...resourceProblems(elements), ...addressProblems(elements), ...runtimeProblems(elements)].map(
    (problem) => `manifest/excel.xml: ${problem}`,
  );
}

/** Held against the schemas where a copy is at hand; Microsoft's licence does not let us carry one. */
export async function schemaProblems(text) {
  const folder = at("..", "shared", "platform", "schemas", "office-xsd-fixed");
  if (!existsSync(folder)) return { wasDone: false, problems: [] };
  const { validateXML } = await import("xmllint-wasm");
  const main = "OfficeAppManifestV1_1.xsd";
  const read = (name) => ({ fileName: name, contents: readFileSync(`${folder}/${name}`, "utf8") });
  const { errors } = await validateXML({
    xml: [{ fileName: "excel.xml", contents: text }],
    schema: [read(main)],
    preload: readdirSync(folder)
      .filter((name) => name.endsWith(".xsd") && name !== main)
      .map(read),
  });
  return { wasDone: true, problems: errors.map(({ message, loc }) => `manifest/excel.xml line ${loc?.lineNumber ?? "?"}: ${message}`) };
}

function parse(text) {
  const parser = new SaxesParser();
  const top = { name: "", attributes: {}, children: [], path: "", text: "" };
  const open = [top];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const parent = open.at(-1);
    const element = { name, attributes, children: [], path: parent.path === "" ? name : `${parent.path}/${name}`, text: "" };
    parent.children.push(element);
    open.push(element);
  });
  parser.on("text", (part) => (open.at(-1).text += part));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return top.children[0];
}

function* walk(element) {
  yield element;
  for (const child of element.children) yield* walk(child);
}

function* orderProblems(elements) {
  for (const element of elements) {
    const names = Object.entries(order)
      .find(([parent]) => element.path === parent || element.path.endsWith(`/${parent}`))?.[1]
      .split(" ");
    if (names === undefined) continue;
    let last = 0;
    for (const child of element.children) {
      const place = names.indexOf(child.name);
      if (place === -1) yield `${element.name} may not hold ${child.name}`;
      else if (place < last) yield `${child.name} must stand before ${names[last]} in ${element.name}`;
      else last = place;
    }
  }
}

function* requiredProblems(root) {
  for (const name of required) if (!root.children.some((child) => child.name === name)) yield `${name} is missing`;
  const value = (name) => root.children.find((child) => child.name === name)?.text.trim() ?? "";
  if (!/^[0-9a-f-]{36}$/i.test(value("Id"))) yield "Id must be a GUID";
  if (!/^\d{1,5}(?:\.\d{1,5}){1,3}$/.test(value("Version"))) yield "Version must be two to four numbers with points";
}

function* resourceProblems(elements) {
  const resources = elements.filter(({ path }) => /\/Resources\/bt:\w+\/bt:\w+$/.test(path));
  const ids = resources.map(({ attributes }) => attributes.id);
  const used = elements.flatMap(({ attributes }) => (Object.hasOwn(attributes, "resid") ? [attributes.resid] : []));
  for (const id of new Set(used)) if (!ids.includes(id)) yield `nothing in Resources has the id ${id}`;
  for (const id of new Set(ids)) if (!used.includes(id)) yield `the resource ${id} is used nowhere`;
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index) yield `the resource ${id} stands there twice`;
    if (id.length > 32) yield `the id ${id} is longer than 32 characters`;
  }
  for (const { path, attributes } of resources) {
    const limit = stringLimits[path.split("/").at(-2)];
    if (limit !== undefined && attributes.DefaultValue.length > limit) yield `the text of ${attributes.id} is longer than ${limit} characters`;
  }
}

function* addressProblems(elements) {
  for (const { name, attributes, text } of elements) {
    const isAddress = /Url$|^SourceLocation$|^bt:Image$/.test(name) && Object.hasOwn(attributes, "DefaultValue");
    const address = isAddress ? attributes.DefaultValue : name === "AppDomain" ? text.trim() : undefined;
    if (address === undefined) continue;
    if (!URL.canParse(address) || new URL(address).protocol !== "https:") yield `${address} must start with https://`;
    const icon = /\/assets\/([\w-]+\.png)$/.exec(address)?.[1];
    if (icon !== undefined && !existsSync(at("assets", icon))) yield `assets/${icon} does not exist`;
  }
  for (const icon of elements.filter(({ name }) => name === "Icon")) {
    const sizes = icon.children.map(({ attributes }) => attributes.size);
    for (const size of ["16", "32", "80"]) if (!sizes.includes(size)) yield `an Icon lacks the size ${size}`;
    for (const { attributes } of icon.children) {
      if (!attributes.resid.endsWith(`.${attributes.size}`)) yield `the icon of size ${attributes.size} uses ${attributes.resid}`;
    }
  }
}

/** One runtime serves pane, commands and functions only when all of them name the same page. */
function* runtimeProblems(elements) {
  const runtimes = elements.filter(({ name }) => name === "Runtime");
  if (runtimes.length !== 1) return yield "there must be one Runtime";
  const [{ attributes }] = runtimes;
  if (attributes.lifetime !== "long") yield 'the shared Runtime needs lifetime="long"';
  const sharing = elements.filter(({ name, path }) => name === "FunctionFile" || /\/(?:Action|Page)\/SourceLocation$/.test(path));
  for (const { name, attributes: own } of sharing) if (own.resid !== attributes.resid) yield `${name} uses ${own.resid}, not the page of the Runtime`;
  if (elements.some(({ name }) => name === "TaskpaneId")) yield "a shared runtime must have no TaskpaneId";
  const sets = elements.filter(({ name }) => name === "Set").map(({ attributes: set }) => set.Name);
  if (!sets.includes("SharedRuntime")) yield "Requirements must name SharedRuntime";
}
