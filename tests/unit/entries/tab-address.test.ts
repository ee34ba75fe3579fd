import { parseTabAddress, tabAddress, type TabChoice } from "../../../src/entries/shared";

const site = "https://northmere.sharepoint.com/sites/pmo";

describe("the address of a saved tab", () => {
  test.each<TabChoice>([
    { site, scope: { kind: "project", ref: "P-0001" } },
    { site, scope: { kind: "programme", ref: "PG-001" } },
    { site, scope: { kind: "raid" } },
    { site, scope: { kind: "portfolio" } },
    { site, scope: { kind: "mine" } },
  ])("reads back what was written: %j", (choice) => {
    expect(parseTabAddress(tabAddress(choice))).toEqual(choice);
  });

  test("is written in the documented form", () => {
    expect(tabAddress({ site, scope: { kind: "project", ref: "P-0001" } })).toBe(
      "?site=https%3A%2F%2Fnorthmere.sharepoint.com%2Fsites%2Fpmo&scope=project%3AP-0001",
    );
  });

  test.each([
    ["nothing", ""],
    ["no scope", `?site=${encodeURIComponent(site)}`],
    ["no site", "?scope=raid"],
    ["a site over http", "?site=http%3A%2F%2Fnorthmere.sharepoint.com&scope=raid"],
    ["a script for a site", "?site=javascript%3Aalert(1)&scope=raid"],
    ["a site with a password", "?site=https%3A%2F%2Fa%3Ab%40evil.example&scope=raid"],
    ["two sites", `?site=${encodeURIComponent(site)}&site=https%3A%2F%2Fevil.example&scope=raid`],
    ["two scopes", `?site=${encodeURIComponent(site)}&scope=raid&scope=mine`],
    ["an unknown scope", `?site=${encodeURIComponent(site)}&scope=everything`],
    ["a project without a ref", `?site=${encodeURIComponent(site)}&scope=project`],
    ["more behind the ref", `?site=${encodeURIComponent(site)}&scope=project%3AP-0001%3Ax`],
    ["a ref that is a path", `?site=${encodeURIComponent(site)}&scope=project%3A..%2F..`],
    ["a name of Object", `?site=${encodeURIComponent(site)}&scope=constructor`],
  ])("%s is no choice", (_what, search) => {
    expect(parseTabAddress(search)).toBeUndefined();
  });
});
