import { describeFileProblem, fileLimits, guardFile, readTable, type FileProblem } from "../../../src/exchange";
import { makeZip, workbookParts, type PartToZip } from "./make-zip";

const plainParts = workbookParts({ sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>' });

async function problemOf(bytes: Uint8Array, signal?: AbortSignal): Promise<FileProblem | undefined> {
  const guarded = await guardFile(bytes, signal ? { signal } : {});
  return guarded.ok ? undefined : guarded.fault;
}

const withPart = (part: PartToZip): Uint8Array => makeZip([...plainParts, part]);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe("the guard tells files apart by their content", () => {
  test("a sound archive passes with its parts by name in lower case", async () => {
    const guarded = await guardFile(makeZip(plainParts));
    expect(guarded.ok && guarded.value.kind === "package" && [...guarded.value.parts.keys()]).toContain("xl/worksheets/sheet1.xml");
  });

  test("text and XML pass as what they are", async () => {
    const table = await guardFile(text("Title;Owner"));
    const project = await guardFile(text('\ufeff<?xml version="1.0"?><Project/>'));
    expect([table.ok && table.value.kind, project.ok && project.value.kind]).toEqual(["text", "xml"]);
  });

  test.each([
    ["nothing", new Uint8Array(), { kind: "empty" }],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), { kind: "oldFormat" }],
    [
      "a workbook with a password",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from("EncryptedPackage").flatMap((letter) => [letter.charCodeAt(0), 0])]),
      { kind: "passwordProtected" },
    ],
    ["a PDF", text("%PDF-1.7"), { kind: "wrongKind", found: "pdf" }],
    ["a web page named .xls", text("<html><table><tr><td>1</td></tr></table></html>"), { kind: "wrongKind", found: "webPage" }],
  ])("it refuses %s", async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toEqual(problem);
  });

  test("a file over 10 MB is refused before anything reads it", async () => {
    const sizeBytes = fileLimits.fileBytes + 1;
    expect(await problemOf(new Uint8Array(sizeBytes))).toEqual({ kind: "tooLarge", sizeBytes, limitBytes: fileLimits.fileBytes });
  });
});

