import { createConsent } from "../../../src/entries/shared/consent";
import { fail, succeed, type Fault, type Result } from "../../../src/kernel";
import type { SignedInPerson } from "../../../src/hosts";

const asha: SignedInPerson = { name: "Asha Patel", address: "asha.patel@northmere.example", objectId: "o", tenantId: "t" };

interface Window {
  readonly scopes: readonly string[];
  readonly claims: string | undefined;
}

/** Permissions that are there, and what the window answers when it is opened. */
function setting(given: readonly string[], window: Result<SignedInPerson> = succeed(asha)) {
  const allowed = new Set(given);
  const silent: string[] = [];
  const windows: Window[] = [];
  const clock = { now: 1_000_000, nowMs: () => clock.now };
  const made = createConsent({
    clock,
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
