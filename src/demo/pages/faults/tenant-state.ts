import { booleanAt, isRecord, listAt, numberAt, property, textAt } from "../../../kernel";
import { parseAccess, type AccessState } from "./access-state";

export interface FaultState {
  readonly fault: string;
  readonly isOn: boolean;
  /** How many more times; undefined: until turned off. */
  readonly remaining: number | undefined;
  readonly pathIncludes: string | undefined;
  readonly struck: number;
}

export interface PermissionState {
  readonly feature: string;
  readonly scope: string;
  readonly state: "given" | "askFirst" | "withheld";
}

export interface TenantState {
  readonly permissions: readonly PermissionState[];
  readonly access: AccessState;
  readonly faults: readonly FaultState[];
  readonly quirks: ReadonlyMap<string, string | number | boolean>;
  readonly unitsPerMinute: number | undefined;
  /** Counters by name. */
  readonly counters: ReadonlyMap<string, number>;
  readonly byRoute: readonly (readonly [route: string, calls: number])[];
  readonly complaints: readonly { readonly kind: string; readonly method: string; readonly path: string }[];
}

/** What the switches and the counters say now; undefined when the server does not answer. */
export async function readTenantState(page: Window): Promise<TenantState | undefined> {
  try {
    const [faults, usage] = await Promise.all(
      ["/demo/faults.json", "/demo/usage.json"].map(async (path) => (await page.fetch(path, { cache: "no-store" })).json() as Promise<unknown>),
    );
    return parseTenantState(faults, usage);
  } catch {
    return undefined;
  }
}

/** One change of the switches, in the server's own words; answers what it did not understand. */
export async function changeTenant(page: Window, wish: object): Promise<string | undefined> {
  const response = await page.fetch("/demo/faults.json", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) });
  return response.ok ? undefined : textAt(await response.json(), "error");
}

export async function resetTenant(page: Window): Promise<void> {
  await page.fetch("/demo/reset", { method: "POST" });
}

const counterNames = ["requests", "calls", "units", "throttled", "bytesIn", "bytesOut"];

function parseTenantState(faults: unknown, usage: unknown): TenantState {
  const byRoute = property(usage, "byRoute");
  const quirks = property(faults, "quirks");
  return {
    faults: listAt(faults, "faults").map((value) => {
      const setting = property(value, "setting");
      return {
        fault: textAt(value, "fault") ?? "",
        isOn: isRecord(setting),
        remaining: numberAt(setting, "remaining"),
        pathIncludes: textAt(setting, "pathIncludes"),
        struck: numberAt(value, "struck") ?? 0,
      };
    }),
    permissions: listAt(faults, "consents").map((value) => {
      const state = textAt(value, "state");
      return {
        feature: textAt(value, "feature") ?? "",
        scope: textAt(value, "scope") ?? "",
        state: state === "askFirst" || state === "withheld" ? state : "given",
      };
    }),
    access: parseAccess(faults),
    quirks: new Map(
      Object.keys(isRecord(quirks) ? quirks : {}).flatMap((name) => {
        const value = textAt(quirks, name) ?? numberAt(quirks, name) ?? booleanAt(quirks, name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    unitsPerMinute: numberAt(faults, "unitsPerMinute"),
    counters: new Map(counterNames.map((name) => [name, numberAt(usage, name) ?? 0])),
    byRoute: Object.keys(isRecord(byRoute) ? byRoute : {})
      .map((route) => [route, numberAt(byRoute, route) ?? 0] as const)
      .sort(([, one], [, other]) => other - one),
    complaints: listAt(usage, "complaints").map((value) => ({
      kind: textAt(value, "kind") ?? "",
      method: textAt(value, "method") ?? "",
      path: textAt(value, "path") ?? "",
    })),
  };
}
