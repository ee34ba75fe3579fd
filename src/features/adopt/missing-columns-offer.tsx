import { Button, Checkbox, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { adoptWords, faultWords } from "../../content";
import type { Fault } from "../../kernel";
import { AllowNotice, useServices } from "../../parts";
import { columnOf } from "../../registers";
import { ConfirmDialog } from "../../ui";
import { useAdoptPageStyles } from "./adopt-page.styles";
import { addableColumns, missingProtection } from "./list-checks";
import type { MappingDraft } from "./use-mapping-draft";

export interface MissingColumnsOfferProps {
  readonly draft: MappingDraft;
  /** The list has columns that it did not have when it was looked at. */
  readonly onAdded: () => void;
}

/** Columns that may be added to their list: never by themselves, each named before it is made, the two hidden ones apart. */
export function MissingColumnsOffer({ draft, onAdded }: MissingColumnsOfferProps): ReactElement | null {
  const styles = useAdoptPageStyles();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<readonly string[]>([]);
  const work = useAdding(draft, onAdded);
  const { register, adoption } = draft;
  const addable = addableColumns(register, adoption);
  const protection = missingProtection(adoption);
  const wanted = addable.filter((name) => chosen.has(name));
  const labelOf = (name: string): string => columnOf(register, name)?.label ?? name;
  const toggle = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  if (addable.length === 0 && protection.length === 0 && work.added === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{adoptWords.missingTitle}</summary>
      <div className={styles.section}>
        <Text>{adoptWords.missingExplain}</Text>
        {addable.length > 0 && (
          <fieldset className={styles.checks} aria-label={adoptWords.missingTitle}>
            {addable.map((name) => (
              <Checkbox key={name} label={labelOf(name)} checked={chosen.has(name)} onChange={() => toggle(name)} />
            ))}
            <div className={styles.buttons}>
              <Button disabledFocusable={wanted.length === 0 || work.isBusy} onClick={() => wanted.length > 0 && setAsking(wanted)}>
                {wanted.length === 0 ? adoptWords.addChoose : adoptWords.add(wanted.length)}
              </Button>
            </div>
          </fieldset>
        )}
        {protection.length > 0 && (
          <>
            <h3 className={styles.subtitle}>{adoptWords.protectTitle}</h3>
            <Text>{adoptWords.protectExplain}</Text>
            <div className={styles.buttons}>
              <Button disabledFocusable={work.isBusy} onClick={() => setAsking(protection)}>
                {adoptWords.addProtection}
              </Button>
            </div>
          </>
        )}
        <Outcome work={work} />
      </div>
      <ConfirmDialog
        isOpen={asking.length > 0}
        title={adoptWords.addTitle(asking.length, adoption.listName)}
        confirmLabel={adoptWords.addConfirm}
        onConfirm={() => {
          setAsking([]);
          void work.add(asking);
        }}
        onCancel={() => setAsking([])}
      >
        <p>{adoptWords.addPreview(asking.map(labelOf))}</p>
        <p>{adoptWords.addExplain}</p>
      </ConfirmDialog>
    </details>
  );
}

interface Adding {
  readonly isBusy: boolean;
  readonly added: number;
  readonly fault: Fault | undefined;
  readonly add: (columns: readonly string[]) => Promise<void>;
  readonly addAgain: () => void;
}

function useAdding(draft: MappingDraft, onAdded: () => void): Adding {
  const { adoption, session } = useServices();
  const [isBusy, setBusy] = useState(false);
  const [added, setAdded] = useState(0);
  const [failed, setFailed] = useState<{ readonly fault: Fault; readonly columns: readonly string[] }>();
  const add = async (columns: readonly string[]): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    const { register, listId } = draft.adoption;
    const made = await adoption.addColumns(session.site.id, { register, listId, columns });
    setBusy(false);
    // Those before the refused one are in the list already, so it is looked at again either way.
    onAdded();
    if (made.ok) {
      draft.takeAdded(made.value);
      setAdded((before) => before + made.value.size);
    } else setFailed({ fault: made.fault, columns });
  };
  return { isBusy, added, fault: failed?.fault, add, addAgain: () => void add(failed?.columns ?? []) };
}

function Outcome({ work }: { readonly work: Adding }): ReactElement | null {
  if (work.isBusy) return <Text role="status">{adoptWords.adding}</Text>;
  if (work.fault?.kind === "signInNeeded") return <AllowNotice purpose="setUp" onAllowed={work.addAgain} />;
  if (work.fault !== undefined)
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{adoptWords.addFailed(faultWords(work.fault).happened)}</MessageBarBody>
      </MessageBar>
    );
  return work.added === 0 ? null : (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{adoptWords.added(work.added)}</MessageBarBody>
    </MessageBar>
  );
}
