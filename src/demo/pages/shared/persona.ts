import { listAt, textAt } from "../../../kernel";

/** One of the demo's people. */
export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly address: string;
  readonly objectId: string;
  readonly tenantId: string;
  /** What the person may do, in a sentence; undefined: somebody of the directory whom nobody is meant to be. */
  readonly may: string | undefined;
}

const keptUnder = "project-registers-demo.persona";
const firstPersona = "pm";

/** Who sits at this window. A window's frames of the same origin share its session storage, so the pane reads its parent's choice. */
export function chosenPersona(page: Window): string {
  const asked = new URLSearchParams(page.location.search).get("persona");
  return page.sessionStorage.getItem(keptUnder) ?? asked ?? firstPersona;
}

/** Another person takes the seat: the tokens of the one before must not be found by the frames. */
export function choosePersona(page: Window, key: string): void {
  for (const name of Object.keys(page.sessionStorage)) if (name.startsWith("msal.")) page.sessionStorage.removeItem(name);
  page.sessionStorage.setItem(keptUnder, key);
}

export async function readPersonas(page: Window): Promise<readonly Persona[]> {
  const response = await page.fetch("/demo/personas", { cache: "no-store" });
  const body: unknown = response.ok ? await response.json() : undefined;
  return listAt(body, "personas").flatMap((value) => {
    const key = textAt(value, "key");
    if (key === undefined) return [];
    return [
      {
        key,
        name: textAt(value, "name") ?? key,
        jobTitle: textAt(value, "jobTitle") ?? "",
        address: textAt(value, "username") ?? "",
        objectId: textAt(value, "localAccountId") ?? "",
        tenantId: textAt(value, "tenantId") ?? "",
        may: textAt(value, "may"),
      },
    ];
  });
}
