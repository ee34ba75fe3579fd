import { useMemo, useState } from "react";
import { useServices } from "../../parts";
import { columnOf, type Register } from "../../registers";
import type { Mapping } from "./mapping";
import { mappingName, mappingText, readMapping } from "./remembered-mapping";
import type { SourceTable } from "./source-table";
import { knownWords, rememberWords } from "./remembered-words";
import { suggestImport, withNewWords } from "./suggest-import";
import { noKnownWords, type KnownWords } from "./suggest-words";

export interface MappingDraft {
  readonly mapping: Mapping | undefined;
  /** The choices made for the same headings before. */
  readonly isRemembered: boolean;
  /** Meanings that words were given before this file. */
  readonly known: KnownWords;
  readonly change: (mapping: Mapping) => void;
  readonly suggestAgain: () => void;
  readonly remember: () => void;
}

/** The mapping of one table of a file: remembered on this device, else suggested, then changed by the person. */
export function useMapping(register: Register, { table, file }: { readonly table: SourceTable | undefined; readonly file: object | undefined }): MappingDraft {
  const { preferences, session } = useServices();
  const project = session.scope.kind === "project" ? session.scope.ref : undefined;
  const [changed, setChanged] = useState<{
    readonly file: object | undefined;
    readonly of: string;
    readonly mapping: Mapping;
    readonly isRemembered: boolean;
  }>();
  const of = table?.headings.join("\n") ?? "";
  const suggest = (from: SourceTable): Mapping => inProject(register, suggestImport(register, from, knownWords(preferences, register)), project);
  const started = useMemo(() => {
    if (table === undefined) return undefined;
    const known = knownWords(preferences, register);
    const kept = preferences.read(mappingName(register, table.headings));
    const remembered = kept === undefined ? undefined : readMapping(kept, register, table.headings.length);
    const mapping = remembered === undefined ? suggestImport(register, table, known) : withNewWords(remembered, { register, table, known });
    return { of, mapping: remembered === undefined ? inProject(register, mapping, project) : mapping, isRemembered: remembered !== undefined, known };
  }, [register, table, of, preferences, project]);
  // Rows that are taken in or left out make another table of the same columns: what a person chose for them stays.
  const current = changed !== undefined && changed.file === file && changed.of === of ? changed : started;
  return {
    mapping: current?.mapping,
    isRemembered: current?.isRemembered ?? false,
    known: started?.known ?? noKnownWords,
    change: (mapping) => {
      setChanged({ file, of, mapping, isRemembered: false });
    },
    suggestAgain: () => {
      if (table !== undefined) setChanged({ file, of, mapping: suggest(table), isRemembered: false });
    },
    remember: () => {
      if (table === undefined || current === undefined) return;
      preferences.write(mappingName(register, table.headings), mappingText(current.mapping));
      rememberWords(preferences, register, current.mapping);
    },
  };
}

/** In a project's tab its rows are that project's, unless the file says otherwise. */
function inProject(register: Register, mapping: Mapping, project: string | undefined): Mapping {
  if (project === undefined || register.name === "Projects" || mapping.sources.has("ProjectRef") || columnOf(register, "ProjectRef") === undefined)
    return mapping;
  return { ...mapping, sources: new Map([...mapping.sources, ["ProjectRef", { kind: "value", written: project }]]) };
}
