/** Why a permission is needed, what became of the question, and the way without it; by what the person wants to do. */
export const consentWords = {
  standsStill: "Waiting for your permission",
  allow: "Allow",
  asking: "A window asks for your answer. If you closed it, choose Allow again.",
  why: {
    read: "To show the registers, Project Registers must read this site as you. Your work on this page is kept.",
    save: "To save your changes, Project Registers must write to this site as you. They are kept on this page until then.",
    findPeople: "To search the staff directory, Project Registers needs your permission.",
    postCard: "To post a card, Project Registers must see your channels and post as you. It needs your permission.",
    setUp: "To make lists in this site, Project Registers needs your permission.",
    keepOnDevice: "Keep a sealed copy on this device, so that the register opens at once. Its key is a small file in your own OneDrive.",
  },
  withheld: {
    read: "Reading was not allowed. Your administrator may have to approve it.",
    save: "Saving was not allowed. Your administrator may have to approve it. Your changes are kept on this page.",
    findPeople: "Searching the directory was not allowed. Your administrator may have to approve it.",
    postCard: "Posting was not allowed. Your administrator may have to approve it.",
    setUp: "Making lists was not allowed. Your administrator may have to approve it.",
    keepOnDevice: "A file in your OneDrive was not allowed. Your administrator may have to approve it.",
  },
  askAdministrator: "Ask your administrator",
  closed: "The window was closed before you answered. Nothing was changed.",
  without: {
    read: "You can go on in SharePoint meanwhile.",
    save: "Keep this page open, or copy what you typed.",
    findPeople: "You can type a work address instead.",
    postCard: "You can copy the card as text and paste it into the channel.",
    setUp: "Somebody who may make lists can open this page instead.",
    keepOnDevice: "Without it, only unsent changes are kept here.",
  },
} as const;
