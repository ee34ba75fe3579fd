import { Field, Input, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { demoWords, quirkNames } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";

export interface BehaviourProps {
  readonly quirks: ReadonlyMap<string, string | number | boolean>;
  readonly unitsPerMinute: number | undefined;
  readonly onChange: (wish: object) => void;
}

const budgets = [300, 1_250, 5_000];
const yesOrNo = new Map<string, string | boolean>([
  [demoWords.yes, true],
  [demoWords.no, false],
]);
const choices = new Map<string, ReadonlyMap<string, string | number | boolean>>([
  [
    "conflictStatus",
    new Map([
      ["412", 412],
      ["409", 409],
    ]),
  ],
  [
    "dateOnlyReadBack",
    new Map([
      ["as sent", "as sent"],
      ["site midnight", "site midnight"],
    ]),
  ],
]);

/** Behaviour that differs between tenants or is not documented, and the budget. */
export function Behaviour({ quirks, unitsPerMinute, onChange }: BehaviourProps): ReactElement {
  const styles = usePlainPageStyles();
  return (
    <section aria-labelledby="behaviour">
      <h2 id="behaviour" className={styles.heading}>
        {demoWords.behaviour}
      </h2>
      <div className={styles.row}>
        {[...quirks].map(([name, value]) => (
          <Quirk key={name} name={name} value={value} onChange={(next) => onChange({ quirks: { [name]: next } })} />
        ))}
        <Field label={demoWords.budget}>
          <Select value={String(unitsPerMinute ?? "")} onChange={(_event, data) => onChange({ unitsPerMinute: data.value === "" ? null : Number(data.value) })}>
            <option value="">{demoWords.noBudget}</option>
            {[...new Set([...budgets, ...(unitsPerMinute === undefined ? [] : [unitsPerMinute])])].map((budget) => (
              <option key={budget} value={budget}>
                {budget.toLocaleString("en-GB")}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </section>
  );
}

interface QuirkProps {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly onChange: (value: string | number | boolean) => void;
}

function Quirk({ name, value, onChange }: QuirkProps): ReactElement {
  const label = quirkNames[name] ?? name;
  const offered = choices.get(name) ?? (typeof value === "boolean" ? yesOrNo : undefined);
  if (offered === undefined) {
    return (
      <Field label={label}>
        <Input type="number" min={1} value={String(value)} onChange={(_event, data) => (Number(data.value) >= 1 ? onChange(Number(data.value)) : undefined)} />
      </Field>
    );
  }
  const chosen = [...offered].find(([, one]) => one === value)?.[0] ?? "";
  return (
    <Field label={label}>
      <Select value={chosen} onChange={(_event, data) => onChange(offered.get(data.value) ?? value)}>
        {[...offered.keys()].map((words) => (
          <option key={words} value={words}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
