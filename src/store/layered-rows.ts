import type { Base } from "./base";
import type { Decisions } from "./decisions";
import type { Names } from "./names";
import type { Entry, Outbox } from "./outbox";
import { layOver, shown } from "./overlay";
import type { RowsBelow } from "./selectors";
import type { SavedState } from "./store";
import type { WorkedOut } from "./worked-out";

interface Parts {
  readonly base: Base;
  readonly outbox: Outbox;
  readonly decisions: Decisions;
  readonly names: Names;
  workedOut(register: string): WorkedOut;
}

/** The rows of a place as screens see them: those of the base and those on their way, each under its pending changes. */
export function layeredRows(parts: Parts): RowsBelow {
  const { base, outbox, decisions, names } = parts;
  return {
    ids: (place) => [...base.rows(place).keys(), ...outbox.newIds(place)],
    laidOver: (place, id) => {
      const entries = outbox.queueOf(place, id);
      const state = decisions.concerns(place, id) ? "needsDecision" : stateOf(entries);
      const below = base.row(place, id);
      if (below !== undefined && entries.length === 0) return shown(below, place, state);
      const spot = { place, id, below, workedOut: parts.workedOut(place.register) };
      return layOver({ ...spot, refOf: (newId) => names.refOf(newId) }, { operations: entries.map(({ operation }) => operation), state });
    },
  };
}

function stateOf(entries: readonly Entry[]): SavedState {
  if (entries.length === 0) return "saved";
  return entries.some((entry) => entry.isOnDevice && !entry.inFlight) ? "onDevice" : "sending";
}
