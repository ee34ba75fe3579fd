export const diskWords = {
  closeOtherTabs: "close this app's other tabs",
  olderTabOpen: "Another tab has an older version of this app open. Nothing was kept on this device.",
  reloadThePage: "reload the page",
  newerAppUsed: "A newer version of this app has been used here. Nothing was kept on this device.",
  secretFileAbout: "Project Registers needs this file to open what it keeps on your devices. Without it, unsent changes there are lost.",
} as const;
