import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { demoWords } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
import type { AccessProps } from "./access-ways";

/** Lists with permissions of their own, and rows under a retention label. */
export function ClosedDoors({ access, onChange }: AccessProps): ReactElement {
  const styles = usePlainPageStyles();
  const [place, setPlace] = useState({ site: "pmo", list: "PRRisks" });
  const [person, setPerson] = useState("");
  const [item, setItem] = useState("1");
  const nameOf = (key: string): string => access.sites.find((one) => one.key === key)?.name ?? key;
  const rights = (right: string): object => ({ listRights: { site: place.site, ...(person === "" ? {} : { person }), lists: { [place.list]: right } } });
  const doors = [
    ...access.listRights.map(({ site, list, person: of, right }) => ({
      says: `${demoWords.listRight(nameOf(site), list, right)} ${of === undefined ? demoWords.forEverybody : demoWords.forPerson(of)}`,
      open: { listRights: { site, ...(of === undefined ? {} : { person: of }), lists: { [list]: "inherit" } } },
    })),
    ...access.lockedItems.map(({ label, ...row }) => ({
      says: demoWords.lockedItem(demoWords.row(nameOf(row.site), row.list, row.item), label),
      open: { lockedItem: { ...row, label: null } },
    })),
  ];
  return (
    <section aria-labelledby="doors">
      <h2 id="doors" className={styles.heading}>
        {demoWords.doors}
      </h2>
      <div className={styles.row}>
        <Field label={demoWords.site}>
          <Select value={place.site} onChange={(_event, data) => setPlace({ ...place, site: data.value })}>
            {access.sites.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={demoWords.listAddress}>
          <Input value={place.list} onChange={(_event, data) => setPlace({ ...place, list: data.value })} />
        </Field>
        <Field label={demoWords.personKey}>
          <Input value={person} placeholder={demoWords.everybody} onChange={(_event, data) => setPerson(data.value)} />
        </Field>
        <Button onClick={() => onChange(rights("none"))}>{demoWords.hideList}</Button>
        <Button onClick={() => onChange(rights("read"))}>{demoWords.readList}</Button>
      </div>
      <div className={styles.row}>
        <Field label={demoWords.rowNumber}>
          <Input type="number" min={1} value={item} onChange={(_event, data) => setItem(data.value)} />
        </Field>
        <Button onClick={() => onChange({ lockedItem: { ...place, item: Number(item), label: demoWords.retentionLabel } })}>{demoWords.lockRow}</Button>
      </div>
      <ul aria-labelledby="doors">
        {doors.map(({ says, open }) => (
          <li key={says}>
            {says}{" "}
            <Button size="small" aria-label={`${demoWords.turnOff}: ${says}`} onClick={() => onChange(open)}>
              {demoWords.turnOff}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
