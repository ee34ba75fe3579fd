export interface Notice {
  readonly kind: "success" | "info" | "warning" | "error";
  readonly text: string;
  /** One thing to do about it, most often Undo. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}
