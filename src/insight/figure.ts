import type { CalendarDate, Pence } from "../kernel";
import type { Rag } from "./rag";

export type InputValue =
  | { readonly unit: "pence"; readonly value: Pence }
  | { readonly unit: "days" | "months" | "month" | "count" | "percent" | "score" | "share"; readonly value: number }
  | { readonly unit: "date"; readonly value: CalendarDate }
  | { readonly unit: "rag"; readonly value: Rag }
  | { readonly unit: "words"; readonly value: string };

/** One thing a figure was worked out from, or a threshold it was held against. */
export type Input = InputValue & {
  /** Key to its words: "baseline", "redAbove". */
  readonly name: string;
  readonly kind: "fact" | "threshold";
  /** The record it stands in. */
  readonly from?: Source;
};

export interface Source {
  readonly register: string;
  readonly ref: string;
}

/** A figure and how it came about, so that anybody can ask "why?" and a screen, a card, a sheet or a slide can answer. */
export interface Figure<T> {
  /** Undefined when something that it needs is empty: empty is never nought. Unrounded. */
  readonly value: T | undefined;
  /** Which rule of the rule book worked it out: the key to its plain-English text. */
  readonly rule: string;
  readonly inputs: readonly Input[];
}

export function fact(name: string, value: InputValue, from?: Source): Input {
  return from === undefined ? { name, kind: "fact", ...value } : { name, kind: "fact", ...value, from };
}

export function threshold(name: string, value: InputValue): Input {
  return { name, kind: "threshold", ...value };
}
