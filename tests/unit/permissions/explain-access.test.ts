import { accessWords, permissionWords } from "../../../src/content";
import { lookedAt, textToSend } from "../../../src/features/permissions/access-text";
import { explainAccess, whomToAsk, type Cause, type Known } from "../../../src/features/permissions/explain-access";
import { permissionLine, textForAdministrator } from "../../../src/features/permissions/permission-text";
import { scopeNeeds } from "../../../src/graph";
import { fail, succeed, type Fault } from "../../../src/kernel";
import type { AccessFindings, Permissions } from "../../../src/parts";

const origin = (status: number) => ({ status, code: "", requestId: "request-1", message: "" });
const closed: Fault = { kind: "forbidden", origin: origin(403) };
const gone: Fault = { kind: "notFound" };
const known: Known = { way: "broad", heldUp: undefined, isReadOnly: false };
const me = succeed({ name: "Asha Patel", address: "asha@northmere.example" });
const site = succeed({ name: "PMO", address: "https://northmere.sharepoint.com/sites/pmo" });
const open: AccessFindings = { me, site, lists: succeed(8), list: succeed({ address: "https://x" }), rows: succeed(1) };
const asked = { address: "https://northmere.sharepoint.com/sites/pmo", list: "Risks" };

describe("the first read that failed decides", () => {
  test.each<[string, AccessFindings, Partial<Known>, Cause]>([
    ["a sign-in that ended, or a rule that ends it", { me: fail({ kind: "signInNeeded" }) }, {}, "conditionalAccess"],
    ["no consent for sites", { me, site: fail({ kind: "signInNeeded" }) }, {}, "noConsent"],
    ["a security rule", { me, site: fail({ kind: "signInNeeded", claims: "{}" }) }, {}, "conditionalAccess"],
    ["a site of another organisation", { me, site: fail({ kind: "invalid", problems: [] }) }, {}, "otherTenant"],
    ["a closed site where the app may go anywhere", { me, site: fail(closed) }, {}, "noSiteRight"],
    ["a closed site where each needs a grant", { me, site: fail(closed) }, { way: "selected" }, "noSiteGrant"],
    ["a locked site", { me, site: fail({ kind: "forbidden", origin: origin(423) }) }, {}, "restricted"],
    ["no such site", { me, site: fail(gone) }, {}, "siteNotThere"],
    ["a site that shows itself and not its lists", { me, site, lists: fail(closed) }, {}, "restricted"],
    ["no such list", { me, site, lists: succeed(3), list: fail(gone) }, {}, "listNotThere"],
    ["a list with rights of its own", { me, site, lists: succeed(3), list: fail(closed) }, {}, "noListRight"],
    ["closed rows", { ...open, rows: fail(closed) }, {}, "noListRight"],
    ["no connection", { me, site: fail({ kind: "offline" }) }, {}, "offline"],
    ["an order to wait", { me, site, lists: fail({ kind: "throttled", retryAtMs: 0 }) }, {}, "throttled"],
    ["a broken answer", { me: fail({ kind: "unavailable" }) }, {}, "unavailable"],
    ["a query over the limit", { ...open, rows: fail({ kind: "tooLarge", limit: "one request" }) }, {}, "overLimits"],
  ])("%s", (_name, found, more, cause) => {
    expect(explainAccess(found, { ...known, ...more })).toBe(cause);
  });
});

describe("where everything can be read, the last refusal decides", () => {
  test.each<[string, AccessFindings, Partial<Known>, Cause]>([
    ["nothing was refused", open, {}, "nothing"],
    ["a change was refused", open, { refusal: closed }, "readOnly"],
    ["the list refused a change earlier", open, { isReadOnly: true }, "readOnly"],
    ["the record was locked", open, { refusal: { kind: "forbidden", origin: origin(423) } }, "itemLocked"],
    ["the record carries a label", { ...open, row: succeed({ label: "Keep 7 years" }) }, { refusal: closed }, "itemLocked"],
    ["the record carries none", { ...open, row: succeed({ label: "" }) }, { refusal: closed }, "readOnly"],
    ["the record is gone", open, { refusal: gone }, "recordGone"],
    ["the record cannot be found now", { ...open, row: fail(gone) }, { refusal: closed }, "recordGone"],
    ["the list is full", open, { refusal: { kind: "tooLarge", limit: "storage" } }, "overLimits"],
    ["saving waits for a permission", open, { heldUp: "save" }, "noConsent"],
    ["a security rule stopped the change", open, { refusal: { kind: "signInNeeded", claims: "{}" } }, "conditionalAccess"],
  ])("%s", (_name, found, more, cause) => {
    expect(explainAccess(found, { ...known, ...more })).toBe(cause);
  });
});

