/** @jest-environment jsdom */
import { readLink } from "../../../src/demo/pages/teams/read-link";
import { dropTab, keepTab, readTabs } from "../../../src/demo/pages/teams/saved-tabs";
import { tabContext } from "../../../src/demo/pages/teams/tab-context";

const place = { origin: "http://localhost:5300", appId: "app-1" };

describe("links of a tab and of a card", () => {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: "Risks/R-0042", channelId: "19:x" }));
  test.each([
    [`https://teams.microsoft.com/l/entity/app-1/my-work?webUrl=x&context=${context}`, { kind: "record", subPageId: "Risks/R-0042" }],
    ["https://teams.microsoft.com/l/entity/app-1/my-work", { kind: "record", subPageId: "" }],
    ["https://teams.microsoft.com/l/message/19%3Ax%40thread.tacv2/17?groupId=g", { kind: "channel", channelId: "19:x@thread.tacv2" }],
    ["http://localhost:5300/tab.html#raid", { kind: "page", address: "http://localhost:5300/tab.html#raid" }],
  ])("%s leads somewhere", (address, target) => {
    expect(readLink(address, place)).toEqual(target);
  });

  test.each([
    "https://teams.microsoft.com/l/entity/another-app/my-work",
    "https://example.org/",
    "javascript:alert(1)",
    "not a link",
    "https://teams.microsoft.com/",
  ])("%s leads nowhere", (address) => {
    expect(readLink(address, place)).toEqual({ kind: "nowhere", address });
  });
});

describe("the tabs of a channel", () => {
  const tab = { entityId: "a", contentUrl: "/tab.html?a", suggestedDisplayName: "Blood tracking" };
  beforeEach(() => localStorage.clear());

  test("are kept by channel, replaced when changed and dropped when removed", () => {
    const kept = keepTab(localStorage, "c1", { tab, before: undefined });
    expect(readTabs(localStorage, "c1")).toEqual([{ ...tab, name: "Blood tracking" }]);
    expect(readTabs(localStorage, "c2")).toEqual([]);
    const changed = keepTab(localStorage, "c1", { tab: { ...tab, entityId: "b", suggestedDisplayName: "RAID" }, before: kept });
    expect(readTabs(localStorage, "c1").map(({ name }) => name)).toEqual(["RAID"]);
    dropTab(localStorage, "c1", changed);
    expect(readTabs(localStorage, "c1")).toEqual([]);
  });

  test("what is no tab is left out", () => {
    localStorage.setItem("project-registers-demo.tabs.c1", JSON.stringify([{ entityId: 1 }, "x", null]));
    expect(readTabs(localStorage, "c1")).toEqual([]);
    localStorage.setItem("project-registers-demo.tabs.c1", "{");
    expect(readTabs(localStorage, "c1")).toEqual([]);
  });
});

test.each([
  ["standard", "Regular"],
  ["private", "Private"],
  ["shared", "Shared"],
] as const)("a tab in a %s channel learns its kind as %s and its own site", (kind, channelType) => {
  const persona = { key: "pm", name: "Asha Patel", jobTitle: "", address: "asha.patel@northmere.example", objectId: "o", tenantId: "t", may: undefined };
  const channel = {
    id: "19:x",
    name: "Delivery",
    kind,
    teamId: "team",
    teamName: "Blood tracking",
    siteAddress: "https://northmere.sharepoint.com/sites/blood",
  };
  expect(tabContext({ persona, theme: "dark", entityId: "e", channel })).toMatchObject({
    channelType,
    teamSiteUrl: channel.siteAddress,
    teamSitePath: "/sites/blood",
    groupId: "team",
    theme: "dark",
    loginHint: persona.address,
  });
});
