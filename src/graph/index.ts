export { graphPath, parseGraphLink, pathSegments, type GraphAddress, type GraphLink, type GraphPath, type PathSegments } from "./address";
export { createAppFolder, type AppFolder } from "./app-folder";
export type { GraphAnswer, GraphCall, GraphReadCall } from "./answer";
export type { BatchOptions, BatchRequest } from "./batch";
export { createFiles, type Files, type Folder, type NewFile } from "./files";
export { where, type Filter, type FilterValue } from "./filter";
export { mostInFlight, type GateNeighbours, type GateView } from "./gate";
export { createGraph, type Graph } from "./graph";
export {
  parseColumn,
  parseItemVersion,
  parseList,
  parseListItem,
  parseSite,
  type Column,
  type ColumnKind,
  type FieldValues,
  type Identity,
  type ItemVersion,
  type List,
  type ListItem,
  type Site,
} from "./list-shapes";
export { createMessages, type Mention, type Messages, type OutgoingMessage } from "./messages";
export { collectPages, lastOccurrences, readPage, type DeltaPage, type Page } from "./paging";
export { createPeople, type People } from "./people";
export {
  parseChannel,
  parseDriveItem,
  parseMessage,
  parsePerson,
  parseTeam,
  type Channel,
  type DriveItem,
  type MembershipType,
  type Message,
  type Person,
  type Team,
} from "./people-shapes";
export type { Expansion, GraphQuery, SearchPhrase, SortOrder } from "./query";
export { scopeNeeds, scopesFor, scopesUnder, type Feature, type PermissionWay, type Scope, type ScopeNeed } from "./scopes";
export { createSites, type Sites } from "./sites";
export { createTeams, type ChannelPlace, type Teams } from "./teams";
export type { GraphFetch, GraphInit, GraphPorts, TokenSource } from "./transport";
export { readAll } from "./typed";
export type { Usage } from "./usage";
