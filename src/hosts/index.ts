export type { Host, HostContext, HostTheme, TabConfiguration, TabSettings } from "./host";
export { connectTeams, teamsDeepLink, type TeamsConnection } from "./teams/teams-host";
export { browserHost } from "./browser/browser-host";
export { createSignIn, type SignedInPerson, type SignIn, type SignInSettings } from "./sign-in/sign-in";
export { copyText, devicePreferences, saveDownload, systemClock, systemRandomness, systemTimers } from "./device/device";
export { fragmentLocation, memoryLocation } from "./device/location";
export { connectExcel, type ExcelConnection } from "./excel/excel-host";
export { excelSheet } from "./excel/excel-sheet";
