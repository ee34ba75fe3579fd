export type ThemeName = "default" | "dark" | "contrast";

export type Rag = "red" | "amber" | "green" | "notRated";

/**
 * Colours that Fluent does not have. `Shape` stands on the page (at least 3:1 against every row background),
 * `Fill` is a heat-map cell and `Ink` the letter on it (at least 4.5:1). Tests compute the ratios.
 */
export interface OwnTokens {
  readonly ragRedShape: string;
  readonly ragAmberShape: string;
  readonly ragGreenShape: string;
  readonly ragNotRatedShape: string;
  readonly ragRedFill: string;
  readonly ragRedInk: string;
  readonly ragAmberFill: string;
  readonly ragAmberInk: string;
  readonly ragGreenFill: string;
  readonly ragGreenInk: string;
  readonly ragNotRatedFill: string;
  readonly ragNotRatedInk: string;
}

export const ownTokensByTheme: Readonly<Record<ThemeName, OwnTokens>> = {
  default: {
    ragRedShape: "#c50f1f",
    ragAmberShape: "#c26200",
    ragGreenShape: "#107c10",
    ragNotRatedShape: "#616161",
    ragRedFill: "#c50f1f",
    ragRedInk: "#ffffff",
    ragAmberFill: "#ffb900",
    ragAmberInk: "#242424",
    ragGreenFill: "#107c10",
    ragGreenInk: "#ffffff",
    ragNotRatedFill: "#ebebeb",
    ragNotRatedInk: "#424242",
  },
  dark: {
    ragRedShape: "#ff8088",
    ragAmberShape: "#ffc83d",
    ragGreenShape: "#6ccb5f",
    ragNotRatedShape: "#adadad",
    ragRedFill: "#f1707b",
    ragRedInk: "#1a1a1a",
    ragAmberFill: "#ffc83d",
    ragAmberInk: "#1a1a1a",
    ragGreenFill: "#6ccb5f",
    ragGreenInk: "#1a1a1a",
    ragNotRatedFill: "#525252",
    ragNotRatedInk: "#ffffff",
  },
  contrast: {
    ragRedShape: "#ff8a8a",
    ragAmberShape: "#ffd700",
    ragGreenShape: "#3ff23f",
    ragNotRatedShape: "#ffffff",
    ragRedFill: "#ff8a8a",
    ragRedInk: "#000000",
    ragAmberFill: "#ffd700",
    ragAmberInk: "#000000",
    ragGreenFill: "#3ff23f",
    ragGreenInk: "#000000",
    ragNotRatedFill: "#000000",
    ragNotRatedInk: "#ffffff",
  },
};

/** The CSS variables that AppTheme sets, named like Fluent's own tokens. */
export const ownTokens: OwnTokens = {
  ragRedShape: "var(--ragRedShape)",
  ragAmberShape: "var(--ragAmberShape)",
  ragGreenShape: "var(--ragGreenShape)",
  ragNotRatedShape: "var(--ragNotRatedShape)",
  ragRedFill: "var(--ragRedFill)",
  ragRedInk: "var(--ragRedInk)",
  ragAmberFill: "var(--ragAmberFill)",
  ragAmberInk: "var(--ragAmberInk)",
  ragGreenFill: "var(--ragGreenFill)",
  ragGreenInk: "var(--ragGreenInk)",
  ragNotRatedFill: "var(--ragNotRatedFill)",
  ragNotRatedInk: "var(--ragNotRatedInk)",
};

/** Teams says "default", "dark", "contrast" or "glass"; anything unknown reads as light. */
export function themeNameFrom(hostTheme: string | undefined): ThemeName {
  if (hostTheme === "contrast") return "contrast";
  return hostTheme === "dark" || hostTheme === "glass" ? "dark" : "default";
}
