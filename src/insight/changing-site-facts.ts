import { sameItems } from "../kernel";
import type { Row, RowId } from "../registers";
import { siteFacts, type ReportDue, type Site, type SiteFacts } from "./quality-site-facts";
import type { RegisterOfAProject } from "./records";
import type { Standpoint } from "./standpoint";

interface Moment {
  readonly site: Site;
  readonly standpoint: Standpoint;
  readonly rowsOf: (register: string) => readonly Row[];
}

/** One thing that a rule asked about the site, which can be asked again. */
interface Question {
  /** The registers whose rows the answer comes from. */
  readonly from: readonly string[];
  readonly ask: (facts: SiteFacts) => unknown;
  readonly answer: unknown;
}

/**
 * Facts of a site again and again. They are the same object until something that a rule has asked them has another answer:
 * as long as they are, the findings of a project whose own records did not change stand.
 */
export function createSiteFacts(): (moment: Moment) => SiteFacts {
  let last: { readonly moment: Moment; readonly facts: KeptFacts } | undefined;
  return (moment) => {
    const now = siteFacts(moment.site, moment.standpoint);
    const facts =
      last !== undefined && isSameOffice(last.moment, moment) && last.facts.goOn(now, changed(last.moment, moment)) ? last.facts : new KeptFacts(now);
    last = { moment, facts };
    return facts;
  };
}

/** What the site says of itself; of this everything depends on every part. */
function isSameOffice(before: Moment, now: Moment): boolean {
  return (
    before.standpoint === now.standpoint &&
    before.site.registers === now.site.registers &&
    before.site.inactive === now.site.inactive &&
    before.rowsOf("StrategicObjectives") === now.rowsOf("StrategicObjectives")
  );
}

function changed(before: Moment, now: Moment): (register: string) => boolean {
  return (register) => before.rowsOf(register) !== now.rowsOf(register);
}

class KeptFacts implements SiteFacts {
  #now: SiteFacts;
  readonly #asked = new Map<string, Question>();

  constructor(now: SiteFacts) {
    this.#now = now;
  }

  /** Takes newer facts when they answer everything that was asked as before. */
  goOn(now: SiteFacts, hasChanged: (register: string) => boolean): boolean {
    const isSame = [...this.#asked.values()].every(({ from, ask, answer }) => !from.some(hasChanged) || isSameAnswer(ask(now), answer));
    if (isSame) this.#now = now;
    return isSame;
  }

  get registers(): SiteFacts["registers"] {
    return this.#now.registers;
  }

  get objectives(): SiteFacts["objectives"] {
    return this.#now.objectives;
  }

  get inactive(): SiteFacts["inactive"] {
    return this.#now.inactive;
  }

  get doubleCounted(): ReadonlyMap<RowId, string> {
    return this.#answer("doubleCounted", ["Benefits", "Projects"], (facts) => facts.doubleCounted);
  }

  usesRegister(register: RegisterOfAProject): boolean {
    return this.#answer(register, [register], (facts) => facts.usesRegister(register));
  }

  usesColumn(register: RegisterOfAProject | "Projects", column: string): boolean {
    return this.#answer(`${register}.${column}`, [register], (facts) => facts.usesColumn(register, column));
  }

  lastReportDue(tier: string | undefined): ReportDue | undefined {
    return this.#now.lastReportDue(tier);
  }

  #answer<T>(key: string, from: readonly string[], ask: (facts: SiteFacts) => T): T {
    const known = this.#asked.get(key);
    if (known !== undefined) return known.answer as T; // stored under this key by this very question
    const answer = ask(this.#now);
    this.#asked.set(key, { from, ask, answer });
    return answer;
  }
}

function isSameAnswer(one: unknown, other: unknown): boolean {
  if (one instanceof Map && other instanceof Map) return sameItems([...one].flat(), [...other].flat());
  return one === other;
}
