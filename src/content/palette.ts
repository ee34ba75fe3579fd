/** Finding and doing by typing, fetched when it opens. */
export const paletteWords = {
  title: "Find or do",
  placeholder: "Type a reference, a name or a command",
  commands: "Commands",
  finds: "Records",
  nothing: "Nothing found. Try a reference or fewer letters.",
} as const;
