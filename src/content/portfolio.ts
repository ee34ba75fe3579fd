/** Projects of several sites, and which sites those are. */
const projects = (count: number): string => `${count.toLocaleString("en-GB")} ${count === 1 ? "project" : "projects"}`;

export const portfolioWords = {
  title: "All my sites",
  chooseSites: "Choose sites",
  copyLink: "Copy link",
  copied: "The link is copied. It names these sites; people see those that they may open.",
  site: "Site",
  allSites: "All sites",
  filterSite: "Site",
  filterRag: "Overall RAG",
  anyRag: "Any RAG",
  notDeclared: "Not declared",
  ragCounts: "Overall RAG as declared",
  ragCount: (rag: string, count: number) => `${rag} ${count.toLocaleString("en-GB")}`,
  onlyRag: (rag: string) => `Overall RAG is ${rag}`,
  onlySite: (name: string) => `Site is ${name}`,
  covers: (count: number, read: number, sites: number) =>
    read === sites
      ? `${projects(count)} in ${sites === 1 ? "1 site" : `${sites.toLocaleString("en-GB")} sites`}.`
      : `${projects(count)} in ${read.toLocaleString("en-GB")} of ${sites.toLocaleString("en-GB")} sites. The totals leave out the others.`,
  reading: (count: number) => (count === 1 ? "1 site is still being read." : `${count.toLocaleString("en-GB")} sites are still being read.`),
  asAt: (moment: string) => `As at ${moment}.`,
  budget: (amount: string, without: number) =>
    without === 0 ? `Approved budget ${amount}.` : `Approved budget ${amount}; ${projects(without)} ${without === 1 ? "has" : "have"} none.`,
  noBudget: "No project has an approved budget.",
  notReadTitle: "Not in these totals",
  notRead: {
    forbidden: (name: string) => `${name}: SharePoint does not let you read it. Ask the site’s owner.`,
    notFound: (name: string) => `${name}: there is no Projects register that you can open.`,
    other: (name: string, why: string) => `${name}: ${why}`,
  },
  old: (name: string, moment: string) => `${name} could not be read just now. Its projects are as of ${moment}.`,
  look: "Try again",
  empty: "No projects in these sites yet",
  emptyInvite: "Choose more sites, or open one and add its first project.",
  sitesTitle: "Sites that you read together",
  sitesExplain: "Their projects stand in one list. Nothing in the sites changes, and nobody else sees your choice. It is kept on this device.",
  ownSite: "the site of this tab",
  looking: "Looking for sites that you follow",
  noneOffered: "No other site with registers was found among those that you follow. Add one by its address.",
  notOffered: "Sites that you follow could not be read. Add one by its address.",
  address: "Address of another SharePoint site",
  addressHint: "Paste it from the browser, such as https://yourtrust.sharepoint.com/sites/projects",
  add: "Add site",
  adding: "Looking at the site",
  alreadyThere: (name: string) => `${name} is chosen already.`,
  added: (name: string) => `${name} is added.`,
  notAnAddress: "This is not the address of a SharePoint site. It starts with https://.",
  noSuchSite: "There is no site at this address that you can open.",
  done: "Done",
  backToAll: "Back to all my sites",
} as const;
