/** XML 1.0 takes no other characters; half a surrogate pair is none either. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function dropIllegalCharacters(text: string): string {
  return text.replace(illegal, "");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };

/** Text for an attribute or an element: markup escaped, illegal characters dropped, line breaks safe from normalisation. */
export function escapeXml(text: string): string {
  return dropIllegalCharacters(text).replace(/[&<>"\t\n\r]/g, (letter) => entities[letter] ?? letter);
}

/** Text of a cell: as `escapeXml`, and a literal "_x000D_" is kept from being read as Excel's own escape (ECMA-376 part 1, 22.9.2.19). */
export function escapeCellText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

/** Excel stores characters that XML does not take as _xHHHH_. */
export function decodeEscapes(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
