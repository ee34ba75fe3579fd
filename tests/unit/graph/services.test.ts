import { createFiles, createMessages, createPeople, createSites, createTeams, scopeNeeds, scopesFor } from "../../../src/graph";
import { scripted, type Answer, type Scripted } from "./scripted-graph";

const root = "https://graph.microsoft.com/v1.0";
const site = { id: "northmere.sharepoint.com,a,b", displayName: "PMO", webUrl: "https://northmere.sharepoint.com/sites/pmo" };
const json = (body: unknown, status = 200): Answer => ({ status, body });
const paths = ({ sent }: Scripted): readonly string[] => sent.map((request) => decodeURIComponent(request.url.slice(root.length)));

describe("sites", () => {
  it("are found by path, by id, as the root, among the followed and behind a team", async () => {
    const script = scripted({ answers: (request) => (request.url.includes("followed") ? json({ value: [site, { broken: true }] }) : json(site)) });
    const sites = createSites(script.graph);
    const found = await script.finish(
      Promise.all([
        sites.byPath("northmere.sharepoint.com", "/sites/the pmo"),
        sites.byPath("northmere.sharepoint.com", "/"),
        sites.byId(site.id),
        sites.root(),
      ]),
    );
    expect(found.every((answer) => answer.ok && answer.value.id === site.id)).toBe(true);
    expect(await script.finish(sites.followed())).toMatchObject({ ok: true, value: [site] });
    expect(await script.finish(sites.ofGroup("g"))).toMatchObject({ ok: true, value: site });
    expect(paths(script)).toEqual([
      "/sites/northmere.sharepoint.com:/sites/the pmo",
      "/sites/northmere.sharepoint.com",
      `/sites/${site.id}`,
      "/sites/root",
      "/me/followedSites",
      "/groups/g/sites/root",
    ]);
  });

  it("that a team does not have yet are undefined; an answer of another shape is unreadable", async () => {
    const script = scripted({ answers: [json({ error: { code: "ResourceNotFound" } }, 404), json({ value: "?" })] });
    expect(await script.finish(createSites(script.graph).ofGroup("g"))).toEqual({ ok: true, value: undefined });
    expect(await script.finish(createSites(script.graph).root())).toMatchObject({ ok: false, fault: { kind: "unreadable", where: "graph site" } });
  });
});

describe("people", () => {
  const jo = { id: "u", displayName: "Jo Field", userPrincipalName: "jo.field@northmere.example" };

  it("are searched with the header that $search needs", async () => {
    const script = scripted({ answers: [json({ value: [jo, {}] })] });
    expect(await script.finish(createPeople(script.graph).search(" fie "))).toMatchObject({ ok: true, value: [{ displayName: "Jo Field" }] });
    expect(script.sent[0]?.headers.get("ConsistencyLevel")).toBe("eventual");
    expect(paths(script)[0]).toContain('$search="displayName:fie" OR "mail:fie"&$top=10');
  });

  it("are found by plain beginnings when the search is refused, and not asked for when nothing is written", async () => {
    const script = scripted({ answers: [json({ error: { code: "Request_UnsupportedQuery" } }, 400), json({ value: [jo] })] });
    expect(await script.finish(createPeople(script.graph).search("O'F"))).toMatchObject({ ok: true, value: [{ id: "u" }] });
    expect(paths(script)[1]).toContain("$filter=startswith(displayName,'O''F') or startswith(mail,'O''F')");
    expect(script.sent[1]?.headers.has("ConsistencyLevel")).toBe(false);
    expect(await createPeople(script.graph).search("  ")).toEqual({ ok: true, value: [] });
  });

  it("pass a real fault of the search on", async () => {
    const script = scripted({ answers: [json({}, 403)] });
    expect(await script.finish(createPeople(script.graph).search("a"))).toMatchObject({ ok: false, fault: { kind: "forbidden" } });
  });

  it("have a photo, or none on any 404", async () => {
    const picture = new Blob([new Uint8Array([255, 216])], { type: "image/jpeg" });
    const script = scripted({
      answers: [
        { status: 200, body: picture, headers: { "Content-Type": "image/jpeg" } },
        json({ error: { code: "ImageNotFound" } }, 404),
        json({ error: { code: "ErrorItemNotFound" } }, 404),
      ],
    });
    const people = createPeople(script.graph);
    const photo = await script.finish(people.photo("u"));
    expect(photo.ok && photo.value?.size).toBe(2);
    expect(await script.finish(people.photo("v"))).toEqual({ ok: true, value: undefined });
    expect(await script.finish(people.photo("w"))).toEqual({ ok: true, value: undefined });
    expect(paths(script)[0]).toBe("/users/u/photo/$value");
  });

  it("include the person who is signed in", async () => {
    const script = scripted({ answers: [json(jo), json(jo)] });
    expect(await script.finish(createPeople(script.graph).me())).toMatchObject({ ok: true, value: { address: "jo.field@northmere.example" } });
    expect(await script.finish(createPeople(script.graph).person("jo.field@northmere.example"))).toMatchObject({ ok: true });
    expect(script.asked[0]?.scopes).toEqual(["User.Read"]);
  });
});

