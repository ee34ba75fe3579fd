/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { adoptWords } from "../../../src/content";
import { AdoptPage } from "../../../src/features/adopt";
import { memoryLocation } from "../../../src/hosts";
import { fail, succeed } from "../../../src/kernel";
import { ServicesProvider, type Services } from "../../../src/parts";
import { loadCatalogue, valueAt, type Row, type Values } from "../../../src/registers";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { openNorthmere, placeOf, type Northmere } from "../parts/services";
import { projects, riskLog } from "./looks";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(60_000);

beforeAll(async () => {
  await loadCatalogue();
});

function theirs(id: string, values: Values, extras: Row["extras"] = {}): Row {
  return { id, values, extras };
}

const lift: Values = { RiskEvent: "The lift fails during the move", CurrentLikelihood: 4, CurrentConsequence: 5, Status: "Open", Archived: true };
const tender: Values = { RiskEvent: "Nobody answers the tender", CurrentLikelihood: 2, CurrentConsequence: 3, Status: "Open" };
const rows: readonly Row[] = [
  theirs("1", lift),
  theirs("2", tender, { Status: "Archived - duplicate", Department: "Digital" }),
  theirs("3", { RiskEvent: "The patient 450 557 7104 may fall" }),
];

interface Copying extends Northmere {
  readonly made: string[];
  readonly saved: Map<string, string>;
  readonly services: Services;
}

/** The page that copies the risk log into a site with a register of receipts, and with a list of risks unless there is to be none. */
async function show({ hasRisks = true, hasReceipts = true, theirRows = rows } = {}): Promise<Copying> {
  const made: string[] = [];
  const saved = new Map<string, string>();
  const known = projects.map(({ ref, title }) => ({ Ref: ref, Title: title }));
  const northmere = await openNorthmere({ Settings: [], Projects: known, Risks: [], Receipts: [] });
  const { source } = northmere;
  const pull = source.pull.bind(source);
  const isMissing = (register: string): boolean => (register === "Risks" && !hasRisks && !made.includes("Risks")) || (register === "Receipts" && !hasReceipts);
  source.pull = async (requests, came, signal) => {
    for (const { place } of requests) if (isMissing(place.register)) came({ place, pages: fail({ kind: "notFound" }) });
    await pull(
      requests.filter(({ place }) => !isMissing(place.register)),
      came,
      signal,
    );
  };
  await northmere.services.store.refresh([placeOf("Risks"), placeOf("Receipts")]);
  const services: Services = {
    ...northmere.services,
    location: memoryLocation("adopt"),
    adoption: {
      ...northmere.services.adoption,
      look: () => Promise.resolve(succeed(riskLog)),
      rows: () => Promise.resolve(succeed(theirRows)),
    },
    provisioning: {
      ...northmere.services.provisioning,
      create: (_site, registers) => {
        made.push(...registers);
        return Promise.resolve(succeed(registers.map((register) => ({ register, outcome: succeed("created" as const) }))));
      },
    },
    files: {
      save: (name, bytes) => {
        saved.set(name, new TextDecoder().decode(bytes));
        return Promise.resolve(succeed(undefined));
      },
    },
  };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={services}>
            <AdoptPage page={{ kind: "adopt", listId: riskLog.listId, isCopy: true }} />
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  await settle();
  return { ...northmere, services, made, saved };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle();
}

const copyTwo = adoptWords.copyRows(2, "risk", "risks");
const receipt = (): HTMLElement => screen.getByRole("region", { name: adoptWords.copyReceipt });
const lines = (of: HTMLElement): readonly string[] =>
  within(of)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

describe("before anything is copied", () => {
  test("the page says what is left out and why, and has written nothing", async () => {
    const { lists } = await show();
    await press(adoptWords.copyShow);
    const leftOut = lines(screen.getByRole("region", { name: adoptWords.leftOutTitle }));
    expect(leftOut).toContain(adoptWords.leftOutColumn("Department", adoptWords.leftOutUnmatched));
    expect(leftOut).toContain(adoptWords.leftOutCells("Status", 1));
    expect(lists.rows(placeOf("Risks"))).toEqual([]);
    expect(lists.rows(placeOf("Receipts"))).toEqual([]);
  });
});

