import { useEffect, useMemo, useState, type ReactElement } from "react";
import { AppTheme, type ThemeName } from "../../../ui";
import { demoDeployment, type DemoDeployment } from "../environment";
import { usePersonas } from "../shared/persona-select";
import { themeNames, widths } from "./switches";
import { Teams } from "./teams";

/** The whole page in the chosen theme. A query may choose the start: ?persona=pm&theme=dark&width=320 */
export function TeamsPage(): ReactElement {
  const asked = useMemo(() => new URLSearchParams(window.location.search), []);
  const [theme, setTheme] = useState<ThemeName>(() => themeNames.find((name) => name === asked.get("theme")) ?? "default");
  const [width, setWidth] = useState(() => widths.find((one) => one === asked.get("width")) ?? "full");
  const { personas, persona, choose } = usePersonas();
  const [deployment, setDeployment] = useState<DemoDeployment>();
  useEffect(() => {
    void demoDeployment(window).then(setDeployment);
  }, []);
  return (
    <AppTheme theme={theme}>
      {persona !== undefined && deployment !== undefined && (
        // Another person gets a Teams of their own.
        <Teams
          key={persona.key}
          persona={persona}
          personas={personas}
          onPersona={choose}
          appId={deployment.teamsAppId}
          theme={theme}
          onTheme={setTheme}
          width={width}
          onWidth={setWidth}
        />
      )}
    </AppTheme>
  );
}
