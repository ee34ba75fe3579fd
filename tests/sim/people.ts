import { makeClientKey } from "../../src/kernel";
import { newRowId, valueAt, type Changes, type Edit, type RowId, type Value, type Values } from "../../src/registers";
import type { Decision, DecisionAnswer, EditOutcome, RegisterPlace, StoredRow } from "../../src/store";
import type { Chance } from "./chance";
import type { Ask, Ledger } from "./ledger";
import type { Page } from "./page";
import type { Deed } from "./schedule";
import { tracked, trackedOf, type Tracked } from "./sim-registers";

export interface PeopleParts {
  readonly siteId: string;
  readonly ledger: Ledger;
  readonly say: (words: () => string) => void;
  readonly after: (delayMs: number, work: () => void) => void;
}

/** What a page shows in a form that was opened a while ago. */
type Forms = Map<string, Edit["seen"]>;

interface Made {
  readonly ask: Ask;
  readonly seen: Values;
  readonly edit: Edit;
}

/** What people do in their pages: they see rows, change them, answer questions, and are told what became of it. */
export class People {
  /** Edits asked for, each row counted. */
  edits = 0;
  /** Decisions that were answered for good: dropped, and not tried again from another tab. */
  readonly dropped = new Set<string>();
  readonly #parts: PeopleParts;
  readonly #triedAgain = new Set<string>();
  readonly #forms = new Map<string, Forms>();
  /** By the label that undo and redo show. */
  readonly #changes = new Map<string, readonly Made[]>();
  /** What each person chose in decisions, with what they were shown. */
  readonly #chosen = new Map<string, readonly { readonly ask: Ask; readonly seen: Values }[]>();
  #count = 0;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  get places(): readonly RegisterPlace[] {
    return tracked.map(({ register }) => ({ site: this.#parts.siteId, register }));
  }

  /** @returns nothing; whatever comes of it is told to the ledger. */
  do(deed: Deed, page: Page, chance: Chance): void {
    this.#parts.say(() => `${page.name}: ${deed}`);
    switch (deed) {
      case "edit": {
        this.#edit(page, chance, undefined);
        return;
      }
      case "edit in an old form": {
        this.#edit(page, chance, this.#formsOf(page));
        return;
      }
      case "open forms": {
        this.#openForms(page);
        return;
      }
      case "create": {
        this.#change(page, [this.#newRow(page, chance.oneOf(tracked), chance)]);
        return;
      }
      case "create two that belong together": {
        this.#createTwo(page, chance);
        return;
      }
      case "publish": {
        this.#publish(page, chance);
        return;
      }
      case "name a new project": {
        this.#nameNewProject(page, chance);
        return;
      }
      case "archive": {
        this.#archive(page, chance);
        return;
      }
      case "undo":
      case "redo": {
        this.#takeBack(page, deed);
        return;
      }
      case "refresh":
        void page.store.refresh(this.places);
        return;
      case "retry":
        void page.store.retryUnsent();
        return;
      default: {
        this.#answerOne(page, deed, chance);
        return;
      }
    }
  }

  /** Drops every change that waits for this person, as the last thing they do. */
  dropAll(page: Page): void {
    for (const decision of page.store.decisions()) this.#answer(page, decision, { kind: "takeTheirs" });
  }

  #edit(page: Page, chance: Chance, forms: Forms | undefined): void {
    const { row, about } = this.#anyRow(page, chance);
    if (row === undefined) return;
    const place = placeOf(row);
    const form = `${row.register} ${row.id}`;
    const seen = forms?.get(form) ?? page.store.seen(place, row.id);
    forms?.delete(form);
    if (seen === undefined) return;
    const changes: Record<string, Value | null> = {};
    for (const field of chance.shuffled(about.texts).slice(0, chance.between(1, 2))) changes[field] = this.#freshText(page.person);
    for (const [field, choices] of Object.entries(about.choices)) {
      const value = chance.oneOf(choices);
      if (chance.happens(0.25) && value !== valueAt(seen.values, field)) changes[field] = value;
    }
    this.#change(page, [this.#made(page, { ...place, kind: "update", id: row.id, changes, seen })]);
  }

  #openForms(page: Page): void {
    const forms = this.#formsOf(page);
    for (const place of this.places) {
      for (const { id, register } of page.store.rows(place)) {
        const seen = page.store.seen(place, id);
        if (seen && !forms.has(`${register} ${id}`)) forms.set(`${register} ${id}`, seen);
      }
    }
  }

