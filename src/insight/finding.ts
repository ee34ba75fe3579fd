import type { Changes, RowId } from "../registers";
import type { Input } from "./figure";

/** The rules of reference 13, by their number there. */
export type QualityRuleId =
  | "DQ-01"
  | "DQ-02"
  | "DQ-03"
  | "DQ-04"
  | "DQ-05"
  | "DQ-06"
  | "DQ-07"
  | "DQ-08"
  | "DQ-09"
  | "DQ-10"
  | "DQ-11"
  | "DQ-12"
  | "DQ-13"
  | "DQ-14"
  | "DQ-15"
  | "DQ-16"
  | "DQ-17"
  | "DQ-18"
  | "DQ-19"
  | "DQ-20"
  | "DQ-21"
  | "DQ-22"
  | "DQ-23"
  | "DQ-24"
  | "DQ-25"
  | "DQ-26"
  | "DQ-27"
  | "DQ-28"
  | "DQ-29"
  | "DQ-30"
  | "DQ-31"
  | "DQ-32"
  | "DQ-33"
  | "DQ-34"
  | "DQ-35"
  | "DQ-36"
  | "DQ-37"
  | "DQ-38"
  | "DQ-39"
  | "DQ-40"
  | "DQ-41"
  | "DQ-42"
  | "DQ-43"
  | "DQ-44"
  | "DQ-45"
  | "DQ-46"
  | "DQ-47"
  | "DQ-48"
  | "DQ-49"
  | "DQ-50"
  | "DQ-51"
  | "DQ-52"
  | "DQ-53"
  | "DQ-54"
  | "DQ-55"
  | "DQ-56"
  | "DQ-57"
  | "DQ-58";

export type Severity = "High" | "Medium" | "Low";

/** One record that a rule finds wanting. */
export interface Finding {
  readonly rule: QualityRuleId;
  readonly severity: Severity;
  readonly register: string;
  readonly id: RowId;
  readonly ref: string;
  /** The column where it is mended. */
  readonly field: string;
  readonly inputs: readonly Input[];
  /** The change that one step would make; absent: open the record at the field. It never invents a fact. */
  readonly fix?: Changes;
}
