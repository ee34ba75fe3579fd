import type { StoreDevice } from "../../../src/store";
import { MishapDisk, type DiskMishap } from "../store/mishap-disk";
import { OneDevice } from "../store/one-device";

export interface FullDevice {
  readonly device: StoreDevice;
  /** Undefined: there is room again. */
  readonly mishap: { now: DiskMishap | undefined };
}

/** A device that has no room for a change. */
export function fullDevice(): FullDevice {
  const one = new OneDevice();
  const mishap: FullDevice["mishap"] = { now: "refuse" };
  return { device: one.page("a page", new MishapDisk(one.memory.open(), () => mishap.now)), mishap };
}
