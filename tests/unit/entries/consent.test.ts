import { createConsent, firstScopes, signInScopes } from "../../../src/entries/shared/consent";
import { scopesFor, type PermissionWay } from "../../../src/graph";
import { fail, succeed, type Fault, type Result } from "../../../src/kernel";
import type { SignedInPerson } from "../../../src/hosts";

const asha: SignedInPerson = { name: "Asha Patel", address: "asha.patel@northmere.example", objectId: "o", tenantId: "t" };

interface Window {
  readonly scopes: readonly string[];
  readonly claims: string | undefined;
}

/** Permissions that are there, and what the window answers when it is opened. */
function setting(given: readonly string[], window: Result<SignedInPerson> = succeed(asha), way: PermissionWay = "broad") {
  const allowed = new Set(given);
  const silent: string[] = [];
  const windows: Window[] = [];
  const clock = { now: 1_000_000, nowMs: () => clock.now };
  const made = createConsent({
    clock,
    way,
    signIn: {
      token: (scopes, claims) => {
        silent.push(scopes.join(" "));
        if (claims !== undefined) return Promise.resolve(fail({ kind: "signInNeeded", claims }));
        return Promise.resolve(scopes.every((scope) => allowed.has(scope)) ? succeed("token") : fail({ kind: "signInNeeded" }));
      },
      ask: (scopes, claims) => {
        windows.push({ scopes, claims });
        if (window.ok) scopes.forEach((scope) => allowed.add(scope));
        return Promise.resolve(window);
      },
    },
  });
  return { ...made, silent, windows, clock };
}

describe("permissions that are asked for on first use", () => {
  test("a permission that is there is never asked for", async () => {
    const { token, windows, service } = setting(["ChannelMessage.Send"]);
    expect(await token(["ChannelMessage.Send"])).toEqual(succeed("token"));
    expect(service.heldUp()).toBeUndefined();
    expect(windows).toEqual([]);
  });

  test("one window asks for everything that posting a card needs, and the call succeeds afterwards", async () => {
    const { token, windows, service } = setting([]);
    expect(await token(["Team.ReadBasic.All"])).toMatchObject({ ok: false, fault: { kind: "signInNeeded" } });
    expect(await service.ask("postCard")).toEqual(succeed(undefined));
    expect(windows).toEqual([{ scopes: ["Team.ReadBasic.All", "Channel.ReadBasic.All", "ChannelMessage.Send"], claims: undefined }]);
    expect(await token(["Team.ReadBasic.All"])).toEqual(succeed("token"));
  });

  test("a missing permission is not asked of the sign-in service at each key", async () => {
    const { token, silent, clock } = setting([]);
    for (let key = 0; key < 5; key += 1) expect((await token(["User.ReadBasic.All"])).ok).toBe(false);
    expect(silent).toHaveLength(1);
    clock.now += 60_000;
    await token(["User.ReadBasic.All"]);
    expect(silent).toHaveLength(2);
  });

  test.each<[Fault, Fault["kind"]]>([
    [{ kind: "cancelled" }, "cancelled"],
    [{ kind: "forbidden" }, "forbidden"],
    // A window was open and the permission is still not there: the organisation keeps it.
    [{ kind: "signInNeeded" }, "forbidden"],
    [{ kind: "offline" }, "offline"],
  ])("a window that ends in %j means %s", async (ended, kind) => {
    const { service } = setting([], fail(ended));
    expect(await service.ask("setUp")).toMatchObject({ ok: false, fault: { kind } });
  });

  test("reading and saving stand still until the person has signed in again, and whoever listens is told", async () => {
    const { token, service, windows } = setting(["Sites.Read.All"]);
    let told = 0;
    service.subscribe(() => (told += 1));
    await token(["Sites.Read.All"]);
    expect([service.heldUp(), told]).toEqual([undefined, 0]);
    await token(["Sites.ReadWrite.All"]);
    expect([service.heldUp(), told]).toEqual(["save", 1]);
    await token(["Sites.Read.All"], "{}");
    expect([service.heldUp(), told]).toEqual(["read", 2]);
    await service.ask("read");
    expect([service.heldUp(), told]).toEqual([undefined, 3]);
    expect(windows).toEqual([{ scopes: ["User.Read", "Sites.Read.All", "Sites.ReadWrite.All"], claims: "{}" }]);
  });

  test("a missing permission for one thing does not hold up reading or saving", async () => {
    const { token, service } = setting([]);
    await token(["User.ReadBasic.All"]);
    expect(service.heldUp()).toBeUndefined();
  });
});

