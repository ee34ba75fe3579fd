export { fragmentOf, pageFromFragment, readRecordAddress, recordAddressText, type Page, type RecordAddress } from "./page";
export type { AccessFindings, AccessQuestion, AccessService, Permission, Permissions, SiteCheck, SiteCheckFinding } from "./access";
export type { AbsentList, ListPlan, ProvisionedList, ProvisioningService, Repaired, SiteLook, StandingList, WantedRepair } from "./provisioning";
export {
  ServicesProvider,
  useServices,
  workbookType,
  type AddedToList,
  type AdoptionService,
  type Channel,
  type ConsentService,
  type DeviceService,
  type DiagnosticsService,
  type FileService,
  type HistoryService,
  type KeepingMode,
  type KeptHere,
  type KnownSite,
  type LinkService,
  type LocationService,
  type MessageService,
  type PeopleService,
  type PageFigures,
  type Person,
  type PostedMessage,
  type PreferenceService,
  type Purpose,
  type RecordLinks,
  type RefreshingService,
  type RightsService,
  type RowVersion,
  type Scope,
  type Services,
  type Session,
  type SitesService,
} from "./services";
export { chosenSites, keepChosenSites, useChosenSites } from "./chosen-sites";
export { fragmentWithin, isSameSite, placeWithin } from "./within-site";
export { keptRegister, projectTitle, ruleContext, useFreshRows, usePlaceState, useRegisterAsKept, useRight, useRows, useStoreStatus } from "./use-records";
export { Refreshing, type RefreshingPorts, type Rest } from "./refreshing";
export { MissingColumnsNotice } from "./missing-columns-notice";
export { RecordPanel } from "./record/fetched-record-panel";
export { LeaveQuestion } from "./record/leave-question";
export { useLeaveGuard, type LeaveGuard } from "./record/use-leave-guard";
export { useOutcomeNotice } from "./record/use-outcome-notice";
export { NotSavedYet } from "./record/fetched-not-saved-yet";
export { HeldEdits, useCountUnsaved } from "./record/held-edits";
export { decisionName, useAnswer } from "./record/use-answer";
export { useQuiet } from "./record/use-quiet";
export { DeviceNotices } from "./saving/fetched-device-notices";
export { ClearDevice } from "./saving/fetched-clear-device";
export { SaveState } from "./saving/save-state";
export { stopNewEdits } from "./saving/stop-new-edits";
export { useTakeBack } from "./record/use-take-back";
export type { RecordPanelProps } from "./record/record-panel";
export { ConflictPanel } from "./record/conflict-panel";
export { markDifferences } from "./record/word-difference";
export { patientDetails, readDrafts, startingValues, draftsFrom, addressOf, type Drafts } from "./record/drafts";
export { useOpenRow } from "./use-open-row";
export { useOfferedRegisters, type OfferedRegisters } from "./use-offered-registers";
export { PersonPicker } from "./pickers/person-picker";
export { ReferencePicker } from "./pickers/reference-picker";
export { RecordList, type RecordListProps } from "./list/record-list";
export { plainView, readView, viewText, type ListView } from "./list/list-view";
export { projectColumn, recordColumns, startingColumns, valueColumn, type RecordColumn } from "./list/record-column";
export { noRegister } from "./list/no-register";
export { useListState } from "./list/use-list-state";
export { ragFrom } from "./rag-from";
export { PageLink } from "./page-link";
export { HostLink } from "./host-link";
export { AllowNotice, type AllowNoticeProps } from "./consent/allow-notice";
export { ChangePlanPreview, type ChangePlanPreviewProps } from "./change-plan/change-plan-preview";
export { ScoreMark } from "./list/value-mark";
export { FigureView, type FigureViewProps } from "./insight/figure-view";
export { ReferenceDataNotices } from "./insight/reference-data-notices";
export { inputsLine, inputText } from "./insight/figure-text";
export { useSiteInsight, type InsightState } from "./insight/use-site-insight";
