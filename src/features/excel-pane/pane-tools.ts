import type { Services } from "../../parts";
import type { ExcelSheet } from "../../workbook";

/** What the pane's work needs: the sheet it stands beside and the services of every screen. */
export interface PaneTools {
  readonly sheet: ExcelSheet;
  readonly services: Pick<Services, "store" | "session" | "clock" | "timers" | "randomness" | "rights">;
}
