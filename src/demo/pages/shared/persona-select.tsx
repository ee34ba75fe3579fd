import { makeStyles, Select } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { LabelledSelect } from "./labelled-select";
import { demoWords } from "./demo-words";
import { chosenPersona, choosePersona, readPersonas, type Persona } from "./persona";

/** The people of the demo and who sits at this window; undefined until the server has answered. */
export function usePersonas(): { readonly personas: readonly Persona[]; readonly persona: Persona | undefined; readonly choose: (key: string) => void } {
  const [people, setPeople] = useState<readonly Persona[]>([]);
  const [key, setKey] = useState(() => askedPersona());
  useEffect(() => {
    void readPersonas(window).then(setPeople);
  }, []);
  const personas = people.filter((person) => person.may !== undefined || person.key === key);
  return {
    personas,
    persona: personas.find((person) => person.key === key) ?? personas[0],
    choose: (next) => {
      choosePersona(window, next);
      setKey(next);
    },
  };
}

/** A link may name a person: that opens the page as this person, whoever sat there before. */
function askedPersona(): string {
  const asked = new URLSearchParams(window.location.search).get("persona");
  if (asked === null) return chosenPersona(window);
  choosePersona(window, asked);
  return asked;
}

const useStyles = makeStyles({ select: { maxWidth: "230px" } });

export function PersonaSelect({
  personas,
  value,
  onChoose,
}: {
  readonly personas: readonly Persona[];
  readonly value: string;
  readonly onChoose: (key: string) => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <LabelledSelect label={demoWords.persona}>
      <Select size="small" className={styles.select} value={value} onChange={(_event, data) => onChoose(data.value)}>
        {personas.map((person) => (
          <option key={person.key} value={person.key}>
            {person.jobTitle === "" ? person.name : `${person.name}, ${person.jobTitle}`}
          </option>
        ))}
      </Select>
    </LabelledSelect>
  );
}
