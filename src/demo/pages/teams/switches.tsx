import { Button, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ThemeName } from "../../../ui";
import { demoWords } from "../shared/demo-words";
import { HostBar } from "../shared/host-bar";
import { LabelledSelect } from "../shared/labelled-select";
import type { Persona } from "../shared/persona";
import { PersonaSelect } from "../shared/persona-select";
import type { Suspension } from "./use-suspension";

export const themeNames: readonly ThemeName[] = ["default", "dark", "contrast"];
export const widths: readonly string[] = ["full", "1280", "720", "390", "320"];

export interface SwitchesProps {
  readonly personas: readonly Persona[];
  readonly personaKey: string;
  readonly onPersona: (key: string) => void;
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
  readonly width: string;
  readonly onWidth: (width: string) => void;
  /** undefined: no tab is in sight. */
  readonly suspension: Suspension | undefined;
  readonly onSuspend: () => void;
  readonly onResume: () => void;
}

/** What a demo of Teams can switch and Teams cannot. */
export function Switches(props: SwitchesProps): ReactElement {
  const isAway = props.suspension === "suspended";
  return (
    <HostBar label={demoWords.teamsLabel}>
      <PersonaSelect personas={props.personas} value={props.personaKey} onChoose={props.onPersona} />
      <LabelledSelect label={demoWords.theme}>
        <Select size="small" value={props.theme} onChange={(_event, data) => props.onTheme(themeNames.find((name) => name === data.value) ?? "default")}>
          {themeNames.map((name) => (
            <option key={name} value={name}>
              {demoWords.themes[name]}
            </option>
          ))}
        </Select>
      </LabelledSelect>
      <LabelledSelect label={demoWords.width}>
        <Select size="small" value={props.width} onChange={(_event, data) => props.onWidth(data.value)}>
          {widths.map((width) => (
            <option key={width} value={width}>
              {width === "full" ? demoWords.fullWidth : demoWords.pixels(width)}
            </option>
          ))}
        </Select>
      </LabelledSelect>
      <Button
        size="small"
        disabledFocusable={props.suspension === undefined || props.suspension === "asked"}
        onClick={isAway ? props.onResume : props.onSuspend}
      >
        {isAway ? demoWords.resume : demoWords.suspend}
      </Button>
    </HostBar>
  );
}
