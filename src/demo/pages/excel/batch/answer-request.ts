import { parseJson } from "../../../../kernel";
import { Refusal } from "../model/refusal";
import type { Workbook, WorkbookEvent } from "../model/workbook";
import { evaluateBatch, refusedBatch, type BatchAnswer, type Services } from "./batch-evaluator";

/** Excel on the web takes and gives at most 5 MB a request (docs-pr, performance.md). */
export const payloadLimitBytes = 5 * 1024 * 1024;

/** `Excel.run({ delayForCellEdit: true })` sets this flag: wait for the end of cell editing instead of failing. */
const delayForCellEditFlag = 64;

export interface RequestAnswer {
  readonly answer: BatchAnswer;
  /** To send after the answer, in order. */
  readonly events: readonly WorkbookEvent[];
  /** Why Excel refused the whole request. */
  readonly refusal: Refusal | undefined;
}

export interface RequestToAnswer {
  readonly bodyText: string;
  readonly flags: number;
  readonly services?: Services;
}

/** Answers the text of one request, with the limits of Excel on the web. It waits while a person edits a cell only if the request says so. */
export function answerRequest(workbook: Workbook, request: RequestToAnswer): Promise<RequestAnswer> {
  if (!workbook.isEditing) return Promise.resolve(answerNow(workbook, request));
  const canWait = (request.flags & delayForCellEditFlag) !== 0;
  if (!canWait) return Promise.resolve(refuse(new Refusal("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.")));
  return new Promise((resolve) => {
    const stop = workbook.onChange(() => {
      if (workbook.isEditing) return;
      stop();
      resolve(answerNow(workbook, request));
    });
  });
}

function answerNow(workbook: Workbook, request: RequestToAnswer): RequestAnswer {
  if (byteLength(request.bodyText) > payloadLimitBytes) {
    return refuse(new Refusal("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit."));
  }
  const answer = evaluateBatch(workbook, parseJson(request.bodyText), request.services);
  const events = workbook.takeEvents();
  if (byteLength(JSON.stringify(answer)) > payloadLimitBytes) {
    return { ...refuse(new Refusal("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.")), events };
  }
  return { answer, events, refusal: undefined };
}

function refuse(refusal: Refusal): RequestAnswer {
  return { answer: refusedBatch(refusal), events: [], refusal };
}

/** Counts bytes without building them when the text is far from the limit. */
function byteLength(text: string): number {
  return text.length * 3 <= payloadLimitBytes ? text.length : new TextEncoder().encode(text).byteLength;
}
