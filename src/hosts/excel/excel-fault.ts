import { excelHostWords } from "../../content";
import { textAt, type Fault } from "../../kernel";

/** Turns what office.js throws into a Fault; by its code only, since its messages are translated (docs-pr, testing-and-troubleshooting/application-specific-api-error-handling.md). */
export function excelFault(error: unknown): Fault {
  const says = sentences.get(textAt(error, "code") ?? "");
  if (says === excelHostWords.payloadLimit) return { kind: "tooLarge", limit: says };
  return { kind: "hostRefused", what: excelHostWords.instead, says: says ?? excelHostWords.refused };
}

const sentences: ReadonlyMap<string, string> = new Map([
  ["InvalidOperationInCellEditMode", excelHostWords.cellEdit],
  ["AccessDenied", excelHostWords.protectedSheet],
  ["ProtectedRange", excelHostWords.protectedSheet],
  ["RequestPayloadSizeLimitExceeded", excelHostWords.payloadLimit],
  ["ResponsePayloadSizeLimitExceeded", excelHostWords.payloadLimit],
  ["InvalidObjectPath", excelHostWords.moved],
  ["ItemNotFound", excelHostWords.moved],
  ["InvalidReference", excelHostWords.moved],
  ["InsertDeleteConflict", excelHostWords.filtered],
  ["FilteredRangeConflict", excelHostWords.filtered],
  ["MergedRangeConflict", excelHostWords.overlap],
  ["TableOverlap", excelHostWords.overlap],
  ["InvalidOrTimedOutSession", excelHostWords.session],
  ["ApiNotFound", excelHostWords.unsupported],
  ["NotImplemented", excelHostWords.unsupported],
]);
