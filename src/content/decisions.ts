/** Changes that wait for a person. */
export const decisionWords = {
  title: "Needs your decision",
  none: "Nothing waits for you",
  noneExplain: "A change that could not be saved as it was will stand here, with every value kept.",
  waitsSince: (one: string, when: string) => `${one}, waiting since ${when}`,
  left: (count: number) => (count === 0 ? "Nothing waits for you now" : `${count.toLocaleString("en-GB")} ${count === 1 ? "waits" : "wait"} for your decision`),
} as const;

export const conflictWords = {
  title: "Needs your decision",
  explain: (who: string) => `${who} changed the same fields after you opened this record. Nothing was overwritten.`,
  explainWhen: (who: string, when: string) => `${who} changed the same fields on ${when}, after you opened this record. Nothing was overwritten.`,
  somebody: "Somebody else",
  before: "Before",
  yours: "Yours",
  theirs: "Theirs",
  keepYours: "Keep yours",
  takeTheirs: "Take theirs",
  writeOther: "Write something else",
  /** Read after each of these, where the field's name stands above them. */
  choiceFor: (label: string) => ` for ${label}`,
  keepAllYours: "Keep all of yours",
  takeAllTheirs: (others: number) => (others === 0 ? "Take all of theirs" : `Take all of theirs and drop ${more(others)}`),
  apply: "Save these choices",
  chooseEach: "Choose yours or theirs for each field, or write something else.",
  goesWith: "Also in this change",
  kept: "What you entered",
  tryAgain: "Try again",
  edit: "Edit",
  stopEditing: "Stop editing",
  saveEdited: "Save",
  addAgain: (one: string) => `Add it as a new ${one}`,
  drop: (others: number) => (others === 0 ? "Drop my change" : `Drop my ${(others + 1).toLocaleString("en-GB")} changes`),
  notSet: "Not set",
  tookTheirs: (name: string, others: number) => `${name} stays as it is in the register. Your change ${wereDropped(others)}`,
  dropped: (name: string, others: number) => `Your change to ${name} ${wereDropped(others)}`,
  waitWithIt: (others: number) => `${more(others)} ${others === 1 ? "waits" : "wait"} with this one`,
  goWithIt: (others: number) =>
    others === 1
      ? "You made it together with this one. It is sent when this one is in the register, and dropped if you drop this one."
      : "You made them together with this one. They are sent when this one is in the register, and dropped if you drop this one.",
  stillNeeds: (name: string, happened: string) => `${name} still needs your decision. ${happened}`,
  goneElsewhere: (name: string) => `${name} no longer needs your decision. It was answered in another tab, or has reached the register`,
} as const;

function more(others: number): string {
  return `${others.toLocaleString("en-GB")} more ${others === 1 ? "change" : "changes"}`;
}

function wereDropped(others: number): string {
  return others === 0 ? "was dropped" : `and ${others.toLocaleString("en-GB")} more were dropped`;
}
