import type { Graph } from "../../graph";
import type { DeviceMode, DiskOwner } from "../../hosts";

export interface PageDeviceParts {
  readonly page: Window & typeof globalThis;
  readonly graph: Graph;
  readonly owner: DiskOwner;
  readonly wanted: DeviceMode;
}
