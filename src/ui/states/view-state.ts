export interface StateAction {
  readonly label: string;
  readonly run: () => void;
}

/** What a view shows. All five are rendered by StateView; a blank area is a bug. */
export type ViewState<T> =
  /** `what` completes "Loading …": "risks". */
  | { readonly kind: "loading"; readonly what: string }
  /** First use: what this place is for, and one thing to do. `more` leads to why it may be empty. */
  | {
      readonly kind: "empty";
      readonly title: string;
      readonly invite: string;
      readonly action?: StateAction | undefined;
      readonly more?: StateAction | undefined;
    }
  | { readonly kind: "noMatch"; readonly filters: readonly string[]; readonly onClear: () => void }
  /** `fault` says what happened, `kept` what still works or was kept: whole sentences. `action` leads to more about it. */
  | {
      readonly kind: "error";
      readonly fault: string;
      readonly kept?: string | undefined;
      readonly onRetry?: (() => void) | undefined;
      readonly action?: StateAction | undefined;
    }
  | { readonly kind: "ready"; readonly value: T };
