import type { Arrivals } from "./arrivals";
import type { Decisions } from "./decisions";
import type { KeeperTasks } from "./keeper";
import type { Listeners } from "./listeners";
import type { Names } from "./names";
import { placeOf } from "./operation";
import type { Outbox } from "./outbox";
import type { Selectors } from "./selectors";
import type { Sender } from "./sender";
import type { Decision } from "./store";

interface Parts {
  readonly outbox: Outbox;
  readonly decisions: Decisions;
  readonly names: Names;
  readonly selectors: Selectors;
  readonly listeners: Listeners;
  readonly sender: Sender;
  readonly arrivals: Pick<Arrivals, "lookBack">;
  parkOrphans(): void;
}

/** What the device's queue brings to a page, and what the page has there. */
export function sharedQueue(parts: Parts): KeeperTasks {
  const { outbox, decisions, names, selectors, listeners } = parts;
  const touch = ({ edit, theirs }: Decision): void => {
    const place = placeOf(edit);
    selectors.touch(place, [names.idOf(place, edit.id), theirs?.id ?? edit.id]);
  };
  return {
    learned: (named) => {
      for (const one of named) if (!names.isNamed(one.newId)) names.learn(one);
    },
    tookOver: (operations) => {
      for (const operation of operations) {
        if (outbox.find(operation.id) || decisions.find(operation.id)) continue;
        const place = placeOf(operation.edit);
        const entry = outbox.add(operation, names.idOf(place, operation.edit.id));
        entry.keeping = "kept";
        entry.isOnDevice = true;
        selectors.touch(place, [entry.id]);
      }
      parts.arrivals.lookBack(operations);
      // The device may have kept a change and refused the new row that it names.
      parts.parkOrphans();
      listeners.tellSoon();
      parts.sender.start();
    },
    changedElsewhere: (came, gone) => {
      for (const { decision, operation } of came) {
        if (decisions.find(decision.id) || outbox.find(operation.id)) continue;
        decisions.add(decision, operation);
        touch(decision);
      }
      for (const id of gone) {
        const parked = decisions.find(id);
        if (!parked) continue;
        decisions.remove(id);
        touch(parked.decision);
      }
      parts.arrivals.lookBack(came.map(({ operation }) => operation));
      // A new row that was dropped elsewhere will not come here either.
      parts.parkOrphans();
      parts.sender.start();
      listeners.tellSoon();
    },
    kept: () => ({
      operations: [...outbox.all()].filter(({ keeping }) => keeping === "kept").map(({ operation }) => operation),
      parked: decisions.all(),
    }),
    notKept: (operationIds) => {
      for (const id of operationIds) {
        const entry = outbox.find(id);
        if (!entry) continue;
        entry.keeping = "refused";
        entry.isOnDevice = false;
        selectors.touch(placeOf(entry.operation.edit), [entry.id]);
      }
      listeners.tellSoon();
    },
    stateChanged: () => listeners.tellSoon(),
  };
}
