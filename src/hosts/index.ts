export type { Host, HostContext, HostTheme, TabConfiguration, TabSettings } from "./host";
export { connectTeams, teamsDeepLink, type TeamsConnection } from "./teams/teams-host";
export { browserHost } from "./browser/browser-host";
export { createSignIn, type SignedInPerson, type SignIn, type SignInSettings } from "./sign-in/sign-in";
export { copyText, devicePreferences, saveDownload, systemClock, systemRandomness, systemTimers } from "./device/device";
export { channelOf, type ChannelPage } from "./device/channel";
export { clearDatabase, type DiskOwner } from "./device/database-names";
export { openIndexedDbDisk, type DiskPlatform } from "./device/indexed-db-disk";
export { webCipher } from "./device/web-cipher";
export { secretFileName, type SecretPlace } from "./device/device-secret";
export {
  hasSealedDatabase,
  openDevice,
  type DeviceMode,
  type DevicePlatform,
  type DeviceRequest,
  type DeviceStore,
  type OpenedDevice,
} from "./device/open-device";
export { orderChannel } from "./device/order-channel";
export { pagesOf, type PagesPage } from "./device/pages";
export { fragmentLocation, memoryLocation } from "./device/location";
export { connectExcel, type ExcelConnection } from "./excel/excel-host";
export { excelSheet } from "./excel/excel-sheet";
