export const hostWords = {
  openTheLink: "open the link",
  linkNotOpened: "The link could not be opened from here.",
  copyTheText: "copy the text",
  textNotCopied: "The text could not be copied.",
  saveTheFile: "save the file",
  fileNotSaved: "The file could not be saved.",
  tabNotSaved: "The tab could not be saved. Check the site and try again.",
  signIn: "sign in",
} as const;
