import { booleanAt, isClientKey, isRecord, listAt, makeClientKey, numberAt, parseJson, property, safeHref, textAt } from "../../../src/kernel";
import { StillWorld } from "../store/still-world";

const inheritedNames = ["__proto__", "constructor", "toString", "hasOwnProperty"];

describe("reading what nobody vouches for", () => {
  test.each(inheritedNames)("%s is not there unless somebody sent it", (name) => {
    for (const value of [{}, [], "text", 1, null, undefined]) {
      expect(property(value, name)).toBeUndefined();
      expect(textAt(value, name)).toBeUndefined();
      expect(listAt(value, name)).toEqual([]);
    }
  });

  test("a __proto__ that JSON brings is a name like any other and changes no other reading", () => {
    const sent = parseJson('{"__proto__":{"isAdmin":true},"name":"Asha"}');
    expect(property(sent, "__proto__")).toEqual({ isAdmin: true });
    expect(booleanAt(sent, "isAdmin")).toBeUndefined();
    expect(textAt(sent, "name")).toBe("Asha");
    expect(Object.prototype).not.toHaveProperty("isAdmin");
  });

  test("another type than the one asked for is not there", () => {
    const sent = { text: "1", number: 1, notANumber: Number.NaN, boolean: true, list: [1], nothing: null };
    expect([textAt(sent, "number"), textAt(sent, "nothing")]).toEqual([undefined, undefined]);
    expect([numberAt(sent, "text"), numberAt(sent, "notANumber"), numberAt(sent, "number")]).toEqual([undefined, undefined, 1]);
    expect([booleanAt(sent, "number"), booleanAt(sent, "boolean")]).toEqual([undefined, true]);
    expect([listAt(sent, "text"), listAt(sent, "list")]).toEqual([[], [1]]);
    expect([isRecord([]), isRecord(null), isRecord({})]).toEqual([false, false, true]);
  });

  test("what is not JSON is undefined", () => {
    for (const text of ["", "{", "undefined", "{'a':1}"]) expect(parseJson(text)).toBeUndefined();
    expect(parseJson("null")).toBeNull();
  });
});

describe("an address that may become a link", () => {
  test("https alone, whole, without a user, at most 2,000 characters", () => {
    expect(safeHref(" https://northmere.example/a?b=c#d ")).toBe("https://northmere.example/a?b=c#d");
    const refused = [
      "http://northmere.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "//northmere.example",
      "northmere.example",
      "",
      "https://",
      "https://asha:secret@northmere.example",
      `https://northmere.example/${"a".repeat(2_000)}`,
    ];
    for (const address of refused) expect(safeHref(address)).toBeUndefined();
  });

  test("an address that grows too long when it is escaped is refused, so that what is stored stays readable", () => {
    const address = `https://northmere.example/${"é".repeat(1_000)}`;
    expect(safeHref(address)).toBeUndefined();
  });
});

test("a client key is 32 hex characters and nothing else is", () => {
  const key = makeClientKey(new StillWorld());
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(isClientKey(key)).toBe(true);
  for (const value of ["", key.toUpperCase().replace(/\d/g, "A"), `${key}0`, key.slice(1), 1, null]) expect(isClientKey(value)).toBe(false);
});
