import { teamsDarkTheme, teamsHighContrastTheme, type Theme } from "@fluentui/react-components";
import type { ThemeName } from "./rag-palette";

/** Teams' other two themes, for those who have chosen one; 8 kB that a light page never needs. */
export const darkThemes: Readonly<Record<Exclude<ThemeName, "default">, Theme>> = { dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
