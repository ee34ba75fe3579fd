import { Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePlainPageStyles } from "../shared/plain-page.styles";

export interface Switch {
  readonly key: string;
  readonly name: string;
  /** What else is told of it, in the columns between its name and its state. */
  readonly about?: readonly string[];
  /** Names the choice of states for a screen reader. */
  readonly label: string;
  readonly state: string;
}

export interface SwitchTableProps {
  /** The id of the heading that names the table. */
  readonly labelledBy: string;
  readonly headings: readonly string[];
  readonly switches: readonly Switch[];
  /** Every state and its words. */
  readonly states: readonly (readonly [state: string, words: string])[];
  readonly onSwitch: (key: string, state: string) => void;
}

/** Things of the tenant, each with the states that it can be given. */
export function SwitchTable({ labelledBy, headings, switches, states, onSwitch }: SwitchTableProps): ReactElement {
  const styles = usePlainPageStyles();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {switches.map(({ key, name, about = [], label, state }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {about.map((told) => (
                <td key={told}>{told}</td>
              ))}
              <td>
                <Select size="small" aria-label={label} value={state} onChange={(_event, data) => onSwitch(key, data.value)}>
                  {states.map(([value, words]) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
