import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Rows of a grid or sheet are made alike, and measuring the contrast of each takes longer than the rest of a test. */
const rowsAlike = "[role=row]:nth-child(n + 8) *, tbody tr:nth-child(n + 8) *, td:nth-child(n + 10) *";
/** A menu or dialog in Fluent is guarded by elements that give focus away; they hold nothing. */
const focusGuards = "[data-tabster-dummy]";

declare const axe: { run(context: { readonly exclude: readonly string[] }, options: RunOptions): Promise<AxeResults> };

/** What axe has against the page in a frame, frames inside it left out, and whether it scrolls sideways. Each fault begins with `state`. */
export async function faultsIn(frame: Frame, state: string): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(source);
  const faults = await frame.evaluate(
    async (exclude) => {
      // A dialog that still fades in has no contrast yet; a skeleton never stops.
      const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(passing.map(({ finished }) => finished));
      const { violations } = await axe.run({ exclude }, { resultTypes: ["violations"], iframes: false });
      const isTooWide = [document.documentElement, ...document.querySelectorAll("main")].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
      return [...violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`), ...(isTooWide ? ["scrolls sideways"] : [])];
    },
    [rowsAlike, focusGuards],
  );
  return faults.map((fault) => `${state}: ${fault}`);
}
