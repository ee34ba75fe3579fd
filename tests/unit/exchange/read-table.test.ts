import { readTable, type Cell, type ReadTableOptions, type Workbook } from "../../../src/exchange";
import { makeZip, workbookParts, type WorkbookToZip } from "./make-zip";

async function read(bytes: Uint8Array, options: ReadTableOptions = {}): Promise<Workbook> {
  const table = await readTable(bytes, "Risks", options);
  if (!table.ok) throw new Error(JSON.stringify(table.fault));
  return table.value;
}

async function cellsOf(content: WorkbookToZip): Promise<readonly (readonly Cell[])[]> {
  return (await read(makeZip(workbookParts(content)))).sheets[0]!.rows;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => (letter === "–" ? 0x96 : letter === "’" ? 0x92 : letter.charCodeAt(0)));
const utf16 = (text: string): readonly number[] => Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);
const swapped = (bytes: readonly number[]): readonly number[] => bytes.map((_, index) => bytes[index ^ 1]!);

describe("the encoding of text is found from its bytes", () => {
  const text = "Title,Cost\r\nTheatre – new,£5\r\n";
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", utf8(text), "UTF-8"],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`), "UTF-8"],
    ["UTF-16 LE with a mark", Uint8Array.from([0xff, 0xfe, ...utf16(text)]), "UTF-16 LE"],
    ["UTF-16 LE", Uint8Array.from(utf16(text)), "UTF-16 LE"],
    ["UTF-16 BE with a mark", Uint8Array.from([0xfe, 0xff, ...swapped(utf16(text))]), "UTF-16 BE"],
    ["UTF-16 BE", Uint8Array.from(swapped(utf16(text))), "UTF-16 BE"],
    ["Windows-1252", latin(text), "Windows-1252"],
  ])("%s", async (_, bytes, encoding) => {
    const table = await read(bytes);
    expect(table.source).toEqual({ kind: "text", encoding, delimiter: "," });
    expect(table.sheets[0]!.rows).toEqual([
      ["Title", "Cost"],
      ["Theatre – new", "£5"],
    ]);
  });

  test("and the person's own choice wins", async () => {
    const table = await read(utf8("Caf\u00e9;5,2"), { encoding: "Windows-1252", delimiter: "," });
    expect(table.sheets[0]!.rows).toEqual([["CafÃ©;5", "2"]]);
  });
});

describe("the delimiter is the one that cuts rows evenly", () => {
  test.each([
    ["semicolons beside commas in sentences", "Ref;Title;Note\nR1;Cost, time;a, b, c\nR2;Scope;none", ";"],
    ["tabs", "Ref\tTitle\nR1\tA, b\nR2\tC", "\t"],
    ["bars", "Ref|Title\nR1|A\nR2|B", "|"],
    ["commas, with one ragged row", "Ref,Title,Owner\nR1,A,B\nR2,C\nR3,D,E\nR4,F,G", ","],
    ["delimiters inside quotation marks do not count", 'Ref,Title\nR1,"a;b;c"\nR2,"d;e;f"', ","],
    ["not even when they would cut more evenly", 'Ref,Title\nR1,"a;b;c;d"\nR2,"e;f;g;h"\nR3,"i;j;k;l"', ","],
    ["a single column", "Title\nFirst\nSecond", ","],
    ["Excel's own first line", "sep=|\nRef;x|Title;y\nR1;x|A;y", "|"],
  ])("%s", async (_, text, delimiter) => {
    expect((await read(utf8(text))).source).toMatchObject({ delimiter });
  });
});

