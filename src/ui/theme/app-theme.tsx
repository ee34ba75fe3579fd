import { FluentProvider, mergeClasses, teamsLightTheme, type Theme } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { KeptFocus } from "../layout/kept-focus";
import { useAppThemeStyles } from "./app-theme.styles";
import { ownTokensByTheme, type OwnTokens, type ThemeName } from "./rag-palette";

export interface AppThemeProps {
  readonly theme: ThemeName;
  readonly children: ReactNode;
}

/**
 * The root of every page: Teams colours, our RAG colours, language. Fills its parent and never scrolls sideways. A theme other
 * than light is fetched first: until then the page stays as it was, which at the beginning is empty, not white.
 */
export function AppTheme({ theme, children }: AppThemeProps): ReactElement {
  const shown = useFetchedTheme(theme);
  return shown === undefined ? <></> : <ThemedRoot {...shown}>{children}</ThemedRoot>;
}

interface ShownTheme {
  readonly name: ThemeName;
  readonly fluent: Theme;
}

const light: ShownTheme = { name: "default", fluent: teamsLightTheme };

function useFetchedTheme(name: ThemeName): ShownTheme | undefined {
  const [shown, setShown] = useState(name === "default" ? light : undefined);
  const wanted = useRef(name);
  useEffect(() => {
    wanted.current = name;
    const show = (theme: ShownTheme): void => {
      if (wanted.current === name) setShown(theme);
    };
    if (name === "default") show(light);
    // A page without its colours is better than none.
    else
      void import("./dark-themes").then(
        ({ darkThemes }) => show({ name, fluent: darkThemes[name] }),
        () => show(light),
      );
  }, [name]);
  return shown;
}

function ThemedRoot({ name, fluent, children }: ShownTheme & { readonly children: ReactNode }): ReactElement {
  const styles = useAppThemeStyles();
  const merged = useMemo<Theme & OwnTokens>(() => ({ ...fluent, ...ownTokensByTheme[name] }), [fluent, name]);
  return (
    <FluentProvider theme={merged} lang="en-GB" dir="ltr" className={mergeClasses(styles.root, name !== "default" && styles.darkControls)} data-theme={name}>
      <KeptFocus />
      {children}
    </FluentProvider>
  );
}
