import { tenantFetch, seededRandomness } from "../../src/demo/tenant";
import {
  createAppFolder,
  createFiles,
  createGraph,
  createMessages,
  createPeople,
  createSites,
  createTeams,
  graphPath,
  scopesFor,
  type Graph,
  type GraphFetch,
} from "../../src/graph";
import { succeed, type Result, type Timers } from "../../src/kernel";
import { northmere, type Northmere } from "../unit/demo-tenant/fixture";

/** Waits by moving the tenant's clock, so that a Retry-After passes at once and truly. */
function timersOf({ clock }: Northmere): Timers {
  return {
    after(delayMs, callBack) {
      // Longer ones are limits for answers that never come; the tenant answers at once.
      if (delayMs > 60_000) return () => undefined;
      const timer = setTimeout(() => {
        clock.advance(delayMs);
        callBack();
      }, 0);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

/** The product's client on the tenant; each token carries only the scopes that the client asks for. */
function clientFor(world: Northmere, person: string): Graph {
  const send = tenantFetch(world.tenant);
  const fetch: GraphFetch = (url, init) => send(url, { ...init, headers: { ...init.headers } });
  return createGraph({
    fetch,
    token: (scopes) => Promise.resolve(succeed(world.tenant.issueToken(person, scopes))),
    clock: world.clock,
    timers: timersOf(world),
    randomness: seededRandomness(3),
  });
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

describe("the product's Graph client on the demo tenant", () => {
  const world = northmere();
  const graph = clientFor(world, "wren");
  const team = { teamId: world.tenant.teamByKey("estates")?.id ?? "", channelId: world.tenant.channelByKey("risks")?.id ?? "" };

  test("finds people, their pictures, and nobody where there is nobody", async () => {
    const people = createPeople(graph);
    expect(valueOf(await people.me()).displayName).toBe("Wren Writer");
    expect(valueOf(await people.search("pat")).map(({ displayName }) => displayName)).toEqual(["Pat Manager"]);
    expect(valueOf(await people.photo("pat@northmere.example"))?.size).toBe(3);
    expect(valueOf(await people.photo("wren@northmere.example"))).toBeUndefined();
    expect(await people.person("nobody@northmere.example")).toMatchObject({ ok: false, fault: { kind: "notFound" } });
  });

  test("finds the site behind a team", async () => {
    expect(valueOf(await createSites(graph).ofGroup(team.teamId))?.webUrl).toBe("https://northmere.sharepoint.com/sites/estates");
  });

  test("finds teams and channels, posts a card with a mention, and answers it", async () => {
    const teams = createTeams(graph);
    const messages = createMessages(graph);
    expect(valueOf(await teams.joined()).map(({ displayName }) => displayName)).toEqual(["Estates"]);
    expect(valueOf(await teams.channels(team.teamId)).map(({ displayName }) => displayName)).toEqual(["General", "Risks"]);
    const mentions = [{ personId: world.tenant.personByKey("pat")?.id ?? "", displayName: "Pat Manager" }];
    const sent = valueOf(await messages.post(team, { text: "a < b", mentions, cardJson: '{"type":"AdaptiveCard","version":"1.5","body":[]}' }));
    const answer = valueOf(await messages.reply({ ...team, messageId: sent.id }, { text: "Thanks" }));
    expect(answer.id).not.toBe(sent.id);
  });

  test("puts a report into the folder of a channel", async () => {
    const files = createFiles(graph);
    const folder = valueOf(await createTeams(graph).filesFolder(team));
    const put = async (): Promise<string | undefined> =>
      valueOf(await files.put({ driveId: folder.driveId ?? "", folderId: folder.id }, { name: "Pack.pptx", content: new Blob(["x"]), whenNameTaken: "rename" }))
        .name;
    expect([await put(), await put()]).toEqual(["Pack.pptx", "Pack 1.pptx"]);
  });

  test("keeps a file of the person's own: the first one to write it has written it, whatever the next one brings", async () => {
    const folder = createAppFolder(graph);
    expect(valueOf(await folder.read("secret.json"))).toBeUndefined();
    expect(await folder.createOnce("secret.json", Uint8Array.of(1, 2))).toEqual(succeed(undefined));
    expect(await folder.createOnce("secret.json", Uint8Array.of(3))).toEqual(succeed(undefined));
    expect(valueOf(await folder.read("secret.json"))).toEqual(Uint8Array.of(1, 2));
    expect(valueOf(await createAppFolder(clientFor(world, "pat")).read("secret.json"))).toBeUndefined();
  });

  test("an answer that got lost after the file was written leaves one file, and that is the one read", async () => {
    const folder = createAppFolder(graph);
    world.tenant.faults.set("connectionLostAfterCommit", { remaining: 1, method: "PUT" });
    expect(await folder.createOnce("lost.json", Uint8Array.of(1))).toMatchObject({ ok: false, fault: { kind: "offline" } });
    expect(await folder.createOnce("lost.json", Uint8Array.of(2))).toEqual(succeed(undefined));
    expect(valueOf(await folder.read("lost.json"))).toEqual(Uint8Array.of(1));
  });

  test("an app folder that a tenant or a person does not have is a clear answer", async () => {
    const refused = createAppFolder(clientFor(world, "olu"));
    for (const answer of [await refused.read("a.json"), await refused.createOnce("a.json", Uint8Array.of(1))])
      expect(answer).toMatchObject({ ok: false, fault: { kind: "forbidden" } });
    const without = createAppFolder(clientFor(world, "ravi"));
    expect(valueOf(await without.read("a.json"))).toBeUndefined();
    expect(await without.createOnce("a.json", Uint8Array.of(1))).toMatchObject({ ok: false, fault: { kind: "notFound" } });
  });

  test("waits as long as it is told, after a 429 of the call and of a part of a batch", async () => {
    const address = graphPath`/me`;
    const call = { scopes: scopesFor("signIn") };
    world.tenant.faults.set("throttle", { remaining: 2, retryAfterSeconds: 30 });
    expect((await graph.get(address, call)).ok).toBe(true);
    world.tenant.faults.set("batchPartial429", { remaining: 1, retryAfterSeconds: 30 });
    const parts = await graph.batch(
      [
        { method: "GET", address },
        { method: "GET", address },
      ],
      call,
    );
    expect(parts.map(({ ok }) => ok)).toEqual([true, true]);
  });

  test("has given the tenant no reason to complain", () => {
    expect(world.tenant.usage.report().complaints).toEqual([]);
  });
});
