import { exchangeWords } from "../content";
import { cellText } from "./cell-text";
import { emptyReading, problemReading, type Reading } from "./reading";
import type { Cell } from "./table";

/** Text that is neither empty nor a stand-in. `isProse`: too many words to be a value written oddly. */
export interface Words {
  readonly kind: "words";
  readonly words: string;
  readonly isProse: boolean;
}

const emptyWords = /^(?:[-–—.]+|n\/?a|not applicable|null)$/i;
const standIns = /^(?:t\.?b\.?[cad]\.?|to be (?:confirmed|advised|agreed|decided|determined)|unknown|not known|pending|awaited|\?+)$/i;
const cellErrors = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/;

/** What stands in a cell in place of a value: an error, or a formula that nobody worked out. */
export function brokenCell(words: string): Reading<never> | undefined {
  if (cellErrors.test(words)) return problemReading("cellError", words);
  return words === exchangeWords.formulaWithoutResult ? problemReading("notWorkedOut", words) : undefined;
}

/** The first look at a cell that should hold a value: is there one at all? */
export function classifyText(cell: Cell): Words | Reading<never> {
  const words = cellText(cell).replaceAll("\u00a0", " ").replace(/\r\n?/g, "\n").trim();
  if (words === "" || emptyWords.test(words)) return emptyReading;
  if (standIns.test(words)) return problemReading("placeholder", words);
  return brokenCell(words) ?? { kind: "words", words, isProse: words.length > 60 || (words.match(/\p{L}{2,}/gu)?.length ?? 0) >= 4 };
}
