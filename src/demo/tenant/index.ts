export { createTenant, type Tenant, type TenantOptions } from "./create-tenant";
export type { Administration, NewChannel, NewPerson, NewSite, NewTeam, NewTenant } from "./administration";
export type { ListsApp, TypedRow } from "./lists-app";
export { seededRandomness } from "./seeded-randomness";
export { tenantFetch } from "./tenant-fetch";
export { isTenantFault, tenantFaults, type FaultSetting, type FaultSwitches, type RetryAfterForm, type TenantFault } from "./engine/faults";
export type { ListRight, OwnListRight, Restrictions } from "./engine/restrictions";
export { productAppId } from "./engine/tokens";
export type { Complaint, ComplaintKind, Usage, UsageReport } from "./engine/usage";
export type { TenantRequest, TenantResponse } from "./engine/wire";
export type { TenantQuirks } from "./engine/world";
export { recordKinds, type RecordKind, type StoredRecord, type TenantState, type TenantStorage } from "./state/state";
export type {
  AppRole,
  ChannelRecord,
  ColumnRecord,
  FieldValue,
  ItemRecord,
  ListRecord,
  MembershipType,
  MessageRecord,
  PersonRecord,
  SiteRecord,
  SiteRole,
  TeamRecord,
  TenantRecord,
  VersionRecord,
} from "./state/records";
