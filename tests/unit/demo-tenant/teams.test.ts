import { at, errorCode, northmere, rowsOf, textOf, type Client, type Northmere } from "./fixture";

function world(): Northmere & { readonly team: string; readonly risks: string; readonly board: string } {
  const made = northmere();
  const team = `/teams/${made.tenant.teamByKey("estates")?.id ?? ""}`;
  const channel = (key: string): string => `${team}/channels/${encodeURIComponent(made.tenant.channelByKey(key)?.id ?? "")}`;
  return { ...made, team, risks: channel("risks"), board: channel("board") };
}

function card(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "Image", url: "https://northmere.example/x.png" }],
    ...more,
  });
}

function post(client: Client, channel: string, content: unknown): ReturnType<Client["post"]> {
  return client.post(`${channel}/messages`, {
    body: { contentType: "html", content: '<attachment id="c1"></attachment>' },
    attachments: [{ id: "c1", contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content, name: null, thumbnailUrl: null }],
  });
}

describe("teams and channels", () => {
  test("a person sees the teams they are in, and no other", () => {
    const { wren, olu } = world();
    expect(rowsOf(wren.get("/me/joinedTeams"))).toMatchObject([{ displayName: "Estates" }]);
    expect(rowsOf(olu.get("/me/joinedTeams"))).toEqual([]);
  });

  test("a team is answered 403 to others and 404 when unknown", () => {
    const { wren, olu, team } = world();
    expect([wren.get(team).status, olu.get(team).status, wren.get("/teams/00000000-0000-4000-8000-000000000000").status]).toEqual([200, 403, 404]);
  });

  test("a private channel shows to its members only", () => {
    const { pat, wren, team, board } = world();
    const names = (client: Client, query = ""): unknown[] => rowsOf(client.get(`${team}/channels${query}`)).map(({ displayName }) => displayName);
    expect(names(pat)).toEqual(["General", "Risks", "Board"]);
    expect(names(wren)).toEqual(["General", "Risks"]);
    expect(names(pat, "?$filter=membershipType eq 'private'&$select=id,displayName,membershipType")).toEqual(["Board"]);
    expect([pat.get(board).status, wren.get(board).status]).toEqual([200, 403]);
  });

  test("a channel has the address and id that Teams gives", () => {
    const { wren, risks } = world();
    expect(textOf(wren.get(risks), "id")).toMatch(/^19:[0-9a-f]{32}@thread\.tacv2$/);
    expect(textOf(wren.get(risks), "webUrl")).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/channel\/19%3A.*%40thread\.tacv2\/Risks\?groupId=.*&tenantId=/);
  });

  test("the primary channel is General", () => {
    const { wren, team } = world();
    expect(at(wren.get(`${team}/primaryChannel`), "displayName")).toBe("General");
  });

  test("the folder of a channel lies in the team's site, of a private one in a site of its own", () => {
    const { pat, risks, board } = world();
    const folder = pat.get(`${risks}/filesFolder`);
    expect(folder.json).toMatchObject({ name: "Risks", folder: { childCount: 0 }, parentReference: { driveType: "documentLibrary" } });
    expect(textOf(folder, "webUrl")).toBe("https://northmere.sharepoint.com/sites/estates/Shared%20Documents/Risks");
    const own = pat.get(`${board}/filesFolder`);
    expect(textOf(own, "webUrl")).toBe("https://northmere.sharepoint.com/sites/estates-board/Shared%20Documents/Board");
    expect(at(own, "parentReference", "driveId")).not.toBe(at(folder, "parentReference", "driveId"));
  });

  test("members may write in the team's site, strangers may not read it", () => {
    const { wren, olu } = world();
    const site = "/sites/northmere.sharepoint.com:/sites/estates";
    expect([wren.get(site).status, olu.get(site).status]).toEqual([200, 403]);
  });
});

