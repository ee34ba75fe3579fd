/**
 * A place in another site than the page's own: `in/northmere.sharepoint.com~sites~imaging/project/P-0001`.
 * No name in a SharePoint address may hold "~" (support.microsoft.com, "Invalid file names and file types").
 */
const pattern = /^in\/([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}(?:~[^~/?#]{1,120}){0,4})(?:\/(.*))?$/is;

export interface PlaceWithin {
  /** The other site's https address; absent: the page's own. */
  readonly site?: string;
  readonly fragment: string;
}

export function fragmentWithin(site: string, fragment: string): string {
  return `in/${siteMark(site)}${fragment === "" ? "" : `/${fragment}`}`;
}

/** Fragments come from links: whether there is such a site, and who may see it, only SharePoint says. */
export function placeWithin(fragment: string): PlaceWithin {
  const [, mark, rest] = pattern.exec(fragment.replace(/^#?\/?/, "")) ?? [];
  const site = mark === undefined ? undefined : siteOfMark(mark);
  return site === undefined ? { fragment } : { site, fragment: rest ?? "" };
}

/** "northmere.sharepoint.com~sites~imaging" for its address: short, and readable in a link. */
export function siteMark(address: string): string {
  const { hostname, pathname } = new URL(address);
  return [hostname, ...pathname.split("/").filter((part) => part !== "")].join("~");
}

export function siteOfMark(mark: string): string | undefined {
  const address = `https://${mark.replaceAll("~", "/")}`;
  return URL.canParse(address) ? new URL(address).href.replace(/\/$/, "") : undefined;
}

/** One form for comparing: SharePoint's addresses know no case. */
export function isSameSite(one: string, other: string): boolean {
  const plain = (address: string): string => decodeURI(address).replace(/\/$/, "").toLowerCase();
  return plain(one) === plain(other);
}
