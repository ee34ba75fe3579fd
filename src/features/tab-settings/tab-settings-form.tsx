import { Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { tabSettingsWords } from "../../content";
import type { Scope } from "../../parts";
import { LabelledField } from "../../ui";
import { choiceFrom, type TabScopeKind } from "./choice-from";
import { RecordChoice } from "./record-choice";
import { SiteChoice } from "./site-choice";
import { SiteState } from "./site-state";
import type { NamedSite, SiteReader, TabSettingsChoice } from "./site-reader";
import { useTabSettingsFormStyles } from "./tab-settings-form.styles";
import { useSiteCheck, type AskedWhy, type SiteCheck } from "./use-site-check";

export interface TabSettingsFormProps {
  readonly reader: SiteReader;
  /** The channel's own site, as an https address. */
  readonly channelSite: string | undefined;
  readonly deployedSites: readonly NamedSite[];
  /** What the tab shows now, when it is being changed. */
  readonly current: { readonly site: string; readonly scope: Scope } | undefined;
  /** The complete choice, or undefined while Save must wait. */
  readonly onChoice: (choice: TabSettingsChoice | undefined) => void;
  /** What stands in the way, in place of the form; `onAgain` leads back to what was chosen. */
  readonly whyNot: (asked: AskedWhy, onAgain: () => void) => ReactElement;
}

const kinds: readonly { readonly kind: TabScopeKind; readonly label: string; readonly hint: string }[] = [
  { kind: "project", label: tabSettingsWords.project, hint: tabSettingsWords.projectHint },
  { kind: "programme", label: tabSettingsWords.programme, hint: tabSettingsWords.programmeHint },
  { kind: "raid", label: tabSettingsWords.raid, hint: tabSettingsWords.raidHint },
  { kind: "portfolio", label: tabSettingsWords.portfolio, hint: tabSettingsWords.portfolioHint },
];

/** What a channel's tab shows, and from which site. Save and Cancel are the host's own. */
export function TabSettingsForm({ reader, channelSite, deployedSites, current, onChoice, whyNot }: TabSettingsFormProps): ReactElement {
  const styles = useTabSettingsFormStyles();
  const { asked, ask, askedBefore } = useWhy();
  const sites = useMemo(() => offeredSites(channelSite, deployedSites), [channelSite, deployedSites]);
  const [address, setAddress] = useState(() => current?.site ?? sites[0]?.address ?? "");
  const [kind, setKind] = useState<TabScopeKind>(() => (current === undefined || current.scope.kind === "mine" ? "project" : current.scope.kind));
  const [ref, setRef] = useState(() => (current !== undefined && "ref" in current.scope ? current.scope.ref : ""));
  const { check, retry } = useSiteCheck(reader, address);
  const choice = useMemo(() => choiceFrom(kind, ref, check), [kind, ref, check]);
  useEffect(() => onChoice(choice), [choice, onChoice]);
  if (asked !== undefined) {
    const again = (): void => {
      ask(undefined);
      retry();
    };
    return <main className={styles.page}>{whyNot(asked, again)}</main>;
  }
  return (
    <main className={styles.page}>
      <Title takesFocus={askedBefore} />
      <KindChoice
        kind={kind}
        onChoose={(next) => {
          setKind(next);
          setRef("");
        }}
      />
      {check.kind === "ready" && (kind === "project" || kind === "programme") && (
        <Records key={`${kind} ${check.site.id}`} kind={kind} check={check} chosenRef={ref} onChoose={setRef} />
      )}
      <SiteChoice
        sites={sites}
        address={address}
        onAddress={(next) => {
          setAddress(next);
          if (next !== address) setRef("");
        }}
      />
      <SiteState check={check} onRetry={retry} onWhy={ask} />
      <Text role="status" className={styles.hint}>
        {choice === undefined ? tabSettingsWords.incomplete : tabSettingsWords.complete(choice.name)}
      </Text>
    </main>
  );
}

interface Why {
  readonly asked: AskedWhy | undefined;
  readonly ask: (asked: AskedWhy | undefined) => void;
  /** The person has been there: the button that led there is drawn anew. */
  readonly askedBefore: boolean;
}

function useWhy(): Why {
  const [asked, setAsked] = useState<AskedWhy>();
  const [askedBefore, setAskedBefore] = useState(false);
  return {
    asked,
    askedBefore,
    ask: (next) => {
      setAsked(next);
      setAskedBefore(true);
    },
  };
}

function Title({ takesFocus }: { readonly takesFocus: boolean }): ReactElement {
  const styles = useTabSettingsFormStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  return (
    <h1 ref={title} tabIndex={-1} className={styles.title}>
      {tabSettingsWords.title}
    </h1>
  );
}

/** The channel's own site first; an address that stands in both places is offered once. */
function offeredSites(channelSite: string | undefined, deployedSites: readonly NamedSite[]): readonly NamedSite[] {
  if (channelSite === undefined) return deployedSites;
  const isChannels = (site: NamedSite): boolean => site.address.toLowerCase() === channelSite.toLowerCase();
  return [{ name: tabSettingsWords.channelSite, address: channelSite }, ...deployedSites.filter((site) => !isChannels(site))];
}

function KindChoice({ kind, onChoose }: { readonly kind: TabScopeKind; readonly onChoose: (kind: TabScopeKind) => void }): ReactElement {
  const choose = (value: string): void => {
    const next = kinds.find((candidate) => candidate.kind === value);
    if (next !== undefined) onChoose(next.kind);
  };
  return (
    <LabelledField label={tabSettingsWords.what}>
      <RadioGroup value={kind} onChange={(_event, data) => choose(data.value)}>
        {kinds.map((offered) => (
          <Radio key={offered.kind} value={offered.kind} label={<KindLabel label={offered.label} hint={offered.hint} />} />
        ))}
      </RadioGroup>
    </LabelledField>
  );
}

function KindLabel({ label, hint }: { readonly label: string; readonly hint: string }): ReactElement {
  const styles = useTabSettingsFormStyles();
  return (
    <span className={styles.option}>
      {label}
      <Text size={200} className={styles.hint}>
        {hint}
      </Text>
    </span>
  );
}

interface RecordsProps {
  readonly kind: "project" | "programme";
  readonly check: Extract<SiteCheck, { kind: "ready" }>;
  readonly chosenRef: string;
  readonly onChoose: (ref: string) => void;
}

function Records({ kind, check, chosenRef, onChoose }: RecordsProps): ReactElement | null {
  const records = kind === "project" ? check.projects : check.programmes;
  if (!check.hasRegisters) return null;
  if (records.length === 0) return <Text>{kind === "project" ? tabSettingsWords.noProjects : tabSettingsWords.noProgrammes}</Text>;
  return (
    <RecordChoice
      label={kind === "project" ? tabSettingsWords.chooseProject : tabSettingsWords.chooseProgramme}
      records={records}
      chosenRef={chosenRef}
      onChoose={onChoose}
    />
  );
}
