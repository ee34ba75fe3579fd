import type { Progress, Result } from "../kernel";
import type { ListDifference, Repairable } from "../registers";

/** Making the lists of a site, and giving back what they lost. */
export interface ProvisioningService {
  /** Which lists the site has and lacks, and how those it has differ from what was asked for. */
  look(site: string): Promise<Result<SiteLook>>;
  /** The lists as SharePoint is asked to make them, for somebody who makes them without the app. */
  plan(registers: readonly string[]): Promise<Result<readonly ListPlan[]>>;
  /** Creates the named registers' lists; resumable, at most four at once. A failure here: none was begun. */
  create(site: string, registers: readonly string[], progress: Progress): Promise<Result<readonly ProvisionedList[]>>;
  /** Only what was shown and chosen; what the owner put right meanwhile is left alone. A failure here: none was begun. */
  repair(site: string, wanted: readonly WantedRepair[], progress: Progress): Promise<Result<readonly Repaired[]>>;
}

/** A site as set-up finds it. A register that uses a list of the trust's own is neither absent nor standing. */
export interface SiteLook {
  readonly absent: readonly AbsentList[];
  readonly standing: readonly StandingList[];
  /** Lists of the trust's own that could be used as registers. */
  readonly otherLists: number;
}

/** A register without a finished list of its own in the site. */
export interface AbsentList {
  readonly register: string;
  /** How many columns are to be made. */
  readonly columns: number;
  /** An interrupted set-up made the list and not all of it. */
  readonly isStarted: boolean;
}

export interface StandingList {
  readonly register: string;
  readonly differences: readonly ListDifference[];
}

export interface ProvisionedList {
  readonly register: string;
  /** `completed`: the list stood, and got what an interrupted set-up had left undone. */
  readonly outcome: Result<"created" | "completed" | "alreadyThere">;
}

export interface WantedRepair {
  readonly register: string;
  readonly difference: Repairable;
}

export interface Repaired extends WantedRepair {
  readonly outcome: Result<"done" | "alreadyThere">;
}

export interface ListPlan {
  readonly register: string;
  /** The name it is made under, from which its address comes; it gets `label` afterwards. */
  readonly urlName: string;
  readonly label: string;
  readonly purpose: string;
  /** Each as the body of a request to Microsoft Graph. */
  readonly columns: readonly { readonly name: string; readonly displayName: string }[];
}
