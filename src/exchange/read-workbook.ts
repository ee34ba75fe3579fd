import { fail, succeed, type Result } from "../kernel";
import type { FileProblem, ForeignKind } from "./file-problem";
import { meaningOfFormat, type DateSystem, type NumberMeaning } from "./number-formats";
import type { Pace } from "./pace";
import { decodeEscapes } from "./xml-text";
import { isOn, readSheetRows } from "./read-sheet-rows";
import { readXml, type XmlVisitor } from "./read-xml";
import type { Sheet } from "./table";
import type { Parts } from "./unpack-zip";

/** Reads the worksheets of an .xlsx package, transitional or strict; charts, pictures and pivots are left out. */
export async function readWorkbook(parts: Parts, pace: Pace): Promise<Result<readonly Sheet[], FileProblem>> {
  const reading = new PackageReading(parts, pace);
  const mainPart = await reading.findMainPart();
  if (!mainPart.ok) return mainPart;
  const outline = await reading.readOutline(mainPart.value);
  if (!outline.ok) return outline;
  const { relationships, sheets, dateSystem, isUncalculated } = outline.value;
  const strings = await reading.readSharedStrings(targetOfType(relationships, "sharedstrings"));
  if (!strings.ok) return strings;
  const meanings = await reading.readMeanings(targetOfType(relationships, "styles"));
  if (!meanings.ok) return meanings;
  const lookups = { strings: strings.value, meanings: meanings.value, dateSystem, isUncalculated };
  const read: Sheet[] = [];
  for (const { name, id, isHidden } of sheets) {
    const target = relationships.get(id);
    const bytes = target?.type === "worksheet" ? parts.get(target.part) : undefined;
    if (!target || !bytes) continue;
    const cells = await readSheetRows(bytes, lookups, { part: target.part, pace });
    if (!cells.ok) return cells;
    read.push({ name, isHidden, ...cells.value });
  }
  return read.length > 0 ? succeed(read) : fail({ kind: "noSheets" });
}

interface Relationship {
  /** Last word of the type's address, in lower case. */
  readonly type: string;
  /** Part name in lower case, from the root of the package. */
  readonly part: string;
}

type Relationships = ReadonlyMap<string, Relationship>;

interface Outline {
  readonly relationships: Relationships;
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly isHidden: boolean }[];
  readonly dateSystem: DateSystem;
  readonly isUncalculated: boolean;
}

class PackageReading {
  constructor(
    private readonly parts: Parts,
    private readonly pace: Pace,
  ) {}

  async findMainPart(): Promise<Result<string, FileProblem>> {
    const relationships = await this.readRelationships("");
    if (!relationships.ok) return relationships;
    const part = targetOfType(relationships.value, "officedocument");
    if (part !== undefined && part.endsWith(".xml") && part.startsWith("xl/") && this.parts.has(part)) return succeed(part);
    return fail({ kind: "wrongKind", found: foreignPackage(this.parts) });
  }

  async readOutline(mainPart: string): Promise<Result<Outline, FileProblem>> {
    const relationships = await this.readRelationships(mainPart);
    if (!relationships.ok) return relationships;
    const sheets: { name: string; id: string; isHidden: boolean }[] = [];
    let dateSystem: DateSystem = 1900;
    let isUncalculated = false;
    const problem = await this.walk(mainPart, {
      open(name, attributes) {
        if (name === "workbookPr" && isOn(attributes.get("date1904"))) dateSystem = 1904;
        if (name === "calcPr") isUncalculated = isOn(attributes.get("fullCalcOnLoad"));
        if (name === "sheet")
          sheets.push({ name: attributes.get("name") ?? "", id: attributes.get("id") ?? "", isHidden: (attributes.get("state") ?? "visible") !== "visible" });
      },
    });
    return problem ? fail(problem) : succeed({ relationships: relationships.value, sheets, dateSystem, isUncalculated });
  }

  async readSharedStrings(part: string | undefined): Promise<Result<readonly string[], FileProblem>> {
    const strings: string[] = [];
    let current: string | undefined;
    let takes = false;
    let isPhonetic = false;
    const problem = await this.walk(part, {
      open(name) {
        if (name === "si") current = "";
        if (name === "rPh") isPhonetic = true;
        takes = name === "t" && !isPhonetic;
      },
      text(text) {
        if (takes && current !== undefined) current += text;
      },
      close(name) {
        takes = false;
        if (name === "rPh") isPhonetic = false;
        if (name === "si") strings.push(decodeEscapes(current ?? ""));
      },
    });
    return problem ? fail(problem) : succeed(strings);
  }

  /** What the numbers of each cell style mean, by style index. */
  async readMeanings(part: string | undefined): Promise<Result<readonly NumberMeaning[], FileProblem>> {
    const codes = new Map<number, string>();
    const meanings: NumberMeaning[] = [];
    let isInCellStyles = false;
    const problem = await this.walk(part, {
      open(name, attributes) {
        if (name === "numFmt") codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
        if (name === "cellXfs") isInCellStyles = true;
        if (name !== "xf" || !isInCellStyles) return;
        const id = Number(attributes.get("numFmtId") ?? 0);
        meanings.push(meaningOfFormat(id, codes.get(id)));
      },
      close(name) {
        if (name === "cellXfs") isInCellStyles = false;
      },
    });
    return problem ? fail(problem) : succeed(meanings);
  }

  private async readRelationships(ofPart: string): Promise<Result<Relationships, FileProblem>> {
    const cut = ofPart.lastIndexOf("/") + 1;
    const folder = ofPart.slice(0, cut);
    const found = new Map<string, Relationship>();
    const problem = await this.walk(`${folder}_rels/${ofPart.slice(cut)}.rels`, {
      open(name, attributes) {
        const type = attributes.get("Type")?.split("/").at(-1)?.toLowerCase() ?? "";
        if (name === "Relationship") found.set(attributes.get("Id") ?? "", { type, part: resolvePart(folder, attributes.get("Target") ?? "") });
      },
    });
    return problem ? fail(problem) : succeed(found);
  }

  private async walk(part: string | undefined, visitor: XmlVisitor): Promise<FileProblem | undefined> {
    const bytes = part === undefined ? undefined : this.parts.get(part);
    return part === undefined || !bytes ? undefined : readXml(bytes, visitor, { part, pace: this.pace });
  }
}

function targetOfType(relationships: Relationships, type: string): string | undefined {
  return [...relationships.values()].find((relationship) => relationship.type === type)?.part;
}

function resolvePart(folder: string, target: string): string {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/").toLowerCase();
}

function foreignPackage(parts: Parts): ForeignKind {
  if (parts.has("word/document.xml")) return "word";
  if (parts.has("ppt/presentation.xml")) return "powerPoint";
  if (parts.has("xl/workbook.bin")) return "binaryWorkbook";
  return parts.has("mimetype") && parts.has("content.xml") ? "openDocument" : "otherArchive";
}
