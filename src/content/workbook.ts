/** What a sheet's rows and columns are told when they are compared with the register. */
export const workbookWords = {
  damagedKey: "The hidden key of this row was typed over. Undo that, or delete the row and refresh",
  unknownKey: "This row does not belong to this table. Clear its hidden key to add it as new",
  noKeyColumn: (header: string) => `The hidden column ${header} is missing from the table`,
  theSheet: "The sheet",
  cellError: (label: string) => `${label} holds an error from Excel`,
  notOnePerson: (label: string) => `${label} must name one person`,
  tooLarge: (label: string) => `${label} is too large to be kept exactly`,
} as const;
