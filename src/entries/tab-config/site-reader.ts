import type { SiteReader } from "../../features/tab-settings";
import { createSites, type Graph } from "../../graph";
import { fail, succeed } from "../../kernel";
import { createSharePointSource, createSiteLists } from "../../lists";
import { loadRegister, valueAt } from "../../registers";
import type { PullAnswer } from "../../store";
import { siteAt } from "../shared";

/** Reads sites for the settings page with the person's own rights. Archived records are not offered. */
export function graphSiteReader(graph: Graph): SiteReader {
  const lists = createSiteLists(graph, loadRegister);
  const source = createSharePointSource({ graph, lists, loadRegister });
  const sites = createSites(graph);
  return {
    open: async (address) => {
      const site = await siteAt(sites, address);
      return site.ok ? succeed({ id: site.value.id, name: site.value.displayName, address: site.value.webUrl }) : site;
    },
    records: async (site, register) => {
      const answers: PullAnswer[] = [];
      await source.pull([{ place: { site: site.id, register } }], (came) => answers.push(came));
      const [answer] = answers;
      if (answer === undefined) return fail({ kind: "cancelled" });
      if (!answer.pages.ok) return answer.pages;
      const records = new Map<string, { ref: string; title: string }>();
      for (const page of answer.pages.value) {
        page.removed.forEach((id) => records.delete(id));
        for (const row of page.rows) {
          const ref = valueAt(row.values, "Ref");
          if (typeof ref === "string" && valueAt(row.values, "Archived") !== true)
            records.set(row.id, { ref, title: String(valueAt(row.values, "Title") ?? ref) });
          else records.delete(row.id);
        }
      }
      return succeed([...records.values()].sort((one, other) => one.title.localeCompare(other.title, "en-GB")));
    },
  };
}
