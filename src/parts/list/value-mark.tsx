import type { ReactElement } from "react";
import { bandOf, rags, type Column, type Value } from "../../registers";
import { RagMark, type Rag } from "../../ui";
import { ragFrom } from "../rag-from";

const ragOfBand = { Extreme: "red", High: "amber", Moderate: "green", Low: "green" } as const satisfies Readonly<Record<string, Rag>>;

/** A risk score as people know it: "16 Extreme" with its shape and colour. Not scored is never green. */
export function ScoreMark({ score }: { readonly score: number }): ReactElement {
  const band = bandOf(score);
  return <RagMark rag={band === undefined ? "notRated" : ragOfBand[band]} words={[String(score), band].filter((part) => part !== undefined).join(" ")} />;
}

/** What stands in a cell instead of its plain text: RAG words get their mark. Undefined: the text as it is. */
export function markFor(column: Column, value: Value | undefined): ReactElement | undefined {
  // A list's owner may have added choices after ours.
  const isRag = column.type === "choice" && rags.every((rag, place) => column.choices[place] === rag);
  return isRag && value !== undefined ? <RagMark rag={ragFrom(value)} words={String(value)} /> : undefined;
}
