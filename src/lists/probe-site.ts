import { graphPath, scopesFor, where, type Graph, type GraphPath } from "../graph";
import { listAt, property, textAt, type Clock, type Fault, type FaultOrigin, type Progress, type Result } from "../kernel";

/** What is asked of a real site, in this order. Each is an assumption that Microsoft's pages leave open (graph.md 16). */
export const probeSteps = [
  "makeList",
  "duplicateName",
  "writeRow",
  "readRow",
  "summerDate",
  "foreignChoice",
  "clearByNull",
  "etagOfChange",
  "staleChange",
  "filterWithoutIndex",
  "delta",
  "versions",
  "removeList",
] as const;
export type ProbeStep = (typeof probeSteps)[number];

export interface ProbeFinding {
  readonly step: ProbeStep;
  /** `differs`: the site does something else than the app expects; `notTried`: something before it failed, or the person stopped. */
  readonly outcome: "asExpected" | "differs" | "notTried";
  /** Status, code and shapes as they came, for whoever maintains the app. No text of any other list. */
  readonly saw: string;
}

export interface Probe {
  readonly listName: string;
  readonly startedAtMs: number;
  readonly findings: readonly ProbeFinding[];
  /** Why it ended early, where it did. */
  readonly fault?: Fault;
}

interface Trial {
  readonly graph: Graph;
  readonly site: string;
  readonly clock: Clock;
}

interface Saw {
  readonly isExpected: boolean;
  readonly saw: string;
  /** Nothing after it makes sense. */
  readonly ends?: Fault;
}

const columns = [
  { name: "Line", text: { maxLength: 255 }, indexed: true },
  { name: "Lines", text: { allowMultipleLines: true, textType: "plain" } },
  { name: "Amount", currency: { locale: "en-GB" } },
  { name: "Share", number: { decimalPlaces: "two" } },
  { name: "Day", dateTime: { format: "dateOnly" } },
  { name: "Word", choice: { choices: ["Open", "Closed"], allowTextEntry: true, displayAs: "dropDownMenu" } },
  { name: "Flag", boolean: {} },
].map((column) => ({ displayName: column.name, ...column }));

/** 1 July is summer time in the United Kingdom: noon UTC is the same day in any zone a site is likely to have. */
const row = { Title: "Check", Line: "One line", Lines: "Two\nlines", Amount: 654.46, Share: 0.25, Day: "2026-07-01T12:00:00Z", Word: "Open", Flag: true };

/**
 * Ten minutes' doubt in one: makes a list of its own, writes, reads, changes and removes it, and tells what the site did.
 * No list of anybody else is touched. It takes about 15 calls.
 */
export async function probeSite(trial: Trial, progress: Progress): Promise<Probe> {
  const startedAtMs = trial.clock.nowMs();
  const listName = `PRCheck${String(startedAtMs)}`;
  const attempt = new Attempt(trial, listName, progress.signal);
  const findings: ProbeFinding[] = [];
  let fault: Fault | undefined;
  for (const step of probeSteps) {
    // Whatever happened, the list that was made is removed.
    const isLast = step === "removeList";
    if ((fault !== undefined || progress.signal.aborted) && !(isLast && attempt.hasList)) {
      findings.push({ step, outcome: "notTried", saw: "" });
    } else {
      const { isExpected, saw, ends } = await attempt.run(step);
      findings.push({ step, outcome: isExpected ? "asExpected" : "differs", saw });
      fault ??= ends;
    }
    progress.report(findings.length, probeSteps.length);
  }
  return { listName, startedAtMs, findings, ...(fault === undefined ? {} : { fault }) };
}

/** One walk through the steps, with what the earlier ones left behind. */
class Attempt {
  #listId: string | undefined;
  #itemId: string | undefined;
  #etag = "";
  readonly #steps: Readonly<Record<ProbeStep, () => Promise<Saw>>> = {
    makeList: () => this.#makeList(),
    duplicateName: async () => refused(await this.#post(graphPath`/sites/${this.trial.site}/lists`, this.#body()), [400, 409]),
    writeRow: () => this.#writeRow(),
    readRow: () => this.#read((fields) => ["Line", "Lines", "Amount", "Share", "Word", "Flag"].every((name) => property(fields, name) === property(row, name))),
    summerDate: () => this.#read((fields) => /^2026-(07-01T|06-30T2[23]:)/.test(textAt(fields, "Day") ?? ""), "Day"),
    foreignChoice: () => this.#change({ Word: "A word of their own" }, (fields) => textAt(fields, "Word") === "A word of their own"),
    clearByNull: () =>
      this.#change({ Line: null, Amount: null, Day: null }, (fields) => ["Line", "Amount", "Day"].every((name) => (property(fields, name) ?? "") === "")),
    etagOfChange: () => this.#etagOfChange(),
    staleChange: async () => refused(await this.#patch({ Share: 0.75 }, this.#etag), [412]),
    filterWithoutIndex: () => this.#filter(),
    delta: () => this.#delta(),
    versions: () => this.#versions(),
    removeList: () => this.#removeList(),
  };

  constructor(
    private readonly trial: Trial,
    private readonly listName: string,
    private readonly signal: AbortSignal,
  ) {}

  get hasList(): boolean {
    return this.#listId !== undefined;
  }

  run(step: ProbeStep): Promise<Saw> {
    return this.#steps[step]();
  }

  #body(): object {
    return { displayName: this.listName, columns, list: { template: "genericList" } };
  }

