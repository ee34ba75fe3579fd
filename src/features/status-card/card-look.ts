import { tokens } from "@fluentui/react-components";

/** One colour of the renderer: as it is, and for subtle text. */
interface CardColour {
  readonly default: string;
  readonly subtle: string;
}

const plain: CardColour = { default: tokens.colorNeutralForeground1, subtle: tokens.colorNeutralForeground2 };
const same = (colour: string): CardColour => ({ default: colour, subtle: colour });
const foregroundColors = {
  default: plain,
  good: same(tokens.colorStatusSuccessForeground1),
  warning: same(tokens.colorStatusWarningForeground1),
  attention: same(tokens.colorStatusDangerForeground1),
};
const surface = (backgroundColor: string): { readonly backgroundColor: string; readonly foregroundColors: typeof foregroundColors } => ({
  backgroundColor,
  foregroundColors,
});

/** The renderer's host config in the theme's own colours, near to how Teams draws a card. */
export const cardLook = {
  fontFamily: "inherit",
  supportsInteractivity: true,
  containerStyles: {
    default: surface("transparent"),
    emphasis: surface(tokens.colorNeutralBackground3),
    good: surface(tokens.colorStatusSuccessBackground1),
    warning: surface(tokens.colorStatusWarningBackground1),
    attention: surface(tokens.colorStatusDangerBackground1),
  },
};
