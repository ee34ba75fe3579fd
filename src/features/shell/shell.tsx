import { Button } from "@fluentui/react-components";
import { ArrowUndoRegular, ArrowRedoRegular, SearchRegular } from "@fluentui/react-icons";
import { useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { shellWords } from "../../content";
import {
  DeviceNotices,
  fragmentOf,
  HeldEdits,
  projectTitle,
  SaveState,
  useChosenSites,
  useOfferedRegisters,
  useRows,
  useServices,
  useStoreStatus,
  useTakeBack,
  type OfferedRegisters,
  type Page,
} from "../../parts";
import { cardsBelowPx, fetched, NavBar, useIsNarrow, useShortcuts, type Command, type NavPlace } from "../../ui";
import { useShellStyles } from "./shell.styles";

const FindPalette = fetched(() => import(/* webpackPrefetch: true */ "./find-palette").then((part) => part.FindPalette), null);

export interface ShellProps {
  readonly page: Page;
  readonly children: ReactNode;
}

/** Below this what stands at the right would leave the pages no room with all its words. */
const shortBelowPx = 960;

interface Place extends NavPlace {
  readonly page: Page;
}

/** The frame around every page: where this is, one row of navigation, find, and how far the saving has come. */
export function Shell({ page, children }: ShellProps): ReactElement {
  const styles = useShellStyles();
  const frameRef = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(frameRef, cardsBelowPx);
  const isShort = useIsNarrow(frameRef, shortBelowPx);
  const { session, location } = useServices();
  const [isFinding, setIsFinding] = useState(false);
  const offered = useOfferedRegisters();
  const places = usePlaces(offered);
  const projects = useRows("Projects");
  const commands = useShellCommands({ places, offered, find: () => setIsFinding(true) });
  useShortcuts(frameRef, commands);
  const where = session.scope.kind === "project" ? (projectTitle(projects, session.scope.ref) ?? session.scope.ref) : session.site.name;
  return (
    <div ref={frameRef} className={styles.frame}>
      <HeldEdits
        above={
          <>
            <NavBar
              label={shellWords.navigation}
              places={places}
              mostShown={isShort ? 3 : undefined}
              currentId={currentPlace(page)}
              onGo={(id) => {
                const place = places.find((candidate) => candidate.id === id);
                if (place !== undefined) location.go(fragmentOf(place.page));
              }}
              start={isNarrow ? undefined : <strong className={styles.where}>{where}</strong>}
              end={
                <>
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<SearchRegular />}
                    aria-label={shellWords.find}
                    aria-keyshortcuts="Control+K"
                    onClick={() => setIsFinding(true)}
                  >
                    {isShort ? null : shellWords.find}
                  </Button>
                  <SaveState isShort={isShort} />
                </>
              }
            />
            <DeviceNotices onMore={() => location.go(fragmentOf({ kind: "diagnostics" }))} />
          </>
        }
      >
        <main className={styles.main}>{children}</main>
      </HeldEdits>
      {isFinding && <FindPalette commands={commands} onClose={() => setIsFinding(false)} />}
    </div>
  );
}

function currentPlace(page: Page): string {
  if (page.kind === "project" || page.kind === "card" || page.kind === "figures") return "projects";
  if (page.kind === "register" || page.kind === "import") return page.register === "Projects" ? "projects" : page.register;
  return page.kind === "start" ? "raid" : page.kind;
}

function usePlaces(offered: OfferedRegisters): readonly Place[] {
  const { session, location } = useServices();
  const isOneOfMany = useChosenSites().length > 1;
  return useMemo(() => {
    const place = (id: string, label: string, page: Page): Place => ({ id, label, page, href: location.addressOf(fragmentOf(page)) });
    const project =
      session.scope.kind === "project"
        ? [place("projects", shellWords.project, { kind: "project", ref: session.scope.ref })]
        : [place("projects", shellWords.projects, { kind: "projects" })];
    const registers = [...offered.light, ...offered.further]
      .filter((register) => register.name !== "Projects")
      .map((register) => place(register.name, register.label, { kind: "register", register: register.name }));
    return [
      ...(isOneOfMany ? [place("portfolio", shellWords.allMySites, { kind: "portfolio" })] : []),
      place("raid", shellWords.raid, { kind: "raid" }),
      ...project,
      ...registers,
      place("quality", shellWords.quality, { kind: "quality" }),
      place("decisions", shellWords.decisions, { kind: "decisions" }),
      place("setUp", shellWords.setUp, { kind: "setUp" }),
      place("diagnostics", shellWords.diagnostics, { kind: "diagnostics" }),
    ];
  }, [session.scope, location, offered, isOneOfMany]);
}

interface ShellParts {
  readonly places: readonly Place[];
  readonly offered: OfferedRegisters;
  readonly find: () => void;
}

function useShellCommands({ places, offered, find }: ShellParts): readonly Command[] {
  const { location } = useServices();
  const status = useStoreStatus();
  const takeBack = useTakeBack();
  return [
    { id: "find", label: shellWords.find, shortcut: "Ctrl+K", canRun: true, run: find },
    {
      id: "undo",
      label: shellWords.undo(status.undoLabel ?? ""),
      icon: <ArrowUndoRegular />,
      shortcut: "Ctrl+Z",
      canRun: status.undoLabel !== undefined,
      run: () => void takeBack("undo"),
    },
    {
      id: "redo",
      label: shellWords.redo(status.redoLabel ?? ""),
      icon: <ArrowRedoRegular />,
      shortcut: "Ctrl+Y",
      canRun: status.redoLabel !== undefined,
      run: () => void takeBack("redo"),
    },
    ...places.map((place): Command => ({
      id: `go ${place.id}`,
      label: shellWords.goTo(place.label),
      canRun: true,
      run: () => location.go(fragmentOf(place.page)),
    })),
    ...offered.light.map((register): Command => {
      const page: Page =
        register.name === "Projects"
          ? { kind: "projects", open: { register: "Projects", ref: "new" } }
          : { kind: "register", register: register.name, open: { register: register.name, ref: "new" } };
      return { id: `add ${register.name}`, label: shellWords.add(register.one), canRun: true, run: () => location.go(fragmentOf(page)) };
    }),
  ];
}