  async #makeList(): Promise<Saw> {
    const made = await this.#post(graphPath`/sites/${this.trial.site}/lists`, this.#body());
    const id = made.ok ? textAt(made.value.body, "id") : undefined;
    this.#listId = id;
    const ends = made.ok ? ({ kind: "unreadable", where: "SharePoint", says: "a list without an id" } as const) : made.fault;
    return { isExpected: id !== undefined, saw: described(made), ...(id === undefined ? { ends } : {}) };
  }

  async #writeRow(): Promise<Saw> {
    const made = await this.#post(this.#path("items"), { fields: row });
    const id = made.ok ? textAt(made.value.body, "id") : undefined;
    this.#itemId = id;
    return { isExpected: id !== undefined, saw: described(made), ...(id === undefined && !made.ok ? { ends: made.fault } : {}) };
  }

  /** @param shown the column whose raw value is told; absent: all. */
  async #read(isRight: (fields: unknown) => boolean, shown?: string): Promise<Saw> {
    const answer = await this.trial.graph.get(this.#path("items", this.#itemId), { ...reading, query: { expand: [{ of: "fields" }] }, signal: this.signal });
    if (!answer.ok) return { isExpected: false, saw: described(answer) };
    this.#etag = answer.value.etag ?? "";
    const fields = property(answer.value.body, "fields");
    const names = shown === undefined ? Object.keys(row) : [shown];
    return { isExpected: isRight(fields), saw: names.map((name) => `${name}=${JSON.stringify(property(fields, name))}`).join(" ") };
  }

  async #change(changes: object, isRight: (fields: unknown) => boolean): Promise<Saw> {
    const changed = await this.#patch(changes);
    if (!changed.ok) return { isExpected: false, saw: described(changed) };
    const read = await this.#read(isRight);
    return { isExpected: read.isExpected, saw: `${described(changed)} ${read.saw}` };
  }

  async #etagOfChange(): Promise<Saw> {
    const changed = await this.#patch({ Share: 0.5 });
    return {
      isExpected: changed.ok && changed.value.etag !== undefined,
      saw: `${described(changed)} etag ${changed.ok && changed.value.etag !== undefined ? "present" : "absent"}`,
    };
  }

  async #filter(): Promise<Saw> {
    const query = { filter: where.fieldEquals("Word", "A word of their own"), top: 5 };
    const answer = await this.trial.graph.get(this.#path("items"), { ...reading, query, signal: this.signal });
    // Refused or answered: the app filters by indexed columns alone, so both will do.
    return { isExpected: answer.ok || statusOf(answer) === 400, saw: described(answer) };
  }

  async #delta(): Promise<Saw> {
    let count = 0;
    for await (const page of this.trial.graph.delta(this.#path("items", "delta"), { ...reading, signal: this.signal })) {
      if (!page.ok) return { isExpected: false, saw: described(page) };
      count += page.value.items.length;
    }
    return { isExpected: count >= 1, saw: `${String(count)} in the first round` };
  }

  async #versions(): Promise<Saw> {
    const answer = await this.trial.graph.get(this.#path("items", this.#itemId, "versions"), { ...reading, signal: this.signal });
    const count = answer.ok ? listAt(answer.value.body, "value").length : 0;
    return { isExpected: count > 1, saw: `${described(answer)} ${String(count)} versions` };
  }

  async #removeList(): Promise<Saw> {
    const removed = await this.trial.graph.delete(this.#path(), { scopes: scopesFor("setUpRegisters") });
    return { isExpected: removed.ok, saw: described(removed) };
  }

  #post(address: GraphPath, body: object) {
    return this.trial.graph.post(address, body, { scopes: scopesFor("setUpRegisters"), signal: this.signal });
  }

  #patch(changes: object, ifMatch?: string) {
    const call = { scopes: scopesFor("writeRegisters"), signal: this.signal, ...(ifMatch === undefined ? {} : { ifMatch }) };
    return this.trial.graph.patch(this.#path("items", this.#itemId, "fields"), changes, call);
  }

  /** Below the list that this walk made; a part that is not known names nothing, and nothing is sent. */
  #path(...parts: readonly (string | undefined)[]): GraphPath {
    const [first, second, third] = parts.map((part) => part ?? "");
    const list = this.#listId ?? "";
    const { site } = this.trial;
    if (first === undefined) return graphPath`/sites/${site}/lists/${list}`;
    if (second === undefined) return graphPath`/sites/${site}/lists/${list}/${first}`;
    if (third === undefined) return graphPath`/sites/${site}/lists/${list}/${first}/${second}`;
    return graphPath`/sites/${site}/lists/${list}/${first}/${second}/${third}`;
  }
}

const reading = { scopes: scopesFor("readRegisters") };

function refused(answer: Result<{ readonly status: number }>, expected: readonly number[]): Saw {
  return { isExpected: expected.includes(statusOf(answer)), saw: described(answer) };
}

function statusOf(answer: Result<{ readonly status: number }>): number {
  if (answer.ok) return answer.value.status;
  return originOf(answer.fault)?.status ?? 0;
}

/** "412 notAllowed conflict": what came and how the app understood it. */
function described(answer: Result<{ readonly status: number }>): string {
  if (answer.ok) return String(answer.value.status);
  const origin = originOf(answer.fault);
  return [origin?.status, origin?.code, answer.fault.kind].filter((part) => part !== undefined && part !== "").join(" ");
}

function originOf(fault: Fault): FaultOrigin | undefined {
  return "origin" in fault ? fault.origin : undefined;
}
