import { Text } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { figureWords as words } from "../../content";
import type { Figure, Input } from "../../insight";
import { RagMark } from "../../ui";
import { PageLink } from "../page-link";
import { ragFrom } from "../rag-from";
import { inputText, wordsOfRule } from "./figure-text";
import { useFigureViewStyles } from "./figure-view.styles";

export interface FigureViewProps {
  readonly figure: Figure<unknown>;
  /** The value as a person reads it; absent where it is not known. */
  readonly value: ReactNode | undefined;
  /** Before the rule's name, where several figures share one rule: "Capital". */
  readonly of?: string;
  /** Somebody asked for this very figure: it is open, in sight and has the focus. */
  readonly isAsked?: boolean;
}

/** One figure, its rule in a sentence, and everything that it rests on, each with the record it stands in. */
export function FigureView({ figure, value, of, isAsked = false }: FigureViewProps): ReactElement {
  const styles = useFigureViewStyles();
  const { name, says, inputs } = wordsOfRule(figure.rule);
  const title = of === undefined ? name : `${of}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const summaryRef = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAsked) summaryRef.current?.focus();
  }, [isAsked]);
  return (
    <details className={styles.figure} open={isAsked}>
      <summary ref={summaryRef} className={styles.summary}>
        <span className={styles.line}>
          <span className={styles.name}>{title}</span>
          <span className={styles.value}>{value ?? words.notKnown}</span>
        </span>
      </summary>
      <div className={styles.reason}>
        <Text>
          {says} {value === undefined ? words.notKnownWhy : ""}
        </Text>
        {figure.inputs.length > 0 && <Inputs inputs={figure.inputs} names={inputs} label={words.rests(title)} />}
      </div>
    </details>
  );
}

interface InputsProps {
  readonly inputs: readonly Input[];
  readonly names: Readonly<Record<string, string>>;
  readonly label: string;
}

function Inputs({ inputs, names, label }: InputsProps): ReactElement {
  const styles = useFigureViewStyles();
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.from}</th>
        </tr>
      </thead>
      <tbody>
        {inputs.map((input, index) => (
          // The same fact may stand in several records, and twice in one.
          <tr key={`${input.name} ${input.from?.ref ?? ""} ${String(index)}`}>
            <th scope="row" className={styles.input}>
              {names[input.name] ?? input.name}
            </th>
            <td className={styles.number}>{input.unit === "rag" ? <RagMark rag={ragFrom(input.value)} /> : inputText(input)}</td>
            <td>{input.from === undefined ? input.kind === "threshold" ? words.limit : words.workedOut : <SourceLink from={input.from} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SourceLink({ from }: { readonly from: NonNullable<Input["from"]> }): ReactElement {
  return <PageLink page={{ kind: "register", register: from.register, open: from }}>{from.ref}</PageLink>;
}
