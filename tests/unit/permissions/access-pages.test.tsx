/** @jest-environment jsdom */
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { AccessPage } from "../../../src/features/permissions";
import { scopeNeeds, scopesUnder } from "../../../src/graph";
import { fail, succeed, type Fault, type Result } from "../../../src/kernel";
import { ServicesProvider, type AccessFindings, type AccessQuestion, type Page, type Permissions } from "../../../src/parts";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { order } from "../parts/record-page";
import { openNorthmere, placeOf, type Northmere } from "../parts/services";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const permissions: Permissions = {
  way: "broad",
  consentLink: "https://login.microsoftonline.com/t/adminconsent?client_id=c",
  needs: scopeNeeds.map((need) => ({ ...need, state: need.feature === "findPeople" ? "refused" : need.askedAt === "sign in" ? "allowed" : "unknown" })),
};
const open: AccessFindings = {
  me: succeed({ name: "Femi Okoro", address: "femi.okoro@northmere.example" }),
  site: succeed({ name: "Northmere registers", address: "https://northmere.sharepoint.com/sites/registers" }),
  lists: succeed(8),
  list: succeed({ address: "" }),
  rows: succeed(1),
};

const site = "https://northmere.sharepoint.com/sites/registers";

interface Told {
  permissions: Result<Permissions>;
  found: Result<AccessFindings>;
}

interface Shown extends Northmere {
  readonly told: Told;
  readonly asked: AccessQuestion[];
  readonly copied: string[];
}

async function opened(told: Told): Promise<Shown> {
  const asked: AccessQuestion[] = [];
  const copied: string[] = [];
  const copy = (text: string): Promise<Result<void>> => {
    copied.push(text);
    return Promise.resolve(succeed(undefined));
  };
  const northmere = await openNorthmere(
    { Actions: [order] },
    {
      access: {
        permissions: () => Promise.resolve(told.permissions),
        check: () => Promise.reject(new Error("no check here")),
        look: (question) => {
          asked.push(question);
          return Promise.resolve(told.found);
        },
      },
      links: {
        toPage: (fragment) => fragment,
        toRecord: () => ({ teams: "", browser: "" }),
        open: () => Promise.reject(new Error("no link is opened here")),
        copy,
      },
    },
  );
  return { ...northmere, told, asked, copied };
}

function draw({ services }: Northmere, page: Extract<Page, { kind: "permissions" | "why" }>): void {
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={services}>
            <AccessPage page={page} />
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
}

async function press(name: string): Promise<void> {
  const button = await screen.findByRole("button", { name });
  await act(async () => {
    fireEvent.click(button);
    await Promise.resolve();
  });
}

describe("the permissions page", () => {
  test("shows the whole table of scopes, each with who allows it, the way without it and what became of it", async () => {
    draw(await opened({ permissions: succeed(permissions), found: succeed(open) }), { kind: "permissions" });
    const table = await screen.findByRole("table", { name: "Permissions of Project Registers" });
    const rows = within(table).getAllByRole("row").slice(1);
    expect(rows.map((row) => within(row).getAllByRole("cell")[0]?.textContent)).toEqual(scopeNeeds.map(({ scope }) => scope));
    for (const row of rows) for (const cell of within(row).getAllByRole("cell")) expect(cell.textContent).not.toBe("");
    const people = within(table).getByRole("row", { name: /^To find people/ });
    expect(people.textContent).toContain("You, when it is first needed");
    expect(people.textContent).toContain("type a work address");
    expect(people.textContent).toContain("Refused");
  });

  test("where sites are granted one by one, shows no permission on all sites, and who makes the lists", async () => {
    const needs = permissions.needs.map(({ scope: _scope, ...need }, index) => {
      const scope = scopesUnder("selected", [scopeNeeds[index]!.scope])?.join();
      return { ...need, ...(scope === undefined ? {} : { scope }), state: "unknown" as const };
    });
    draw(await opened({ permissions: succeed({ ...permissions, way: "selected", needs }), found: succeed(open) }), { kind: "permissions" });
    const table = await screen.findByRole("table", { name: "Permissions of Project Registers" });
    expect(table.textContent).not.toMatch(/Sites\.(Read|ReadWrite|Manage)\.All/);
    expect(within(table).getByRole("row", { name: /^To make the lists/ }).textContent).toContain("An administrator, outside the app");
    expect(screen.getByText(/An administrator grants each site and makes its lists/)).toBeTruthy();
  });

  test("copies the text for the administrator, which holds the link of consent", async () => {
    const shown = await opened({ permissions: succeed(permissions), found: succeed(open) });
    draw(shown, { kind: "permissions" });
    await press("Copy the text");
    expect(shown.copied[0]).toContain(permissions.consentLink);
    expect(await screen.findByText("The text was copied")).toBeTruthy();
  });

  test("whose code could not be fetched says so, and comes when it is asked for again", async () => {
    const shown = await opened({ permissions: fail({ kind: "offline" }), found: succeed(open) });
    draw(shown, { kind: "permissions" });
    expect(await screen.findByText("There is no connection to SharePoint.")).toBeTruthy();
    shown.told.permissions = succeed(permissions);
    await press("Try again");
    expect(await screen.findByRole("table", { name: "Permissions of Project Registers" })).toBeTruthy();
  });
});

