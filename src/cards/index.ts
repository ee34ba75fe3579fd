export { cardHtml } from "./card-html";
export { cardTexts, statusCard, type StatusCard, type StatusCardFacts } from "./status-card";
export type { AdaptiveCard, CardElement } from "./card-elements";
