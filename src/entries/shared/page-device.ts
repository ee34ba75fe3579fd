import type { GateNeighbours } from "../../graph";
import { fail } from "../../kernel";
import type { KeptHere } from "../../parts";
import type { StoreDevice } from "../../store";
import type { PageDeviceParts } from "./device-parts";

const openCode = () => import("./open-page-device").catch(() => undefined);

/** What this device keeps for the person who has signed in. */
export interface PageDevice {
  /** As at one moment; undefined when the code for it could not be fetched. */
  keptHere(): Promise<KeptHere | undefined>;
  /** For one store; a page that turns to another site makes a second one. */
  forStore(): StoreDevice;
}

/** The gates of this person's other pages here; undefined when the code for it could not be fetched. */
export async function gateNeighbours(parts: Pick<PageDeviceParts, "page" | "owner">): Promise<GateNeighbours | undefined> {
  return (await openCode())?.ordersHere(parts);
}

/** Opens the device while the page goes on to its first rows. */
export function pageDevice({ page, graph, owner, wanted }: PageDeviceParts): PageDevice {
  const code = openCode();
  const opened = code.then((loaded) => loaded?.openPageDevice({ page, graph, owner, wanted }));
  return {
    keptHere: async () => (await opened)?.keptHere(),
    forStore: () => ({
      disk: opened.then((device) => device?.disk ?? fail({ kind: "offline" })),
      rowsFormat: Promise.all([code, opened]).then(([loaded, device]) => (device?.mode === "sealed" ? loaded?.rowsFormat : undefined)),
      mayHoldRows: code.then(async (loaded) => wanted === "sealed" && (await loaded?.mayHoldRows({ page, owner })) === true),
      pages: code.then((loaded) => loaded?.pagesHere({ page, owner })),
    }),
  };
}
