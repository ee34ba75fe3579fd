import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { gridWords } from "./grid-words";

/** One tab for each visible sheet; arrow keys move between them. */
export function drawSheetTabs(root: HTMLElement, workbook: Workbook, choose: (sheet: Sheet) => void): void {
  const sheets = workbook.sheets.filter((sheet) => sheet.visibility === "Visible");
  const hadFocus = root.contains(root.ownerDocument.activeElement);
  root.className = "sheet-tabs";
  root.setAttribute("role", "tablist");
  root.setAttribute("aria-label", gridWords.sheets);
  const buttons = sheets.map((sheet, index) => {
    const button = root.ownerDocument.createElement("button");
    const isActive = sheet === workbook.activeSheet;
    button.type = "button";
    button.textContent = sheet.name;
    button.tabIndex = isActive ? 0 : -1;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-selected", String(isActive));
    button.addEventListener("click", () => {
      choose(sheet);
    });
    button.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const next = sheets[(index + step + sheets.length) % sheets.length];
      if (step !== 0 && next !== undefined) choose(next);
    });
    return button;
  });
  root.replaceChildren(...buttons);
  if (hadFocus) buttons.find((button) => button.tabIndex === 0)?.focus();
}
