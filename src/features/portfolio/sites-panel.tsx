import { Button, Checkbox, Text } from "@fluentui/react-components";
import { useEffect, useId, useState, type ReactElement } from "react";
import { faultWords, portfolioWords as words } from "../../content";
import { safeHref, type Fault, type Result } from "../../kernel";
import { keepChosenSites, useChosenSites, useServices, type KnownSite } from "../../parts";
import { SidePanel, TextField, useAnnounce } from "../../ui";
import { usePortfolioPageStyles } from "./portfolio-page.styles";
import { useSites } from "./use-sites";

export interface SitesPanelProps {
  /** The sites of the link that led here; they are offered, not chosen. */
  readonly wanted: readonly string[] | undefined;
  readonly onClose: () => void;
}

/** Which sites are read together: a tick each, those that the person follows among them, and any other by its address. */
export function SitesPanel({ wanted, onClose }: SitesPanelProps): ReactElement {
  const styles = usePortfolioPageStyles();
  const services = useServices();
  const { session } = services;
  const chosen = useChosenSites();
  const offered = useOfferedSites();
  const linked = useSites(wanted);
  const [added, setAdded] = useState<readonly KnownSite[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(chosen.map(({ id }) => id)));
  const linkedSites = linked.flatMap(({ found }) => (found?.ok === true ? [found.value] : []));
  const all = unique([...chosen, ...linkedSites, ...added, ...(offered?.ok === true ? offered.value : [])]);
  const keep = (): void => {
    keepChosenSites(
      services,
      all.filter(({ id }) => ticked.has(id)),
    );
    onClose();
  };
  const tick = (id: string): void => setTicked(new Set([...ticked, id]));
  const untick = (id: string): void => setTicked(new Set([...ticked].filter((other) => other !== id)));
  return (
    <SidePanel
      heading={words.sitesTitle}
      onClose={onClose}
      footer={
        <Button appearance="primary" onClick={keep}>
          {words.done}
        </Button>
      }
    >
      <div className={styles.panel}>
        <Text>{words.sitesExplain}</Text>
        <div role="group" aria-label={words.sitesTitle} className={styles.sites}>
          {all.map((site) => (
            <Checkbox
              key={site.id}
              checked={site.id === session.site.id || ticked.has(site.id)}
              disabled={site.id === session.site.id}
              onChange={(_event, data) => (data.checked === true ? tick(site.id) : untick(site.id))}
              label={
                <span className={styles.option}>
                  {site.id === session.site.id ? `${site.name} (${words.ownSite})` : site.name}
                  <Text size={200} className={styles.address}>
                    {site.address}
                  </Text>
                </span>
              }
            />
          ))}
        </div>
        <Text role="status">{offerWords(offered, all.length - chosen.length)}</Text>
        <AddSite
          known={all}
          onAdd={(site) => {
            setAdded([...added, site]);
            tick(site.id);
          }}
        />
      </div>
    </SidePanel>
  );
}

function offerWords(offered: Result<readonly KnownSite[]> | undefined, more: number): string {
  if (offered === undefined) return words.looking;
  if (!offered.ok) return words.notOffered;
  return more > 0 ? "" : words.noneOffered;
}

function useOfferedSites(): Result<readonly KnownSite[]> | undefined {
  const { sites } = useServices();
  const [offered, setOffered] = useState<Result<readonly KnownSite[]>>();
  useEffect(() => {
    let isCurrent = true;
    void sites.offered().then((answer) => isCurrent && setOffered(answer));
    return () => {
      isCurrent = false;
    };
  }, [sites]);
  return offered;
}

function AddSite({ known, onAdd }: { readonly known: readonly KnownSite[]; readonly onAdd: (site: KnownSite) => void }): ReactElement {
  const styles = usePortfolioPageStyles();
  const { sites } = useServices();
  const announce = useAnnounce();
  const id = useId();
  const [written, setWritten] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const add = async (): Promise<void> => {
    const address = safeHref(written);
    if (address === undefined) {
      setProblem(words.notAnAddress);
      return;
    }
    setIsBusy(true);
    announce(words.adding);
    const site = await sites.open(address);
    setIsBusy(false);
    const there = site.ok ? known.find((other) => other.id === site.value.id) : undefined;
    setProblem(site.ok ? (there === undefined ? undefined : words.alreadyThere(there.name)) : problemOf(site.fault));
    if (!site.ok || there !== undefined) return;
    setWritten("");
    announce(words.added(site.value.name));
    onAdd(site.value);
  };
  return (
    <form
      className={styles.add}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void add();
      }}
    >
      <div className={styles.wide}>
        <TextField
          id={id}
          label={words.address}
          hint={words.addressHint}
          value={written}
          onChange={setWritten}
          {...(problem === undefined ? {} : { problem })}
        />
      </div>
      <Button type="submit" disabledFocusable={isBusy}>
        {words.add}
      </Button>
    </form>
  );
}

function problemOf(fault: Fault): string {
  return fault.kind === "notFound" || fault.kind === "forbidden" ? words.noSuchSite : faultWords(fault).happened;
}

function unique(sites: readonly KnownSite[]): readonly KnownSite[] {
  return [...new Map(sites.map((site) => [site.id, site])).values()];
}
