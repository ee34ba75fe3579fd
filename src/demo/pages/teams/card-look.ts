/** How the demo draws cards: sizes and colours of our own, near enough to judge a card by. */
interface Colours {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly surface: string;
  readonly emphasis: string;
}

const light: Colours = {
  text: "#242424",
  subtle: "#595959",
  accent: "#4f52b2",
  good: "#237b4b",
  warning: "#835c00",
  attention: "#b0292e",
  surface: "#ffffff",
  emphasis: "#f5f5f5",
};
const dark: Colours = {
  text: "#ffffff",
  subtle: "#c8c8c8",
  accent: "#a6a7f0",
  good: "#92c353",
  warning: "#f8d22a",
  attention: "#f88c93",
  surface: "#292929",
  emphasis: "#1f1f1f",
};
const contrast: Colours = {
  text: "#ffffff",
  subtle: "#ffffff",
  accent: "#ffff00",
  good: "#3ff23f",
  warning: "#ffff00",
  attention: "#ffc0c0",
  surface: "#000000",
  emphasis: "#000000",
};
const coloursByTheme = new Map([
  ["default", light],
  ["dark", dark],
  ["contrast", contrast],
]);

/** A host configuration for the renderer of `adaptivecards`. */
export function cardLook(theme: string): object {
  const colours = coloursByTheme.get(theme) ?? light;
  const both = (color: string) => ({ default: color, subtle: color });
  const foregroundColors = {
    default: { default: colours.text, subtle: colours.subtle },
    dark: both(colours.text),
    light: both(colours.subtle),
    accent: both(colours.accent),
    good: both(colours.good),
    warning: both(colours.warning),
    attention: both(colours.attention),
  };
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: '"Segoe UI", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.subtle },
    supportsInteractivity: true,
    containerStyles: Object.fromEntries(
      ["default", "emphasis", "accent", "good", "warning", "attention"].map((style) => [
        style,
        container(style === "default" ? colours.surface : colours.emphasis),
      ]),
    ),
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      showCard: { actionMode: "inline" },
    },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
  };
}