it("teams tell their channels, how these are joined, and where their files lie", async () => {
  const script = scripted({
    answers: (request) =>
      request.url.includes("filesFolder")
        ? json({ id: "folder", name: "General", folder: {}, parentReference: { driveId: "d" } })
        : json({
            value: request.url.includes("channels")
              ? [{ id: "19:x@thread.tacv2", displayName: "General", membershipType: "private" }]
              : [{ id: "t", displayName: "PMO" }],
          }),
  });
  const teams = createTeams(script.graph);
  expect(await script.finish(teams.joined())).toEqual({ ok: true, value: [{ id: "t", displayName: "PMO", description: "" }] });
  expect(await script.finish(teams.channels("t"))).toEqual({
    ok: true,
    value: [{ id: "19:x@thread.tacv2", displayName: "General", membershipType: "private" }],
  });
  expect(await script.finish(teams.filesFolder({ teamId: "t", channelId: "19:x@thread.tacv2" }))).toMatchObject({
    ok: true,
    value: { id: "folder", driveId: "d" },
  });
  expect(script.sent[2]?.url).toBe(`${root}/teams/t/channels/19%3Ax%40thread.tacv2/filesFolder`);
});

describe("a message to a channel", () => {
  const place = { teamId: "t", channelId: "c" };

  it("carries a card as JSON text tied to its place, mentions, and text that cannot become HTML", async () => {
    const script = scripted({ answers: [json({ id: "1", webUrl: "https://teams.microsoft.com/l/message/1" }, 201)] });
    const posted = await script.finish(
      createMessages(script.graph).post(place, {
        text: "<b>5 < 6 & 'so'\non",
        mentions: [{ personId: "u", displayName: "Jo <Field>" }],
        cardJson: '{"type":"AdaptiveCard"}',
      }),
    );
    expect(posted).toEqual({ ok: true, value: { id: "1", webUrl: "https://teams.microsoft.com/l/message/1" } });
    const body = script.sent[0]?.body as { body: { content: string }; attachments: { id: string; content: string }[]; mentions: unknown };
    expect(body.body.content).toBe(
      `<at id="0">Jo &lt;Field&gt;</at> &lt;b&gt;5 &lt; 6 &amp; &#39;so&#39;<br>on<br><attachment id="${body.attachments[0]?.id ?? ""}"></attachment>`,
    );
    expect(body.attachments[0]?.content).toBe('{"type":"AdaptiveCard"}');
    expect(body.mentions).toEqual([
      { id: 0, mentionText: "Jo <Field>", mentioned: { user: { id: "u", displayName: "Jo <Field>", userIdentityType: "aadUser" } } },
    ]);
  });

  it("may be a reply, is never sent twice after a doubtful answer, and is refused before it is too large", async () => {
    const script = scripted({ answers: [json({ id: "2" }, 201), { status: 502 }] });
    const messages = createMessages(script.graph);
    expect(await script.finish(messages.reply({ ...place, messageId: "1" }, { subject: "S", text: "Hello" }))).toEqual({ ok: true, value: { id: "2" } });
    expect(script.sent[0]?.body).toEqual({ subject: "S", body: { contentType: "html", content: "Hello" } });
    expect(paths(script)[0]).toBe("/teams/t/channels/c/messages/1/replies");
    expect(await script.finish(messages.post(place, { text: "a" }))).toMatchObject({ ok: false, fault: { kind: "unavailable" } });
    expect(await script.finish(messages.post(place, { cardJson: "é".repeat(15_000) }))).toMatchObject({ ok: false, fault: { kind: "tooLarge" } });
    expect(script.sent).toHaveLength(2);
  });
});

describe("files", () => {
  it("are put into a folder under a name that cannot leave it", async () => {
    const script = scripted({ answers: [json({ id: "f", name: "a" }, 201)] });
    await script.finish(
      createFiles(script.graph).put({ driveId: "d", folderId: "x" }, { name: "../Board pack #1.pptx", content: new Blob(["p"]), whenNameTaken: "rename" }),
    );
    expect(script.sent[0]).toMatchObject({
      method: "PUT",
      url: `${root}/drives/d/items/x:/..%2FBoard%20pack%20%231.pptx:/content?@microsoft.graph.conflictBehavior=rename`,
    });
  });
});

it("the table of scopes has one line a feature and gives the calls their scopes", () => {
  expect(new Set(scopeNeeds.map((need) => need.feature)).size).toBe(scopeNeeds.length);
  for (const need of scopeNeeds) expect(scopesFor(need.feature)).toEqual([need.scope]);
  expect(scopeNeeds.some((need) => need.administratorMustConsent)).toBe(false);
});
