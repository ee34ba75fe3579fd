import { useMemo, useState } from "react";
import { useServices } from "../../parts";
import { columnOf, type Register } from "../../registers";
import type { Mapping } from "./mapping";
import { mappingName, mappingText, readMapping } from "./remembered-mapping";
import type { SourceTable } from "./source-table";
import { suggestImport } from "./suggest-import";

export interface MappingDraft {
  readonly mapping: Mapping | undefined;
  /** The choices made for the same headings before. */
  readonly isRemembered: boolean;
  readonly change: (mapping: Mapping) => void;
  readonly suggestAgain: () => void;
  readonly remember: () => void;
}

/** The mapping of one table: remembered on this device, else suggested, then changed by the person. */
export function useMapping(register: Register, table: SourceTable | undefined): MappingDraft {
  const { preferences, session } = useServices();
  const project = session.scope.kind === "project" ? session.scope.ref : undefined;
  const [changed, setChanged] = useState<{ readonly table: SourceTable; readonly mapping: Mapping; readonly isRemembered: boolean }>();
  const suggest = (from: SourceTable): Mapping => inProject(register, suggestImport(register, from), project);
  const started = useMemo(() => {
    if (table === undefined) return undefined;
    const kept = preferences.read(mappingName(register, table.headings));
    const remembered = kept === undefined ? undefined : readMapping(kept, register, table.headings.length);
    return { table, mapping: remembered ?? inProject(register, suggestImport(register, table), project), isRemembered: remembered !== undefined };
  }, [register, table, preferences, project]);
  const current = changed !== undefined && changed.table === table ? changed : started;
  return {
    mapping: current?.mapping,
    isRemembered: current?.isRemembered ?? false,
    change: (mapping) => {
      if (table !== undefined) setChanged({ table, mapping, isRemembered: false });
    },
    suggestAgain: () => {
      if (table !== undefined) setChanged({ table, mapping: suggest(table), isRemembered: false });
    },
    remember: () => {
      if (table !== undefined && current !== undefined) preferences.write(mappingName(register, table.headings), mappingText(current.mapping));
    },
  };
}

/** In a project's tab its rows are that project's, unless the file says otherwise. */
function inProject(register: Register, mapping: Mapping, project: string | undefined): Mapping {
  if (project === undefined || register.name === "Projects" || mapping.sources.has("ProjectRef") || columnOf(register, "ProjectRef") === undefined)
    return mapping;
  return { ...mapping, sources: new Map([...mapping.sources, ["ProjectRef", { kind: "value", written: project }]]) };
}
