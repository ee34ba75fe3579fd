import { Button, Field, Input } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { demoWords, faultNames } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
import type { FaultState } from "./tenant-state";

export interface FaultTableProps {
  readonly faults: readonly FaultState[];
  readonly onChange: (wish: object) => void;
}

/** Every fault with its state, how often it struck, and its switches. */
export function FaultTable({ faults, onChange }: FaultTableProps): ReactElement {
  const styles = usePlainPageStyles();
  const [filter, setFilter] = useState("");
  const only = filter.trim() === "" ? {} : { pathIncludes: filter.trim() };
  return (
    <section aria-labelledby="faults">
      <h2 id="faults" className={styles.heading}>
        {demoWords.faults}
      </h2>
      <div className={styles.row}>
        <Field label={demoWords.pathFilter}>
          <Input value={filter} placeholder="/lists/" onChange={(_event, data) => setFilter(data.value)} />
        </Field>
        <Button onClick={() => onChange({ clear: "all" })}>{demoWords.clearAll}</Button>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table} aria-labelledby="faults">
          <thead>
            <tr>
              <th scope="col">{demoWords.fault}</th>
              <th scope="col">{demoWords.state}</th>
              <th scope="col" data-number="">
                {demoWords.struck}
              </th>
              <th scope="col">{demoWords.actions}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={fault.fault}>
                <th scope="row">{nameOf(fault)}</th>
                <td>{stateOf(fault)}</td>
                <td data-number="">{fault.struck.toLocaleString("en-GB")}</td>
                <td>
                  <div className={styles.actions}>
                    <Switch fault={fault} label={demoWords.once} onPress={() => onChange({ set: { [fault.fault]: { ...only, remaining: 1 } } })} />
                    <Switch fault={fault} label={demoWords.always} onPress={() => onChange({ set: { [fault.fault]: only } })} />
                    {fault.isOn && <Switch fault={fault} label={demoWords.turnOff} onPress={() => onChange({ clear: [fault.fault] })} />}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Switch({ fault, label, onPress }: { readonly fault: FaultState; readonly label: string; readonly onPress: () => void }): ReactElement {
  return (
    <Button size="small" aria-label={`${label}: ${nameOf(fault)}`} onClick={onPress}>
      {label}
    </Button>
  );
}

function nameOf({ fault }: FaultState): string {
  return faultNames[fault] ?? fault;
}

function stateOf({ isOn, remaining, pathIncludes }: FaultState): string {
  if (!isOn) return demoWords.off;
  const often = remaining === undefined ? demoWords.on : demoWords.onTimes(remaining);
  return pathIncludes === undefined ? often : `${often}, ${demoWords.forOnly(pathIncludes)}`;
}