describe("the guard counts what an archive really holds", () => {
  test("a part that is larger than it claims is refused", async () => {
    expect(await problemOf(withPart({ name: "xl/more.xml", text: "<a/>".repeat(1000), claimedBytes: 10 }))).toEqual({
      kind: "damaged",
      why: "sizes",
      part: "xl/more.xml",
    });
  });

  test("a part that unpacks beyond 50 MB is stopped whatever it claims", async () => {
    const bomb = withPart({ name: "xl/bomb.xml", bytes: new Uint8Array(fileLimits.partBytes + 1), claimedBytes: 100 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await problemOf(bomb)).toEqual({ kind: "partTooLarge", part: "xl/bomb.xml", limitBytes: fileLimits.partBytes });
  }, 60_000);

  test("parts that together unpack beyond 100 MB are stopped", async () => {
    const bytes = new Uint8Array(26 * 1024 * 1024);
    const bomb = makeZip(["one", "two", "three", "four"].map((name) => ({ name, bytes })));
    expect(await problemOf(bomb)).toEqual({ kind: "unpacksTooLarge", limitBytes: fileLimits.unpackedBytes });
  }, 60_000);

  test("more than 200 parts are refused", async () => {
    const parts = Array.from({ length: 201 }, (_, index) => ({ name: `part${String(index)}`, text: "" }));
    expect(await problemOf(makeZip(parts))).toEqual({ kind: "tooManyParts", count: 201, limit: 200 });
  });

  test("two parts whose names differ in case only are refused", async () => {
    expect(await problemOf(withPart({ name: "XL/Workbook.xml", text: "<a/>" }))).toEqual({ kind: "duplicatePart", part: "XL/Workbook.xml" });
  });

  test("a backslash does not hide a duplicate", async () => {
    expect(await problemOf(withPart({ name: "xl\\workbook.xml", text: "<a/>" }))).toMatchObject({ kind: "duplicatePart" });
  });

  test("a wrong checksum is found", async () => {
    expect(await problemOf(withPart({ name: "xl/more.xml", text: "<a/>", checksum: 1 }))).toEqual({ kind: "damaged", why: "checksum", part: "xl/more.xml" });
  });

  test("an encrypted part is refused", async () => {
    expect(await problemOf(withPart({ name: "xl/more.xml", text: "<a/>", flags: 1 }))).toEqual({ kind: "passwordProtected" });
  });

  test("a local header that names another part than the directory is refused", async () => {
    expect(await problemOf(withPart({ name: "xl/a.xml", nameInHeader: "xl/b.xml", text: "<a/>" }))).toEqual({
      kind: "damaged",
      why: "structure",
      part: "xl/a.xml",
    });
  });

  test("an archive cut short anywhere is refused", async () => {
    const whole = makeZip(plainParts);
    for (let length = 2; length < whole.length; length += 37) expect(await problemOf(whole.subarray(0, length))).toMatchObject({ kind: "damaged" });
  });

  test("data before the archive make it no archive", async () => {
    const shifted = Uint8Array.from([...text("PK and some data"), ...makeZip(plainParts)]);
    expect(await problemOf(shifted)).toMatchObject({ kind: "damaged" });
  });
});

describe("the guard refuses what an Office file carries beside its content", () => {
  const relationship = (type: string, target: string): PartToZip => ({
    name: "xl/worksheets/_rels/sheet1.xml.rels",
    text: `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  });

  test.each([
    ["a macro part", { name: "xl/vbaProject.bin", text: "x" }, "macros"],
    ["a sheet of old macros", { name: "xl/macrosheets/sheet1.xml", text: "<a/>" }, "macros"],
    [
      "a macro part under another name",
      { name: "[Content_Types].xml", text: '<Types><Override ContentType="application/vnd.ms-office.vbaProject"/></Types>' },
      "macros",
    ],
    ["a link to another workbook", { name: "xl/externalLinks/externalLink1.xml", text: "<a/>" }, "externalLinks"],
    ["a picture from elsewhere", relationship("image", "https://northmere.example/a.png"), "externalLinks"],
    ["a DOCTYPE", { name: "xl/drawings/a.xml", text: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, "documentType"],
    ["a DOCTYPE in UTF-16", { name: "xl/a.xml", bytes: utf16("<!DOCTYPE a><a/>") }, "documentType"],
    ["a relationship part that is no XML", { name: "xl/_rels/a.rels", text: "<a" }, "brokenXml"],
  ])("%s", async (_, part, kind) => {
    expect(await problemOf(withPart(part))).toMatchObject({ kind });
  });

  test("an ordinary hyperlink is no danger", async () => {
    expect(await problemOf(withPart(relationship("hyperlink", "https://northmere.example/")))).toBeUndefined();
  });
});

describe("reading stops", () => {
  test("when it is cancelled", async () => {
    const bytes = new Uint8Array(2 * 1024 * 1024);
    const bytesZip = makeZip([{ name: "big", bytes }]);
    expect(await problemOf(bytesZip, AbortSignal.abort())).toEqual({ kind: "cancelled" });
  });

  test("when it is cancelled between two slices", async () => {
    const controller = new AbortController();
    let breaths = 0;
    const timers = {
      after: (_: number, callBack: () => void) => {
        breaths += 1;
        if (breaths === 3) controller.abort();
        queueMicrotask(callBack);
        return () => undefined;
      },
    };
    const read = await readTable(makeZip(plainParts), "Costs.xlsx", { timers, signal: controller.signal });
    expect([read.ok ? undefined : read.fault, breaths]).toEqual([{ kind: "cancelled" }, 3]);
  });

  test.each([
    ["100 levels", "<a>".repeat(101) + "</a>".repeat(101), "tooDeep"],
    ["1,000 attributes", `<a ${Array.from({ length: 1001 }, (_, index) => `b${String(index)}=""`).join(" ")}/>`, "tooManyAttributes"],
    ["1,000 attributes of one name", `<a ${'b="" '.repeat(1001)}/>`, "tooManyAttributes"],
    ["an entity that nobody defined", "<a>&lol;</a>", "brokenXml"],
  ])("at more than %s", async (_, sheetData, kind) => {
    const read = await readTable(makeZip(workbookParts({ sheetData })), "Costs.xlsx");
    expect(read.ok ? undefined : read.fault).toMatchObject({ kind });
  });
});

test("each problem is said with the file's name, that nothing was changed, and what to do", () => {
  const problems: readonly FileProblem[] = [
    { kind: "tooLarge", sizeBytes: fileLimits.fileBytes + 1, limitBytes: fileLimits.fileBytes },
    { kind: "macros" },
    { kind: "damaged", why: "checksum", part: "a" },
  ];
  expect(problems.map((problem) => describeFileProblem(problem, "Costs.xlsx"))).toEqual([
    "Costs.xlsx is 10.1 MB. The limit is 10 MB. Nothing was changed. Save only the rows you need in a new file and try again.",
    "Costs.xlsx has macros. Nothing was changed. Save a copy as Excel Workbook (.xlsx) and try again.",
    "Costs.xlsx is damaged. Nothing was changed. Open it in Office, save it as a new file and try again.",
  ]);
});

function utf16(content: string): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...Array.from(content).flatMap((letter) => [letter.charCodeAt(0), 0])]);
}
