import { formatDecimal } from "../kernel";

/** "How is this worked out?": the page of one project's figures, and values as people read them. */
const months = ["April", "May", "June", "July", "August", "September", "October", "November", "December", "January", "February", "March"];

export const figureWords = {
  title: "How is this worked out?",
  of: (project: string) => `Every figure of ${project}, the rule behind it and the records it rests on.`,
  asAt: (day: string) => `As of ${day}, from the registers of this site.`,
  own: (count: number) => (count === 1 ? "Your trust has set one limit of its own." : `Your trust has set ${String(count)} limits of its own.`),
  seeSettings: "See the settings",
  refused: (names: readonly string[]) => `Settings that cannot be read, so the standard limits hold: ${names.join(", ")}.`,
  unread: (labels: readonly string[]) => `Worked out without ${labels.join(", ")}, which could not be read. Figures may look better than they are.`,
  unreadTitle: "Not everything could be read",
  loading: "the project's registers",
  rags: "Red, amber or green",
  money: "Money this year",
  wholeLife: "Money over the whole life",
  benefits: "Benefits",
  risk: "Risk",
  reporting: "Declared beside the facts",
  quality: "Data quality",
  capital: "Capital",
  revenue: "Revenue",
  all: "Capital and revenue",
  noLines: "No cost lines this year",
  what: "What it rests on",
  value: "Value",
  from: "Where it stands",
  limit: "A limit in Settings",
  workedOut: "Worked out",
  variance: (amount: string, sign: number) => (sign === 0 ? amount : `${amount} ${sign > 0 ? "favourable" : "adverse"}`),
  input: (name: string, value: string) => `${name}: ${value}`,
  notKnown: "Not known",
  notKnownWhy: "Something that it needs is empty.",
  rests: (name: string) => `What ${name} rests on`,
  back: "Back to the project",
  days: (count: number) => `${formatDecimal(count, 1)} ${Math.abs(count) === 1 ? "day" : "days"}`,
  months: (count: number) => `${formatDecimal(count, 1)} ${Math.abs(count) === 1 ? "month" : "months"}`,
  month: (number: number) => `M${String(number)} ${months[number - 1] ?? ""}`,
  noMonth: "None yet",
  percent: (amount: string) => `${amount}%`,
  yes: "Yes",
  no: "No",
} as const;

export const qualityFigureWords = {
  rules: {
    dataQualityScore: {
      name: "Data quality",
      says: "Of all rules that apply to the records, the share that hold. A rule of high severity weighs more.",
    },
  },
  inputs: {
    failedHigh: "High severity rules that failed",
    appliedHigh: "High severity rules that apply",
    weightHigh: "Weight of a high severity rule",
    failedMedium: "Medium severity rules that failed",
    appliedMedium: "Medium severity rules that apply",
    weightMedium: "Weight of a medium severity rule",
    failedLow: "Low severity rules that failed",
    appliedLow: "Low severity rules that apply",
    weightLow: "Weight of a low severity rule",
  },
} as const;

/** What is to be mended in the records; the words of each rule stand in `qualityWords`. */
export const dataQualityWords = {
  title: "Data quality",
  titleOf: (project: string) => `Data quality of ${project}`,
  loading: "the registers",
  summary: (findings: number, rules: number) =>
    findings === 0
      ? "Nothing to mend. Every rule that applies holds."
      : `${findings.toLocaleString("en-GB")} ${findings === 1 ? "thing" : "things"} to mend, by ${rules.toLocaleString("en-GB")} ${rules === 1 ? "rule" : "rules"}. The gravest come first.`,
  score: (score: number) => `${String(score)} of 100`,
  message: (message: string, count: number) => (count === 1 ? message : `${message} (${count.toLocaleString("en-GB")})`),
  severity: { High: "High", Medium: "Medium", Low: "Low" },
  more: (count: number) => `And ${count.toLocaleString("en-GB")} more. They come up as these are mended.`,
  operation: (ref: string) => `mending ${ref}`,
} as const;
