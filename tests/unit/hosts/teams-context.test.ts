import { teamsDeepLink } from "../../../src/hosts";
import { parseOpenedPage, parseTeamsContext, parseTheme } from "../../../src/hosts/teams/teams-context";

const whole = {
  app: { theme: "dark" },
  page: { id: "project:P-0001", subPageId: "Risks/R-0042" },
  team: { groupId: "g", displayName: "Digital" },
  channel: { id: "19:a@thread.tacv2", displayName: "General", membershipType: "Shared" },
  sharePointSite: { teamSiteUrl: "https://northmere.sharepoint.com/sites/pmo" },
  user: { id: "o", tenant: { id: "t" }, loginHint: "hint", userPrincipalName: "asha@northmere.example" },
};

describe("what Teams says of itself", () => {
  test("a whole context is read", () => {
    expect(parseTeamsContext(whole)).toEqual({
      theme: "dark",
      pageId: "project:P-0001",
      subPageId: "Risks/R-0042",
      team: { groupId: "g", name: "Digital" },
      channel: { id: "19:a@thread.tacv2", name: "General", kind: "shared" },
      siteAddress: "https://northmere.sharepoint.com/sites/pmo",
      person: { tenantId: "t", objectId: "o", loginHint: "hint" },
    });
  });

  test.each([undefined, null, "context", 7, [], [whole], {}, { app: null, page: [], user: "asha" }, { app: { theme: { toString: () => "dark" } } }])(
    "%p says nothing",
    (context) => {
      expect(parseTeamsContext(context)).toEqual({ theme: "default" });
    },
  );

  test("names that every object has are not read from it", () => {
    const hostile = JSON.parse(
      '{"__proto__":{"page":{"id":"x"},"user":{"id":"o","tenant":{"id":"t"}}},"page":{"__proto__":{"id":"x","subPageId":"y"}}}',
    ) as unknown;
    expect(parseTeamsContext(hostile)).toEqual({ theme: "default" });
  });

  test.each(["http://northmere.sharepoint.com/sites/pmo", "javascript:alert(1)", "//northmere.sharepoint.com", "sites/pmo", "", 7])(
    "%p is no site",
    (teamSiteUrl) => {
      expect(parseTeamsContext({ sharePointSite: { teamSiteUrl } })).toEqual({ theme: "default" });
    },
  );

  test("half a person is nobody, and an unknown channel is a standard one", () => {
    expect(parseTeamsContext({ user: { id: "o" } })).not.toHaveProperty("person");
    expect(parseTeamsContext({ channel: { id: "c", membershipType: "secret" } }).channel).toEqual({ id: "c", name: "", kind: "standard" });
    expect(parseTeamsContext({ user: { id: "o", tenant: { id: "t" }, userPrincipalName: "asha@northmere.example" } }).person?.loginHint).toBe(
      "asha@northmere.example",
    );
  });

  test("glass is dark, and an unknown theme the standard one", () => {
    expect(["glass", "dark", "contrast", "default", "neon", undefined].map(parseTheme)).toEqual(["dark", "dark", "contrast", "default", "default", "default"]);
  });
});

describe("a link into Teams", () => {
  const target = {
    pageId: "project:P-0001",
    subPageId: "Risks/R-0042",
    label: "R-0042 & more",
    webUrl: "https://registers.northmere.example/tab.html?site=a#register/Risks?open=x",
  };

  test("it has the documented form, every part escaped", () => {
    const link = teamsDeepLink("1c2d", { ...target, channelId: "19:a@thread.tacv2" });
    expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\/1c2d\/project%3AP-0001\?/);
    expect(link).not.toMatch(/[+\s]/);
    const asked = new URL(link).searchParams;
    expect(asked.get("webUrl")).toBe(target.webUrl);
    expect(asked.get("label")).toBe(target.label);
    expect(JSON.parse(asked.get("context") ?? "")).toEqual({ subEntityId: "Risks/R-0042", channelId: "19:a@thread.tacv2" });
  });

  test("hostile parts add no parameter and lead nowhere else", () => {
    const link = new URL(
      teamsDeepLink("../../evil?x=", { pageId: "a/b?c#d", subPageId: '"},{"', label: "&context={}", webUrl: "https://x.example/?a&context=1" }),
    );
    expect(link.origin).toBe("https://teams.microsoft.com");
    expect(link.pathname.startsWith("/l/entity/")).toBe(true);
    expect([...link.searchParams.keys()]).toEqual(["webUrl", "label", "context"]);
    expect(JSON.parse(link.searchParams.get("context") ?? "")).toEqual({ subEntityId: '"},{"' });
  });
});

test.each([
  [
    { entityId: "my-work", contentUrl: new URL("https://registers.northmere.example/tab.html?about=mine") },
    "https://registers.northmere.example/tab.html?about=mine",
  ],
  [{ contentUrl: "https://registers.northmere.example/tab.html" }, "https://registers.northmere.example/tab.html"],
  [{ contentUrl: 7 }, undefined],
  [{}, undefined],
  [undefined, undefined],
])("%p that Teams wakes the app for is the page %p", (opened, address) => {
  expect(parseOpenedPage(opened)).toBe(address);
});
