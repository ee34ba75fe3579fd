/** Making the lists of a site. */
export const setUpWords = {
  title: "Set up registers in this site",
  explain: "Each register becomes a SharePoint list. Nothing else in the site changes.",
  light: "Start with these",
  more: "More registers",
  willMake: (lists: number, columns: number) => `${String(lists)} lists with ${String(columns)} columns will be made`,
  create: "Create the lists",
  nothingMissing: "Every register is set up in this site.",
  progress: "Creating lists",
  made: (count: number) => `${String(count)} lists are ready`,
  failed: (label: string, why: string) => `${label}: ${why}`,
  needsRight: "Your account needs the right to create lists here. SharePoint asks for it when you start.",
  open: "Open the registers",
  lostTitle: "Columns that lists have lost",
  lost: (label: string, columns: readonly string[]) =>
    columns.length === 1
      ? `${label} no longer has the column ${columns.join("")}.`
      : `${label} no longer has the columns ${columns.slice(0, -1).join(", ")} and ${columns.at(-1) ?? ""}.`,
  addBack: "Add them back",
  addTitle: (columns: number) => `Add ${columns === 1 ? "1 column" : `${String(columns)} columns`}?`,
  addPreview: (label: string, columns: readonly string[]) => `${label}: ${columns.join(", ")}`,
  addExplain: "They come back empty. Nothing else in the lists changes.",
  addConfirm: "Add the columns",
  adding: "Adding columns",
  added: (columns: number) => (columns === 1 ? "1 column was added." : `${String(columns)} columns were added.`),
} as const;
