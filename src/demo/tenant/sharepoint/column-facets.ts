import { isRecord } from "../../../kernel";
import { refuse, type Outcome } from "../engine/wire";
import type { ColumnKind } from "../state/records";

type SettingType = "boolean" | "string" | "number" | "strings";

/** The properties of each type facet (Graph: columnDefinition and its column types). */
const facetSettings: Readonly<Record<ColumnKind, Readonly<Record<string, SettingType>>>> = {
  text: { allowMultipleLines: "boolean", appendChangesToExistingText: "boolean", linesForEditing: "number", maxLength: "number", textType: "string" },
  number: { decimalPlaces: "string", displayAs: "string", minimum: "number", maximum: "number" },
  currency: { locale: "string" },
  dateTime: { displayAs: "string", format: "string" },
  choice: { allowTextEntry: "boolean", choices: "strings", displayAs: "string" },
  personOrGroup: { allowMultipleSelection: "boolean", chooseFromType: "string", displayAs: "string" },
  lookup: { allowMultipleValues: "boolean", allowUnlimitedLength: "boolean", columnName: "string", listId: "string", primaryLookupColumnId: "string" },
  boolean: {},
  calculated: { format: "string", formula: "string", outputType: "string" },
  hyperlinkOrPicture: { isPicture: "boolean" },
};

const allowedWords: Readonly<Record<string, readonly string[]>> = {
  "text.textType": ["plain", "richText"],
  "number.decimalPlaces": ["automatic", "none", "one", "two", "three", "four", "five"],
  "number.displayAs": ["number", "percentage"],
  "dateTime.displayAs": ["default", "friendly", "standard"],
  "dateTime.format": ["dateOnly", "dateTime"],
  "choice.displayAs": ["checkBoxes", "dropDownMenu", "radioButtons"],
  "personOrGroup.chooseFromType": ["peopleOnly", "peopleAndGroups"],
};

const defaults: Readonly<Record<ColumnKind, Readonly<Record<string, unknown>>>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  number: { decimalPlaces: "automatic", displayAs: "number" },
  currency: { locale: "en-GB" },
  dateTime: { displayAs: "default", format: "dateOnly" },
  choice: { allowTextEntry: false, choices: [], displayAs: "dropDownMenu" },
  personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly", displayAs: "nameWithPresence" },
  lookup: { allowMultipleValues: false, allowUnlimitedLength: false },
  boolean: {},
  calculated: { outputType: "text" },
  hyperlinkOrPicture: { isPicture: false },
};

const otherFacets: readonly string[] = ["term", "thumbnail", "geolocation", "contentApprovalStatus"];

function isColumnKind(name: string): name is ColumnKind {
  return Object.hasOwn(facetSettings, name);
}

export interface Facet {
  readonly kind: ColumnKind;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The one type facet of a column body; undefined when there is none. Settings are as sent, without defaults. */
export function readFacet(body: Readonly<Record<string, unknown>>): Outcome<Facet | undefined> {
  const unsupported = Object.keys(body).find((name) => otherFacets.includes(name));
  if (unsupported !== undefined) return refuse(501, "notSupported", `Columns of type ${unsupported} are not imitated here.`);
  const kinds = Object.keys(body).filter(isColumnKind);
  const [kind] = kinds;
  if (kind === undefined) return { ok: true, value: undefined };
  if (kinds.length > 1) return refuse(400, "invalidRequest", "A column may have one type only.");
  const sent = body[kind];
  if (!isRecord(sent)) return refuse(400, "BadRequest", `The property '${kind}' has a value of the wrong type.`);
  for (const [name, value] of Object.entries(sent)) {
    if (name.includes("@")) continue;
    const problem = settingProblem(kind, name, value);
    if (problem !== undefined) return refuse(400, "BadRequest", problem);
  }
  return { ok: true, value: { kind, settings: Object.fromEntries(Object.entries(sent).filter(([name]) => !name.includes("@"))) } };
}

function settingProblem(kind: ColumnKind, name: string, value: unknown): string | undefined {
  const types = facetSettings[kind];
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined)
    return `The property '${name}' does not exist on type 'microsoft.graph.${kind}Column'. Make sure to only use property names that are defined by the type.`;
  const right = type === "strings" ? Array.isArray(value) && value.every((one) => typeof one === "string") : typeof value === type;
  if (!right) return `The property '${name}' has a value of the wrong type.`;
  const words = allowedWords[`${kind}.${name}`];
  return words === undefined || (typeof value === "string" && words.includes(value)) ? undefined : `The value '${String(value)}' is not allowed for '${name}'.`;
}

/** Settings with the values SharePoint fills in; a multi-line text has no length of its own. */
export function completeSettings({ kind, settings }: Facet): Readonly<Record<string, unknown>> {
  const whole = { ...defaults[kind], ...settings };
  if (kind !== "text" || whole["allowMultipleLines"] !== true) return whole;
  const lines = typeof settings["linesForEditing"] === "number" ? settings["linesForEditing"] : 6;
  return Object.fromEntries(Object.entries({ textType: "plain", ...whole, linesForEditing: lines }).filter(([name]) => name !== "maxLength"));
}
