import type { GraphFetch } from "../../graph";

/** What differs between production and the demo: where the pages' own files and Graph's answers come from. Nothing else may. */
export interface Environment {
  readonly page: Window & typeof globalThis;
  /** The content of `deployment.json`, not yet parsed. */
  readonly deployment: () => Promise<unknown>;
  readonly graphFetch: GraphFetch;
  /** Only where sign-in is not Microsoft's own. */
  readonly authority?: { readonly cloudDiscoveryMetadata: string; readonly authorityMetadata: string };
  /** Pages besides Microsoft's that may frame the app; empty in production. */
  readonly alsoFramedBy: readonly string[];
}

/** The production environment: Graph itself, and the file beside the page. */
export function productionEnvironment(page: Window & typeof globalThis): Environment {
  return {
    page,
    deployment: async () => {
      const response = await page.fetch("deployment.json", { cache: "no-store" });
      return response.ok ? ((await response.json()) as unknown) : undefined;
    },
    graphFetch: (url, init) => page.fetch(url, init),
    alsoFramedBy: [],
  };
}
