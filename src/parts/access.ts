import type { permissionWords, siteCheckWords } from "../content";
import type { Fault, Progress, Result } from "../kernel";
import type { RowId } from "../registers";

/** Everything that the app may be allowed, and the way in which its organisation allows it. */
export interface Permissions {
  readonly way: keyof typeof permissionWords.ways;
  readonly needs: readonly Permission[];
  /** Microsoft's page on which an administrator allows all of it for everybody. */
  readonly consentLink: string;
}

export interface Permission {
  readonly feature: keyof typeof permissionWords.features;
  /** By Microsoft's name; undefined where nobody is asked and an administrator does it outside the app. */
  readonly scope?: string;
  readonly administratorMustConsent: boolean;
  readonly askedAt: "sign in" | "first use" | "not yet";
  readonly state: keyof typeof permissionWords.states;
}

/** What somebody cannot do: anything, a register, or a change to one of its rows. */
export interface AccessQuestion {
  /** The site's https address. */
  readonly site: string;
  readonly register?: string;
  readonly row?: RowId;
}

/** What a few reads answered, in their order. A question after one that failed was not asked; nothing was written. */
export interface AccessFindings {
  readonly me: Result<{ readonly name: string; readonly address: string }>;
  readonly site?: Result<{ readonly name: string; readonly address: string }>;
  /** How many lists of registers the person sees. */
  readonly lists?: Result<number>;
  /** The register's list. */
  readonly list?: Result<{ readonly address: string }>;
  /** Of its rows, whether the first can be read. */
  readonly rows?: Result<number>;
  /** `label` is the row's retention label, "" without one. */
  readonly row?: Result<{ readonly label: string }>;
}

/** What a site did at one step of a check. */
export interface SiteCheckFinding {
  readonly step: keyof typeof siteCheckWords.steps;
  readonly outcome: keyof typeof siteCheckWords.outcomes;
  /** Status, code and shapes as they came; no text of any register. */
  readonly saw: string;
}

/** A check of how a real site behaves, in a list of its own that is removed again. */
export interface SiteCheck {
  readonly listName: string;
  readonly startedAtMs: number;
  readonly findings: readonly SiteCheckFinding[];
  /** Why it ended early, where it did. */
  readonly fault?: Fault;
}

/** Permissions of the app and rights of its person, as far as they can be known without a write. */
export interface AccessService {
  permissions(): Promise<Result<Permissions>>;
  look(question: AccessQuestion): Promise<Result<AccessFindings>>;
  /** Writes to a list of its own and to nothing else; stopped, it still removes that. */
  check(site: string, progress: Progress): Promise<Result<SiteCheck>>;
}
