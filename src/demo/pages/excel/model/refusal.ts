/** Excel's own error codes that this workbook can answer with. */
export type RefusalCode =
  | "InvalidArgument"
  | "ItemNotFound"
  | "ItemAlreadyExists"
  | "InvalidReference"
  | "InvalidObjectPath"
  | "InvalidOperation"
  | "AccessDenied"
  | "ApiNotFound"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "InvalidOperationInCellEditMode";

/**
 * Excel says no. It travels as an exception inside this room only, because a batch stops at its first error
 * wherever that stands; `evaluateBatch` and `Person` turn it into a value.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

export function invalidArgument(message = "The argument is invalid or missing or has an incorrect format."): Refusal {
  return new Refusal("InvalidArgument", message);
}

export function itemNotFound(): Refusal {
  return new Refusal("ItemNotFound", "The requested resource doesn't exist.", 404);
}

export function itemAlreadyExists(): Refusal {
  return new Refusal("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
}

export function protectedSheet(): Refusal {
  return new Refusal("AccessDenied", "The cell or chart you're trying to change is on a protected sheet.", 403);
}
