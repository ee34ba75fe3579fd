import { safeFileName, stripCsvGuard, writeCsv } from "../../../src/exchange";

const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

test("CSV is UTF-8 with a byte order mark, quoted where it must be, with CRLF", () => {
  expect(
    textOf(
      writeCsv([
        ["Title", "Cost"],
        ['The "new" scanner', 12.5],
        ["a, b\nc", undefined],
        [true, " padded "],
      ]),
    ),
  ).toBe('\ufeffTitle,Cost\r\n"The ""new"" scanner",12.5\r\n"a, b\nc",\r\ntrue," padded "\r\n');
});

test.each(["=1+1", "+44 1632 960000", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠x", "'=1"])(
  "%j is guarded, and the guard comes off exactly",
  (text) => {
    const written = textOf(writeCsv([[text, "x"]]));
    expect(written.startsWith(`\ufeff'${text}`) || written.startsWith(`\ufeff"'${text}`)).toBe(true);
    expect(stripCsvGuard(`'${text}`)).toBe(text);
  },
);

test("numbers, and text that only holds a sign, are left alone", () => {
  expect(textOf(writeCsv([[-5, "R-0042", "'quoted'"]]))).toBe("\ufeff-5,R-0042,'quoted'\r\n");
});

test.each([
  ["Board pack: Q3/Q4 *draft*?.pptx", "Board pack- Q3-Q4 -draft--.pptx"],
  ["../../etc/passwd", "etc-passwd"],
  ["CON.xlsx", "_CON.xlsx"],
  ["~$Costs.xlsx", "Costs.xlsx"],
  ["Costs\u202excod.exe", "Costs xcod.exe"],
  ["Costs.. ", "Costs"],
  [" \u0000 ", "Untitled"],
  [`${"a".repeat(300)}.xlsx`, `${"a".repeat(115)}.xlsx`],
])("%j is saved as %j", (text, name) => {
  expect(safeFileName(text)).toBe(name);
});
