import type { ReactElement } from "react";
import { cardWords, faultWords } from "../../content";
import { formatMoment, isAmbiguous, type Fault } from "../../kernel";
import { ErrorState } from "../../ui";

export function PostingFailed({ fault }: { readonly fault: Fault }): ReactElement {
  return mayBePosted(fault) ? (
    <ErrorState fault={cardWords.noAnswer} kept={cardWords.ambiguous} />
  ) : (
    <ErrorState fault={whyNotPosted(fault)} kept={cardWords.notPosted} />
  );
}

/** An answer that we cannot read may tell of a card that is there. */
function mayBePosted(fault: Fault): boolean {
  return isAmbiguous(fault) || fault.kind === "unreadable";
}

/** In Teams' name: the sentences for all other faults speak of SharePoint. */
function whyNotPosted(fault: Fault): string {
  switch (fault.kind) {
    case "forbidden":
      return cardWords.mayNotPost;
    case "notFound":
      return cardWords.channelGone;
    case "throttled":
      return cardWords.mustWait(formatMoment(fault.retryAtMs).slice(-5));
    case "tooLarge":
      return faultWords(fault).happened;
    default:
      return cardWords.notTaken;
  }
}
