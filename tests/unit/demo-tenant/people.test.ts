import { at, errorCode, errorMessage, northmere, rowsOf, textOf } from "./fixture";

const eventual = { ConsistencyLevel: "eventual" };

function names(reply: ReturnType<ReturnType<typeof northmere>["pat"]["get"]>): unknown[] {
  return rowsOf(reply).map(({ displayName }) => displayName);
}

describe("people", () => {
  test("the signed-in person looks as recorded", () => {
    expect(northmere().pat.get("/me").json).toMatchObject({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
      businessPhones: ["01632 960001"],
      displayName: "Pat Manager",
      givenName: "Pat",
      jobTitle: "PMO lead",
      mail: "pat@northmere.example",
      mobilePhone: "07700 900001",
      officeLocation: "Level 2",
      preferredLanguage: "en-GB",
      surname: "Manager",
      userPrincipalName: "pat@northmere.example",
    });
  });

  test("what is not known of a person is null", () => {
    expect(northmere().wren.get("/me").json).toMatchObject({ jobTitle: null, mobilePhone: null, officeLocation: null, businessPhones: [] });
  });

  test("a person is found by id and by user principal name, whatever its case", () => {
    const { pat } = northmere();
    const id = textOf(pat.get("/me"), "id");
    expect(textOf(pat.get(`/users/${id}`), "displayName")).toBe("Pat Manager");
    expect(textOf(pat.get("/users/WREN@northmere.example"), "displayName")).toBe("Wren Writer");
  });

  test("an unknown person is answered 404 in the directory's words", () => {
    const reply = northmere().pat.get("/users/xyz@northmere.example");
    expect([reply.status, errorCode(reply), errorMessage(reply)]).toEqual([
      404,
      "Request_ResourceNotFound",
      "Resource 'xyz@northmere.example' does not exist or one of its queried reference-property objects are not present.",
    ]);
  });

  test("a search needs the header ConsistencyLevel", () => {
    const reply = northmere().pat.get('/users?$search="displayName:wri"');
    expect([reply.status, errorCode(reply), errorMessage(reply)]).toEqual([
      400,
      "Request_UnsupportedQuery",
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    ]);
    expect(errorMessage(northmere().pat.get("/users?$count=true"))).toBe("$count is not currently supported.");
  });

  test.each([
    ['"displayName:wri"', ["Wren Writer"]],
    ['"displayName:outs"', ["Olu Smith-Outside"]],
    ['"displayName:rite"', []],
    ['"displayName:pat" OR "mail:ravi"', ["Pat Manager", "Ravi Reader"]],
  ])("the search %s finds %j by the beginnings of words", (search, found) => {
    expect(names(northmere().pat.get(`/users?$search=${encodeURIComponent(search)}`, eventual))).toEqual(found);
  });

  test("the quotes are part of the search", () => {
    expect(northmere().pat.get("/users?$search=displayName:pat", eventual).status).toBe(400);
  });

  test("startswith filters without the header, and several may be joined by or", () => {
    const { pat } = northmere();
    expect(names(pat.get("/users?$filter=startswith(displayName,'wr') or startswith(mail,'ravi')"))).toEqual(["Ravi Reader", "Wren Writer"]);
    expect(names(pat.get("/users?$filter=userPrincipalName eq 'olu@northmere.example'"))).toEqual(["Olu Smith-Outside"]);
    expect(errorCode(pat.get("/users?$filter=startswith(city,'x')"))).toBe("Request_UnsupportedQuery");
  });

  test("pages, selection and count", () => {
    const { pat } = northmere();
    const first = pat.get("/users?$top=3&$select=displayName&$count=true", eventual);
    expect(rowsOf(first)).toEqual([{ displayName: "Olu Smith-Outside" }, { displayName: "Pat Manager" }, { displayName: "Ravi Reader" }]);
    expect(at(first, "@odata.count")).toBe(4);
    expect(names(pat.get(textOf(first, "@odata.nextLink"), eventual))).toEqual(["Wren Writer"]);
  });

  test("the closest people come first: those in the same team", () => {
    const { wren } = northmere();
    const reply = wren.get("/me/people");
    expect(names(reply)).toEqual(["Pat Manager", "Ravi Reader", "Olu Smith-Outside"]);
    expect(rowsOf(reply)[0]).toMatchObject({
      personType: { class: "Person", subclass: "OrganizationUser" },
      scoredEmailAddresses: [{ address: "pat@northmere.example" }],
    });
    expect(names(wren.get("/me/people?$search=olu&$top=1"))).toEqual(["Olu Smith-Outside"]);
  });

  test("a picture is bytes; people without one are answered 404", () => {
    const { pat, wren } = northmere();
    const photo = wren.get("/users/pat@northmere.example/photo/$value");
    expect([photo.status, photo.headers["Content-Type"], photo.body]).toEqual([200, "image/jpeg", Uint8Array.of(1, 2, 3)]);
    const none = pat.get("/users/wren@northmere.example/photo/$value");
    expect([none.status, errorCode(none), errorMessage(none)]).toEqual([404, "ErrorItemNotFound", "The photo wasn't found."]);
    expect(wren.get("/me/photo/$value").status).toBe(404);
  });
});
