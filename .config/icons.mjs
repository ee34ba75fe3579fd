/** Draws every icon of the packages: a register of three lines, the last one ticked. Run `node .config/icons.mjs` after a change here. */
import { mkdirSync, writeFileSync } from "node:fs";
import { at } from "./lib/paths.mjs";
import { writePng } from "./lib/png.mjs";

const blue = [0, 94, 184];
const white = [255, 255, 255];

/** Each shape tells how far a point is from its edge, negative inside. Coordinates and lengths are parts of the picture's side. */
const line = (from, to, width) => (x, y) => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy) - width / 2;
};

const roundedSquare = (inset, radius) => (x, y) => {
  const reach = 0.5 - inset - radius;
  const [dx, dy] = [Math.abs(x - 0.5) - reach, Math.abs(y - 0.5) - reach];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
};

const outlineOf = (shape, width) => (x, y) => Math.abs(shape(x, y)) - width / 2;

function register(width, { left, right, top, bottom }) {
  const middle = (top + bottom) / 2;
  const across = right - left;
  return [
    line([left, top], [right, top], width),
    line([left, middle], [left + across * 0.62, middle], width),
    line([left, bottom], [left + across * 0.3, bottom], width),
    line([left + across * 0.52, bottom - across * 0.06], [left + across * 0.7, bottom + across * 0.1], width),
    line([left + across * 0.7, bottom + across * 0.1], [right, middle + across * 0.08], width),
  ];
}

/** Layers are painted one over the other; each sample of a pixel takes the last layer that covers it. */
function draw(size, layers) {
  const samples = 8;
  const pixels = Buffer.alloc(size * size * 4);
  for (let index = 0; index < size * size; index += 1) {
    const covered = [];
    for (let sample = 0; sample < samples * samples; sample += 1) {
      const x = ((index % size) + ((sample % samples) + 0.5) / samples) / size;
      const y = (Math.floor(index / size) + (Math.floor(sample / samples) + 0.5) / samples) / size;
      const layer = layers.findLast(({ shapes }) => shapes.some((shape) => shape(x, y) <= 0));
      if (layer) covered.push(layer.colour);
    }
    pixels.set(mix(covered, samples * samples, layers[0].colour), index * 4);
  }
  return writePng(size, pixels);
}

/** Colour is averaged over the covered samples only, so a transparent edge does not darken it. */
function mix(covered, sampleCount, empty) {
  if (covered.length === 0) return [...empty, 0];
  const colour = [0, 1, 2].map((part) => Math.round(covered.reduce((sum, one) => sum + one[part], 0) / covered.length));
  return [...colour, Math.round((covered.length / sampleCount) * 255)];
}

/** Teams rounds the corners of the large icon itself and wants the sign in the middle half. */
const large = (size) =>
  draw(size, [
    { colour: blue, shapes: [roundedSquare(0, 0)] },
    { colour: white, shapes: register(0.06, { left: 0.29, right: 0.72, top: 0.33, bottom: 0.65 }) },
  ]);

/** Lines stand on whole pixels at 16 and 32, where a blur would show. */
const small = (size) =>
  draw(size, [
    { colour: blue, shapes: [roundedSquare(0, 0.19)] },
    {
      colour: white,
      shapes:
        size <= 16
          ? register(2 / 16, { left: 0.22, right: 0.78, top: 4 / 16, bottom: 12 / 16 })
          : register(3 / 32, { left: 0.22, right: 0.79, top: 9.5 / 32, bottom: 21.5 / 32 }),
    },
  ]);

const outline = (size) =>
  draw(size, [
    {
      colour: white,
      shapes: [outlineOf(roundedSquare(3 / 32, 0.17), 2 / 32), ...register(2 / 32, { left: 0.27, right: 0.74, top: 10 / 32, bottom: 22 / 32 })],
    },
  ]);

for (const folder of ["appPackage", "assets"]) mkdirSync(at(folder), { recursive: true });
writeFileSync(at("appPackage", "color.png"), large(192));
writeFileSync(at("appPackage", "outline.png"), outline(32));
writeFileSync(at("appPackage", "color32x32.png"), small(32));
for (const size of [16, 32, 64, 80]) writeFileSync(at("assets", `icon-${size}.png`), small(size));
