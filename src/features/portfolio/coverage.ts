import { faultWords, portfolioWords as words } from "../../content";
import { formatMoment, type Fault } from "../../kernel";

/** How far one site has been read. */
export interface SiteState {
  readonly address: string;
  readonly name: string;
  /** Absent while the site itself is not known. */
  readonly id?: string;
  readonly count: number;
  /** When its rows were last known to equal its list; absent before that. */
  readonly asAtMs?: number;
  /** Why the last attempt failed. */
  readonly fault?: Fault;
}

/** What totals cover, so that nobody takes a part for the whole. */
export interface Coverage {
  /** Sites whose projects are counted. */
  readonly read: number;
  readonly says: string;
  /** Sites that are left out, and sites whose rows are of before, a sentence each. */
  readonly notices: readonly string[];
}

export function coverageOf(sites: readonly SiteState[]): Coverage {
  const read = sites.filter(({ asAtMs }) => asAtMs !== undefined);
  const reading = sites.filter(({ asAtMs, fault }) => asAtMs === undefined && fault === undefined);
  const count = read.reduce((sum, site) => sum + site.count, 0);
  const oldest = Math.min(...read.map(({ asAtMs }) => asAtMs ?? Infinity));
  const says = [
    words.covers(count, read.length, sites.length),
    ...(reading.length === 0 ? [] : [words.reading(reading.length)]),
    ...(read.length < 2 ? [] : [words.asAt(formatMoment(oldest))]),
  ];
  return { read: read.length, says: says.join(" "), notices: sites.flatMap(noticeOf) };
}

function noticeOf({ name, asAtMs, fault }: SiteState): readonly string[] {
  if (fault === undefined) return [];
  if (asAtMs !== undefined) return [words.old(name, formatMoment(asAtMs))];
  if (fault.kind === "forbidden") return [words.notRead.forbidden(name)];
  if (fault.kind === "notFound") return [words.notRead.notFound(name)];
  return [words.notRead.other(name, faultWords(fault).happened)];
}
