/**
 * Before a list was made nobody knows how fast this site is. A list is two calls, and SharePoint makes its thirty columns one by one
 * behind them; no real tenant has been timed yet, so this errs on the long side. Four are made at a time: 10 lists in a minute.
 */
const millisecondsPerList = 6_000;

/** How long the rest will take, from what was made so far. @returns whole minutes, 0 for less than half a one */
export function minutesLeft({ done, total, tookMs }: { readonly done: number; readonly total: number; readonly tookMs: number }): number {
  const each = done === 0 ? millisecondsPerList : tookMs / done;
  return Math.round((each * (total - done)) / 60_000);
}
