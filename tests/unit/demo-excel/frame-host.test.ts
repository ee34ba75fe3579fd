import { Workbook } from "../../../src/demo/pages/excel";
import { FrameHost, paneAddress } from "../../../src/demo/pages/excel/host/frame-host";

interface Posted {
  readonly _actionName: string;
  readonly _correlationId: number;
  readonly _data: Readonly<Record<string, unknown>> | null;
}

let workbook: Workbook;
let posted: Posted[];
let host: FrameHost;

beforeEach(() => {
  workbook = new Workbook({ currentYear: 2026 });
  posted = [];
  host = new FrameHost({
    workbook,
    services: new Map(),
    conversationId: "talk",
    appId: "app",
    documentUrl: "https://northmere.sharepoint.com/Registers.xlsx",
    origin: "http://localhost",
    post: (text) => {
      posted.push(JSON.parse(text) as Posted); // what the host itself has just written
    },
  });
});

function send(action: string, more: Readonly<Record<string, unknown>> = {}): void {
  host.receive(JSON.stringify({ _actionName: action, _actionType: 0, _conversationId: "talk", _correlationId: 7, ...more }));
}

function richApi(body: string, flags = 0): Readonly<Record<string, unknown>> {
  return { _data: { DdaMethod: { DispatchId: 93 }, ArrayData: ["", "POST", "ProcessQuery", [], body, 0, flags] } };
}

const readName = JSON.stringify({
  Actions: [
    { Id: 1, ActionType: 1, ObjectPathId: 1 },
    { Id: 2, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["name"] } },
  ],
  ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } },
});

test("the context names the document, the language and at most ExcelApi 1.15", () => {
  send("ContextActivationManager_getAppContextAsync");
  expect(posted[0]?._data).toMatchObject({ _docUrl: "https://northmere.sharepoint.com/Registers.xlsx", _appUILocale: "en-GB", _osfControlType: 1 });
  expect(JSON.parse(String(posted[0]?._data?._requirementMatrix))).toMatchObject({ ExcelApi: 1.15, SharedRuntime: 1.1 });
});

test("a batch is answered with its correlation", async () => {
  send("executeMethod", richApi(readName));
  await Promise.resolve();
  await Promise.resolve();
  expect(posted[0]).toMatchObject({ _correlationId: 7, _data: { Error: 0 } });
  expect(JSON.stringify(posted[0]?._data)).toContain("Registers.xlsx");
});

test("cell editing is answered with office.js's number 5004", async () => {
  workbook.setEditing(true);
  send("executeMethod", richApi(readName));
  await Promise.resolve();
  await Promise.resolve();
  expect(posted[0]?._data).toMatchObject({ Error: 5004 });
});

test("events go out only after the pane registered for them", () => {
  const event = { type: 10, targetId: "Workbook", payload: { address: "A1" } };
  host.sendEvents([event]);
  expect(posted).toEqual([]);
  send("richApiMessage", { _actionType: 1 });
  host.sendEvents([event]);
  expect(posted.at(-1)).toMatchObject({
    _actionName: "richApiMessage",
    _data: { ArrayData: [[65536, 10, "Workbook", '{"address":"A1"}', 0, false]] },
  });
  send("richApiMessage", { _actionType: 2 });
  const before = posted.length;
  host.sendEvents([event]);
  expect(posted).toHaveLength(before);
});

test("a ribbon command waits for the pane and ends when the add-in completes it", async () => {
  const done = host.invokeCommand("Publish");
  send("appCommandInvoked", { _actionType: 1 });
  await Promise.resolve();
  await Promise.resolve();
  const invoked = posted.find((message) => message._actionName === "appCommandInvoked" && message._correlationId === -1);
  expect(invoked?._data).toMatchObject({ 1: "Publish" });
  send("executeMethod", { _data: { DdaMethod: { DispatchId: 94 }, 0: invoked?._data?.["0"], 1: 0, 2: "{}" } });
  await expect(done).resolves.toBeUndefined();
});

test("settings of the document are kept and given back", () => {
  send("executeMethod", { _data: { DdaMethod: { DispatchId: 76 }, DdaSettingsMethod: { Properties: [["k", "1"]] } } });
  send("ContextActivationManager_getAppContextAsync");
  expect(posted[1]?._data).toMatchObject({ _settings: [["k", "1"]] });
});

test.each(["not JSON", 5, "{}", JSON.stringify({ _actionName: "executeMethod", _conversationId: "another talk", _correlationId: 1 })])(
  "a message that is not the pane's (%p) is ignored",
  (text) => {
    host.receive(text);
    expect(posted).toEqual([]);
  },
);

test("a method that the demo's Excel lacks is refused", () => {
  send("executeMethod", { _data: { DdaMethod: { DispatchId: 82 } } });
  expect(posted[0]?._data).toMatchObject({ Error: 5000 });
});

test("the pane's address carries the host in the query and the conversation last in the fragment", () => {
  const address = paneAddress(new URL("http://localhost:3000/taskpane.html?lang=en"), {
    conversationId: "talk",
    appId: "app",
    origin: "http://localhost:3000",
  });
  expect(address).toBe(
    "http://localhost:3000/taskpane.html?lang=en&_host_Info=Excel%24Web%2416.00%24en-GB%24talk%24%24%240#&_serializer_version=1&_xdm_Info=talk%7Capp%7Chttp%3A%2F%2Flocalhost%3A3000",
  );
});
