import { existsSync, readFileSync } from "node:fs";
import { at } from "../lib/paths.mjs";
import { readPng } from "../lib/png.mjs";

const icons = [
  { path: "appPackage/color.png", size: 192, rule: "opaque" },
  { path: "appPackage/outline.png", size: 32, rule: "white" },
  { path: "appPackage/color32x32.png", size: 32, rule: "transparent" },
  ...[16, 32, 64, 80].map((size) => ({ path: `assets/icon-${size}.png`, size, rule: "transparent" })),
];

/** Pixel rules of the packages that no schema can check: sizes, a transparent ground, an outline in white alone. */
export function iconProblems() {
  return icons.flatMap((icon) => [...problemsOf(icon)].map((problem) => `${icon.path} ${problem}`));
}

function* problemsOf({ path, size, rule }) {
  if (!existsSync(at(path))) return yield "does not exist";
  const picture = readPng(readFileSync(at(path)));
  if (!picture) return yield "is not a PNG with 8 bits a channel and alpha";
  if (picture.width !== size || picture.height !== size) yield `is ${picture.width} × ${picture.height} pixels, not ${size} × ${size}`;
  const alphas = picture.pixels.filter((_, index) => index % 4 === 3);
  if (rule === "opaque" && alphas.some((alpha) => alpha < 255)) yield "has transparent pixels";
  if (rule !== "opaque" && alphas[0] > 127) yield "has no transparent corners";
  if (!alphas.includes(255)) yield "has nothing fully visible";
  const isWhite = picture.pixels.every((value, index) => index % 4 === 3 || picture.pixels[index - (index % 4) + 3] === 0 || value === 255);
  if (rule === "white" && !isWhite) yield "has visible pixels that are not white";
}
