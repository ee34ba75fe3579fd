import type { Result } from "../../kernel";
import type { Scope } from "../../parts";

/** A site that was opened with the reader's own rights. */
export interface ReadableSite {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** A site an administrator named beforehand. */
export interface NamedSite {
  readonly name: string;
  readonly address: string;
}

/** A project or programme as the picker offers it. */
export interface NamedRecord {
  readonly ref: string;
  readonly title: string;
}

/** What the settings page needs of SharePoint. */
export interface SiteReader {
  /** By address, never by search: a name may belong to another site. */
  open(address: string): Promise<Result<ReadableSite>>;
  /** `notFound`: the site has no such register. */
  records(site: ReadableSite, register: "Projects" | "Programmes"): Promise<Result<readonly NamedRecord[]>>;
}

/** What a person has chosen for a tab, complete. */
export interface TabSettingsChoice {
  /** The site's https address. */
  readonly site: string;
  readonly scope: Scope;
  /** What the tab will be called. */
  readonly name: string;
}
