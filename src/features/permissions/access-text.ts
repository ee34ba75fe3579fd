import { accessWords as words } from "../../content";
import { formatMoment, type Fault, type Result } from "../../kernel";
import type { AccessFindings } from "../../parts";
import type { Cause, Known } from "./explain-access";

/** One thing that was looked at. */
export interface Looked {
  readonly isGood: boolean;
  readonly says: string;
}

/** What the sentences name. */
export interface Asked {
  /** The site's https address, as it was asked for. */
  readonly address: string;
  /** The register's own words. */
  readonly list?: string;
  /** "R-0042" */
  readonly record?: string;
}

/** What was looked at, in its order, as a list of ticks. */
export function lookedAt(found: AccessFindings, known: Known, asked: Asked): readonly Looked[] {
  const { good, bad } = words;
  const label = asked.list ?? "";
  const line = <T>(answer: Result<T> | undefined, fine: (value: T) => string, wrong: string): readonly Looked[] =>
    answer === undefined ? [] : [answer.ok ? { isGood: true, says: fine(answer.value) } : { isGood: false, says: wrong }];
  return [
    ...line(found.me, ({ name }) => good.me(name), bad.me),
    ...line(found.site, ({ name }) => good.site(name), bad.site(asked.address)),
    ...line(found.lists, good.lists, bad.lists),
    ...line(found.list, () => good.list(label), bad.list(label)),
    ...line(found.rows, () => good.rows(label), bad.rows(label)),
    ...line(found.row, () => good.row, bad.row),
    ...(found.row?.ok === true && found.row.value.label !== "" ? [{ isGood: false, says: words.label(found.row.value.label) }] : []),
    ...(known.heldUp === undefined ? [] : [{ isGood: false, says: words.waitingFor[known.heldUp] }]),
    known.refusal === undefined && !known.isReadOnly ? { isGood: true, says: words.notRefused } : { isGood: false, says: words.refused },
  ];
}

export interface TextParts {
  readonly cause: Cause;
  readonly found: AccessFindings;
  readonly known: Known;
  readonly asked: Asked;
  readonly consentLink: string;
  readonly nowMs: number;
}

/** A text for whoever can help; undefined where nobody needs to. */
export function textToSend({ cause, found, known, asked, consentLink, nowMs }: TextParts): string | undefined {
  const named = words.causes[cause];
  if (!("request" in named)) return undefined;
  const { facts } = words;
  const reference = referenceOf(found, known);
  return [
    named.request,
    "",
    ...(found.me.ok ? [facts.me(found.me.value.name, found.me.value.address)] : []),
    facts.site(asked.address),
    ...(asked.list === undefined ? [] : [facts.list(asked.list)]),
    ...(asked.record === undefined ? [] : [facts.record(asked.record)]),
    ...(cause === "noConsent" ? [facts.link(consentLink)] : []),
    ...(reference === "" ? [] : [facts.reference(reference)]),
    facts.when(formatMoment(nowMs)),
  ].join("\n");
}

/** With it Microsoft finds the very request. */
function referenceOf(found: AccessFindings, { refusal }: Known): string {
  const faults = [found.me, found.site, found.lists, found.list, found.rows, found.row].flatMap((answer) => (answer?.ok === false ? [answer.fault] : []));
  return [...faults, refusal].map(requestIdOf).find((id) => id !== "") ?? "";
}

function requestIdOf(fault: Fault | undefined): string {
  return fault !== undefined && "origin" in fault ? fault.origin.requestId : "";
}
