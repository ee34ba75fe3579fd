export { createNodeHost, type HostBridge, type NodeHost, type NodeHostOptions } from "./host/node-host";
export { Person, type Answer, type Texts } from "./model/person";
export { Workbook, type Actor, type WorkbookOptions } from "./model/workbook";
export { startExcelHost, type ExcelHost, type ExcelHostOptions } from "./start-excel-host";
