const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The clock on the wall of a site, as if it were UTC. */
export function localTimeMs(momentMs: number, timeZone: string): number {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(momentMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** The moment at which a day begins on a site: "2026-08-06" in London is 23:00 UTC of the day before. */
export function midnightMs(day: string, timeZone: string): number {
  const asUtcMs = Date.parse(`${day}T00:00:00Z`);
  const offsetMs = localTimeMs(asUtcMs, timeZone) - asUtcMs;
  const guessMs = asUtcMs - offsetMs;
  // The offset may change between UTC midnight and local midnight on the day the clocks change.
  return asUtcMs - (localTimeMs(guessMs, timeZone) - guessMs);
}

export function localDay(momentMs: number, timeZone: string): string {
  return isoSeconds(localTimeMs(momentMs, timeZone)).slice(0, 10);
}

const printed = new Map<number, string>();

/** "2026-08-06T12:00:00Z", the form that SharePoint prints. Printing the same few moments is most of a large answer's work. */
export function isoSeconds(momentMs: number): string {
  const known = printed.get(momentMs);
  if (known !== undefined) return known;
  const text = `${new Date(momentMs).toISOString().slice(0, -5)}Z`;
  if (printed.size > 2000) printed.clear();
  printed.set(momentMs, text);
  return text;
}
