import { excelHostWords, hostWords } from "../../content";
import { fail, property, safeHref, succeed, textAt, wait, type Result, type Timers } from "../../kernel";
import type { ExcelSheet } from "../../workbook";
import type { Host, HostTheme } from "../host";
import { excelSheet } from "./excel-sheet";

export interface ExcelConnection {
  readonly host: Host;
  readonly sheet: ExcelSheet;
}

/** Outside Office `onReady` may never answer, so it is raced. */
const answerWithinMs = 10_000;

/** Waits for office.js; `hostRefused` where this page does not stand in Excel or Excel is too old for tables and parts. */
export async function connectExcel({ page, timers }: { readonly page: Window; readonly timers: Timers }): Promise<Result<ExcelConnection>> {
  const refused = (says: string): Result<never> => fail({ kind: "hostRefused", what: excelHostWords.instead, says });
  if (typeof Office === "undefined") return refused(excelHostWords.notExcel);
  const answer = await Promise.race([Office.onReady(), wait(timers, answerWithinMs).then(() => undefined)]);
  if (answer?.host !== Office.HostType.Excel) return refused(excelHostWords.notExcel);
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return refused(excelHostWords.unsupported);
  return succeed({ host: excelHost(page), sheet: excelSheet() });
}

function excelHost(page: Window): Host {
  return {
    kind: "excel",
    context: () => ({ theme: officeTheme() }),
    // Excel raises no event for its theme; it is read anew when the pane opens.
    onChange: () => () => undefined,
    loaded: () => undefined,
    failed: () => undefined,
    openLink: (address) => {
      const href = safeHref(address);
      if (href === undefined) return Promise.resolve(fail({ kind: "hostRefused", what: hostWords.openTheLink, says: hostWords.linkNotOpened } as const));
      if (Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) Office.context.ui.openBrowserWindow(href);
      else page.open(href, "_blank", "noopener,noreferrer");
      return Promise.resolve(succeed(undefined));
    },
    deepLink: () => undefined,
    onSuspend: () => undefined,
    onResume: () => undefined,
  };
}

/** Office says its colours; a dark background means a dark theme. Excel on the web may say nothing. */
function officeTheme(): HostTheme {
  const background = textAt(property({ theme: Office.context.officeTheme }, "theme"), "bodyBackgroundColor");
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return "default";
  const brightness = (299 * parseInt(red, 16) + 587 * parseInt(green, 16) + 114 * parseInt(blue, 16)) / 1000;
  return brightness < 100 ? "dark" : "default";
}
