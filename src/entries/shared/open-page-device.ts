import { createAppFolder, type GateNeighbours } from "../../graph";
import {
  devicePreferences,
  hasSealedDatabase,
  openDevice,
  orderChannel,
  pagesOf,
  secretFileName,
  systemClock,
  systemRandomness,
  systemTimers,
  type OpenedDevice,
} from "../../hosts";
import { wait } from "../../kernel";
import type { KeptHere } from "../../parts";
import { moveQueue, packedRows, sealedDisk, type Pages } from "../../store";
import type { PageDeviceParts } from "./device-parts";
import { keptHere, leaveWithOthers } from "./kept-here";

/** webpack's name of this very build. */
declare const __webpack_hash__: string;

/** Clearing up after others is for when the first screen has come to rest. */
const quietAfterMs = 20_000;

/** Another build may know other columns, so what it has kept is pulled anew. */
export const rowsFormat = packedRows(__webpack_hash__);

export interface OpenedPageDevice extends Pick<OpenedDevice, "mode" | "disk"> {
  keptHere(): Promise<KeptHere>;
}

export async function openPageDevice({ page, graph, owner, wanted }: PageDeviceParts): Promise<OpenedPageDevice> {
  const folder = createAppFolder(graph);
  const secretPlace = {
    read: (signal?: AbortSignal) => folder.read(secretFileName, signal),
    createOnce: (bytes: Uint8Array) => folder.createOnce(secretFileName, bytes),
  };
  const opened = await openDevice(platformOf(page), { seal: sealedDisk, move: moveQueue }, { owner, wanted, secretPlace });
  void wait(systemTimers, quietAfterMs).then(async () => {
    await opened.tidy();
    await opened.takeIn();
  });
  const { mode, disk } = opened;
  const shared = { ...opened, tellOthersToLeave: leaveWithOthers({ page, owner }) };
  return { mode, disk, keptHere: () => keptHere({ page, wanted }, shared) };
}

export function mayHoldRows({ page, owner }: Pick<PageDeviceParts, "page" | "owner">): Promise<boolean> {
  return hasSealedDatabase(platformOf(page), owner);
}

export function pagesHere({ page, owner }: Pick<PageDeviceParts, "page" | "owner">): Pages {
  return pagesOf(page, systemRandomness, owner);
}

export function ordersHere({ page, owner }: Pick<PageDeviceParts, "page" | "owner">): GateNeighbours {
  return orderChannel(page, owner);
}

function platformOf(page: PageDeviceParts["page"]): Parameters<typeof openDevice>[0] {
  return { page, timers: systemTimers, clock: systemClock, randomness: systemRandomness, notes: devicePreferences(page) };
}
