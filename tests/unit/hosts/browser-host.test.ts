/** @jest-environment jsdom */
import { browserHost, devicePreferences, fragmentLocation, memoryLocation, type HostContext } from "../../../src/hosts";

interface Media {
  matches: boolean;
  readonly listeners: Set<() => void>;
}

/** A page whose colour wishes a test may change; jsdom knows none. */
function pageWith(wishes: { readonly dark?: boolean; readonly contrast?: boolean }) {
  const dark: Media = { matches: wishes.dark ?? false, listeners: new Set() };
  const contrast: Media = { matches: wishes.contrast ?? false, listeners: new Set() };
  const media = (of: Media) => ({
    get matches() {
      return of.matches;
    },
    addEventListener: (_name: string, listener: () => void) => of.listeners.add(listener),
    removeEventListener: (_name: string, listener: () => void) => of.listeners.delete(listener),
  });
  const opened: string[][] = [];
  const page = {
    document,
    matchMedia: (query: string) => media(query.includes("dark") ? dark : contrast),
    open: (...asked: string[]) => opened.push(asked),
  } as unknown as Window;
  return { page, dark, contrast, opened };
}

describe("a plain browser as host", () => {
  test("its theme follows the person's wishes, contrast before dark", () => {
    expect(browserHost(pageWith({}).page).context()).toEqual({ theme: "default" });
    expect(browserHost(pageWith({ dark: true }).page).context()).toEqual({ theme: "dark" });
    expect(browserHost(pageWith({ dark: true, contrast: true }).page).context()).toEqual({ theme: "contrast" });
  });

  test("a change is told until listening ends", () => {
    const { page, dark } = pageWith({});
    const told: HostContext[] = [];
    const stop = browserHost(page).onChange((context) => told.push(context));
    dark.matches = true;
    dark.listeners.forEach((listener) => listener());
    stop();
    expect(told).toEqual([{ theme: "dark" }]);
    expect(dark.listeners.size).toBe(0);
  });

  test("a link opens apart from this page, and only an https one", async () => {
    const { page, opened } = pageWith({});
    const host = browserHost(page);
    expect(await host.openLink("https://northmere.example/a")).toEqual({ ok: true, value: undefined });
    expect(await host.openLink("javascript:alert(1)")).toMatchObject({ ok: false, fault: { kind: "hostRefused" } });
    expect(opened).toEqual([["https://northmere.example/a", "_blank", "noopener,noreferrer"]]);
    expect(host.deepLink({ pageId: "a", subPageId: "b", label: "c", webUrl: "d" })).toBeUndefined();
  });
});

describe("what stays on the device", () => {
  test("a preference is remembered, and storage that is closed is survived", () => {
    const preferences = devicePreferences(window);
    expect(preferences.read("recordsView")).toBeUndefined();
    preferences.write("recordsView", "table");
    expect(devicePreferences(window).read("recordsView")).toBe("table");
    const closed = {
      get localStorage(): Storage {
        throw new DOMException("closed", "SecurityError");
      },
    } as Window;
    const forgetful = devicePreferences(closed);
    forgetful.write("recordsView", "table");
    expect(forgetful.read("recordsView")).toBeUndefined();
  });
});

describe.each([
  ["in the address", () => fragmentLocation(window)],
  ["in memory", () => memoryLocation("")],
])("where the screen is, %s", (_where, open) => {
  test("going and replacing are told, and read back", () => {
    const location = open();
    let told = 0;
    const stop = location.subscribe(() => (told += 1));
    location.go("register/Risks?open=Risks%2FR-0042");
    expect(location.read()).toBe("register/Risks?open=Risks%2FR-0042");
    location.replace("raid");
    stop();
    location.go("projects");
    expect([location.read(), told]).toEqual(["projects", 2]);
  });
});
