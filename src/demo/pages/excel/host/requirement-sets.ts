/**
 * What the demo's Excel says it can do. The npm package of office.js ends at ExcelApi 1.15 (its build is 16.0.15407),
 * so nothing later may be announced; SharedRuntime 1.1 and ribbon commands work.
 */
export const requirementSets: Readonly<Record<string, number>> = {
  AddinCommands: 1.1,
  CustomFunctionsRuntime: 1.1,
  DelayForCellEdit: 1.1,
  ExcelApi: 1.15,
  RichApiRuntimeFlag: 1.1,
  Settings: 1.1,
  SharedRuntime: 1.1,
};
