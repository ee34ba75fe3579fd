export type OpenIn = "teams" | "excel" | "browser";

/** What a person calls the place where the app is open, and closes. */
export function placeName(host: OpenIn): string {
  return host === "excel" ? "pane" : "tab";
}
