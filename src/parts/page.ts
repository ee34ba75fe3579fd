import { placeWithin, siteMark } from "./within-site";

/**
 * Where a screen is, as the address's fragment says it. Fragments come from links in cards and mails: hostile until read here.
 * Anything that is not one of these forms opens the start page.
 */
export type Page =
  | { readonly kind: "start" }
  | { readonly kind: "raid"; readonly view?: string; readonly open?: RecordAddress }
  | { readonly kind: "projects"; readonly view?: string; readonly open?: RecordAddress }
  /** The projects of several sites; `sites` by address where a link names them, else those that the person chose. */
  | { readonly kind: "portfolio"; readonly view?: string; readonly sites?: readonly string[]; readonly isChoosing?: true }
  | { readonly kind: "project"; readonly ref: string; readonly open?: RecordAddress }
  /** How a project's figures are worked out; `figure` is the one that was asked for. */
  | { readonly kind: "figures"; readonly project: string; readonly figure?: string }
  /** What is wrong or missing in the records of one project, or of the site. */
  | { readonly kind: "quality"; readonly project?: string; readonly open?: RecordAddress }
  | { readonly kind: "register"; readonly register: string; readonly view?: string; readonly open?: RecordAddress }
  | { readonly kind: "import"; readonly register: string }
  | { readonly kind: "card"; readonly project: string }
  | { readonly kind: "decisions" }
  | { readonly kind: "setUp" }
  | { readonly kind: "diagnostics" }
  | { readonly kind: "permissions" }
  | { readonly kind: "check" }
  | { readonly kind: "why"; readonly register?: string }
  /** A list that the trust made itself: all of them, one as it is, or one to be copied. */
  | { readonly kind: "adopt"; readonly listId?: string; readonly isCopy?: true };

/** A record by its ref, by its id while it has none, or "new"; `field` is put in focus. */
export interface RecordAddress {
  readonly register: string;
  readonly ref: string;
  readonly field?: string;
}

const name = "[A-Za-z]{1,40}";
const ref = "[A-Z]{1,3}-[0-9]{1,9}";
// A row typed in Lists has only its item id, one that is on its way only its client key.
const openPattern = new RegExp(`^(${name})/(${ref}|[0-9]{1,9}|new:[0-9a-f]{32}|new)(?:/(${name}[0-9]{0,2}))?$`);

/** Reads "raid", "projects", "project/P-0001", "register/Risks", each with "?view=…&open=Risks/R-0042/Owner". */
export function pageFromFragment(fragment: string): Page {
  const [path = "", query = ""] = fragment.replace(/^#?\/?/, "").split("?", 2);
  const asked = new URLSearchParams(query);
  const open = readRecordAddress(asked.get("open") ?? "");
  const view = asked.get("view") ?? "";
  const more = { ...(open === undefined ? {} : { open }), ...(view === "" || view.length > longestView ? {} : { view }) };
  const project = new RegExp(`^project/(${ref})$`).exec(path);
  if (project?.[1] !== undefined) return { kind: "project", ref: project[1], ...(open === undefined ? {} : { open }) };
  const figures = new RegExp(`^figures/(${ref})(?:/([a-z]{1,20}))?$`, "i").exec(path);
  if (figures?.[1] !== undefined) return { kind: "figures", project: figures[1], ...(figures[2] === undefined ? {} : { figure: figures[2] }) };
  const quality = new RegExp(`^quality(?:/(${ref}))?$`).exec(path);
  if (quality !== null) return { kind: "quality", ...(quality[1] === undefined ? {} : { project: quality[1] }), ...(open === undefined ? {} : { open }) };
  const register = new RegExp(`^(register|import)/(${name})$`).exec(path);
  if (register?.[2] !== undefined)
    return register[1] === "import" ? { kind: "import", register: register[2] } : { kind: "register", register: register[2], ...more };
  const card = new RegExp(`^card/(${ref})$`).exec(path);
  if (card?.[1] !== undefined) return { kind: "card", project: card[1] };
  if (path === "raid" || path === "projects") return { kind: path, ...more };
  if (path === "portfolio" || path === "portfolio/sites") return portfolioFrom(path, asked);
  const why = new RegExp(`^why(?:/(${name}))?$`).exec(path);
  if (why !== null) return { kind: "why", ...(why[1] === undefined ? {} : { register: why[1] }) };
  const adopt = /^adopt(?:\/([0-9a-f-]{36})(\/copy)?)?$/.exec(path);
  if (adopt !== null) return { kind: "adopt", ...(adopt[1] === undefined ? {} : { listId: adopt[1] }), ...(adopt[2] === undefined ? {} : { isCopy: true }) };
  if (path === "decisions" || path === "diagnostics" || path === "permissions" || path === "check") return { kind: path };
  return path === "set-up" ? { kind: "setUp" } : { kind: "start" };
}

const longestView = 2_000;
const mostSites = 100;

function portfolioFrom(path: string, asked: URLSearchParams): Page {
  const view = asked.get("view") ?? "";
  const marks = (asked.get("sites") ?? "").split(" ").slice(0, mostSites);
  const sites = marks.flatMap((mark) => placeWithin(`in/${mark}`).site ?? []);
  return {
    kind: "portfolio",
    ...(view === "" || view.length > longestView ? {} : { view }),
    ...(sites.length === 0 ? {} : { sites }),
    ...(path === "portfolio" ? {} : { isChoosing: true }),
  };
}

export function fragmentOf(page: Page): string {
  const asked = new URLSearchParams();
  if ("sites" in page) asked.set("sites", page.sites.map(siteMark).join(" "));
  if ("view" in page) asked.set("view", page.view);
  if ("open" in page) asked.set("open", recordAddressText(page.open));
  const query = asked.size === 0 ? "" : `?${asked.toString()}`;
  switch (page.kind) {
    case "start":
      return "";
    case "project":
      return `project/${page.ref}${query}`;
    case "register":
    case "import":
      return `${page.kind}/${page.register}${query}`;
    case "card":
      return `card/${page.project}`;
    case "figures":
      return `figures/${page.project}${page.figure === undefined ? "" : `/${page.figure}`}`;
    case "quality":
      return `${page.project === undefined ? "quality" : `quality/${page.project}`}${query}`;
    case "setUp":
      return "set-up";
    case "portfolio":
      return `${page.isChoosing === true ? "portfolio/sites" : "portfolio"}${query}`;
    case "why":
      return page.register === undefined ? "why" : `why/${page.register}`;
    case "adopt":
      return ["adopt", ...(page.listId === undefined ? [] : [page.listId.toLowerCase()]), ...(page.isCopy === true ? ["copy"] : [])].join("/");
    default:
      return `${page.kind}${query}`;
  }
}

/** "Risks/R-0042" or "Risks/R-0042/Owner": also what a Teams deep link carries as its subpage. */
export function recordAddressText(address: RecordAddress): string {
  return [address.register, address.ref, ...(address.field === undefined ? [] : [address.field])].join("/");
}

export function readRecordAddress(text: string): RecordAddress | undefined {
  const [, register, recordRef, field] = openPattern.exec(text) ?? [];
  if (register === undefined || recordRef === undefined) return undefined;
  return { register, ref: recordRef, ...(field === undefined ? {} : { field }) };
}
