import { Checkbox, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { setUpWords } from "../../content";
import type { AbsentList } from "../../parts";
import { furtherRegisters, lightRegisters, type Register } from "../../registers";
import { labelOf } from "./set-up-receipt";
import { useSetUpPageStyles } from "./set-up-page.styles";

export interface ChosenRegisters {
  readonly light: readonly AbsentList[];
  readonly further: readonly AbsentList[];
  /** Settings, receipts, snapshots and reference lists: nobody could choose well among them, so they come along. */
  readonly behind: readonly AbsentList[];
  readonly isChosen: (list: AbsentList) => boolean;
  readonly toggle: (list: AbsentList) => void;
  /** What would be made. */
  readonly wanted: readonly AbsentList[];
}

/** The light registers, and what an interrupted set-up had begun, are chosen at first. */
export function useRegisterChoice(absent: readonly AbsentList[]): ChosenRegisters {
  const isAmong = (registers: readonly Register[], { register }: AbsentList): boolean => registers.some(({ name }) => name === register);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(absent.filter((list) => list.isStarted || isAmong(lightRegisters, list)).map(({ register }) => register)),
  );
  const light = absent.filter((list) => isAmong(lightRegisters, list));
  const further = absent.filter((list) => isAmong(furtherRegisters, list));
  const behind = absent.filter((list) => !light.includes(list) && !further.includes(list));
  const isChosen = ({ register }: AbsentList): boolean => chosen.has(register);
  const some = [...light, ...further].filter(isChosen);
  return {
    ...{ light, further, behind, isChosen },
    toggle: ({ register }) =>
      setChosen((last) => {
        const next = new Set(last);
        if (!next.delete(register)) next.add(register);
        return next;
      }),
    wanted: some.length === 0 && light.length > 0 ? [] : [...some, ...behind],
  };
}

/** Which registers: the light ones in sight, the others folded. */
export function RegisterChoice({ choice, isBusy }: { readonly choice: ChosenRegisters; readonly isBusy: boolean }): ReactElement {
  const styles = useSetUpPageStyles();
  const { light, further, behind } = choice;
  const [isUnfolded] = useState(() => further.some(choice.isChosen));
  return (
    <>
      {light.length > 0 && <Ticks title={setUpWords.light} lists={light} choice={choice} isBusy={isBusy} />}
      {further.length > 0 && (
        <details className={styles.whole} open={isUnfolded}>
          <summary className={styles.summary}>{setUpWords.more(further.length)}</summary>
          <Ticks title={setUpWords.more(further.length)} lists={further} choice={choice} isBusy={isBusy} />
        </details>
      )}
      {behind.length > 0 && <Text className={styles.secondary}>{setUpWords.behind(behind.map(({ register }) => labelOf(register)))}</Text>}
    </>
  );
}

interface TicksProps {
  readonly title: string;
  readonly lists: readonly AbsentList[];
  readonly choice: ChosenRegisters;
  readonly isBusy: boolean;
}

function Ticks({ title, lists, choice, isBusy }: TicksProps): ReactElement {
  const styles = useSetUpPageStyles();
  return (
    <fieldset className={styles.choices} disabled={isBusy} aria-label={title}>
      {lists === choice.light && <legend className={styles.legend}>{title}</legend>}
      {lists.map((list) => (
        <Checkbox
          key={list.register}
          label={list.isStarted ? setUpWords.started(labelOf(list.register), list.columns) : labelOf(list.register)}
          checked={choice.isChosen(list)}
          onChange={() => choice.toggle(list)}
        />
      ))}
    </fieldset>
  );
}