describe("what stands in the way", () => {
  const closed: Fault = { kind: "forbidden", origin: { status: 403, code: "accessDenied", requestId: "request-1", message: "" } };

  test("is asked for the register that was named, and nothing stands in the way of what is open", async () => {
    const shown = await opened({ permissions: succeed(permissions), found: succeed(open) });
    draw(shown, { kind: "why", register: "Actions" });
    expect(await screen.findByRole("heading", { name: "Nothing stands in the way now" })).toBeTruthy();
    expect(shown.asked).toEqual([{ site, register: "Actions" }]);
    expect(screen.getAllByRole("listitem").map((line) => line.textContent)).toEqual([
      "Signed in as Femi Okoro",
      "The site Northmere registers was found",
      "It has 8 lists that you may see",
      "The list Actions is there",
      "Actions can be read",
      "No change was refused on this page",
    ]);
    expect(screen.queryByRole("button", { name: "Copy the text" })).toBeNull();
  });

  test("of a closed site is said with whom to ask, and the text is copied", async () => {
    const shown = await opened({ permissions: succeed(permissions), found: succeed({ me: open.me, site: fail(closed) }) });
    draw(shown, { kind: "why" });
    expect(await screen.findByRole("heading", { name: "You have no access to this site" })).toBeTruthy();
    expect(screen.getByText("An owner of the site")).toBeTruthy();
    await press("Copy the text");
    expect(shown.copied[0]).toBe(screen.getByRole("group", { name: "A text to send" }).textContent);
    expect(shown.copied[0]).toContain("request-1");
  });

  test("of a change that was refused is looked for at its very record, named or not", async () => {
    const shown = await opened({ permissions: succeed(permissions), found: succeed({ ...open, row: succeed({ label: "Keep 7 years" }) }) });
    shown.source.failNext("update", closed);
    const place = placeOf("Actions");
    await act(async () => {
      const seen = shown.services.store.seen(place, "1")!;
      void shown.services.store.change([{ ...place, kind: "update", id: "1", changes: { Title: "Order more" }, seen }], "action");
      await shown.world.pass(0);
    });
    draw(shown, { kind: "why" });
    expect(await screen.findByRole("heading", { name: "This record is locked" })).toBeTruthy();
    expect(shown.asked).toEqual([{ site, register: "Actions", row: "1" }]);
    expect(screen.getByText("Your last change was refused")).toBeTruthy();
  });

  test("is looked for again when the person asks, and a register that nobody knows is left out", async () => {
    const shown = await opened({ permissions: succeed(permissions), found: succeed({ me: fail({ kind: "offline" }) }) });
    draw(shown, { kind: "why", register: "Nothing" });
    expect(await screen.findByRole("heading", { name: "There is no connection" })).toBeTruthy();
    shown.told.found = succeed(open);
    await press("Look again");
    await waitFor(() => expect(screen.getByRole("heading", { name: "Nothing stands in the way now" })).toBeTruthy());
    expect(shown.asked).toEqual([{ site }, { site }]);
  });

  test("says that it could not be looked for, and tries again", async () => {
    const shown = await opened({ permissions: succeed(permissions), found: fail({ kind: "offline" }) });
    draw(shown, { kind: "why" });
    expect(await screen.findByText("There is no connection to SharePoint.")).toBeTruthy();
    shown.told.found = succeed(open);
    await press("Try again");
    expect(await screen.findByRole("heading", { name: "Nothing stands in the way now" })).toBeTruthy();
  });
});
