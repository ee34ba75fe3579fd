import { FluentProvider, mergeClasses, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from "@fluentui/react-components";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { KeptFocus } from "../layout/kept-focus";
import { useAppThemeStyles } from "./app-theme.styles";
import { ownTokensByTheme, type OwnTokens, type ThemeName } from "./rag-palette";

const fluentThemes: Readonly<Record<ThemeName, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export interface AppThemeProps {
  readonly theme: ThemeName;
  readonly children: ReactNode;
}

/** The root of every page: Teams colours, our RAG colours, language. Fills its parent and never scrolls sideways. */
export function AppTheme({ theme, children }: AppThemeProps): ReactElement {
  const styles = useAppThemeStyles();
  const merged = useMemo<Theme & OwnTokens>(() => ({ ...fluentThemes[theme], ...ownTokensByTheme[theme] }), [theme]);
  return (
    <FluentProvider theme={merged} lang="en-GB" dir="ltr" className={mergeClasses(styles.root, theme !== "default" && styles.darkControls)} data-theme={theme}>
      <KeptFocus />
      {children}
    </FluentProvider>
  );
}
