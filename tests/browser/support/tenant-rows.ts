import type { Demo } from "./demo";

/** A list item as the tenant's items endpoint gives it. */
export interface Item {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const officeSite = "northmere.sharepoint.com:/sites/pmo";

/** Every item of a list of the office's site. */
export function itemsOf(demo: Demo, list: string): Promise<readonly Item[]> {
  return ask(demo, `/lists/${list}/items?$expand=fields&$top=5000`);
}

/** The item with this ref. */
export async function itemWith(demo: Demo, list: string, ref: string): Promise<Item | undefined> {
  const [item] = await ask(demo, `/lists/${list}/items?$expand=fields&$filter=${encodeURIComponent(`fields/Ref eq '${ref}'`)}`);
  return item;
}

/** Open rows of a project that have all of these columns filled: what a test may work on, whatever the seed says. */
export async function openRows(demo: Demo, list: string, filled: readonly string[] = []): Promise<readonly Item[]> {
  const rows = await itemsOf(demo, list);
  return rows.filter(({ fields }) => fields["Status"] === "Open" && ["Ref", "ProjectRef", ...filled].every((name) => fields[name] !== undefined));
}

export function textOf(item: Item | undefined, column: string): string {
  const value = item?.fields[column];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

async function ask(demo: Demo, path: string): Promise<readonly Item[]> {
  const site = await demo.graph("pm", `/sites/${officeSite}`);
  const { id } = site.body as { readonly id: string };
  const answer = await demo.graph("pm", `/sites/${id}${path}`);
  if (answer.status !== 200) throw new Error(`the tenant answered ${String(answer.status)} to ${path}: ${JSON.stringify(answer.body)}`);
  return (answer.body as { readonly value: readonly Item[] }).value;
}
