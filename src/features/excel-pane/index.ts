export { ExcelPane, type ExcelPaneProps } from "./excel-pane";
