/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { adoptWords } from "../../../src/content";
import { AdoptPage } from "../../../src/features/adopt";
import { memoryLocation } from "../../../src/hosts";
import { fail, succeed, type Result } from "../../../src/kernel";
import { pageFromFragment, ServicesProvider, type AdoptionService, type Page, type Services } from "../../../src/parts";
import {
  adoptedRef,
  adoptionKey,
  loadCatalogue,
  projects as projectRegister,
  readAdoption,
  valueAt,
  writtenAdoption,
  type Adoption,
  type CandidateList,
  type Values,
} from "../../../src/registers";
import type { PlaceState } from "../../../src/store";
import { AppTheme, Notifier } from "../../../src/ui";
import { openNorthmere, placeOf, type Northmere } from "../parts/services";
import { suggestAdoption } from "../../../src/features/adopt/suggest-adoption";
import { actions, actionTracker, projects, riskLog, risks } from "./looks";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(60_000);

beforeAll(async () => {
  await loadCatalogue();
});

const candidates: readonly CandidateList[] = [riskLog, actionTracker].map(({ listId, listName, webUrl, columns, rows }) => ({
  listId,
  name: listName,
  webUrl,
  columns: columns.length,
  rows: rows.length,
  hasMoreRows: false,
}));

interface Shown extends Northmere {
  readonly services: Services;
  readonly looks: string[];
}

interface Site {
  readonly page?: Extract<Page, { kind: "adopt" }>;
  readonly settings?: readonly Values[];
  readonly more?: Partial<AdoptionService>;
  /** The site has lists of ours for risks and actions. */
  readonly hasOwn?: true;
  readonly services?: (services: Services) => Partial<Services>;
}

async function show({ page = { kind: "adopt" }, settings = [], more = {}, hasOwn, services: others = () => ({}) }: Site = {}): Promise<Shown> {
  const looks: string[] = [];
  const northmere = await openNorthmere({ Settings: settings, Projects: projects.map(({ ref, title }) => ({ Ref: ref, Title: title })), Risks: [] });
  const adoption: AdoptionService = {
    candidates: () => Promise.resolve(succeed(candidates)),
    look: (_site, listId) => {
      const look = [riskLog, actionTracker].find((one) => one.listId === listId);
      return Promise.resolve(look === undefined ? fail({ kind: "notFound" }) : succeed(look));
    },
    addColumns: () => Promise.reject(new Error("nothing is added without being asked")),
    rows: () => Promise.reject(new Error("nothing is copied without being asked")),
    lookAgain: (site) => looks.push(site),
    ...more,
  };
  const store = withoutLists(northmere.services.store, (register) => ["Risks", "Actions"].includes(register) && hasOwn !== true);
  const services: Services = { ...northmere.services, store, adoption, location: memoryLocation("adopt"), ...others(northmere.services) };
  const tree = (shown: Extract<Page, { kind: "adopt" }>): React.ReactElement => (
    <AppTheme theme="default">
      <Notifier>
        <ServicesProvider value={services}>
          <AdoptPage page={shown} />
        </ServicesProvider>
      </Notifier>
    </AppTheme>
  );
  const { rerender } = render(tree(page));
  services.location.subscribe(() => {
    const next = pageFromFragment(services.location.read());
    if (next.kind === "adopt") rerender(tree(next));
  });
  await settle();
  return { ...northmere, services, looks };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle();
}

function choose(label: string, value: string): void {
  fireEvent.change(screen.getByRole("combobox", { name: new RegExp(`^${label}`) }), { target: { value } });
}

function saved({ lists }: Shown): readonly Adoption[] {
  return lists.rows(placeOf("Settings")).flatMap(({ values }) => {
    const read: Result<Adoption> = readAdoption(String(valueAt(values, "ValueJson")));
    return read.ok && valueAt(values, "Archived") !== true ? [read.value] : [];
  });
}

function settingsRow(adoption: Adoption): Values {
  return { Key: adoptionKey(adoption.register), Title: adoptionKey(adoption.register), ValueJson: writtenAdoption(adoption) };
}

