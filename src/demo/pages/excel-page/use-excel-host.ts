import { useEffect, useRef, useState, type RefObject } from "react";
import { startExcelHost, type ExcelHost } from "../excel";

const keptUnder = "project-registers-demo.workbook";
const documentUrl = "https://northmere.sharepoint.com/sites/pmo/Shared%20Documents/Registers.xlsx";

/** The workbook is kept a moment after the last change, as Excel on the web does. */
const keepAfterMs = 1_000;

export interface RunningExcel {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly frameRef: RefObject<HTMLIFrameElement | null>;
  /** False once the browser's storage refused to keep the workbook. */
  readonly isKept: boolean;
}

/** Runs the demo's Excel in two elements for as long as they stand. */
export function useExcelHost(): RunningExcel {
  const gridRef = useRef<HTMLDivElement>(null);
  const frameRef = useRef<HTMLIFrameElement>(null);
  const [isKept, setIsKept] = useState(true);
  useEffect(() => {
    const gridRoot = gridRef.current;
    const frame = frameRef.current;
    if (gridRoot === null || frame === null) return;
    const excel = startExcelHost({
      frame,
      gridRoot,
      paneUrl: `/taskpane.html${new URLSearchParams(window.location.search).get("theme") === "dark" ? "?theme=dark" : ""}`,
      documentUrl,
      currentYear: new Date().getFullYear(),
      storage: { at: window.localStorage, key: keptUnder },
    });
    const stopKeeping = keepChanges(excel, setIsKept);
    return () => {
      stopKeeping();
      excel.stop();
    };
  }, []);
  return { gridRef, frameRef, isKept };
}

function keepChanges(excel: ExcelHost, tell: (isKept: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    timer = undefined;
    tell(excel.save());
  };
  const stopListening = excel.workbook.onChange(() => {
    clearTimeout(timer);
    timer = setTimeout(keep, keepAfterMs);
  });
  return () => {
    stopListening();
    if (timer !== undefined) keep();
  };
}

/** The next start of the page finds an empty workbook. */
export function forgetWorkbook(page: Window): void {
  page.localStorage.removeItem(keptUnder);
}
