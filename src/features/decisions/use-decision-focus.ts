import { useEffect, useRef, type RefObject } from "react";
import { conflictWords, decisionWords } from "../../content";
import { decisionName } from "../../parts";
import { registerNamed } from "../../registers";
import type { Decision } from "../../store";
import { useAnnounce, useNotify } from "../../ui";

export interface DecisionFocus {
  readonly headingRef: (id: string) => (heading: HTMLHeadingElement | null) => void;
  /** The person is at work in this one. */
  readonly came: (id: string) => void;
  /** The person answers this one here. */
  readonly answers: (id: string) => void;
}

/**
 * Keeps the place in a list of decisions that grows shorter. One that was answered here gives the focus to the next one; one that leaves
 * by itself, because another tab answered it, says so, and gives the focus on only where it had it.
 * @param titleRef the page's heading, for when none is left.
 */
export function useDecisionFocus(decisions: readonly Decision[], titleRef: RefObject<HTMLHeadingElement | null>): DecisionFocus {
  const notify = useNotify();
  const announce = useAnnounce();
  const headings = useRef(new Map<string, HTMLHeadingElement>());
  const shown = useRef(decisions);
  const current = useRef<string>(undefined);
  const answered = useRef(new Set<string>());
  useEffect(() => {
    const before = shown.current;
    if (before === decisions) return;
    shown.current = decisions;
    const stand = new Set(decisions.map(({ id }) => id));
    const gone = before.filter(({ id }) => !stand.has(id));
    if (gone.length === 0) return;
    for (const decision of gone) {
      const register = registerNamed(decision.edit.register);
      if (register !== undefined && !answered.current.has(decision.id))
        notify({ kind: "info", text: conflictWords.goneElsewhere(decisionName(register, decision)) });
    }
    announce(decisionWords.left(decisions.length));
    const place = before.findIndex(({ id }) => id === current.current);
    const page = titleRef.current?.ownerDocument;
    const isLost = page?.activeElement === page?.body || page?.activeElement === null;
    const wasHere = gone.some(({ id }) => id === current.current && (answered.current.has(id) || isLost));
    for (const { id } of gone) answered.current.delete(id);
    if (!wasHere) return;
    const next = [...before.slice(place + 1), ...before.slice(0, place).reverse()].find(({ id }) => stand.has(id));
    (next === undefined ? titleRef : { current: headings.current.get(next.id) }).current?.focus();
  }, [decisions, titleRef, notify, announce]);
  return {
    headingRef: (id) => (heading) => {
      if (heading === null) headings.current.delete(id);
      else headings.current.set(id, heading);
    },
    came: (id) => {
      current.current = id;
    },
    answers: (id) => {
      current.current = id;
      answered.current.add(id);
    },
  };
}
