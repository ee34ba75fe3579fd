/** What stands before the first page of the tab. */
export const tabWords = {
  opening: "Opening your registers",
  signInTitle: "Sign in to your registers",
  signInExplain: "Use your work account. Nothing is stored outside your organisation.",
  signInRefused: "Signing in was not allowed. Your administrator may have to approve Project Registers.",
  signInClosed: "The window was closed before you signed in.",
  signInWaiting: "Sign in in the window that opened. If you closed it, choose Sign in again.",
  signIn: "Sign in",
  notSetUp: "Project Registers is not set up here yet",
  notSetUpExplain: (fields: string) =>
    fields === "" ? "The file deployment.json is missing. Ask your administrator." : `The file deployment.json needs: ${fields}. Ask your administrator.`,
  noSiteChosen: "No SharePoint site has been chosen for this tab",
  siteNotOpened: (address: string) => `The site ${address} could not be opened`,
  siteForbidden: "Ask the site's owner for access, then try again.",
  noSuchSite: "It may have been moved or deleted. Ask whoever set up this tab.",
  siteNoAnswer: "Nothing was changed. Try again in a moment.",
  whichSite: "Which registers?",
  whichSiteExplain: "Your organisation keeps registers in more than one site. The pane remembers your choice.",
  siteShown: (name: string) => `Registers of ${name}`,
  otherSite: "Other site",
  saveFirst: "Wait until everything is saved, or decide what waits for you.",
  firstRecord: (one: string, purpose: string) => `${purpose} Add the first ${one} when you are ready.`,
} as const;
