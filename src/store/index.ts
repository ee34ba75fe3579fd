export { createStore } from "./create-store";
export type { CreateRequest, PullAnswer, PullPage, PullRequest, RegisterPlace, RegisterSource, UpdateRequest } from "./ports";
export type {
  ChangeReceipt,
  Decision,
  DecisionAnswer,
  DeviceState,
  EditOutcome,
  FieldConflict,
  Pages,
  PlaceState,
  SavedState,
  Store,
  StoreDevice,
  StoredRow,
  StoreEnvironment,
  StoreStatus,
} from "./store";
export type { Disk, DiskChange, DiskEntry, DiskLoss, Drawer, ExpectedVersion, WriteOptions } from "./disk";
export { moveQueue } from "./move-queue";
export { packedRows, type RowsFormat } from "./packed-rows";
export { sealedDisk, type Cipher } from "./sealed-disk";
