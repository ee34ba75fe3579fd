export const hostWords = {
  openTheLink: "open the link",
  linkNotOpened: "The link could not be opened from here.",
  copyTheText: "copy the text",
  textNotCopied: "The text could not be copied.",
  tabNotSaved: "The tab could not be saved. Check the site and try again.",
  signIn: "sign in",
  windowBlocked: "The browser stopped the window. Allow pop-ups for this page, then try again.",
  otherAccount: "That was another account. Nothing was changed.",
} as const;
