import { useState, type ReactElement } from "react";
import { fragmentOf, useServices, type Page } from "../../parts";
import { registerNamed, valueAt } from "../../registers";
import type { StoredRow } from "../../store";
import { CommandPalette, type Command, type PaletteFind } from "../../ui";

/** Commands, pages and records by what is typed; closed, it forgets what was typed. */
export function FindPalette({ commands, onClose }: { readonly commands: readonly Command[]; readonly onClose: () => void }): ReactElement {
  const [query, setQuery] = useState("");
  return <CommandPalette isOpen onClose={onClose} commands={commands} query={query} onQuery={setQuery} finds={useFinds(query)} />;
}

const mostFound = 8;
const searchedRegisters = ["Projects", "Risks", "Issues", "Actions", "Decisions", "Milestones"] as const;

/** Records by ref or words of their title, refs first. Only what this device has read is searched. */
function useFinds(query: string): readonly PaletteFind[] {
  const { store, session, location } = useServices();
  const wanted = query.trim().toLowerCase();
  if (wanted.length < 2) return [];
  return searchedRegisters
    .flatMap((register) => store.rows({ site: session.site.id, register }))
    .flatMap((row) => {
      const ref = String(valueAt(row.values, "Ref") ?? "");
      const title = String(valueAt(row.values, "Title") ?? "");
      const rank = ref.toLowerCase() === wanted ? 0 : ref.toLowerCase().startsWith(wanted) ? 1 : title.toLowerCase().includes(wanted) ? 2 : 3;
      const page = pageOf(row, ref);
      return rank === 3
        ? []
        : [
            {
              rank,
              find: {
                id: `${row.register}/${row.id}`,
                title,
                detail: [ref, registerNamed(row.register)?.one ?? ""].filter((part) => part !== "").join(" · "),
                run: () => location.go(fragmentOf(page)),
              },
            },
          ];
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostFound)
    .map(({ find }) => find);
}

/** A row of a list that the trust made itself may have no ref: its own number opens it. */
function pageOf({ register, id }: StoredRow, ref: string): Page {
  if (register === "Projects") return ref === "" ? { kind: "projects", open: { register, ref: id } } : { kind: "project", ref };
  return { kind: "register", register, open: { register, ref: ref === "" ? id : ref } };
}
