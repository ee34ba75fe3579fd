import { cardTexts, type StatusCard } from "../../cards";
import { cardWords, recordWords } from "../../content";
import { findPatientDetails } from "../../kernel";

export const longestHeadline = 200;

export function headlineProblem(headline: string): string | undefined {
  if (headline.length > longestHeadline) return cardWords.headlineTooLong;
  return isSuspect(headline) ? recordWords.patientHigh : undefined;
}

/** True when something that the registers put into the card, not the headline, looks like a patient's details. */
export function namesPatientElsewhere(card: StatusCard, headline: string): boolean {
  return !isSuspect(headline) && cardTexts(card).some(isSuspect);
}

/** A card leaves the register for a channel: any patient detail the scan is at all sure of stops it. */
function isSuspect(text: string): boolean {
  return findPatientDetails(text).some((match) => match.confidence === "high" || match.confidence === "medium");
}
