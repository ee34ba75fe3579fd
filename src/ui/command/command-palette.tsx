import { Dialog, DialogSurface } from "@fluentui/react-components";
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { paletteWords } from "../../content";
import { useReturnFocus } from "../layout/use-return-focus";
import { findCommands, type Command } from "./command";
import { useCommandPaletteStyles } from "./command-palette.styles";

/** A record found by the caller's own search. */
export interface PaletteFind {
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly finds: readonly PaletteFind[];
}

/** Ctrl+K: type a reference, a name or a command, choose with the arrows, run with Enter. */
export function CommandPalette(props: CommandPaletteProps): ReactElement | null {
  const styles = useCommandPaletteStyles();
  if (!props.isOpen) return null;
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface aria-label={paletteWords.title} className={styles.surface}>
        <PaletteBody {...props} />
      </DialogSurface>
    </Dialog>
  );
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly run: () => void;
}

function PaletteBody({ onClose, commands, query, onQuery, finds }: CommandPaletteProps): ReactElement {
  const styles = useCommandPaletteStyles();
  const baseId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  useReturnFocus(inputRef);
  const [active, setActive] = useState(0);
  const findEntries = finds.map(entryOfFind);
  const commandEntries = findCommands(commands, query).map(entryOfCommand);
  const entries = [...findEntries, ...commandEntries];
  const activeIndex = Math.min(active, entries.length - 1);
  const optionId = (index: number): string => `${baseId}-${String(index)}`;

  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setActive(Math.min(entries.length - 1, activeIndex + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, activeIndex - 1));
    else if (event.key === "Enter") run(entries[activeIndex]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={inputRef}
        role="combobox"
        aria-label={paletteWords.title}
        aria-expanded="true"
        aria-controls={`${baseId}-list`}
        aria-activedescendant={activeIndex < 0 ? undefined : optionId(activeIndex)}
        aria-autocomplete="list"
        placeholder={paletteWords.placeholder}
        value={query}
        className={styles.input}
        onChange={(event) => {
          setActive(0);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${baseId}-list`} role="listbox" aria-label={paletteWords.title} className={styles.list}>
        <PaletteGroup label={paletteWords.finds} entries={findEntries} from={0} {...{ activeIndex, optionId, run }} />
        <PaletteGroup label={paletteWords.commands} entries={commandEntries} from={findEntries.length} {...{ activeIndex, optionId, run }} />
      </div>
      <div role="status" className={entries.length === 0 ? styles.nothing : undefined}>
        {entries.length === 0 ? paletteWords.nothing : null}
      </div>
    </>
  );
}

function entryOfFind(find: PaletteFind): Entry {
  return { id: `find ${find.id}`, title: find.title, detail: find.detail, run: find.run };
}

function entryOfCommand(command: Command): Entry {
  return { id: `command ${command.id}`, title: command.label, detail: command.shortcut, run: command.run };
}

interface PaletteGroupProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** The number of the first entry among all. */
  readonly from: number;
  readonly activeIndex: number;
  readonly optionId: (index: number) => string;
  readonly run: (entry: Entry) => void;
}

function PaletteGroup({ label, entries, from, activeIndex, optionId, run }: PaletteGroupProps): ReactElement | null {
  const styles = useCommandPaletteStyles();
  if (entries.length === 0) return null;
  return (
    <div role="group" aria-label={label}>
      <div aria-hidden="true" className={styles.groupLabel}>
        {label}
      </div>
      {entries.map((entry, index) => (
        <PaletteOption key={entry.id} entry={entry} id={optionId(from + index)} isActive={from + index === activeIndex} onRun={() => run(entry)} />
      ))}
    </div>
  );
}

interface PaletteOptionProps {
  readonly entry: Entry;
  readonly id: string;
  readonly isActive: boolean;
  readonly onRun: () => void;
}

function PaletteOption({ entry, id, isActive, onRun }: PaletteOptionProps): ReactElement {
  const styles = useCommandPaletteStyles();
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox keeps focus and its keys run the active option
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      ref={(option) => {
        // Absent where there is no layout.
        if (isActive && option !== null && "scrollIntoView" in option) option.scrollIntoView({ block: "nearest" });
      }}
      className={isActive ? styles.activeOption : styles.option}
      onClick={onRun}
    >
      <span className={styles.title}>{entry.title}</span>
      {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
    </div>
  );
}
