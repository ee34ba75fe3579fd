import { Button, MessageBar, MessageBarActions, MessageBarBody, Radio, RadioGroup, Spinner, Text } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { tabSettingsWords } from "../../content";
import type { Scope } from "../../parts";
import { LabelledField } from "../../ui";
import { choiceFrom, type TabScopeKind } from "./choice-from";
import { RecordChoice } from "./record-choice";
import { SiteChoice } from "./site-choice";
import type { NamedSite, SiteReader, TabSettingsChoice } from "./site-reader";
import { useTabSettingsFormStyles } from "./tab-settings-form.styles";
import { useSiteCheck, type SiteCheck } from "./use-site-check";

export interface TabSettingsFormProps {
  readonly reader: SiteReader;
  /** The channel's own site, as an https address. */
  readonly channelSite: string | undefined;
  readonly deployedSites: readonly NamedSite[];
  /** What the tab shows now, when it is being changed. */
  readonly current: { readonly site: string; readonly scope: Scope } | undefined;
  /** The complete choice, or undefined while Save must wait. */
  readonly onChoice: (choice: TabSettingsChoice | undefined) => void;
}

const kinds: readonly { readonly kind: TabScopeKind; readonly label: string; readonly hint: string }[] = [
  { kind: "project", label: tabSettingsWords.project, hint: tabSettingsWords.projectHint },
  { kind: "programme", label: tabSettingsWords.programme, hint: tabSettingsWords.programmeHint },
  { kind: "raid", label: tabSettingsWords.raid, hint: tabSettingsWords.raidHint },
  { kind: "portfolio", label: tabSettingsWords.portfolio, hint: tabSettingsWords.portfolioHint },
];

/** What a channel's tab shows, and from which site. Save and Cancel are the host's own. */
export function TabSettingsForm({ reader, channelSite, deployedSites, current, onChoice }: TabSettingsFormProps): ReactElement {
  const styles = useTabSettingsFormStyles();
  const sites = useMemo(() => offeredSites(channelSite, deployedSites), [channelSite, deployedSites]);
  const [address, setAddress] = useState(() => current?.site ?? sites[0]?.address ?? "");
  const [kind, setKind] = useState<TabScopeKind>(() => (current === undefined || current.scope.kind === "mine" ? "project" : current.scope.kind));
  const [ref, setRef] = useState(() => (current !== undefined && "ref" in current.scope ? current.scope.ref : ""));
  const { check, retry } = useSiteCheck(reader, address);
  const choice = useMemo(() => choiceFrom(kind, ref, check), [kind, ref, check]);
  useEffect(() => onChoice(choice), [choice, onChoice]);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{tabSettingsWords.title}</h1>
      <LabelledField label={tabSettingsWords.what}>
        <RadioGroup
          value={kind}
          onChange={(_event, data) => {
            const next = kinds.find((candidate) => candidate.kind === data.value);
            if (next === undefined) return;
            setKind(next.kind);
            setRef("");
          }}
        >
          {kinds.map((offered) => (
            <Radio key={offered.kind} value={offered.kind} label={<KindLabel label={offered.label} hint={offered.hint} />} />
          ))}
        </RadioGroup>
      </LabelledField>
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
      <SiteState check={check} onRetry={retry} />
      <Text role="status" className={styles.hint}>
        {choice === undefined ? tabSettingsWords.incomplete : tabSettingsWords.complete(choice.name)}
      </Text>
    </main>
  );
}

/** The channel's own site first; an address that stands in both places is offered once. */
function offeredSites(channelSite: string | undefined, deployedSites: readonly NamedSite[]): readonly NamedSite[] {
  if (channelSite === undefined) return deployedSites;
  const isChannels = (site: NamedSite): boolean => site.address.toLowerCase() === channelSite.toLowerCase();
  return [{ name: tabSettingsWords.channelSite, address: channelSite }, ...deployedSites.filter((site) => !isChannels(site))];
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

/** What was found at the address, in one line. */
function SiteState({ check, onRetry }: { readonly check: SiteCheck; readonly onRetry: () => void }): ReactElement | null {
  switch (check.kind) {
    case "none":
      return null;
    case "checking":
      return <Spinner size="tiny" labelPosition="after" label={tabSettingsWords.checking} />;
    case "problem":
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{check.says}</MessageBarBody>
          {check.canRetry && (
            <MessageBarActions>
              <Button size="small" onClick={onRetry}>
                {tabSettingsWords.tryAgain}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      );
    case "ready":
      return (
        <MessageBar intent={check.hasRegisters ? "success" : "warning"} layout="multiline">
          <MessageBarBody>
            {check.hasRegisters ? tabSettingsWords.siteReady(check.site.name, check.projects.length) : tabSettingsWords.noRegisters(check.site.name)}
          </MessageBarBody>
        </MessageBar>
      );
  }
}
