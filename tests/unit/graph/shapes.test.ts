import {
  parseChannel,
  parseColumn,
  parseDriveItem,
  parseItemVersion,
  parseList,
  parseListItem,
  parseMessage,
  parsePerson,
  parseSite,
  parseTeam,
} from "../../../src/graph";

const parsers = { parseSite, parseList, parseColumn, parseListItem, parseItemVersion, parsePerson, parseTeam, parseChannel, parseMessage, parseDriveItem };

it.each(Object.entries(parsers))("%s takes anything and accepts nothing without a name of its own", (_name, parse) => {
  for (const value of [undefined, null, 7, "text", [], {}, { id: 7, name: 7 }, [{ id: "1" }], Object.create({ id: "1", name: "inherited" })])
    expect(parse(value)).toBeUndefined();
});

describe("a list item", () => {
  const wire = JSON.parse(`{
    "@odata.etag": "\\"guid,3\\"", "id": "5", "webUrl": "https://northmere.sharepoint.com/x", "createdDateTime": "2026-06-10T10:00:52Z", "lastModifiedDateTime": "2026-06-11T10:00:52Z",
    "createdBy": {"user": {"email": "Jo.Field@Northmere.example", "id": "u1", "displayName": "Jo Field"}}, "lastModifiedBy": {"user": {"displayName": "System Account"}},
    "surprise": {"deep": 1}, "fields@odata.context": "x",
    "fields": {"@odata.etag": "x", "Title": "A", "OwnerLookupId": "11", "Tags@odata.type": "Collection(Edm.String)", "Tags": ["a"], "__proto__": {"polluted": true}, "constructor": "c"}
  }`) as unknown;

  it("keeps the eTag with its quotes, the fields without annotations, and ignores what it does not know", () => {
    expect(parseListItem(wire)).toMatchObject({
      id: "5",
      etag: '"guid,3"',
      isDeleted: false,
      webUrl: "https://northmere.sharepoint.com/x",
      created: "2026-06-10T10:00:52Z",
      modified: "2026-06-11T10:00:52Z",
      createdBy: { id: "u1", displayName: "Jo Field", email: "jo.field@northmere.example" },
      modifiedBy: { displayName: "System Account" },
    });
  });

  it("holds its fields as own properties without a prototype", () => {
    const fields = parseListItem(wire)?.fields ?? {};
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(Object.keys(fields).sort()).toEqual(["OwnerLookupId", "Tags", "Title", "__proto__", "constructor"]);
    expect((fields as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.isFrozen(fields)).toBe(true);
  });

  it("may be a deleted row with nothing but its id", () => {
    expect(parseListItem({ id: "3", deleted: { state: "deleted" }, contentType: { id: "0x01" } })).toEqual({ id: "3", isDeleted: true });
  });
});

describe("a column", () => {
  it.each([
    [{ text: { allowMultipleLines: false, maxLength: 255 } }, "text"],
    [{ text: { allowMultipleLines: true } }, "note"],
    [{ number: { decimalPlaces: "none" } }, "number"],
    [{ currency: { locale: "en-GB" } }, "currency"],
    [{ dateTime: { format: "dateOnly" } }, "date"],
    [{ dateTime: { format: "dateTime" } }, "dateTime"],
    [{ choice: { choices: ["a", 7, "b"], displayAs: "dropDownMenu" } }, "choice"],
    [{ choice: { choices: [], displayAs: "checkBoxes" } }, "choices"],
    [{ personOrGroup: { allowMultipleSelection: false } }, "person"],
    [{ personOrGroup: { allowMultipleSelection: true } }, "people"],
    [{ lookup: { listId: "l" } }, "lookup"],
    [{ boolean: {} }, "boolean"],
    [{ calculated: { formula: "=1" } }, "calculated"],
    [{}, "other"],
    [{ text: null, geolocation: {} }, "other"],
  ])("with %j is %s", (facet, kind) => {
    expect(parseColumn({ name: "X", ...facet })).toMatchObject({ name: "X", displayName: "X", kind });
  });

  it("tells its choices, limits and rules", () => {
    const column = parseColumn({
      id: "c",
      name: "Status",
      displayName: "State",
      required: true,
      indexed: true,
      enforceUniqueValues: true,
      hidden: true,
      readOnly: true,
      choice: { choices: ["Open", "Closed"] },
    });
    expect(column).toMatchObject({
      id: "c",
      displayName: "State",
      isRequired: true,
      isIndexed: true,
      isUnique: true,
      isHidden: true,
      isReadOnly: true,
      choices: ["Open", "Closed"],
    });
    expect(parseColumn({ name: "T", text: { maxLength: 255 } })?.facet.maxLength).toBe(255);
  });
});

it("reads the other shapes, with what is optional left out", () => {
  expect(parseSite({ id: "h,a,b", webUrl: "https://northmere.sharepoint.com/sites/pmo", name: "pmo" })).toEqual({
    id: "h,a,b",
    webUrl: "https://northmere.sharepoint.com/sites/pmo",
    name: "pmo",
    displayName: "pmo",
  });
  expect(parseList({ id: "l", name: "PRRisks", displayName: "Risks", list: { hidden: false, template: "genericList" } })).toEqual({
    id: "l",
    name: "PRRisks",
    displayName: "Risks",
    webUrl: "",
    description: "",
    isHidden: false,
    template: "genericList",
  });
  expect(parsePerson({ id: "u", displayName: "Jo Field", userPrincipalName: "Jo.Field@northmere.example", mail: null })).toEqual({
    id: "u",
    displayName: "Jo Field",
    address: "jo.field@northmere.example",
  });
  expect(parseTeam({ id: "t" })).toEqual({ id: "t", displayName: "", description: "" });
  expect(parseChannel({ id: "c", displayName: "General", membershipType: "unknownFutureValue" })).toEqual({
    id: "c",
    displayName: "General",
    membershipType: "unknown",
  });
  expect(parseMessage({ id: "1639558526772", webUrl: "https://teams.microsoft.com/l/message/x" })).toEqual({
    id: "1639558526772",
    webUrl: "https://teams.microsoft.com/l/message/x",
  });
  expect(parseItemVersion({ id: "3.0", lastModifiedBy: { user: { displayName: "Jo" } }, fields: { Title: "A" } })).toMatchObject({
    id: "3.0",
    modifiedBy: { displayName: "Jo" },
    fields: { Title: "A" },
  });
  expect(parseDriveItem({ id: "f", name: "Pack.pptx", size: 35, eTag: '"{G},1"', parentReference: { driveId: "d" }, folder: {} })).toEqual({
    id: "f",
    name: "Pack.pptx",
    isFolder: true,
    driveId: "d",
    etag: '"{G},1"',
    sizeBytes: 35,
  });
});
