import { Dialog, DialogSurface } from "@fluentui/react-components";
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import { uiWords } from "../../content";
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
export function CommandPalette(props: CommandPaletteProps): ReactElement {
  const styles = useCommandPaletteStyles();
  return (
    <Dialog open={props.isOpen} onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface aria-label={uiWords.palette} className={styles.surface}>
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
  const [active, setActive] = useState(0);
  const findEntries: readonly Entry[] = finds.map((find) => ({ ...find, id: `find ${find.id}`, detail: find.detail }));
  const commandEntries: readonly Entry[] = findCommands(commands, query).map((command) => ({
    id: `command ${command.id}`,
    title: command.label,
    detail: command.shortcut,
    run: command.run,
  }));
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
  const group = (label: string, members: readonly Entry[], from: number): ReactElement | null =>
    members.length === 0 ? null : (
      <div role="group" aria-label={label}>
        <div aria-hidden="true" className={styles.groupLabel}>
          {label}
        </div>
        {members.map((entry, index) => (
          <PaletteOption key={entry.id} entry={entry} id={optionId(from + index)} isActive={from + index === activeIndex} onRun={() => run(entry)} />
        ))}
      </div>
    );
  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-label={uiWords.palette}
        aria-expanded="true"
        aria-controls={`${baseId}-list`}
        aria-activedescendant={activeIndex < 0 ? undefined : optionId(activeIndex)}
        aria-autocomplete="list"
        placeholder={uiWords.palettePlaceholder}
        value={query}
        className={styles.input}
        onChange={(event) => {
          setActive(0);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${baseId}-list`} role="listbox" aria-label={uiWords.palette} className={styles.list}>
        {group(uiWords.paletteFinds, findEntries, 0)}
        {group(uiWords.paletteCommands, commandEntries, findEntries.length)}
      </div>
      <div role="status" className={entries.length === 0 ? styles.nothing : undefined}>
        {entries.length === 0 ? uiWords.paletteNothing : null}
      </div>
    </>
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
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      ref={(option) => {
        if (isActive) option?.scrollIntoView?.({ block: "nearest" });
      }}
      className={isActive ? styles.activeOption : styles.option}
      onClick={onRun}
    >
      <span className={styles.title}>{entry.title}</span>
      {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
    </div>
  );
}