  #newRow(page: Page, { register, texts, choices }: Tracked, chance: Chance, more: Changes = {}): Made {
    const changes: Record<string, Value | null> = { Title: this.#freshText(page.person), ...more };
    for (const field of texts.slice(1)) if (chance.happens(0.4)) changes[field] ??= this.#freshText(page.person);
    for (const [field, values] of Object.entries(choices)) if (chance.happens(0.6)) changes[field] = chance.oneOf(values);
    const id = newRowId(makeClientKey(chance));
    return this.#made(page, { site: this.#parts.siteId, register, kind: "create", id, changes, seen: { values: {} } });
  }

  /** A risk of a project that is not in its list yet. */
  #createTwo(page: Page, chance: Chance): void {
    const project = this.#newRow(page, trackedOf("Projects"), chance);
    const risk = this.#newRow(page, trackedOf("Risks"), chance, { ProjectRef: project.edit.id });
    this.#change(page, [project, { ...risk, ask: { ...risk.ask, names: String(project.edit.changes["Title"]) } }]);
  }

  /** A new project, a change to some risk, and a new risk that names the project: in this order or not at all. */
  #publish(page: Page, chance: Chance): void {
    const place = { site: this.#parts.siteId, register: "Risks" };
    const rows = page.store.rows(place);
    const project = this.#newRow(page, trackedOf("Projects"), chance);
    const risk = this.#newRow(page, trackedOf("Risks"), chance, { ProjectRef: project.edit.id });
    const [row] = rows.length === 0 ? [] : [chance.oneOf(rows)];
    const seen = row && page.store.seen(place, row.id);
    const change = row && seen && this.#made(page, { ...place, kind: "update", id: row.id, changes: { Cause: this.#freshText(page.person) }, seen });
    const made = [project, ...(change ? [change] : []), { ...risk, ask: { ...risk.ask, names: String(project.edit.changes["Title"]) } }];
    made.forEach(({ ask }, index) => (ask.after = made[index - 1]?.ask));
    this.#change(page, made, "together");
  }

  #nameNewProject(page: Page, chance: Chance): void {
    const place = { site: this.#parts.siteId, register: "Risks" };
    const rows = page.store.rows(place);
    if (rows.length === 0) {
      this.#createTwo(page, chance);
      return;
    }
    const { id } = chance.oneOf(rows);
    const project = this.#newRow(page, trackedOf("Projects"), chance);
    this.#change(page, [project]);
    const seen = page.store.seen(place, id);
    if (seen === undefined) return;
    const changes = { ProjectRef: project.edit.id, Cause: this.#freshText(page.person) };
    const risk = this.#made(page, { ...place, kind: "update", id, changes, seen });
    this.#change(page, [{ ...risk, ask: { ...risk.ask, names: String(project.edit.changes["Title"]) } }]);
  }

  #archive(page: Page, chance: Chance): void {
    const { row } = this.#anyRow(page, chance);
    if (row === undefined) return;
    this.edits += 1;
    void page.store.archive(placeOf(row), [row.id]);
  }

  #takeBack(page: Page, which: "undo" | "redo"): void {
    const { undoLabel, redoLabel } = page.store.status();
    const made = this.#changes.get((which === "undo" ? undoLabel : redoLabel) ?? "") ?? [];
    // What undo or redo wrote may have gone through a decision, too: taken back, it gives way to what was shown there.
    for (const { ask, seen } of this.#chosen.get(page.person) ?? []) this.#parts.ledger.mayReverse(ask, seen);
    for (const { ask, seen } of made) {
      if (which === "undo") this.#parts.ledger.mayReverse(ask, seen);
      // Of a row that is not in the register yet, both may join the change that makes it.
      if (which === "undo" && ask.row.startsWith("new:")) this.#parts.ledger.dropped(ask.changes);
      else this.#parts.ledger.mayRepeat(ask, seen);
    }
    this.edits += new Set(made.map(({ edit }) => edit)).size;
    if (which === "undo") void page.store.undo();
    else void page.store.redo();
  }

  #answerOne(page: Page, deed: "keep mine" | "take theirs" | "merge" | "try again", chance: Chance): void {
    const decisions = page.store.decisions();
    if (decisions.length === 0) return;
    const decision = chance.oneOf(decisions);
    if (deed !== "merge") {
      this.#answer(page, decision, { kind: ({ "keep mine": "keepMine", "take theirs": "takeTheirs", "try again": "tryAgain" } as const)[deed] });
      return;
    }
    const values = decision.conflicts.map(({ field, theirs, mine }) => [field, (chance.happens(0.5) ? theirs : mine) ?? null] as const);
    this.#answer(page, decision, { kind: "merge", values: Object.fromEntries(values) });
  }

  #answer(page: Page, decision: Decision, answer: DecisionAnswer): void {
    const { ledger } = this.#parts;
    const { edit, theirs } = decision;
    const changes: Changes = answer.kind === "merge" ? { ...edit.changes, ...answer.values } : edit.changes;
    // A new row goes on under its own id, whatever the answer: dropped in another tab at the same moment, it may come back.
    if (answer.kind === "tryAgain" || (answer.kind !== "takeTheirs" && edit.kind === "create")) this.#triedAgain.add(decision.id);
    if (answer.kind === "takeTheirs") this.#dropForGood(page, decision.id);
    if (answer.kind === "takeTheirs") for (const { changes: gone } of [edit, ...(decision.waitingWithIt ?? [])]) ledger.dropped(gone);
    else {
      // What is merged away is dropped by the person's own choice.
      if (answer.kind === "merge") ledger.dropped(edit.changes);
      if (answer.kind !== "tryAgain") this.#chose(page, decision, changes);
    }
    this.#parts.say(
      () => `${page.name}: answers ${answer.kind} to ${decision.id.slice(0, 6)} (${decision.reason.kind}, ${edit.register} ${theirs?.id ?? edit.id})`,
    );
    void page.store.answer(decision.id, answer);
  }

  /** As soon as the device must have heard of it; a page that dies before may have to ask again. */
  #dropForGood(page: Page, decisionId: string): void {
    this.#parts.after(60_000, () => {
      if (page.isAlive && !page.hasBeenRefused && !this.#triedAgain.has(decisionId)) this.dropped.add(decisionId);
    });
  }

  #chose(page: Page, { edit, theirs, reason }: Decision, changes: Changes): void {
    const { ledger } = this.#parts;
    const { person } = page;
    if (theirs === undefined && edit.kind === "update" && reason.kind === "notFound") {
      const values = Object.entries({ ...edit.seen.values, ...changes }).filter((entry): entry is [string, Value] => entry[1] !== null);
      this.#count += 1;
      const name = `${person} kept a lost row ${String(this.#count)}`;
      ledger.choseNewRow({ name, person, page: page.name, register: edit.register, row: name, changes, told: "nothing" }, Object.fromEntries(values));
      return;
    }
    const rows = [edit.id, guidOf(theirs?.etag) ?? edit.id];
    this.#nowStandsOn(edit.changes, changes, theirs?.values);
    for (const row of rows) {
      ledger.chose({ person, register: edit.register, row, changes, theirs: theirs?.values });
      const ask: Ask = { name: `${person} chose`, person, page: page.name, register: edit.register, row, kind: "update", changes, told: "nothing" };
      this.#chosen.set(person, [...(this.#chosen.get(person) ?? []), { ask, seen: theirs?.values ?? {} }]);
    }
  }

  /** Undo of a change that went through a decision puts back what its author was shown there. */
  #nowStandsOn(asked: Changes, changes: Changes, theirs: Values | undefined): void {
    for (const [label, made] of this.#changes) {
      const found = made.find(({ ask }) =>
        Object.entries(ask.changes).some(([field, value]) => typeof value === "string" && value.includes(" wrote ") && asked[field] === value),
      );
      if (found) this.#changes.set(label, [...made, { ...found, ask: { ...found.ask, changes }, seen: theirs ?? {} }]);
    }
  }

  #change(page: Page, made: readonly Made[], how: "apart" | "together" = "apart"): void {
    this.#count += 1;
    const label = `change ${String(this.#count)}`;
    this.#changes.set(label, made);
    for (const { ask, seen } of made) this.#parts.ledger.ask(ask, seen);
    this.edits += made.length;
    this.#parts.say(() =>
      made
        .map(
          ({ edit, ask }) =>
            `   ${ask.name}: ${edit.kind} ${edit.register} ${edit.id} ${JSON.stringify(edit.changes)} seen ${edit.seen.etag?.slice(-4) ?? "no etag"}`,
        )
        .join("\n"),
    );
    const edits = made.map(({ edit }) => edit);
    const sent = how === "together" ? page.store.changeTogether(edits, label) : page.store.change(edits, label);
    void sent.then(({ outcomes }) => {
      // Shorter only when somebody cancels, and nobody does here.
      outcomes.forEach((outcome, index) => {
        const ask = made[index]?.ask;
        if (ask && page.isAlive) this.#told(page, ask, outcome);
      });
    });
  }

  #told(page: Page, ask: Ask, outcome: EditOutcome): void {
    this.#parts.say(() => `${page.name}: ${ask.name} is told ${outcome.kind}`);
    this.#parts.ledger.tell(ask, ({ saved: "saved", onDevice: "kept", notKept: "not kept", needsDecision: "needs decision" } as const)[outcome.kind]);
  }

  #made(page: Page, edit: Edit): Made {
    this.#count += 1;
    const { register, kind, changes, seen } = edit;
    const row = guidOf(seen.etag) ?? edit.id;
    const ask: Ask = {
      name: `edit ${String(this.#count)} of ${page.name}`,
      person: page.person,
      page: page.name,
      register,
      row,
      kind,
      changes,
      told: "nothing",
    };
    return { ask, seen: seen.values, edit };
  }

  #anyRow(page: Page, chance: Chance): { readonly row: StoredRow | undefined; readonly about: Tracked } {
    const about = chance.oneOf(tracked);
    const rows = page.store.rows({ site: this.#parts.siteId, register: about.register });
    // Most people work on the same few rows.
    const near = chance.happens(0.6) ? rows.slice(0, 2) : rows;
    return { row: near.length === 0 ? undefined : chance.oneOf(near), about };
  }

  #formsOf(page: Page): Forms {
    const forms = this.#forms.get(page.name) ?? new Map<string, Edit["seen"]>();
    this.#forms.set(page.name, forms);
    return forms;
  }

  /** Unlike any other text of the run. */
  #freshText(person: string): string {
    this.#count += 1;
    return `${person} wrote ${String(this.#count)}`;
  }
}

function placeOf({ site, register }: StoredRow): RegisterPlace {
  return { site, register };
}

/** The tenant's etags begin with the item's own guid, which outlives every change and is given to no other item. */
function guidOf(etag: string | undefined): RowId | undefined {
  return etag === undefined ? undefined : /^"([^,]+),/.exec(etag)?.[1];
}
