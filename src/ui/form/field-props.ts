/** What every field has. The id is given from outside, so that the error summary can lead to it. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The sentence beside the field; the error summary says the same. */
  readonly problem?: string | undefined;
  readonly isNeeded?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Fields hold what was typed, never a parsed value: nothing a person wrote is cleared or reformatted under them. */
export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}
