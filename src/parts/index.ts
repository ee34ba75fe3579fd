export { fragmentOf, pageFromFragment, readRecordAddress, recordAddressText, type Page, type RecordAddress } from "./page";
export {
  ServicesProvider,
  useServices,
  type Channel,
  type FileService,
  type HistoryService,
  type LinkService,
  type LocationService,
  type MessageService,
  type MissingList,
  type PeopleService,
  type Person,
  type PostedMessage,
  type PreferenceService,
  type ProvisionedList,
  type ProvisioningService,
  type RecordLinks,
  type RightsService,
  type RowVersion,
  type Scope,
  type Services,
  type Session,
} from "./services";
export { projectTitle, ruleContext, useFreshRows, usePlace, usePlaceState, useRights, useRows, useStoreStatus } from "./use-records";
export { RecordPanel, useOutcomeNotice, type RecordPanelProps } from "./record/record-panel";
export { ConflictPanel, type ConflictPanelProps } from "./record/conflict-panel";
export { markDifferences } from "./record/word-difference";
export { patientDetails, readDrafts, startingValues, draftsFrom, addressOf, type Drafts } from "./record/drafts";
export { recordName } from "./record/use-record-form";
export { PersonPicker } from "./pickers/person-picker";
export { ReferencePicker } from "./pickers/reference-picker";
export { RecordList, type RecordListProps } from "./list/record-list";
export { plainView, readView, viewText, type ListView } from "./list/list-view";
export { projectColumn, recordColumns, startingColumns, valueColumn, type RecordColumn } from "./list/record-column";
export { useListState } from "./list/use-list-state";
export { workbookType } from "./list/open-in-excel";
export { ragFrom } from "./rag-from";
export { HostLink } from "./host-link";
export { ChangePlanPreview, type ChangePlanPreviewProps } from "./change-plan/change-plan-preview";
export { ScoreMark } from "./list/value-mark";
