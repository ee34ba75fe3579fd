import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scopeNeeds, scopesFor, scopesUnder, type Scope } from "../../../src/graph";

const read = (...path: readonly string[]): string => readFileSync(join(__dirname, "..", "..", "..", ...path), "utf8");
const under = (way: "broad" | "selected", scope: Scope): string => scopesUnder(way, [scope])?.join() ?? "an administrator";
const asked = (way: "broad" | "selected"): ReadonlySet<string> =>
  new Set(scopeNeeds.filter(({ askedAt }) => askedAt !== "not yet").flatMap(({ scope }) => scopesUnder(way, [scope]) ?? []));

describe("scopes where sites are granted one by one", () => {
  test("no permission on all sites is asked for", () => {
    for (const { scope } of scopeNeeds) expect(scopesUnder("selected", [scope]) ?? []).not.toContainEqual(expect.stringMatching(/^Sites\..*\.All$/));
  });

  test("what nobody may be asked for holds up everything that is asked for with it", () => {
    expect(scopesUnder("selected", ["User.Read", "Sites.Manage.All"])).toBeUndefined();
    expect(scopesUnder("broad", ["User.Read", "Sites.Manage.All"])).toEqual(["User.Read", "Sites.Manage.All"]);
  });
});

describe("the one table of scopes stands everywhere the same", () => {
  test("in the administrator's guide, a row a feature", () => {
    const when = { "sign in": "at sign-in", "first use": "when first needed", "not yet": "not used yet" };
    const rows = [...read("docs", "admin.md").matchAll(/^\| `(\w+)`: .*$/gm)].map(([row, feature]) => {
      const [, , broad = "", selected = "", asks = ""] = row.split("|").map((cell) => cell.trim());
      return [feature, broad.replaceAll("`", ""), selected.replaceAll("`", ""), asks];
    });
    expect(rows).toEqual(scopeNeeds.map(({ feature, scope, askedAt }) => [feature, scope, under("selected", scope), when[askedAt]]));
  });

  test("in the script that registers the app, each permission that a page asks for", () => {
    const script = read("docs", "register-app.ps1");
    const listed = (name: string): readonly string[] =>
      [...(new RegExp(`\\$${name} = @\\(([^)]*)\\)`).exec(script)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, scope]) => scope ?? "");
    expect(new Set([...listed("everybody"), ...listed("broad")])).toEqual(asked("broad"));
    expect(new Set([...listed("everybody"), ...listed("selected")])).toEqual(asked("selected"));
  });

  test("in the Teams manifest, what is asked for before the first page", () => {
    // `npm run check -- manifests` fills the placeholder for both ways and compares it with the page's own first question.
    const manifest: unknown = JSON.parse(read("appPackage", "manifest.json"));
    expect(manifest).toMatchObject({ webApplicationInfo: { nestedAppAuthInfo: [{ scopes: [...scopesFor("signIn"), "{{readScope}}"] }] } });
  });

  test("no file of the product names a scope but the table", () => {
    const names = new Set<string>(scopeNeeds.map(({ scope }) => scope));
    for (const path of [
      ["src", "entries", "shared", "consent.ts"],
      ["src", "entries", "shared", "access-service.ts"],
      ["src", "content", "permissions.ts"],
    ])
      for (const name of names) expect(read(...path)).not.toContain(`"${name}"`);
  });
});
