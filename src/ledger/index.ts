export { closingProblem, forecastAtRunRate, outturnsBeforeClosing, periodClosed, type Closing, type ClosingProblem } from "./close-month";
export { codesKey, type LedgerAmount, type LedgerCodes, type LedgerProblem, type LedgerReading, type LeftOutAmount, type LeftOutReason } from "./ledger";
export {
  planPostings,
  postingKey,
  type LedgerMapping,
  type Posting,
  type PostingPlan,
  type PostingQuestion,
  type Reconciliation,
  type Share,
  type Unmapped,
} from "./plan-postings";
export type { AmountColumns, CodeColumns, LedgerAnswers, LedgerLayout, LedgerQuestion, WhenColumn } from "./questions";
export { readLedger } from "./read-ledger";
