/** Every way in which a file is refused. A closed union of kinds and numbers; `describeFileProblem` says it in words. */
export type FileProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "tooLarge"; readonly sizeBytes: number; readonly limitBytes: number }
  /** An OLE file: .xls, .doc, .mpp and their like. */
  | { readonly kind: "oldFormat" }
  /** A modern Office file that was saved with a password to open. */
  | { readonly kind: "passwordProtected" }
  | { readonly kind: "wrongKind"; readonly found: ForeignKind }
  | { readonly kind: "notText" }
  /** The bytes do not add up: cut short, wrong checksum, or sizes that contradict the content. `part` is empty for the whole file. */
  | { readonly kind: "damaged"; readonly why: "cut short" | "checksum" | "sizes" | "structure"; readonly part: string }
  | { readonly kind: "tooManyParts"; readonly count: number; readonly limit: number }
  | { readonly kind: "partTooLarge"; readonly part: string; readonly limitBytes: number }
  | { readonly kind: "unpacksTooLarge"; readonly limitBytes: number }
  | { readonly kind: "duplicatePart"; readonly part: string }
  | { readonly kind: "macros" }
  | { readonly kind: "externalLinks" }
  /** A DOCTYPE, the door to external entities and expansion bombs. */
  | { readonly kind: "documentType"; readonly part: string }
  | { readonly kind: "tooDeep"; readonly limit: number }
  | { readonly kind: "tooManyAttributes"; readonly limit: number }
  | { readonly kind: "brokenXml"; readonly part: string }
  | { readonly kind: "noSheets" }
  | { readonly kind: "tooManyRows"; readonly limit: number }
  | { readonly kind: "tooManyCells"; readonly limit: number }
  | { readonly kind: "unclosedQuote"; readonly line: number }
  | { readonly kind: "cancelled" };

/** What a file turned out to be when it is not what the reader takes. */
export type ForeignKind =
  "word" | "powerPoint" | "binaryWorkbook" | "openDocument" | "otherArchive" | "pdf" | "picture" | "webPage" | "xml" | "workbook" | "text";

const megabyte = 1024 * 1024;

/** Far above any honest register, far below what stalls a shared computer. */
export const fileLimits = {
  fileBytes: 10 * megabyte,
  parts: 200,
  partBytes: 50 * megabyte,
  unpackedBytes: 100 * megabyte,
  xmlDepth: 100,
  xmlAttributes: 1000,
  rows: 200_000,
  cells: 2_000_000,
} as const;
