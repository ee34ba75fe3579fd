import { parseJson, property } from "../../src/kernel";
import { clientOf, makeList, northmere, siteAddress, textOf, type Client, type Northmere } from "../unit/demo-tenant/fixture";
import { checkExchange, checkOwn, describedIn, type SeenRequest, type SeenResponse } from "./graph-conformance";

interface Exchange {
  readonly request: SeenRequest;
  readonly response: SeenResponse;
}

/** A client that writes down what it says and hears. */
function listening(client: Client, heard: Exchange[]): Client {
  const send: Client["send"] = (method, path, sending = {}) => {
    const reply = client.send(method, path, sending);
    heard.push({ request: { method, url: path, body: sending.body }, response: { status: reply.status, body: reply.json } });
    return reply;
  };
  return {
    send,
    get: (path, headers = {}) => send("GET", path, { headers }),
    post: (path, body, headers = {}) => send("POST", path, { body, headers }),
    patch: (path, body, headers = {}) => send("PATCH", path, { body, headers }),
    delete: (path, headers = {}) => send("DELETE", path, { headers }),
  };
}

/** Everything that the tenant answers, once. */
function converse(): readonly Exchange[] {
  const heard: Exchange[] = [];
  const world = northmere();
  const client = listening(world.pat, heard);
  peopleAndSites(client, world);
  listsAndItems(client, world);
  teamsAndFiles(client, world);
  refusals(client, world);
  return heard;
}

function peopleAndSites(client: Client, { tenant }: Northmere): void {
  tenant.follow("pat", "pmo");
  const id = textOf(client.get("/me"), "id");
  client.get(`/users/${id}?$select=id,displayName,mail`);
  client.get('/users?$search="displayName:pat"&$top=2', { ConsistencyLevel: "eventual" });
  client.get("/me/people?$search=wren");
  client.get(siteAddress.slice(0, -1));
  client.get(`${siteAddress.slice(0, -1)}?$select=sharepointIds,displayName`);
  client.get("/sites?search=programme");
  client.get("/me/followedSites");
  client.get(`/groups/${tenant.teamByKey("estates")?.id ?? ""}/sites/root`);
  client.get(`${siteAddress}/sites`);
}

function listsAndItems(client: Client, world: Northmere): void {
  const list = makeList({ ...world, pat: client });
  client.get(`${siteAddress}/lists`);
  client.get(`${siteAddress}/lists?$select=displayName,system,sharepointIds`);
  client.get(`${list}?$expand=columns,items($expand=fields)`);
  client.patch(list, { displayName: "Risks", description: "All risks" });
  client.get(`${list}/columns`);
  client.post(`${list}/columns`, { name: "Region", description: "Where", text: { maxLength: 20 }, indexed: true });
  client.get(`${list}/columns/Region`);
  client.patch(`${list}/columns/Region`, { displayName: "Area" });
  client.delete(`${list}/columns/Region`);
  const fields = {
    Title: "Flood",
    Status: "Open",
    Score: 9,
    Cost: 1.5,
    Due: "2026-08-06T12:00:00Z",
    Live: true,
    "Tags@odata.type": "Collection(Edm.String)",
    Tags: ["A"],
  };
  const etag = textOf(client.post(`${list}/items`, { fields }), "eTag");
  client.post(`${list}/items`, { fields: {} });
  client.get(`${list}/items/1`);
  client.get(`${list}/items/1?$expand=fields($select=Title)`);
  client.get(`${list}/items/1/fields`);
  client.get(`${list}/items?$expand=fields&$top=1`);
  client.get(`${list}/items?$filter=fields/Status eq 'Open'`);
  client.patch(`${list}/items/1/fields`, { Title: "Fire" }, { "If-Match": etag });
  client.patch(`${list}/items/1`, { fields: { Title: "Storm" } }, { "If-Match": "*" });
  client.get(`${list}/items/1/versions?$expand=fields`);
  client.get(`${list}/items/1/versions/1.0`);
  client.post(`${list}/items/1/versions/1.0/restoreVersion`, undefined);
  const next = textOf(client.get(`${list}/items/delta?$expand=fields`), "@odata.deltaLink");
  client.delete(`${list}/items/2`, { "If-Match": "*" });
  client.get(next);
  client.get(`${list}/items/delta?token=latest`);
  client.post("/$batch", {
    requests: [
      { id: "1", method: "GET", url: `${list}/items/1` },
      { id: "2", method: "PATCH", url: `${list}/items/1/fields`, headers: { "Content-Type": "application/json", "If-Match": "*" }, body: { Score: 1 } },
      { id: "3", method: "GET", url: "/nowhere" },
      { id: "4", method: "GET", url: "/me", dependsOn: ["3"] },
    ],
  });
  client.delete(list);
}

