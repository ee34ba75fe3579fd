import { useEffect, useState } from "react";
import { faultWords, tabSettingsWords } from "../../content";
import { safeHref, type Fault } from "../../kernel";
import type { NamedRecord, ReadableSite, SiteReader } from "./site-reader";

/** What stands in the way is asked of a site, or of one register of it. */
export interface AskedWhy {
  /** The site's https address. */
  readonly address: string;
  readonly register?: "Projects";
}

/** What is known about the chosen site. */
export type SiteCheck =
  | { readonly kind: "none" }
  | { readonly kind: "checking" }
  /** `why`: what may stand in the way is looked for; absent where the words say it all. */
  | { readonly kind: "problem"; readonly says: string; readonly canRetry: boolean; readonly why?: AskedWhy }
  | {
      readonly kind: "ready";
      readonly site: ReadableSite;
      readonly hasRegisters: boolean;
      readonly projects: readonly NamedRecord[];
      readonly programmes: readonly NamedRecord[];
    };

/** Opens the site and reads its projects and programmes, anew for each address and attempt. */
export function useSiteCheck(reader: SiteReader, address: string): { readonly check: SiteCheck; readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const asked = `${String(attempt)} ${address}`;
  const [answer, setAnswer] = useState<{ readonly to: string; readonly check: SiteCheck }>();
  useEffect(() => {
    if (address === "") return;
    let isCurrent = true;
    void checkSite(reader, address).then((check) => {
      if (isCurrent) setAnswer({ to: asked, check });
    });
    return () => {
      isCurrent = false;
    };
  }, [reader, address, asked]);
  const waiting: SiteCheck = address === "" ? { kind: "none" } : { kind: "checking" };
  return { check: answer?.to === asked ? answer.check : waiting, retry: () => setAttempt((last) => last + 1) };
}

async function checkSite(reader: SiteReader, address: string): Promise<SiteCheck> {
  const href = safeHref(address);
  if (href === undefined) return { kind: "problem", says: tabSettingsWords.notAnAddress, canRetry: false };
  const site = await reader.open(href);
  if (!site.ok) return { kind: "problem", ...siteProblem(site.fault), why: { address: href } };
  const [projects, programmes] = await Promise.all([reader.records(site.value, "Projects"), reader.records(site.value, "Programmes")]);
  if (!projects.ok && projects.fault.kind !== "notFound") {
    const why = { address: site.value.address, register: "Projects" } as const;
    return { kind: "problem", says: tabSettingsWords.recordsNotRead, canRetry: true, why };
  }
  // Programmes are read too, but a site without them is complete.
  return {
    kind: "ready",
    site: site.value,
    hasRegisters: projects.ok,
    projects: projects.ok ? projects.value : [],
    programmes: programmes.ok ? programmes.value : [],
  };
}

function siteProblem(fault: Fault): { readonly says: string; readonly canRetry: boolean } {
  if (fault.kind === "notFound") return { says: tabSettingsWords.noSuchSite, canRetry: false };
  if (fault.kind === "forbidden") return { says: tabSettingsWords.siteForbidden, canRetry: true };
  return { says: faultWords(fault).happened, canRetry: true };
}
