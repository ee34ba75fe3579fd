/** DCB0129 and DCB0160 example matrix: rows are likelihood 1 to 5, columns severity 1 to 5. A look-up, not a product. */
const nationalMatrix: readonly (readonly number[])[] = [
  [1, 1, 2, 2, 3],
  [1, 2, 2, 3, 4],
  [2, 2, 3, 3, 4],
  [2, 3, 3, 4, 5],
  [3, 4, 4, 5, 5],
];

/**
 * Risk level 1 to 5 of a hazard; undefined while likelihood or severity is missing or outside 1 to 5.
 * @param matrix the setting `hazard.matrix`, in the same shape. Anything else means the national example.
 */
export function hazardLevel(likelihood: number | undefined, severity: number | undefined, matrix?: unknown): number | undefined {
  if (likelihood === undefined || severity === undefined) return undefined;
  return (isMatrix(matrix) ? matrix : nationalMatrix)[likelihood - 1]?.[severity - 1];
}

function isMatrix(value: unknown): value is readonly (readonly number[])[] {
  return (
    Array.isArray(value) &&
    value.length === 5 &&
    value.every((row: unknown) => Array.isArray(row) && row.length === 5 && row.every((level: unknown) => typeof level === "number"))
  );
}
