export { createStore } from "./create-store";
export type { CreateRequest, PullAnswer, PullPage, PullRequest, RegisterPlace, RegisterSource, UpdateRequest } from "./ports";
export type {
  ChangeReceipt,
  Decision,
  DecisionAnswer,
  EditOutcome,
  FieldConflict,
  PlaceState,
  SavedState,
  Store,
  StoredRow,
  StoreEnvironment,
  StoreStatus,
} from "./store";
export type { Disk, DiskChange, DiskEntry, DiskLoss, Drawer, ExpectedVersion, WriteOptions } from "./disk";
export type { Cipher } from "./sealed-disk";