test("a lack of a connection or of an answer never names a right", () => {
  const steps = ["me", "site", "lists", "list", "rows"] as const;
  const passing: readonly Fault[] = [{ kind: "offline" }, { kind: "throttled", retryAtMs: 0 }, { kind: "unavailable" }, { kind: "cancelled" }];
  for (const [index, step] of steps.entries())
    for (const fault of passing) {
      const before = Object.fromEntries(steps.slice(0, index).map((name) => [name, open[name]]));
      const cause = explainAccess({ me, ...before, [step]: fail(fault) }, { ...known, refusal: closed, isReadOnly: true });
      expect(whomToAsk(cause)).toBe("nobody");
    }
});

test("every cause that somebody can help with has a text to send, and no other", () => {
  for (const cause of Object.keys(accessWords.causes) as Cause[]) {
    const text = textToSend({ cause, found: open, known, asked, consentLink: "https://login", nowMs: 0 });
    expect([cause, text === undefined]).toEqual([cause, whomToAsk(cause) === "nobody"]);
  }
});

test("the text names the person, the site, the list, the moment and Microsoft's reference, and the link only where it helps", () => {
  const parts = { found: { me, site: fail(closed) }, known, asked, consentLink: "https://login.microsoftonline.com/x", nowMs: Date.UTC(2026, 10, 24, 9) };
  const text = textToSend({ ...parts, cause: "noSiteRight" }) ?? "";
  for (const named of ["Asha Patel, asha@northmere.example", asked.address, "List: Risks", "request-1", "24 November 2026, 09:00"])
    expect(text).toContain(named);
  expect(text).not.toContain("https://login");
  expect(textToSend({ ...parts, cause: "noConsent" })).toContain("https://login.microsoftonline.com/x");
});

test("what was looked at stands as ticks in the order of the reads, and what was not asked is not said", () => {
  expect(lookedAt({ me, site: fail(closed) }, known, asked)).toEqual([
    { isGood: true, says: "Signed in as Asha Patel" },
    { isGood: false, says: `The site ${asked.address} could not be opened` },
    { isGood: true, says: "No change was refused on this page" },
  ]);
  const full = lookedAt({ ...open, row: succeed({ label: "Keep 7 years" }) }, { ...known, refusal: closed, heldUp: "save" }, asked);
  expect(full.filter(({ isGood }) => !isGood).map(({ says }) => says)).toEqual([
    "The record carries the retention label “Keep 7 years”",
    "Saving waits for your permission",
    "Your last change was refused",
  ]);
});

describe("permissions in words", () => {
  test("every feature of the table of scopes has its words, and there are no others", () => {
    expect(Object.keys(permissionWords.features).sort()).toEqual(scopeNeeds.map(({ feature }) => feature).sort());
  });

  test("what only an administrator does is said so, whatever the table says of its asking", () => {
    const line = permissionLine({ feature: "setUpRegisters", administratorMustConsent: false, askedAt: "first use", state: "administrator" });
    expect(line).toMatchObject({ scope: "None", asked: "An administrator, outside the app", state: "Done by an administrator" });
  });

  test("the administrator's text names each asked permission once, what is not used never, and the grant only where one is needed", () => {
    const permissions: Permissions = {
      way: "selected",
      consentLink: "https://login.microsoftonline.com/t/adminconsent?client_id=c",
      needs: [
        { feature: "readRegisters", scope: "Sites.Selected", administratorMustConsent: false, askedAt: "sign in", state: "allowed" },
        { feature: "writeRegisters", scope: "Sites.Selected", administratorMustConsent: false, askedAt: "sign in", state: "allowed" },
        { feature: "setUpRegisters", administratorMustConsent: false, askedAt: "first use", state: "administrator" },
        { feature: "findChannelFolder", scope: "Files.Read.All", administratorMustConsent: false, askedAt: "not yet", state: "unknown" },
      ],
    };
    const text = textForAdministrator(permissions, asked.address);
    expect(text.match(/Sites\.Selected/g)).toHaveLength(1);
    expect(text).not.toContain("Files.Read.All");
    expect(text).toContain(permissions.consentLink);
    expect(text).toContain(`a grant with the role write on ${asked.address}`);
    expect(textForAdministrator({ ...permissions, way: "broad" }, asked.address)).not.toContain("grant with the role");
  });
});
