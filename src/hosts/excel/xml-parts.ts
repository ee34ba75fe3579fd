import { succeed, type Result } from "../../kernel";
import { done, inTurn, runExcel } from "./run-excel";

const namespace = "urn:project-registers:snapshot";

/** The texts of all parts of ours; a part that is not in our form is left out. */
export function readParts(): Promise<Result<readonly string[]>> {
  return runExcel(async (context) => {
    const parts = await loadParts(context);
    return succeed(parts.flatMap(({ content }) => (content === undefined ? [] : [content.text])));
  });
}

/** Adds the new parts before it takes the old ones away, so that a crash between leaves one whole set. */
export function writeParts(tableName: string, texts: readonly string[]): Promise<Result<void>> {
  return runExcel(async (context) => {
    const old = await loadParts(context);
    await inTurn(texts, async (text) => {
      context.workbook.customXmlParts.add(partXml(tableName, text));
      await context.sync();
    });
    for (const { part, content } of old) if (content?.tableName === tableName) part.delete();
    await context.sync();
    return done;
  });
}

interface LoadedPart {
  readonly part: Excel.CustomXmlPart;
  readonly content: PartContent | undefined;
}

interface PartContent {
  readonly tableName: string;
  readonly text: string;
}

async function loadParts(context: Excel.RequestContext): Promise<readonly LoadedPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace).load("items/id");
  await context.sync();
  const loaded: LoadedPart[] = [];
  await inTurn(parts.items, async (part) => {
    const xml = part.getXml();
    await context.sync();
    // eslint-disable-next-line office-addins/load-object-before-read -- the result of a method needs no load
    loaded.push({ part, content: partContent(xml.value) });
  });
  return loaded;
}

function partXml(tableName: string, text: string): string {
  return `<snapshot xmlns="${namespace}" table="${escapeXml(tableName)}">${escapeXml(text)}</snapshot>`;
}

/** Excel may write the declaration and its own spacing; nothing else of XML is taken, so no entity is ever expanded. */
const partPattern = /^\s*(?:<\?xml[^>]*\?>\s*)?<snapshot\s+xmlns="urn:project-registers:snapshot"\s+table="([^"<]*)"\s*>([^<]*)<\/snapshot>\s*$/;

function partContent(xml: string): PartContent | undefined {
  const [, tableName, text] = partPattern.exec(xml) ?? [];
  return tableName === undefined || text === undefined ? undefined : { tableName: unescapeXml(tableName), text: unescapeXml(text) };
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function unescapeXml(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
