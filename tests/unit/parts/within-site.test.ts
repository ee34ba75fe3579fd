import { fragmentWithin, isSameSite, pageFromFragment, fragmentOf, placeWithin } from "../../../src/parts";

describe("a place in another site", () => {
  test.each([
    ["https://northmere.sharepoint.com/sites/imaging", "in/northmere.sharepoint.com~sites~imaging/project/P-0001"],
    ["https://northmere.sharepoint.com", "in/northmere.sharepoint.com/project/P-0001"],
    ["https://northmere.sharepoint.com/teams/ward%20projects", "in/northmere.sharepoint.com~teams~ward%20projects/project/P-0001"],
  ])("%s stands in the fragment and is read back", (site, fragment) => {
    expect(fragmentWithin(site, "project/P-0001")).toBe(fragment);
    expect(placeWithin(fragment)).toEqual({ site, fragment: "project/P-0001" });
    expect(placeWithin(`#${fragment}`)).toEqual({ site, fragment: "project/P-0001" });
  });

  test("its start page has nothing behind the site", () => {
    const fragment = fragmentWithin("https://northmere.sharepoint.com/sites/imaging", "");
    expect(fragment).toBe("in/northmere.sharepoint.com~sites~imaging");
    expect(placeWithin(fragment)).toEqual({ site: "https://northmere.sharepoint.com/sites/imaging", fragment: "" });
  });

  test.each(["project/P-0001", "in/", "in//project/P-0001", "in/a b/project/P-0001", "in/javascript:alert(1)/raid", ""])(
    "%p names no other site",
    (fragment) => {
      expect(placeWithin(fragment).site).toBeUndefined();
      expect(placeWithin(fragment).fragment).toBe(fragment);
    },
  );

  test("addresses are one site whatever their case and last slash", () => {
    expect(isSameSite("https://Northmere.sharepoint.com/sites/Imaging/", "https://northmere.sharepoint.com/sites/imaging")).toBe(true);
    expect(isSameSite("https://northmere.sharepoint.com/sites/a%20b", "https://northmere.sharepoint.com/sites/A b")).toBe(true);
    expect(isSameSite("https://northmere.sharepoint.com/sites/imaging", "https://northmere.sharepoint.com/sites/imaging-two")).toBe(false);
  });
});

describe("a portfolio as a fragment", () => {
  const sites = ["https://northmere.sharepoint.com/sites/imaging", "https://northmere.sharepoint.com/sites/wards"];

  test.each([
    { kind: "portfolio" as const },
    { kind: "portfolio" as const, isChoosing: true as const },
    { kind: "portfolio" as const, sites, view: "f.rag=Red" },
    { kind: "portfolio" as const, sites, isChoosing: true as const },
  ])("%j is read back", (page) => {
    expect(pageFromFragment(fragmentOf(page))).toEqual(page);
  });

  test("names that are no site of a link are left out", () => {
    expect(pageFromFragment("portfolio?sites=northmere.sharepoint.com~sites~imaging+%2F%2Fevil+..")).toEqual({
      kind: "portfolio",
      sites: ["https://northmere.sharepoint.com/sites/imaging"],
    });
  });
});
