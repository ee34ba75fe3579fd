/** Words of a file that belong to no other column. */
export interface NoteBlock {
  readonly heading: string;
  readonly text: string;
}

/**
 * The notes after an import. What stands there is kept, and a block that stands there already is not added again.
 * @param direct the text of a column that is mapped to the notes themselves; it comes first and takes the place of other text.
 */
export function notesAfter(found: string | undefined, direct: string | undefined, blocks: readonly NoteBlock[]): string | undefined {
  const existing = found?.replace(/\r\n?/g, "\n");
  const begun = existing !== undefined && (direct === undefined || existing === direct || existing.startsWith(`${direct}\n\n`));
  const start = begun ? existing : direct;
  const parts = paragraphsOf(start);
  const added: string[] = [];
  for (const { heading, text } of blocks) {
    const written = `${heading}: ${text}`;
    if (!holds(parts, written) && !added.includes(written)) added.push(written);
  }
  if (begun && added.length === 0) return found;
  const all = [...(start === undefined ? [] : [start]), ...added];
  return all.length === 0 ? undefined : all.join("\n\n");
}

function paragraphsOf(text: string | undefined): string {
  return text === undefined ? "" : `\n${text}\n`;
}

/** As whole lines, so that "Cost: £1" is not found in "Cost: £12". */
function holds(text: string, block: string): boolean {
  return text.includes(`\n${block}\n`);
}
