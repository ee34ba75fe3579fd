export type { Column, Columns, ColumnType, Level, RowOfColumns, Step, ValueOf } from "./language/column";
export { columnOf, fillableColumns, type Register, type RowOf, type Rule, type RuleContext } from "./language/register";
export {
  applyChanges,
  changesBetween,
  isNewRow,
  newRowId,
  reverseChanges,
  valueAt,
  valuesFrom,
  type Changes,
  type Edit,
  type Row,
  type RowId,
  type Seen,
  type Value,
  type Values,
} from "./language/row";
export { risks } from "./definitions/risks";
export { bandOf, type RiskBand } from "./risk-score";
