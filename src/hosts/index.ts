export type { Host, HostContext, HostTheme, TabConfiguration, TabSettings } from "./host";
export { connectTeams, teamsDeepLink, type TeamsConnection } from "./teams/teams-host";
export { browserHost } from "./browser/browser-host";
export { createSignIn, type SignedInPerson, type SignIn, type SignInSettings } from "./sign-in/sign-in";
export { copyText, devicePreferences, fragmentLocation, memoryLocation, saveDownload, systemClock, systemRandomness, systemTimers } from "./device/device";
export { connectExcel, type ExcelConnection } from "./excel/excel-host";
export { excelSheet } from "./excel/excel-sheet";
