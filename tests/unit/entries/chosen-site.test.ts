import { chosenSite, keepSite } from "../../../src/entries/taskpane/chosen-site";

const pmo = { name: "PMO", address: "https://northmere.sharepoint.com/sites/pmo" };
const estates = { name: "Estates", address: "https://northmere.sharepoint.com/sites/estates" };

function preferences() {
  const kept = new Map<string, string>();
  return { read: (name: string) => kept.get(name), write: (name: string, value: string) => void kept.set(name, value) };
}

test("the only site is never asked for, and no site is none", () => {
  expect(chosenSite([pmo], preferences())).toBe(pmo.address);
  expect(chosenSite([], preferences())).toBeUndefined();
});

test("of several sites one is chosen once, until the person wants another", () => {
  const kept = preferences();
  expect(chosenSite([pmo, estates], kept)).toBeUndefined();
  keepSite(estates.address, kept);
  expect(chosenSite([pmo, estates], kept)).toBe(estates.address);
  keepSite("", kept);
  expect(chosenSite([pmo, estates], kept)).toBeUndefined();
});

test("a site that is no longer deployed is asked for again", () => {
  const kept = preferences();
  keepSite("https://evil.example/sites/pmo", kept);
  expect(chosenSite([pmo, estates], kept)).toBeUndefined();
});