/** The site answers that it has no list of ours for these registers, as long as it has none. */
function withoutLists(store: Services["store"], isMissing: (register: string) => boolean): Services["store"] {
  const missing = new Map<string, PlaceState>();
  const stateOf = (place: PlaceState["place"]): PlaceState => {
    const known = missing.get(place.register) ?? { place, pulling: false, fault: { kind: "notFound" } };
    missing.set(place.register, known);
    return known;
  };
  return { ...store, placeState: (place) => (isMissing(place.register) ? stateOf(place) : store.placeState(place)) };
}

const riskPage = { kind: "adopt", listId: riskLog.listId } as const;

describe("the lists of a site", () => {
  test("each says what is in it and offers three ways; the first is the page's own", async () => {
    await show();
    const [first, second] = within(screen.getByRole("list", { name: adoptWords.lists })).getAllByRole("listitem");
    if (first === undefined || second === undefined) throw new Error("two lists were expected");
    expect(within(first).getByRole("heading", { level: 2 }).textContent).toBe("Risk log");
    expect(first.textContent).toContain("3 rows");
    expect(
      within(first)
        .getAllByRole("button")
        .map((button) => button.textContent),
    ).toEqual([adoptWords.use, adoptWords.copy, adoptWords.leave]);
    expect(within(second).getByRole("link", { name: "Open Action tracker in SharePoint" }).getAttribute("href")).toBe(actionTracker.webUrl);
  });

  test("a list that is left alone stands apart and can be offered again", async () => {
    await show();
    await press("Leave it: Risk log");
    expect(screen.queryByRole("button", { name: "Use it as it is: Risk log" })).toBeNull();
    expect(screen.getByText(adoptWords.left(1))).toBeTruthy();
    await press("Offer it again: Risk log");
    expect(screen.getByRole("button", { name: "Use it as it is: Risk log" })).toBeTruthy();
  });

  test("none: the page says so and leads to set-up", async () => {
    await show({ more: { candidates: () => Promise.resolve(succeed([])) } });
    expect(screen.getByRole("heading", { name: adoptWords.emptyTitle })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Set up registers" })).toBeTruthy();
  });

  test("not to be read: it says why and asks again", async () => {
    let isThere = false;
    await show({ more: { candidates: () => Promise.resolve(isThere ? succeed(candidates) : fail({ kind: "offline" })) } });
    isThere = true;
    await press("Try again");
    expect(screen.getByRole("button", { name: "Use it as it is: Risk log" })).toBeTruthy();
  });

  test("without a Settings list that one list is offered with its reason, and nothing else is made", async () => {
    const made: (readonly string[])[] = [];
    const world = await show({
      services: (services) => ({
        provisioning: {
          ...services.provisioning,
          create: (_site, registers) => {
            made.push(registers);
            return Promise.resolve(succeed([{ register: "Settings", outcome: succeed("created") }]));
          },
        },
        store: withoutLists(services.store, (register) => register === "Settings" && made.length === 0),
      }),
    });
    expect(screen.getByText(adoptWords.settingsWhy)).toBeTruthy();
    await press(adoptWords.makeSettings);
    expect(made).toEqual([["Settings"]]);
    expect(world.lists.rows(placeOf("Settings"))).toEqual([]);
  });
});

describe("using a list as it is", () => {
  test("a list that is understood is used with one press, and only a row of Settings is written", async () => {
    const world = await show({ page: riskPage });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Use Risk log as it is");
    await press(adoptWords.save("Risks"));
    const [adoption] = saved(world);
    expect(adoption?.register).toBe("Risks");
    expect(adoption?.columns.get("CurrentLikelihood")?.words).toContainEqual({ theirs: "4 - Likely", ours: 4 });
    expect(world.lists.rows(placeOf("Risks"))).toEqual([]);
    expect(world.looks).toHaveLength(1);
    expect(world.services.location.read()).toBe("adopt");
    expect(screen.getByText(adoptWords.usedAs("Risks"))).toBeTruthy();
    await press(adoptWords.undo);
    expect(saved(world)).toEqual([]);
    expect(world.looks).toHaveLength(2);
  });

  test("the first rows are shown as the register would show them, with what the rows hold", async () => {
    await show({ page: riskPage });
    const table = screen.getByRole("table", { name: adoptWords.previewTitle("Risks") });
    expect(
      within(table).getByRole("row", { name: /The lift fails during the move.*20.*Jo Bloggs.*3 December 2026.*Open.*Theatre refurbishment/ }),
    ).toBeTruthy();
    expect(screen.getByText(adoptWords.filled(2, 3, "Likelihood"))).toBeTruthy();
  });

  test("words without a meaning say what happens to them; told one, the row says so", async () => {
    const world = await show({ page: riskPage });
    expect(screen.getAllByText(adoptWords.unmapped).length).toBeGreaterThan(0);
    choose("“Archived - duplicate”", "Closed");
    await press(adoptWords.save("Risks"));
    expect(saved(world)[0]?.columns.get("Status")?.words).toContainEqual({ theirs: "Archived - duplicate", ours: "Closed" });
  });

  test("a column that SharePoint works out can be chosen and says that it is read only", async () => {
    await show({ page: riskPage });
    await press(adoptWords.moreColumns(moreThanLight()));
    choose("Inherent likelihood", "Risk_x0020_rating");
    expect(screen.getByText(adoptWords.readOnly.calculated)).toBeTruthy();
  });

  test("all rows of one project: it must be chosen before anything is kept", async () => {
    const world = await show({ page: { kind: "adopt", listId: actionTracker.listId } });
    choose(escaped(adoptWords.projectOf), "all of one project");
    expect(screen.getByText(adoptWords.chooseProject)).toBeTruthy();
    await press(adoptWords.save("Actions"));
    expect(saved(world)).toEqual([]);
    choose(adoptWords.projectFor, "P-0003");
    await press(adoptWords.save("Actions"));
    expect(saved(world)[0]?.allOfProject).toBe("P-0003");
  });

  test("where a list of ours stands, the rows can only be copied into it", async () => {
    await show({ page: riskPage, hasOwn: true });
    expect(screen.getByText(adoptWords.ownList("Risks"))).toBeTruthy();
    expect(screen.queryByRole("button", { name: adoptWords.save("Risks") })).toBeNull();
    await press(adoptWords.copyInto("Risks"));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(adoptWords.copyTitle("Risk log"));
  });

  test("a list that is gone says so", async () => {
    await show({ page: { kind: "adopt", listId: "99999999-1111-4222-8333-944455556666" } });
    expect(screen.getByText(adoptWords.listGone)).toBeTruthy();
  });
});

describe("a list that is used already", () => {
  const adoption = suggestAdoption(risks, riskLog, projects);

  test("is given back after it was said what stays and what goes, and the mapping can be taken back", async () => {
    const world = await show({ settings: [settingsRow(adoption)] });
    await press("Stop using this list: Risk log");
    const dialog = screen.getByRole("alertdialog", { name: adoptWords.stopTitle("Risk log") });
    expect(dialog.textContent).toContain(adoptWords.stopStays("Risk log"));
    expect(dialog.textContent).toContain(adoptWords.stopGoes("Risks"));
    await press(adoptWords.stopConfirm);
    expect(saved(world)).toEqual([]);
    expect(screen.getByRole("button", { name: "Use it as it is: Risk log" })).toBeTruthy();
    await press(adoptWords.undo);
    expect(saved(world)).toHaveLength(1);
  });

  test("is used again in its old row of Settings, whose key nobody else may have", async () => {
    const world = await show({ page: riskPage, settings: [{ ...settingsRow(adoption), Archived: true }] });
    await press(adoptWords.save("Risks"));
    expect(world.lists.rows(placeOf("Settings"))).toHaveLength(1);
    expect(saved(world)).toHaveLength(1);
  });

  test("its owner took a column away: the page names it, and what is saved goes on without", async () => {
    const look = { ...riskLog, columns: riskLog.columns.filter(({ field }) => field !== "Impact") };
    const world = await show({ page: riskPage, settings: [settingsRow(adoption)], more: { look: () => Promise.resolve(succeed(look)) } });
    expect(screen.getByText(adoptWords.changed("Risk log"))).toBeTruthy();
    expect(screen.getByText(adoptWords.lostColumn("Consequence", "Impact"))).toBeTruthy();
    await press(adoptWords.saveChanges);
    expect(saved(world)[0]?.columns.has("CurrentConsequence")).toBe(false);
  });

  test("is gone from the site: the lists say so", async () => {
    await show({ settings: [settingsRow(adoption)], more: { candidates: () => Promise.resolve(succeed(candidates.slice(1))) } });
    expect(screen.getByText(adoptWords.gone("Risk log", "Risks"))).toBeTruthy();
  });

  test("its register is not offered for another list", async () => {
    await show({ page: { kind: "adopt", listId: actionTracker.listId }, settings: [settingsRow(adoption)] });
    const offered = within(screen.getByRole("combobox", { name: new RegExp(`^${escaped(adoptWords.register)}`) })).getAllByRole("option");
    expect(offered.map((option) => option.textContent)).not.toContain("Risks");
    expect(offered.map((option) => option.textContent)).toContain(actions.label);
  });

  test("is not copied into itself: its register is offered again when it stands for it no more", async () => {
    await show({ page: { ...riskPage, isCopy: true }, settings: [settingsRow(adoption)] });
    const offered = within(screen.getByRole("combobox", { name: new RegExp(`^${escaped(adoptWords.register)}`) })).getAllByRole("option");
    expect(offered.map((option) => option.textContent)).not.toContain("Risks");
  });
});

describe("columns that the list lacks", () => {
  test("are added only after each was named, and are matched at once", async () => {
    const asked: (readonly string[])[] = [];
    const world = await show({
      page: riskPage,
      more: {
        addColumns: (_site, { columns }) => {
          asked.push(columns);
          return Promise.resolve(succeed(new Map(columns.map((name) => [name, { field: name, heldAs: "text", words: [] }] as const))));
        },
      },
    });
    await press(adoptWords.addProtection);
    expect(screen.getByRole("alertdialog").textContent).toContain(adoptWords.addPreview(["Client key", "Operation"]));
    expect(asked).toEqual([]);
    await press(adoptWords.addConfirm);
    expect(asked).toEqual([["ClientKey", "OperationId"]]);
    expect(screen.getByText(adoptWords.added(2))).toBeTruthy();
    await press(adoptWords.save("Risks"));
    expect(saved(world)[0]?.columns.get("ClientKey")?.field).toBe("ClientKey");
  });
});

describe("what rows of a list are called that has no numbers of ours", () => {
  const schemes = { ...actionTracker, listName: "Schemes" };
  const called = adoptedRef(projectRegister, schemes.listId, "12") ?? "";

  test("projects are called by their rows: the page says so before they are used, and again before the list is given back", async () => {
    const adoption = suggestAdoption(projectRegister, schemes, []);
    await show({
      page: { kind: "adopt", listId: schemes.listId },
      settings: [settingsRow(adoption)],
      more: { look: () => Promise.resolve(succeed(schemes)) },
    });
    expect(called).toMatch(/^[A-Z]{3}-0012$/);
    expect(screen.getByText(adoptWords.called("projects", called))).toBeTruthy();
    await press(adoptWords.back);
    await press("Stop using this list: Action tracker");
    expect(screen.getByRole("alertdialog").textContent).toContain(adoptWords.stopCalled("projects"));
  });

  test("risks are opened by their rows, and the page says that no other record can point at them", async () => {
    await show({ page: riskPage });
    expect(screen.getByText(adoptWords.uncalled("risks"))).toBeTruthy();
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function moreThanLight(): number {
  const button = screen.getByRole("button", { name: /^More columns/ });
  return Number(/\d+/.exec(button.textContent)?.[0]);
}
