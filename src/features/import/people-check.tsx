import { MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { useId, useState, type ReactElement } from "react";
import { faultWords, importWords } from "../../content";
import { readCell } from "../../exchange";
import { AllowNotice, type Person } from "../../parts";
import { ChoiceField, TextField } from "../../ui";
import { useImportPageStyles } from "./import-page.styles";
import type { NameChoices, NameQuestion, PeopleAnswer } from "./match-people";

export interface PeopleCheckProps {
  readonly people: PeopleAnswer;
  readonly choices: NameChoices;
  readonly onChoose: (choices: NameChoices) => void;
  /** The directory may be asked now. */
  readonly onAllowed: () => void;
}

/** Each name that may mean somebody else, with the choice; names that nobody has, with a way to type an address. */
export function PeopleCheck({ people, choices, onChoose, onAllowed }: PeopleCheckProps): ReactElement | null {
  const styles = useImportPageStyles();
  const id = useId();
  const { questions, fault } = people;
  const of = (kind: NameQuestion["match"]["kind"]): readonly NameQuestion[] => questions.filter(({ match }) => match.kind === kind);
  const [sure, doubtful, nobody, notAsked] = [of("sure"), of("doubtful"), of("nobody"), of("notAsked")];
  if (questions.length === sure.length) return null;
  const choose = (key: string, person: Person | undefined): void => onChoose(new Map([...choices, [key, person ?? "nameOnly"]]));
  const fields = (asked: readonly NameQuestion[]): ReactElement => (
    <div className={styles.fields}>
      {asked.map((question) => (
        <NameField key={question.key} question={question} chosen={choices.get(question.key)} onChoose={(person) => choose(question.key, person)} />
      ))}
    </div>
  );
  return (
    <section className={styles.people} aria-labelledby={id}>
      <h3 id={id} className={styles.subtitle}>
        {importWords.peopleTitle}
      </h3>
      {fault?.kind === "signInNeeded" && <AllowNotice purpose="findPeople" onAllowed={onAllowed} />}
      {fault !== undefined && fault.kind !== "signInNeeded" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{`${faultWords(fault).happened} ${importWords.peopleKept}`}</MessageBarBody>
        </MessageBar>
      )}
      {sure.length > 0 && <Text>{importWords.peopleSure(sure.length)}</Text>}
      {doubtful.length > 0 && <Text>{importWords.peopleDoubtful(doubtful.length)}</Text>}
      {doubtful.length > 0 && fields(doubtful)}
      {nobody.length > 0 && (
        <details>
          <summary className={styles.wordsSummary}>{`${importWords.peopleUnknown(nobody.length)}. ${importWords.peopleKept}`}</summary>
          {fields(nobody)}
        </details>
      )}
      {notAsked.length > 0 && (
        <details open>
          <summary className={styles.wordsSummary}>{`${importWords.peopleNotAsked(notAsked.length)}. ${importWords.peopleKept}`}</summary>
          {fields(notAsked)}
        </details>
      )}
    </section>
  );
}

interface NameFieldProps {
  readonly question: NameQuestion;
  readonly chosen: Person | "nameOnly" | undefined;
  readonly onChoose: (person: Person | undefined) => void;
}

const typing = "typed";

function NameField({ question, chosen, onChoose }: NameFieldProps): ReactElement {
  const id = useId();
  const { name, count, match } = question;
  const candidates = match.kind === "doubtful" ? match.candidates : [];
  const [isTyping, setIsTyping] = useState(candidates.length === 0);
  const address = chosen === undefined || chosen === "nameOnly" ? "" : chosen.address;
  return (
    <div>
      {candidates.length > 0 && (
        <ChoiceField
          id={`${id}-who`}
          label={importWords.whoIs(name, count)}
          value={isTyping ? typing : address}
          blank={importWords.keepName}
          choices={[
            ...candidates.map((person) => ({ value: person.address, label: importWords.candidate(person.name, person.jobTitle ?? "", person.address) })),
            { value: typing, label: importWords.typeAddress },
          ]}
          onChange={(value) => {
            setIsTyping(value === typing);
            onChoose(candidates.find((person) => person.address === value));
          }}
        />
      )}
      {isTyping && <AddressField name={name} onChoose={onChoose} />}
    </div>
  );
}

/** A typed work address is taken as soon as it is one. */
function AddressField({ name, onChoose }: { readonly name: string; readonly onChoose: (person: Person | undefined) => void }): ReactElement {
  const id = useId();
  const [written, setWritten] = useState("");
  return (
    <TextField
      id={id}
      label={importWords.addressFor(name)}
      hint={importWords.addressHint}
      value={written}
      onChange={(next) => {
        setWritten(next);
        const read = readCell(next, { kind: "person" });
        const address = read.kind === "value" && typeof read.value === "object" ? read.value.address : undefined;
        onChoose(address === undefined ? undefined : { name, address });
      }}
    />
  );
}
