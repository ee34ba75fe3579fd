import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord, numberAt, parseJson, property, textAt } from "../../src/kernel";
import { makeList, northmere, siteAddress, textOf, type Northmere, type Reply } from "../unit/demo-tenant/fixture";
import { describedIn } from "./graph-conformance";

/** How the tenant is brought to give the answer that an example shows. */
interface Pair {
  readonly file: string;
  readonly ask: (world: Northmere) => Reply;
  /** Paths of the example that we do not give, and why. "*" stands for any position of a list. */
  readonly without?: Readonly<Record<string, string>>;
  /** When our status is another one, and why. */
  readonly status?: { readonly ours: number; readonly why: string };
}

const columnsOfExamples: readonly unknown[] = [
  { name: "Name", text: {} },
  { name: "Color", text: {} },
  { name: "Quantity", number: {} },
  { name: "Website", hyperlinkOrPicture: {} },
  { name: "TestFields", personOrGroup: { allowMultipleSelection: true } },
];
const prefer = { Prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" };
const text = { "Content-Type": "text/plain" };
const unconditional = { "If-Match": "*" };

function inventory(world: Northmere): string {
  const list = makeList(world, columnsOfExamples);
  for (const name of ["Gadget", "Widget"]) world.pat.post(`${list}/items`, { fields: { Title: name, Name: name, Color: "Blue", Quantity: 934 } });
  return list;
}

function changedRound(world: Northmere): Reply {
  const list = inventory(world);
  const link = textOf(world.pat.get(`${list}/items/delta`), "@odata.deltaLink");
  world.pat.patch(`${list}/items/1/fields`, { Color: "Red" }, unconditional);
  world.pat.delete(`${list}/items/2`, unconditional);
  return world.pat.get(link);
}

function teamPath({ tenant }: Northmere): string {
  return `/teams/${tenant.teamByKey("estates")?.id ?? ""}`;
}

function channelPath(world: Northmere): string {
  return `${teamPath(world)}/channels/${encodeURIComponent(world.tenant.channelByKey("risks")?.id ?? "")}`;
}

function postCard(world: Northmere): Reply {
  return world.pat.post(`${channelPath(world)}/messages`, {
    body: { contentType: "html", content: '<attachment id="c"></attachment>' },
    attachments: [
      {
        id: "c",
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: '{"type":"AdaptiveCard","version":"1.0","body":[]}',
        name: null,
        thumbnailUrl: null,
      },
    ],
  });
}

function postMention(world: Northmere): Reply {
  const user = { id: world.tenant.personByKey("wren")?.id };
  return world.pat.post(`${channelPath(world)}/messages`, {
    body: { contentType: "html", content: '<at id="0">Wren</at>' },
    mentions: [{ id: 0, mentionText: "Wren", mentioned: { user } }],
  });
}

function postReply(world: Northmere): Reply {
  const id = textOf(world.pat.post(`${channelPath(world)}/messages`, { body: { content: "One" } }), "id");
  return world.pat.post(`${channelPath(world)}/messages/${id}/replies`, { body: { content: "Two" } });
}

function putFile(world: Northmere): Reply {
  return world.pat.send("PUT", `${siteAddress}/drive/root:/FolderA/FileB.txt:/content`, { body: "The contents of the file goes here.", headers: text });
}

function children(world: Northmere, path: string): Reply {
  putFile(world);
  world.pat.send("PUT", `${siteAddress}/drive/root:/myfile.jpg:/content`, { body: "x", headers: text });
  return world.pat.get(`${siteAddress}/drive/${path}`);
}

function struck(world: Northmere, fault: Parameters<Northmere["tenant"]["faults"]["set"]>[0], ask: () => Reply): Reply {
  world.tenant.faults.set(fault, { remaining: 1 });
  return ask();
}

const betaOnly = { "/onBehalfOf": "the recording is of beta" };
const systemEvents = "messages of the system (channel added or deleted) are not imitated";
const tagsOnBeta = "mentions of tags exist in beta only";

const pairs: readonly Pair[] = [
  { file: "docs-advancedquery-search-without-consistencylevel", ask: ({ pat }) => pat.get('/users?$search="displayName:x"') },
  { file: "docs-advancedquery-count-without-consistencylevel", ask: ({ pat }) => pat.get("/users?$count=true") },
  { file: "docs-chatmessage-post-1-hello", ask: (world) => world.pat.post(`${channelPath(world)}/messages`, { body: { content: "Hello World" } }) },
  { file: "docs-chatmessage-post-2-mention", ask: postMention },
  {
    file: "docs-columndefinition-update",
    ask: (world) => world.pat.patch(`${makeList(world, columnsOfExamples)}/columns/Color`, { required: true, hidden: false }),
  },
  {
    file: "docs-list-create",
    ask: ({ pat }) => pat.post(`${siteAddress}/lists`, { displayName: "Books", columns: [{ name: "Author", text: {} }], list: { template: "genericList" } }),
  },
  { file: "docs-list-post-columns", ask: (world) => world.pat.post(`${makeList(world, [])}/columns`, { name: "Title", description: "test", text: {} }) },
  {
    file: "docs-listitem-delta-1-initial",
    ask: (world) => world.pat.get(`${inventory(world)}/items/delta?$top=1`),
    without: { "/value/*/parentReference/path": "the example lists folders of a library; rows of a list lie in no path" },
  },
  {
    file: "docs-listitem-delta-2-last",
    ask: changedRound,
    without: { "/value/*/parentReference/path": "the example lists folders of a library; rows of a list lie in no path" },
  },
  {
    file: "docs-listitem-update-fields",
    ask: (world) => world.pat.patch(`${inventory(world)}/items/1/fields`, { Color: "Fuchsia", Quantity: 934 }, unconditional),
  },
  {
    file: "docs-throttling-429",
    ask: (world) => struck(world, "throttle", () => world.pat.get("/me")),
    without: {
      "/error/innerError/code": "of the gateway; SharePoint's own answer has none",
      "/error/innerError/message": "as above",
      "/error/innerError/status": "as above",
    },
  },
  { file: "docs2019-channel-get-get_channel", ask: (world) => world.pat.get(channelPath(world)) },
  { file: "docs2019-channel-list-get_channels", ask: (world) => world.pat.get(`${teamPath(world)}/channels`) },
  {
    file: "docs2019-driveitem-get-get-drive-root",
    ask: ({ pat }) => pat.get(`${siteAddress}/drive/root`),
    without: { "/createdBy/user/id": "nobody made the root of a site's drive", "/lastModifiedBy/user/id": "as above" },
  },
  {
    file: "docs2019-driveitem-list-children-list-children",
    ask: (world) => children(world, "root/children"),
    without: { "/@odata.nextLink": "children come in one page" },
  },
  {
    file: "docs2019-driveitem-list-children-list-children-from-path",
    ask: (world) => children(world, "root:/FolderA:/children"),
    without: { "/@odata.nextLink": "children come in one page", "/value/*/folder": "the folder asked for holds one file" },
  },
  { file: "docs2019-driveitem-put-content-upload-via-put", ask: putFile },
  {
    file: "docs2019-driveitem-put-content-upload-via-put-id",
    ask: (world) =>
      world.pat.send("PUT", `/drives/${textOf(putFile(world), "parentReference", "driveId")}/items/${textOf(putFile(world), "id")}/content`, {
        body: "x",
        headers: text,
      }),
    status: { ours: 200, why: "an item addressed by its id exists already, so it is replaced" },
  },
  { file: "docs2019-list-get-get-list", ask: (world) => world.pat.get(inventory(world)) },
  {
    file: "docs2019-list-get-get-list-multi-expand",
    ask: (world) =>
      world.pat.get(
        `${inventory(world)}?select=id,name,lastModifiedDateTime&expand=columns(select=name,description),items(expand=fields(select=Name,Color,Quantity))`,
      ),
  },
  { file: "docs2019-list-list-enum-lists", ask: ({ pat }) => pat.get(`${siteAddress}/lists`) },
  {
    file: "docs2019-listitem-create-create-listitem",
    ask: (world) => world.pat.post(`${inventory(world)}/items`, { fields: { Title: "Widget", Color: "Purple" } }),
  },
  { file: "docs2019-listitem-delete-delete-item-site", ask: (world) => world.pat.delete(`${inventory(world)}/items/1`, unconditional) },
  { file: "docs2019-listitem-get-get-list-item", ask: (world) => world.pat.get(`${inventory(world)}/items/1?expand=fields`) },
  { file: "docs2019-listitem-list-get-list-items", ask: (world) => world.pat.get(`${inventory(world)}/items?expand=fields(select=Name,Color,Quantity)`) },
  { file: "docs2019-listitem-list-versions-get-previous-versions-listitem", ask: (world) => world.pat.get(`${inventory(world)}/items/1/versions`) },
  {
    file: "docs2019-listitem-update-update-listitem",
    ask: (world) => world.pat.patch(`${inventory(world)}/items/1/fields`, { Color: "Fuchsia" }, unconditional),
    status: { ours: 200, why: "today's documentation says 200" },
  },
  { file: "docs2019-listitemversion-get-get-single-version-listItem", ask: (world) => world.pat.get(`${inventory(world)}/items/1/versions/1.0?expand=fields`) },
  {
    file: "docs2019-listitemversion-restore-restore-item-version-listItem",
    ask: (world) => world.pat.post(`${inventory(world)}/items/1/versions/1.0/restoreVersion`, ""),
  },
  { file: "docs2019-site-get-get-site", ask: ({ pat }) => pat.get(siteAddress.slice(0, -1)) },
  { file: "docs2019-site-getbypath-get-site-by-hostname-and-path", ask: ({ pat }) => pat.get(siteAddress.slice(0, -1)) },
  {
    file: "docs2019-site-list-subsites-list-subsites",
    ask: ({ pat }) => pat.get(`${siteAddress}/sites`),
    without: { "/value/*": "no site here has sites below it" },
  },
  { file: "docs2019-site-search-search-sites", ask: ({ pat }) => pat.get("/sites?search=programme") },
  { file: "docs2019-user-get-get_user", ask: ({ pat }) => pat.get("/me") },
  {
    file: "docs2019-user-list-get_users",
    ask: ({ pat }) => pat.get("/users?$select=displayName,givenName"),
    without: { "/value/*/postalCode": "people here have no postal code" },
  },
  { file: "docs2019-user-list-joinedteams-get_joinedteams", ask: ({ pat }) => pat.get("/me/joinedTeams") },
  { file: "docs2019-user-list-people-get_person_collection", ask: ({ wren }) => wren.get("/me/people") },
  {
    file: "recorded-batch-with-error",
    ask: ({ pat }) =>
      pat.post("/$batch", {
        requests: [
          { id: "1", method: "GET", url: "/me" },
          { id: "2", method: "GET", url: "/thiswillgiveanerror" },
        ],
      }),
  },
  {
    file: "recorded-batch-teams",
    ask: (world) =>
      world.pat.post("/$batch", {
        requests: [
          { id: "1", method: "GET", url: `${teamPath(world)}?$select=id,primaryChannel` },
          { id: "2", method: "GET", url: `${teamPath(world)}/primaryChannel` },
        ],
      }),
  },
  {
    file: "recorded-channel-filesfolder",
    ask: (world) => world.pat.get(`${channelPath(world)}/filesFolder`),
    without: { "/size": "recorded as text; the description takes both, we give a number" },
  },
  { file: "recorded-channel-message-adaptive-card", ask: postCard },
  { file: "recorded-channel-message-reply", ask: postReply, without: { ...betaOnly, "/attachments/*": "the reply here has none" } },
  { file: "recorded-channel-message-text", ask: (world) => world.pat.post(`${channelPath(world)}/messages`, { body: { content: "Hello" } }) },
  { file: "recorded-channel-message-user-mention", ask: postMention, without: { ...betaOnly, "/mentions/*/mentioned/tag": tagsOnBeta } },
  {
    file: "recorded-channel-messages-list",
    ask: (world) => {
      postCard(world);
      postMention(world);
      return world.pat.get(`${channelPath(world)}/messages`);
    },
    without: {
      "/@odata.count": "recorded as text on beta; v1.0 gives a number",
      "/value/*/eventDetail": systemEvents,
    },
  },
  { file: "recorded-channels-list", ask: (world) => world.pat.get(`${teamPath(world)}/channels`) },
  { file: "recorded-primarychannel", ask: (world) => world.pat.get(`${teamPath(world)}/primaryChannel`) },
  {
    file: "recorded-drives-list",
    ask: ({ pat }) => pat.get(`${siteAddress}/drives`),
    without: {
      "/value/*/createdBy": "drives are shown by id, kind, name and address only",
      "/value/*/lastModifiedBy": "as above",
      "/value/*/createdDateTime": "as above",
      "/value/*/lastModifiedDateTime": "as above",
      "/value/*/owner": "as above",
      "/value/*/quota": "as above",
    },
  },
  {
    file: "recorded-driveitem-get",
    ask: (world) => world.pat.get(`/drives/${textOf(putFile(world), "parentReference", "driveId")}/items/${textOf(putFile(world), "id")}`),
    without: {
      "/@microsoft.graph.downloadUrl": "content is answered at once, not by a signed address",
      "/createdBy/application": "the app is not recorded",
      "/lastModifiedBy/application": "as above",
      "/file/hashes": "files are not hashed",
      "/shared": "files are not shared one by one",
      "/size": "recorded as text; the description takes both, we give a number",
      "/parentReference/name": "not given",
    },
  },
  { file: "recorded-error-400-invalid-hostname", ask: ({ pat }) => pat.get("/sites/wrong.sharepoint.com:/sites/x") },
  { file: "recorded-error-400-unknown-segment", ask: ({ pat }) => pat.get("/thiswillgiveanerror") },
  { file: "recorded-error-404-site-not-provisioned", ask: ({ pat }) => pat.get("/groups/00000000-0000-4000-8000-000000000000/sites/root") },
  { file: "recorded-error-404-user", ask: ({ pat }) => pat.get("/users/xyz123@northmere.example") },
  { file: "recorded-handmade-429-in-batch", ask: (world) => struck(world, "throttle", () => world.pat.get("/me")) },
  {
    file: "recorded-list-get",
    ask: (world) => world.pat.get(`${inventory(world)}?$select=sharepointIds,lastModifiedDateTime,webUrl,list,id,displayName,lastModifiedBy`),
  },
  { file: "recorded-listitem-get-generic-list", ask: (world) => world.pat.get(`${inventory(world)}/items/1?$expand=fields`) },
  { file: "recorded-site-get", ask: ({ pat }) => pat.get(siteAddress.slice(0, -1)) },
  { file: "recorded-site-get-select-sharepointids", ask: ({ pat }) => pat.get(`${siteAddress.slice(0, -1)}?$select=sharepointIds,displayName,id`) },
  { file: "recorded-user-get", ask: ({ pat }) => pat.get("/me") },
  { file: "reported-404-list-not-found", ask: ({ pat }) => pat.get(`${siteAddress}/lists/none`) },
  { file: "reported-404-items-not-found", ask: ({ pat }) => pat.get(`${siteAddress}/lists/Documents/items`) },
  { file: "reported-404-site-flapping", ask: (world) => struck(world, "siteNotFound404", () => world.pat.get(siteAddress.slice(0, -1))) },
  {
    file: "reported-etag-resourcemodified-409",
    ask: (world) => {
      const list = inventory(world);
      return struck(world, "conflict409", () => world.pat.patch(`${list}/items/1/fields`, { Name: "y" }));
    },
  },
  {
    file: "reported-filter-not-indexed",
    ask: (world) => world.pat.get(`${inventory(world)}/items?$top=10&$expand=fields&$filter=startswith(fields/Title,'ba')`),
  },
  {
    file: "reported-hyperlink-write-500",
    ask: (world) => world.pat.post(`${inventory(world)}/items`, { fields: { Title: "x", Website: "https://books.example/joy" } }),
  },
  { file: "reported-list-name-in-create", ask: ({ pat }) => pat.post(`${siteAddress}/lists`, { name: "Books", list: { template: "genericList" } }) },
  { file: "reported-lists-filter-unsupported", ask: ({ pat }) => pat.get(`${siteAddress}/lists?$filter=name eq 'x'`) },
  {
    file: "reported-multilookup-no-odata-type",
    ask: (world) => world.pat.patch(`${inventory(world)}/items/1/fields`, { TestFieldsLookupId: [175] }, unconditional),
  },
  {
    file: "reported-threshold-too-many-resources",
    ask: (world) => {
      const list = makeList(world, [{ name: "Status", text: {} }]);
      for (let row = 0; row <= 5000; row += 1) world.tenant.listsApp.typeRow({ site: "pmo", list: "PRRisks", person: "pat", fields: {} });
      return world.pat.get(`${list}/items?$expand=fields&$filter=fields/Status eq 'x'`, prefer);
    },
  },
];

/** Paths of an example whose name or type is missing in our answer. */
function missing(sample: unknown, ours: unknown, path = ""): readonly string[] {
  if (sample === undefined) return [];
  if (sample === null) return ours === undefined && path !== "" ? [path] : [];
  if (Array.isArray(sample)) {
    if (!Array.isArray(ours)) return [path];
    return [...new Set(sample.flatMap((one) => (ours.some((other) => missing(one, other, `${path}/*`).length === 0) ? [] : closest(one, ours, `${path}/*`))))];
  }
  if (!isRecord(sample)) return typeof sample === typeof ours ? [] : [path];
  if (!isRecord(ours)) return [path];
  return Object.entries(sample).flatMap(([name, value]) => missing(value, property(ours, name), `${path}/${name}`));
}

/** Against the element of ours that lacks least. */
function closest(sample: unknown, ours: readonly unknown[], path: string): readonly string[] {
  const attempts = ours.map((one) => missing(sample, one, path)).sort((one, other) => one.length - other.length);
  return attempts[0] ?? [path];
}

const folder = describedIn();

if (folder === undefined) {
  test("every prepared question gets an answer in Graph's shape (the recorded examples are not here)", () => {
    for (const { ask } of pairs) expect(ask(northmere()).status).toBeGreaterThanOrEqual(200);
  });
} else {
  test.each(pairs)("every name and type of $file occurs in our answer", ({ file, ask, without = {}, status }) => {
    const example = parseJson(readFileSync(join(folder, "graph-examples", `${file}.json`), "utf8"));
    const sample = property(example, "response");
    const reply = ask(northmere());
    const lacking = missing(property(sample, "body"), reply.json);
    const covers = (known: string, path: string): boolean => path === known || path.startsWith(`${known}/`);
    expect(lacking.filter((path) => !Object.keys(without).some((known) => covers(known, path)))).toEqual([]);
    expect(Object.keys(without).filter((known) => !lacking.some((path) => covers(known, path)))).toEqual([]);
    expect(reply.status).toBe(status?.ours ?? numberAt(sample, "status"));
    const expected = textAt(property(property(sample, "body"), "error"), "message");
    if (file.startsWith("re") && expected !== undefined) expect(textAt(property(reply.json, "error"), "message")).toContain(withoutNames(expected));
  });
}

/** Messages that name a person or a path agree up to that name. */
function withoutNames(message: string): string {
  return message.startsWith("Resource '") ? "does not exist or one of its queried reference-property objects are not present." : message;
}
