/** What a person reads or hears around the demo's sheet. */
export const gridWords = {
  sheet: (name: string) => `Sheet ${name}`,
  sheets: "Sheets",
  entry: (address: string) => `Entry for ${address}`,
  nameBox: "Selected cells",
  formulaBar: "Cell content",
  comment: (content: string) => `Comment: ${content}`,
};