function teamsAndFiles(client: Client, { tenant }: Northmere): void {
  const team = `/teams/${tenant.teamByKey("estates")?.id ?? ""}`;
  const channel = `${team}/channels/${encodeURIComponent(tenant.channelByKey("risks")?.id ?? "")}`;
  client.get("/me/joinedTeams");
  client.get(team);
  client.get(`${team}/channels`);
  client.get(channel);
  client.get(`${team}/primaryChannel`);
  client.get(`${channel}/filesFolder`);
  const user = { id: tenant.personByKey("wren")?.id, displayName: "Wren", userIdentityType: "aadUser" };
  const id = textOf(
    client.post(`${channel}/messages`, {
      body: { contentType: "html", content: 'Hello <at id="0">Wren</at><attachment id="c"></attachment>' },
      mentions: [{ id: 0, mentionText: "Wren", mentioned: { user } }],
      attachments: [
        {
          id: "c",
          contentType: "application/vnd.microsoft.card.adaptive",
          contentUrl: null,
          content: '{"type":"AdaptiveCard","version":"1.5","body":[]}',
          name: null,
          thumbnailUrl: null,
        },
      ],
    }),
    "id",
  );
  client.post(`${channel}/messages/${id}/replies`, { body: { content: "Thanks" } });
  client.get(`${channel}/messages`);
  client.get(`${channel}/messages/${id}`);
  const text = { "Content-Type": "text/plain" };
  client.get("/me/drive/special/approot");
  client.send("PUT", "/me/drive/special/approot:/a.txt:/content", { body: "x", headers: text });
  client.get("/me/drive/special/approot/children");
  client.delete("/me/drive/special/approot:/a.txt");
  client.get(`${siteAddress}/drive`);
  client.get(`${siteAddress}/drives`);
  client.send("PUT", `${siteAddress}/drive/root:/Reports/a.txt:/content`, { body: "x", headers: text });
  client.send("PUT", `${siteAddress}/drive/root:/Reports/a.txt:/content`, { body: "y", headers: text });
  client.get(`${siteAddress}/drive/root/children`);
}

function refusals(client: Client, { tenant }: Northmere): void {
  client.get("/nowhere");
  client.get("/users/nobody@northmere.example");
  client.get("/me/calendar");
  client.post(`${siteAddress}/lists`, { name: "Books" });
  for (const fault of ["throttle", "unavailable503", "gatewayTimeoutBefore", "claimsChallenge401"] as const) {
    tenant.faults.set(fault, { remaining: 1 });
    client.get("/me");
  }
  clientOf(tenant, "pat", []).get("/me");
}

const heard = converse();
const folder = describedIn();

if (folder === undefined) {
  test("every answer of the tenant keeps to our own parsers (Microsoft's description is not here)", () => {
    expect(heard.flatMap(({ response }) => checkOwn(response))).toEqual([]);
  });
} else {
  test("every request and answer of the tenant keeps to Microsoft's description", () => {
    const wrong = heard.map(({ request, response }) => ({ call: `${request.method} ${request.url}`, problems: checkExchange(request, response).problems }));
    expect(wrong.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });

  test("nearly every call stands in the description", () => {
    const outside = heard
      .filter(({ request, response }) => !checkExchange(request, response).described)
      .map(({ request }) => `${request.method} ${request.url}`);
    expect(outside.filter((call) => !/\/drive$|approot:\/a\.txt$/.test(call))).toEqual([]);
  });

  test("the check fails when a name, a type or a status is wrong", () => {
    const me: SeenRequest = { method: "GET", url: siteAddress.slice(0, -1) };
    const site = heard.find(({ request }) => request.url === me.url)?.response.body;
    const changed = (from: string, to: string): unknown => parseJson(JSON.stringify(site).replace(from, to));
    expect(checkExchange(me, { status: 200, body: site }).problems).toEqual([]);
    expect(checkExchange(me, { status: 200, body: changed('"displayName":', '"title":') }).problems).not.toEqual([]);
    expect(checkExchange(me, { status: 200, body: changed('"root":{}', '"root":[]') }).problems).not.toEqual([]);
    expect(checkExchange(me, { status: 201, body: site }).problems).not.toEqual([]);
    expect(checkExchange(me, { status: 404, body: { message: "x" } }).problems).not.toEqual([]);
  });
}

test("our own parsers fail when an answer is out of shape", () => {
  const wrong: readonly SeenResponse[] = [
    { status: 404, body: { error: {} } },
    { status: 200, body: { value: {} } },
    { status: 200, body: { value: [], "@odata.nextLink": "http://localhost/v1.0/x" } },
    { status: 200, body: { eTag: "abc,1" } },
    { status: 204, body: {} },
  ];
  expect(wrong.map((response) => checkOwn(response).length > 0)).toEqual([true, true, true, true, true]);
});

test("the conversation reaches every kind of answer", () => {
  const statuses = new Set(heard.map(({ response }) => response.status));
  expect([...statuses].sort()).toEqual([200, 201, 204, 400, 401, 404, 429, 503, 504]);
  expect(heard.every(({ response }) => response.body === undefined || property(response.body, "error") !== undefined || response.status < 400)).toBe(true);
});