describe("a text table keeps what is in its cells", () => {
  test("line breaks, quotation marks, ragged and blank rows", async () => {
    const { sheets } = await read(utf8('Ref,Note\r\nR1,"first\r\nsecond, ""so called"""\r\n\r\nR2\r\nR3,a,b,\r\n'));
    expect(sheets[0]!.rows).toEqual([["Ref", "Note"], ["R1", 'first\r\nsecond, "so called"'], [], ["R2"], ["R3", "a", "b", undefined]]);
  });

  test("a quotation mark inside a cell is a letter, and text after a closing one is kept", async () => {
    const { sheets } = await read(utf8('Size,Title\n5" pipe,"Big" project\n'));
    expect(sheets[0]!.rows[1]).toEqual(['5" pipe', "Big project"]);
  });

  test("our own guard against formulas is taken off", async () => {
    expect((await read(utf8("Note,Code\n'=1+1,'00"))).sheets[0]!.rows[1]).toEqual(["=1+1", "'00"]);
  });

  test("a quotation mark that is never closed is refused with its line", async () => {
    const table = await readTable(utf8('Ref,Note\nR1,"a\nb"\nR2,"open\nR3,x'), "Risks");
    expect(table.ok ? undefined : table.fault).toEqual({ kind: "unclosedQuote", line: 4 });
  });

  test("bytes that are no text are refused", async () => {
    const table = await readTable(
      Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 256),
      "Risks",
    );
    expect(table.ok ? undefined : table.fault).toEqual({ kind: "notText" });
  });
});

describe("a workbook's cells become plain values", () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="[Red]#,##0.00"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/></cellXfs>';

  test("texts of every kind, with pronunciation left out", async () => {
    const rows = await cellsOf({
      sheetData:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in </t><r><t>line</t></r></is></c><c r="D1" t="str"><f>A1</f><v>a_x000D_b</v></c></row>',
      sharedStrings: "<si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si>",
    });
    expect(rows).toEqual([["plain", "rich", "in line", "a\rb"]]);
  });

  test("formulas are dropped and their last value kept, or its lack told; errors are text", async () => {
    const rows = await cellsOf({
      sheetData:
        '<row r="1"><c r="A1"><f>WEBSERVICE("https://northmere.example")</f><v>12.5</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>B2</f></c><c r="D1" t="b"><v>1</v></c></row>',
    });
    expect(rows).toEqual([[12.5, "#DIV/0!", "Formula without a result", true]]);
  });

  test("dates are told from numbers by their format, percentages become text", async () => {
    const cells = [0, 1, 2, 3, 4, 5].map((style, index) => `<c r="${"ABCDEF"[index]!}1" s="${String(style)}"><v>${style === 5 ? "0.29" : "46240.75"}</v></c>`);
    const date = { date: "2026-08-06" };
    expect(await cellsOf({ sheetData: `<row r="1">${cells.join("")}</row>`, styles })).toEqual([[46240.75, date, date, 46240.75, 46240.75, "29%"]]);
  });

  test("both date systems are read, and the day that never was stays a number", async () => {
    const sheetData = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>60</v></c><c r="D1" s="1"><v>61</v></c></row>';
    expect(await cellsOf({ sheetData, styles })).toEqual([[{ date: "1900-01-01" }, { date: "1900-02-28" }, 60, { date: "1900-03-01" }]]);
    expect(await cellsOf({ sheetData, styles, is1904: true })).toEqual([
      [{ date: "1904-01-02" }, { date: "1904-02-29" }, { date: "1904-03-01" }, { date: "1904-03-02" }],
    ]);
  });

  test("cells and rows stand where their addresses say, or follow one another without addresses", async () => {
    expect(await cellsOf({ sheetData: '<row r="3"><c r="B3"><v>1</v></c></row>' })).toEqual([[], [], [undefined, 1]]);
    expect(await cellsOf({ sheetData: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>" })).toEqual([[1, 2], [3]]);
  });

  test("a single value far down is refused instead of filling the memory", async () => {
    const table = await readTable(makeZip(workbookParts({ sheetData: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' })), "Risks.xlsx");
    expect(table.ok ? undefined : table.fault).toMatchObject({ kind: "tooManyRows" });
  });

  test.each([
    ["Word", "word/document.xml", "word"],
    ["PowerPoint", "ppt/presentation.xml", "powerPoint"],
  ])("a %s file is refused by name of its kind", async (_, name, found) => {
    const table = await readTable(makeZip([{ name, text: "<a/>" }]), "Costs.xlsx");
    expect(table.ok ? undefined : table.fault).toEqual({ kind: "wrongKind", found });
  });
});
