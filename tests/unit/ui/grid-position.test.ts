import { clampColumnWidth, clampPosition, moveAlong, scrollLeftFor } from "../../../src/ui/grid/grid-position";

const extent = { rows: 10, columns: 4, page: 3 };

test("a position outside the grid becomes the nearest inside it", () => {
  expect(clampPosition({ row: 99, column: -1 }, extent)).toEqual({ row: 9, column: 0 });
  expect(clampPosition({ row: 5, column: 9 }, { ...extent, rows: 0 })).toEqual({ row: -1, column: 3 });
});

test("Tab while editing goes on to the next row and stays at the very ends", () => {
  expect(moveAlong({ row: 2, column: 3 }, 1, extent)).toEqual({ row: 3, column: 0 });
  expect(moveAlong({ row: 2, column: 0 }, -1, extent)).toEqual({ row: 1, column: 3 });
  expect(moveAlong({ row: 9, column: 3 }, 1, extent)).toEqual({ row: 9, column: 3 });
});

test("a column out of sight is scrolled to by the least that shows it", () => {
  const widths = [100, 100, 100, 100];
  expect(scrollLeftFor(widths, 3, { scrollLeft: 0, widthPx: 250 })).toBe(150);
  expect(scrollLeftFor(widths, 0, { scrollLeft: 150, widthPx: 250 })).toBe(0);
  expect(scrollLeftFor(widths, 2, { scrollLeft: 100, widthPx: 250 })).toBe(100);
});

test("a column wider than the view shows its start", () => {
  expect(scrollLeftFor([100, 400], 1, { scrollLeft: 0, widthPx: 250 })).toBe(100);
});

test("a column never becomes too narrow for its heading", () => {
  expect(clampColumnWidth(3)).toBe(64);
});
