import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createNodeHost, type NodeHost, type NodeHostOptions } from "../../../src/demo/pages/excel";

export interface OfficeInNode extends NodeHost {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** What the client's file leaves on the global object. */
interface OfficeGlobals {
  window?: unknown;
  self?: unknown;
  navigator?: unknown;
  location?: unknown;
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension & { HostBridge: { init(bridge: unknown): void } };
}

let workbookCount = 0;

/**
 * Runs Microsoft's unmodified Excel client in this process over a new workbook.
 * It is evaluated in the tests' own realm: across realms its checks for plain objects fail. A realm takes the file only
 * once, so a second call gives the same client a new workbook, with other ids: handlers of earlier tests stay registered.
 */
export function loadOffice(options: NodeHostOptions = { currentYear: 2026 }): OfficeInNode {
  const globals = globalThis as unknown as OfficeGlobals; // the client's file sets these by name and declares nothing
  if (!Object.hasOwn(globals, "Excel")) evaluateClient(globals);
  workbookCount += 1;
  const host = createNodeHost({ firstNumber: workbookCount * 10_000, ...options });
  globals.OfficeExtension.HostBridge.init(host.bridge);
  return { ...host, Excel: globals.Excel, OfficeExtension: globals.OfficeExtension };
}

function evaluateClient(globals: OfficeGlobals): void {
  globals.window ??= globalThis;
  globals.self ??= globalThis;
  globals.navigator ??= { userAgent: "Chrome/140" };
  globals.location ??= { href: "http://localhost/", hash: "", search: "", protocol: "http:", host: "localhost", origin: "http://localhost" };
  const file = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  // eslint-disable-next-line no-eval -- Microsoft's own file from node_modules; a vm context would be another realm
  (0, eval)(readFileSync(file, "utf8"));
}

/** Lets events that are on their way arrive: the client handles each in a chain of promises. */
export function eventsToArrive(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}
