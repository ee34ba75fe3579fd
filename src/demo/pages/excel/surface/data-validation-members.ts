import type { Area } from "../model/area";
import { overlaps } from "../model/area";
import { isRecord } from "../../../../kernel";
import { listChoices } from "../model/list-choices";
import { invalidArgument } from "../model/refusal";
import type { Validation, Workbook } from "../model/workbook";
import type { Members, Scalar } from "./host-object";
import { valuesOf } from "./range-values";

export function dataValidationMembers(workbook: Workbook): Members<Area> {
  const covering = (area: Area): Validation | undefined => workbook.validations.find((each) => overlaps(each.area, area));
  const ensure = (area: Area): Validation => {
    const same = workbook.validations.find(
      ({ area: { sheet, row, column, rowCount, columnCount } }) =>
        sheet === area.sheet && row === area.row && column === area.column && rowCount === area.rowCount && columnCount === area.columnCount,
    );
    if (same !== undefined) return same;
    const created: Validation = { area: area.copy(), rule: {}, errorAlert: {}, prompt: {}, ignoreBlanks: true };
    workbook.validations.push(created);
    return created;
  };
  const textual = (name: "errorAlert" | "prompt"): Scalar<Area> => ({
    read: (area) => covering(area)?.[name] ?? {},
    write: (area, given) => {
      ensure(area)[name] = given;
    },
  });
  return {
    typeName: "DataValidation",
    scalars: {
      errorAlert: textual("errorAlert"),
      ignoreBlanks: {
        read: (area) => covering(area)?.ignoreBlanks ?? true,
        write: (area, given) => {
          ensure(area).ignoreBlanks = given === true;
        },
      },
      prompt: textual("prompt"),
      rule: {
        read: (area) => covering(area)?.rule ?? {},
        write: (area, given) => {
          if (!isRecord(given)) throw invalidArgument();
          ensure(area).rule = given;
        },
      },
      type: { read: (area) => typeOf(covering(area)) },
      valid: { read: (area) => isValid(workbook, area, covering(area)) },
    },
    methods: {
      clear: (area) => {
        workbook.validations = workbook.validations.filter((each) => !overlaps(each.area, area));
      },
    },
  };
}

function typeOf(validation: Validation | undefined): string {
  const [kind] = Object.keys(validation?.rule ?? {});
  return kind === undefined ? "None" : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

function isValid(workbook: Workbook, area: Area, validation: Validation | undefined): boolean {
  const list = validation?.rule.list;
  const choices = isRecord(list) ? listChoices(workbook, String(list.source)) : undefined;
  if (choices === undefined) return true;
  const allowed = new Set(choices.map((choice) => String(choice).toLowerCase()));
  return valuesOf(area)
    .flat()
    .every((value) => value === "" || allowed.has(String(value).toLowerCase()));
}
