import { createContext, useContext } from "react";
import type { Clock, Fault, Randomness, Result, Timers } from "../kernel";
import type { Adoption, CandidateList, ListAsKept, ListLook, MappedColumn, Row, RowId, Values } from "../registers";
import type { RegisterPlace, Store } from "../store";
import type { AccessService } from "./access";
import type { ProvisioningService } from "./provisioning";

/** A person as a picker shows them. `address` is the user principal name in lower case. */
export interface Person {
  readonly name: string;
  readonly address: string;
  readonly jobTitle?: string;
}

export interface PeopleService {
  /** The directory's answer to what was typed; the picker puts the project's and the site's people first itself. */
  search(written: string, signal?: AbortSignal): Promise<Result<readonly Person[]>>;
}

/** One earlier state of a row, newest first. */
export interface RowVersion {
  readonly label: string;
  readonly changedBy: string;
  readonly changedAtMs: number;
  readonly values: Values;
}

export interface HistoryService {
  versions(place: RegisterPlace, id: RowId): Promise<Result<readonly RowVersion[]>>;
}

export interface Channel {
  readonly teamId: string;
  readonly teamName: string;
  readonly channelId: string;
  readonly channelName: string;
  readonly kind: "standard" | "private" | "shared";
}

export interface PostedMessage {
  readonly messageId: string;
  readonly webUrl: string;
}

export interface MessageService {
  channels(signal?: AbortSignal): Promise<Result<readonly Channel[]>>;
  /** Posts as the signed-in person. `sentence` stands above the card as plain text. */
  postCard(channel: Channel, message: { readonly sentence: string; readonly card: object }): Promise<Result<PostedMessage>>;
}

/** Of an .xlsx file. */
export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface FileService {
  /** Hands a finished file to the person: a download in a browser, the host's own way elsewhere. */
  save(name: string, bytes: Uint8Array, contentType: string): Promise<Result<void>>;
}

/** A record's addresses: every link offers Teams and a plain browser. */
export interface RecordLinks {
  readonly teams: string;
  readonly browser: string;
}

export interface LinkService {
  /** @param site the https address of the record's site. */
  toRecord(record: { readonly register: string; readonly ref: string }, site: string): RecordLinks;
  /** A page of the app in a plain browser. */
  toPage(fragment: string): string;
  /** Opens an https address outside the app. */
  open(address: string): Promise<Result<void>>;
  /** @param html the same with its formatting, for where it is pasted into something that keeps it. */
  copy(written: string, html?: string): Promise<Result<void>>;
}

/** Lists that a trust made itself, and using them as registers. A mapping is saved as a row of Settings. */
export interface AdoptionService {
  /** The site's lists that are not ours; of each as many rows as one page counts. */
  candidates(site: string): Promise<Result<readonly CandidateList[]>>;
  look(site: string, listId: string): Promise<Result<ListLook>>;
  /** Adds columns of the register to the list, touches nothing else, and says where each stands. */
  addColumns(site: string, wanted: { readonly register: string; readonly listId: string; readonly columns: readonly string[] }): Promise<Result<AddedToList>>;
  /** Every row of the list as the mapping reads it, saved or not; `id` is the item's. */
  rows(site: string, adoption: Adoption, signal?: AbortSignal): Promise<Result<readonly Row[]>>;
  /** What is known of the site's lists is asked anew: a mapping was saved or given up. */
  lookAgain(site: string): void;
}

/** By the register's column. */
export type AddedToList = ReadonlyMap<string, MappedColumn>;

/** A site that holds registers, or may. */
export interface KnownSite {
  readonly id: string;
  readonly name: string;
  /** https */
  readonly address: string;
}

/** Sites beside the page's own. */
export interface SitesService {
  /** By its https address, never by search. `notFound`: there is none that the person may open. */
  open(address: string): Promise<Result<KnownSite>>;
  /** Sites with registers that the person follows or their organisation names; where sites are granted one by one, the named ones alone. */
  offered(): Promise<Result<readonly KnownSite[]>>;
}

/** What a person wants to do when a permission is asked for. */
export type Purpose = "read" | "save" | "findPeople" | "postCard" | "setUp" | "keepOnDevice";

/** Permissions that SharePoint and Teams want of the signed-in person. */
export interface ConsentService {
  /** Opens the sign-in window for all that the purpose needs; only from a person's press of a button. `forbidden`: not theirs to give. */
  ask(purpose: Purpose): Promise<Result<void>>;
  /** What stands still for want of a permission. */
  heldUp(): "read" | "save" | undefined;
  subscribe(listener: () => void): () => void;
}

/** What is known of a list in this session: what was refused there, and the columns as its owner keeps them. */
export interface RightsService {
  /** `unknown` until SharePoint has refused something: rights are learned, not asked. */
  of(place: RegisterPlace): "unknown" | "readOnly" | "noAccess";
  /** Undefined before the list was read; the same object until something differs. */
  list(place: RegisterPlace): ListAsKept | undefined;
  subscribe(listener: () => void): () => void;
}

