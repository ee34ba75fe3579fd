import { tabSettingsFor } from "../../../src/entries/tab-config/tab-settings-for";
import type { TabSettingsChoice } from "../../../src/features/tab-settings";

const page = "https://registers.northmere.example/tab-config.html?theme=x";
const choice: TabSettingsChoice = { site: "https://northmere.sharepoint.com/sites/pmo", scope: { kind: "project", ref: "P-0012" }, name: "Blood tracking" };

describe("what Teams keeps of a tab", () => {
  test("the tab opens beside the settings page, in Teams and in a browser alike", () => {
    const settings = tabSettingsFor(choice, page);
    expect(settings.contentUrl).toBe(
      "https://registers.northmere.example/tab.html?site=https%3A%2F%2Fnorthmere.sharepoint.com%2Fsites%2Fpmo&scope=project%3AP-0012",
    );
    expect(settings.websiteUrl).toBe(settings.contentUrl);
    expect(settings.suggestedDisplayName).toBe("Blood tracking");
    expect(settings.removeUrl).toBe("https://registers.northmere.example/tab-config.html?remove");
  });

  test("one choice has one identity, whatever its name; another choice has another", () => {
    const { entityId } = tabSettingsFor(choice, page);
    expect(tabSettingsFor({ ...choice, name: "Renamed" }, page).entityId).toBe(entityId);
    expect(tabSettingsFor({ ...choice, site: choice.site.toUpperCase() }, page).entityId).toBe(entityId);
    const others: readonly TabSettingsChoice[] = [
      { ...choice, scope: { kind: "project", ref: "P-0013" } },
      { ...choice, scope: { kind: "programme", ref: "P-0012" } },
      { ...choice, scope: { kind: "raid" } },
      { ...choice, site: "https://northmere.sharepoint.com/sites/estates" },
    ];
    expect(new Set([choice, ...others].map((one) => tabSettingsFor(one, page).entityId)).size).toBe(others.length + 1);
    expect(entityId.length).toBeLessThanOrEqual(64);
  });
});