describe("a copy into a new list", () => {
  test("tells how many rows were copied, what was left out and refused and why, and that the old list stands untouched", async () => {
    const { lists } = await show();
    await press(adoptWords.copyShow);
    await press(copyTwo);
    expect(lists.rows(placeOf("Risks")).map(({ values }) => valueAt(values, "RiskEvent"))).toEqual([lift["RiskEvent"], tender["RiskEvent"]]);
    const heading = within(receipt()).getByRole("heading", { name: adoptWords.copyReceipt });
    expect(document.activeElement).toBe(heading);
    expect(within(receipt()).getByText(adoptWords.copied(2, "risk", "risks"))).toBeTruthy();
    expect(lines(receipt())).toEqual(
      expect.arrayContaining([
        "1 row was refused",
        adoptWords.copyUntouched("Risk log"),
        adoptWords.copyNotTaken,
        adoptWords.leftOutColumn("Department", adoptWords.leftOutUnmatched),
        adoptWords.leftOutCells("Status", 1),
      ]),
    );
    expect(receipt().textContent).not.toContain("7104");
    expect(
      within(receipt())
        .getByRole("link", { name: adoptWords.openList("Risk log") })
        .getAttribute("href"),
    ).toBe(riskLog.webUrl);
  });

  test("keeps a receipt without what cells held in the register of receipts, and one undo takes back both", async () => {
    const { lists } = await show();
    await press(adoptWords.copyShow);
    await press(copyTwo);
    const [kept] = lists.rows(placeOf("Receipts"));
    expect(kept?.values).toMatchObject({ Kind: "Import", RegisterName: "Risks", SourceName: "Risk log", AddedCount: 2, RefusedCount: 1 });
    const detail = String(valueAt(kept?.values ?? {}, "DetailJson"));
    expect(JSON.parse(detail)).toMatchObject({ copiedFrom: riskLog.webUrl, isNewList: false, cells: [{ name: "Status", rows: 1 }] });
    expect(detail).not.toMatch(/lift|tender|7104/);
    await press(adoptWords.undo);
    expect(within(receipt()).getByText(adoptWords.copyUndone)).toBeTruthy();
    expect([...lists.rows(placeOf("Risks")), ...lists.rows(placeOf("Receipts"))].map(({ values }) => valueAt(values, "Archived"))).toEqual([true, true, true]);
    expect(screen.queryByRole("button", { name: adoptWords.undo })).toBeNull();
  });

  test("can be downloaded as a text that names the person, both lists and everything that was left out", async () => {
    const { saved } = await show();
    await press(adoptWords.copyShow);
    await press(copyTwo);
    await press(adoptWords.downloadReceipt);
    const text = saved.get(adoptWords.receiptFile) ?? "";
    for (const part of [
      adoptWords.receiptFrom("Risk log", riskLog.webUrl),
      "Into: Risks in Northmere registers, https://northmere.sharepoint.com/sites/registers",
      "By Femi Okoro, ",
      `- ${adoptWords.copyUntouched("Risk log")}`,
      `- ${adoptWords.leftOutColumn("Department", adoptWords.leftOutUnmatched)}`,
      adoptWords.refusedTitle,
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("7104");
  });

  test("makes the list where there is none, and says so", async () => {
    const { made, lists } = await show({ hasRisks: false, hasReceipts: false });
    await press(adoptWords.copyShow);
    expect(made).toEqual([]);
    await press(copyTwo);
    expect(made).toEqual(["Risks"]);
    expect(lines(receipt())).toContain(adoptWords.copyMade("Risks"));
    expect(lists.rows(placeOf("Risks"))).toHaveLength(2);
    expect(lists.rows(placeOf("Receipts"))).toEqual([]);
  });

  test("leads to the register", async () => {
    const { services } = await show();
    await press(adoptWords.copyShow);
    await press(copyTwo);
    await press(adoptWords.openRegister("Risks"));
    expect(services.location.read()).toBe("register/Risks");
  });
});

describe("a copy that is stopped", () => {
  test("says what was copied and what was not, and goes on with the rest alone", async () => {
    const many = Array.from({ length: 60 }, (_, index) => theirs(String(index + 1), { ...tender, RiskEvent: `Risk ${String(index + 1)} comes true` }));
    const { lists, source } = await show({ theirRows: many });
    await press(adoptWords.copyShow);
    const createMany = source.createMany.bind(source);
    source.createMany = async (requests) => {
      const answers = await createMany(requests);
      const cancel = screen.queryByRole("button", { name: "Cancel" });
      if (cancel !== null) fireEvent.click(cancel);
      return answers;
    };
    await press(adoptWords.copyRows(60, "risk", "risks"));
    const copied = lists.rows(placeOf("Risks")).length;
    expect(copied).toBeGreaterThan(0);
    expect(copied).toBeLessThan(60);
    expect(within(receipt()).getByText(adoptWords.copyStopped)).toBeTruthy();
    expect(lines(receipt())).toEqual(
      expect.arrayContaining([adoptWords.copied(copied, "risk", "risks"), `${String(60 - copied)} rows were not sent, because you stopped`]),
    );
    expect(lists.rows(placeOf("Receipts"))).toEqual([]);
    source.createMany = createMany;
    await press(adoptWords.copyGoOn);
    await press(adoptWords.copyRows(60 - copied, "risk", "risks"));
    expect(lines(receipt())).toContain(adoptWords.copiedBefore(copied));
    const kept = lists.rows(placeOf("Risks")).map(({ values }) => valueAt(values, "RiskEvent"));
    expect([kept.length, new Set(kept).size]).toEqual([60, 60]);
  });
});