describe("channel messages", () => {
  test("a message is answered 201 with the millisecond as its id", () => {
    const { wren, risks, team } = world();
    const reply = wren.post(`${risks}/messages`, { body: { content: "Hello World" } });
    const id = String(Date.UTC(2026, 10, 24, 9));
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      id,
      etag: id,
      replyToId: null,
      messageType: "message",
      createdDateTime: "2026-11-24T09:00:00.000Z",
      importance: "normal",
      from: { user: { displayName: "Wren Writer", userIdentityType: "aadUser" } },
      body: { contentType: "text", content: "Hello World" },
      channelIdentity: { teamId: team.slice("/teams/".length) },
      attachments: [],
      mentions: [],
      reactions: [],
    });
    expect(textOf(reply, "webUrl")).toContain(`/${id}?groupId=`);
    expect(reply.headers["Location"]).toContain(`messages('${id}')`);
    expect(textOf(wren.post(`${risks}/messages`, { body: { content: "Again" } }), "id")).toBe(String(Number(id) + 1));
  });

  test("a reply hangs below its message", () => {
    const { wren, risks, clock } = world();
    const id = textOf(wren.post(`${risks}/messages`, { body: { content: "One" } }), "id");
    clock.advance(5);
    const reply = wren.post(`${risks}/messages/${id}/replies`, { body: { content: "Two" } });
    expect([reply.status, at(reply, "replyToId")]).toEqual([201, id]);
    expect(textOf(reply, "webUrl")).toContain(`parentMessageId=${id}`);
    expect(rowsOf(wren.get(`${risks}/messages/${id}/replies`))).toHaveLength(1);
    expect(rowsOf(wren.get(`${risks}/messages`))).toHaveLength(1);
    expect(wren.post(`${risks}/messages/1/replies`, { body: { content: "x" } }).status).toBe(404);
  });

  test("messages are read newest first, 20 a page", () => {
    const { wren, risks } = world();
    for (let number = 1; number <= 22; number += 1) wren.post(`${risks}/messages`, { body: { content: String(number) } });
    const first = wren.get(`${risks}/messages`);
    expect([rowsOf(first).length, at(first, "value", 0, "body", "content")]).toEqual([20, "22"]);
    expect(rowsOf(wren.get(textOf(first, "@odata.nextLink")))).toHaveLength(2);
    expect(wren.get(`${risks}/messages/${textOf(first, "value", 0, "id")}`).status).toBe(200);
  });

  test("a card comes back in other clothes: pretty, CRLF, keys reordered, defaults added", () => {
    const { wren, risks, tenant } = world();
    const content = textOf(post(wren, risks, card()), "attachments", 0, "content");
    expect(content).toBe(
      [
        "{",
        '  "type": "AdaptiveCard",',
        '  "body": [',
        "    {",
        '      "url": "https://northmere.example/x.png",',
        '      "height": "auto",',
        '      "type": "Image"',
        "    }",
        "  ],",
        '  "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",',
        '  "version": "1.5"',
        "}",
      ].join("\r\n"),
    );
    expect(tenant.usage.report().complaints).toEqual([]);
  });

  test("a card that Teams cannot show is taken, and the tenant complains", () => {
    const { wren, risks, tenant } = world();
    expect(
      post(
        wren,
        risks,
        card({
          version: "1.6",
          actions: [
            { type: "Action.Submit", title: "x" },
            { type: "Action.OpenUrl", url: "https://northmere.example" },
          ],
        }),
      ).status,
    ).toBe(201);
    expect(tenant.usage.report().complaints.map(({ kind }) => kind)).toEqual(["card version above 1.5", "card action that channel messages do not support"]);
  });

  test.each([
    ["a card as an object", { type: "AdaptiveCard" }],
    ["a card that is no JSON", "{"],
    ["JSON that is no card", '{"type":"Other"}'],
  ])("%s is answered 400", (_what, content) => {
    const { wren, risks } = world();
    expect(post(wren, risks, content).status).toBe(400);
  });

  test.each([
    ["no body", {}],
    ["an attachment that the body does not name", { body: { contentType: "html", content: "x" }, attachments: [{ id: "a", contentType: "reference" }] }],
    ["an attachment that is missing", { body: { contentType: "html", content: '<attachment id="a"></attachment>' } }],
    [
      "a mention that the body does not name",
      { body: { contentType: "html", content: "x" }, mentions: [{ id: 0, mentionText: "x", mentioned: { user: { id: "x" } } }] },
    ],
    [
      "a mention of nobody",
      { body: { contentType: "html", content: '<at id="0">x</at>' }, mentions: [{ id: 0, mentionText: "x", mentioned: { user: { id: "nobody" } } }] },
    ],
    ["a mention that is missing", { body: { contentType: "html", content: '<at id="0">x</at>' } }],
    ["an unknown importance", { body: { content: "x" }, importance: "huge" }],
  ])("a message with %s is answered 400", (_what, body) => {
    const { wren, risks } = world();
    expect(wren.post(`${risks}/messages`, body).status).toBe(400);
  });

  test("a mention comes back with the person's name", () => {
    const { wren, risks, tenant } = world();
    const id = tenant.personByKey("pat")?.id;
    const reply = wren.post(`${risks}/messages`, {
      body: { contentType: "html", content: 'Hello <at id="0">Pat</at>' },
      mentions: [{ id: 0, mentionText: "Pat", mentioned: { user: { id, displayName: "Pat", userIdentityType: "aadUser" } } }],
    });
    expect(at(reply, "mentions", 0)).toEqual({
      id: 0,
      mentionText: "Pat",
      mentioned: { application: null, device: null, conversation: null, user: { id, displayName: "Pat Manager", userIdentityType: "aadUser" } },
    });
  });

  test("a message over 28 KB is answered 413", () => {
    const { wren, risks } = world();
    const reply = wren.post(`${risks}/messages`, { body: { content: "x".repeat(28 * 1024) } });
    expect([reply.status, errorCode(reply)]).toEqual([413, "RequestEntityTooLarge"]);
    expect(wren.post(`${risks}/messages`, { body: { content: "x".repeat(27 * 1024) } }).status).toBe(201);
  });

  test("only members of a channel post in it", () => {
    const { wren, olu, risks, board } = world();
    expect([olu.post(`${risks}/messages`, { body: { content: "x" } }).status, wren.post(`${board}/messages`, { body: { content: "x" } }).status]).toEqual([
      403, 403,
    ]);
  });

  test("a sent message is not changed", () => {
    const { wren, risks } = world();
    const id = textOf(wren.post(`${risks}/messages`, { body: { content: "One" } }), "id");
    expect(wren.patch(`${risks}/messages/${id}`, { body: { content: "Two" } }).status).toBe(405);
  });
});