/** Keeps what somebody looks at fresh, as often as is polite. */
export interface RefreshingService {
  /** These places are in sight until the returned function is called. */
  show(places: readonly RegisterPlace[]): () => void;
  /** What stood in the way of reading is gone: what is in sight and not fresh is asked for now. */
  lookAgain(): void;
}

/** What this page has asked of SharePoint since it was opened, in figures alone. */
export interface PageFigures {
  readonly openedAtMs: number;
  /** What left this page; a batch is one. */
  readonly calls: number;
  /** As SharePoint counts them: each part of a batch is one. */
  readonly requests: number;
  /** Of the requests, those that travelled in batches. */
  readonly batched: number;
  readonly units: number;
  readonly unitsInLastMinute: number;
  /** The whole app's budget in the tenant; absent until SharePoint says it. */
  readonly unitsAllowedPerMinute?: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** Answers that said: not now. */
  readonly throttled: number;
  readonly longestWaitMs: number;
  readonly version: string;
  readonly tenantId: string;
}

export interface DiagnosticsService {
  figures(): PageFigures;
}

/** `sealed`: rows and unsent changes, under a key that only their person can have made; `memory`: unsent changes alone, in clear; `off`: nothing. */
export type KeepingMode = "sealed" | "memory" | "off";

/** What lies on this device for its person beside what the store tells of, as at one moment, and what can be done about it. */
export interface KeptHere {
  readonly mode: KeepingMode;
  /** What the organisation allows. */
  readonly wanted: KeepingMode;
  /** Why the mode is not the wanted one. */
  readonly because?: Fault;
  /** Changes of earlier times that cannot be opened today, at most. */
  readonly waitingUnsent: number;
  /** Changes whose key is gone, at most. */
  readonly lostUnsent: number;
  /** All that lies here unsent, in every mode and tab, at most: what clearing the device would drop. */
  readonly unsentHere: number;
  /** The person has read that changes are lost, and lets them go. */
  forgetLost(): Promise<Result<void>>;
  /** Opens the page anew, for what begins with the next opening. */
  openAnew(): void;
  /** Takes everything of this person away, whatever waits, signs out here and in their other open pages, and leaves the page. */
  signOutAndClear(): Promise<Result<void>>;
}

export interface DeviceService {
  /** Undefined when the code for it could not be fetched. */
  keptHere(): Promise<KeptHere | undefined>;
}

/** What this tab is about: the person's own work, one project, a programme, or everything in the site. */
export type Scope =
  | { readonly kind: "mine" }
  | { readonly kind: "project"; readonly ref: string }
  | { readonly kind: "programme"; readonly ref: string }
  | { readonly kind: "raid" }
  | { readonly kind: "portfolio" };

export interface Session {
  readonly me: Person;
  readonly site: { readonly id: string; readonly name: string; readonly address: string };
  readonly scope: Scope;
  readonly host: "teams" | "excel" | "browser";
  /** Invented records in memory: nothing typed here is kept anywhere. */
  readonly isSample?: true;
  /** The channel that the tab stands in. */
  readonly channel?: Pick<Channel, "teamId" | "channelId" | "channelName">;
}

/** Preferences that stay on the device; every call survives storage that is closed to us. */
export interface PreferenceService {
  read(name: string): string | undefined;
  write(name: string, value: string): void;
}

/** Somebody who would lose something if the screen went elsewhere. */
export interface LocationGuard {
  /** Whether nothing is lost by going to this fragment. */
  keeps(fragment: string): boolean;
  /** A move was held back: a call of `go` or `replace`, Back, or a followed link. `leave` makes it after all. */
  ask(leave: () => void): void;
}

/** Where the screen is, kept in the address's fragment in the tab and in memory in the pane. */
export interface LocationService {
  read(): string;
  /** The same place as a link's address: for `href`, so that a link can be copied or opened beside. */
  addressOf(fragment: string): string;
  go(fragment: string): void;
  replace(fragment: string): void;
  subscribe(listener: () => void): () => void;
  /** Holds back moves that would lose something until the returned function is called; meanwhile closing the page asks, too. */
  guard(guard: LocationGuard): () => void;
}

/** Everything a screen may reach, plugged in by `entries`. */
export interface Services {
  readonly store: Store;
  readonly session: Session;
  readonly people: PeopleService;
  readonly history: HistoryService;
  readonly messages: MessageService;
  readonly files: FileService;
  readonly links: LinkService;
  readonly sites: SitesService;
  readonly provisioning: ProvisioningService;
  readonly adoption: AdoptionService;
  readonly consent: ConsentService;
  readonly access: AccessService;
  readonly rights: RightsService;
  readonly refreshing: RefreshingService;
  readonly diagnostics: DiagnosticsService;
  readonly device: DeviceService;
  readonly preferences: PreferenceService;
  readonly location: LocationService;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly randomness: Randomness;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error("a screen was rendered without its services");
  return services;
}
