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