describe("what has become of a permission on this page", () => {
  test("is unknown until something needed it, then allowed or not", async () => {
    const { token, service } = setting(["Sites.ReadWrite.All"]);
    expect(service.state("writeRegisters")).toBe("unknown");
    await token(["Sites.ReadWrite.All"]);
    await token(["User.ReadBasic.All"]);
    expect([service.state("writeRegisters"), service.state("findPeople"), service.state("setUpRegisters")]).toEqual(["allowed", "notAllowed", "unknown"]);
  });

  test("is known of what the person signed in with", () => {
    const { service } = setting([]);
    expect([service.state("signIn"), service.state("readRegisters"), service.state("writeRegisters")]).toEqual(["allowed", "allowed", "unknown"]);
  });

  test("is refused after a window that ended without it, until another window gives it", async () => {
    const { token, service } = setting([], fail({ kind: "forbidden" }));
    await service.ask("findPeople");
    await token(["User.ReadBasic.All"]);
    expect(service.state("findPeople")).toBe("refused");
    const again = setting([]);
    await again.service.ask("findPeople");
    expect(again.service.state("findPeople")).toBe("allowed");
  });

  test("stays what it was when a window was only closed", async () => {
    const { service } = setting([], fail({ kind: "cancelled" }));
    await service.ask("findPeople");
    expect(service.state("findPeople")).toBe("unknown");
  });
});

describe("where an administrator grants sites one by one", () => {
  const selected = (given: readonly string[]) => setting(given, succeed(asha), "selected");

  test("reading and writing ask for the one permission of chosen sites, whatever the call says", async () => {
    const { token, silent, service } = selected(["Sites.Selected"]);
    expect(await token(scopesFor("readRegisters"))).toEqual(succeed("token"));
    expect(await token(scopesFor("writeRegisters"))).toEqual(succeed("token"));
    expect(await token(["Sites.Read.All", "Sites.ReadWrite.All"])).toEqual(succeed("token"));
    expect(new Set(silent)).toEqual(new Set(["Sites.Selected"]));
    expect(service.state("writeRegisters")).toBe("allowed");
  });

  test("what needs no site stays as it is", async () => {
    const { token, silent } = selected(["User.ReadBasic.All"]);
    await token(["User.ReadBasic.All"]);
    expect(silent).toEqual(["User.ReadBasic.All"]);
  });

  test("the sign-in asks for chosen sites and never for all", () => {
    expect(firstScopes("selected")).toEqual(["User.Read", "Sites.Selected"]);
    expect(signInScopes("selected")).toEqual(["User.Read", "Sites.Selected"]);
    expect(firstScopes("broad")).toEqual(["User.Read", "Sites.Read.All"]);
    expect(signInScopes("broad")).toEqual(["User.Read", "Sites.Read.All", "Sites.ReadWrite.All"]);
  });

  test("making lists is an administrator's: nobody is asked, no window opens", async () => {
    const { token, service, silent, windows } = selected([]);
    const refused = { ok: false, fault: { kind: "forbidden", origin: { code: "administratorDoesThis" } } };
    expect(await token(scopesFor("setUpRegisters"))).toMatchObject(refused);
    expect(await service.ask("setUp")).toMatchObject(refused);
    expect([silent, windows, service.state("setUpRegisters")]).toEqual([[], [], "administrator"]);
  });

  test("reading stands still for want of the one permission, and one window gives it", async () => {
    const { token, service, windows } = selected([]);
    await token(scopesFor("writeRegisters"));
    expect(service.heldUp()).toBe("read");
    await service.ask("read");
    expect(windows).toEqual([{ scopes: ["User.Read", "Sites.Selected"], claims: undefined }]);
    expect(service.heldUp()).toBeUndefined();
  });
});
