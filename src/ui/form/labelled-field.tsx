import { Field } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FieldProps } from "./field-props";

export interface LabelledFieldProps extends Omit<FieldProps, "id" | "isDisabled"> {
  /** One control that carries the field's id, or a group of them. */
  readonly children: ReactElement;
}

/** Label, hint and problem around one control. The problem is not an alert of its own: the summary has spoken already. */
export function LabelledField({ label, hint, problem, isNeeded, children }: LabelledFieldProps): ReactElement {
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationState: "error" as const, validationMessage: { children: problem, role: undefined } })}
      {...(isNeeded === true ? { required: true } : {})}
    >
      {children}
    </Field>
  );
}
