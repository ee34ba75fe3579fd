import { readFileSync } from "node:fs";
import { at } from "./paths.mjs";

/** The rows of the one table, src/graph/scopes.ts. */
function scopeTable() {
  const rows = [
    ...readFileSync(at("src", "graph", "scopes.ts"), "utf8").matchAll(/\{ feature: "(\w+)", scope: "([\w.]+)".*?(?:insteadPerSite: "([\w.]+)".*?)?askedAt/g),
  ];
  return rows.map(([, feature, scope, insteadPerSite]) => ({ feature, scope, insteadPerSite }));
}

/** What a page asks for before anything else; src/entries/shared/consent.ts names the features. */
export function firstScopes(way) {
  const [statement = ""] = /function firstScopes[^;]*;/.exec(readFileSync(at("src", "entries", "shared", "consent.ts"), "utf8")) ?? [];
  const table = scopeTable();
  return [...statement.matchAll(/scopesFor\("(\w+)"\)/g)].map(([, feature]) => {
    const need = table.find((row) => row.feature === feature);
    return way === "selected" ? (need?.insteadPerSite ?? need?.scope) : need?.scope;
  });
}
