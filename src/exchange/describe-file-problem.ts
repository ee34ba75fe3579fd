import { exchangeWords } from "../content";
import type { FileProblem } from "./file-problem";
import type { CellProblem } from "./reading";

/** Sentences for the person: what is wrong with the file by its name, that nothing was changed, what to do. */
export function describeFileProblem(problem: FileProblem, fileName: string): string {
  return exchangeWords.refusal(whatIsWrong(problem, fileName), whatToDo(problem));
}

const words = exchangeWords.fileProblems;

function whatIsWrong(problem: FileProblem, name: string): string {
  switch (problem.kind) {
    case "tooLarge":
      return words.tooLarge(name, toMegabytes(problem.sizeBytes), toMegabytes(problem.limitBytes));
    case "wrongKind":
      return words.wrongKind(name, exchangeWords.kinds[problem.found]);
    case "damaged":
      return problem.why === "cut short" ? words.cutShort(name) : words.damaged(name);
    case "tooManyParts":
      return words.tooManyParts(name, problem.count, problem.limit);
    case "partTooLarge":
    case "unpacksTooLarge":
      return words.unpacksTooLarge(name, toMegabytes(problem.limitBytes));
    case "tooManyRows":
      return words.tooManyRows(name, problem.limit);
    case "tooManyCells":
      return words.tooManyCells(name, problem.limit);
    case "unclosedQuote":
      return words.unclosedQuote(name, problem.line);
    case "tooDeep":
    case "tooManyAttributes":
      return words.unusualXml(name);
    case "empty":
    case "oldFormat":
    case "passwordProtected":
    case "notText":
    case "duplicatePart":
    case "macros":
    case "externalLinks":
    case "documentType":
    case "brokenXml":
    case "noSheets":
    case "cancelled":
      return words[problem.kind](name);
  }
}

function whatToDo(problem: FileProblem): string {
  switch (problem.kind) {
    case "empty":
    case "noSheets":
      return exchangeWords.advice.chooseAnother;
    case "tooLarge":
    case "tooManyRows":
    case "tooManyCells":
    case "unpacksTooLarge":
    case "partTooLarge":
    case "tooManyParts":
      return exchangeWords.advice.saveLess;
    case "oldFormat":
      return exchangeWords.advice.saveAsWorkbook;
    case "passwordProtected":
      return exchangeWords.advice.removePassword;
    case "macros":
      return exchangeWords.advice.saveWithoutMacros;
    case "externalLinks":
      return exchangeWords.advice.breakLinks;
    case "wrongKind":
    case "notText":
      return exchangeWords.advice.saveAsTable;
    case "unclosedQuote":
      return exchangeWords.advice.closeQuote;
    case "damaged":
    case "duplicatePart":
    case "documentType":
    case "tooDeep":
    case "tooManyAttributes":
    case "brokenXml":
      return exchangeWords.advice.saveAgain;
    case "cancelled":
      return exchangeWords.advice.startAgain;
  }
}

/** One decimal, so that 10.2 MB does not read as the limit of 10 MB. */
function toMegabytes(bytes: number): string {
  return (Math.ceil((bytes / (1024 * 1024)) * 10) / 10).toLocaleString("en-GB");
}

/** What is wrong with one cell of an imported column. @param label the column's label. */
export function describeCellProblem(problem: CellProblem, label: string): string {
  return exchangeWords.cellProblems[problem](label);
}
