/** What Excel refuses, said to the person at the sheet. `instead` completes "You can still … by hand." */
export const excelHostWords = {
  instead: "change the records in the Teams tab",
  cellEdit: "Excel is waiting for you to finish typing in a cell. Press Enter, then try again.",
  protectedSheet: "This sheet is protected. Ask its owner to remove the protection, then try again.",
  moved: "Something in the workbook was moved or removed meanwhile. Try again.",
  filtered: "A filter is in the way. Clear the table's filters, then try again.",
  overlap: "Another table or merged cells are in the way. Choose an empty sheet and try again.",
  session: "Excel lost its connection to this workbook. Close and reopen it, then try again.",
  unsupported: "This version of Excel cannot do this. Ask your IT team to update Office.",
  refused: "Excel did not accept this. Try again.",
  payloadLimit: "5 MB at a time in Excel on the web",
  notExcel: "This page works inside Excel only.",
  listsSheet: "Project Registers lists",
} as const;
