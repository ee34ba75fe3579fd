import { tenantFetch, seededRandomness } from "../../src/demo/tenant";
import {
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

  test("puts a report into the folder of a channel, and keeps a personal file", async () => {
    const files = createFiles(graph);
    const folder = valueOf(await createTeams(graph).filesFolder(team));
    const put = async (): Promise<string | undefined> =>
      valueOf(await files.put({ driveId: folder.driveId ?? "", folderId: folder.id }, { name: "Pack.pptx", content: new Blob(["x"]), whenNameTaken: "rename" }))
        .name;
    expect([await put(), await put()]).toEqual(["Pack.pptx", "Pack 1.pptx"]);
    expect(valueOf(await files.personal.read("settings.json"))).toBeUndefined();
    valueOf(await files.personal.write("settings.json", new Blob(["{}"])));
    expect(await valueOf(await files.personal.read("settings.json"))?.text()).toBe("{}");
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
