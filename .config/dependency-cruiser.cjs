const { rooms, packages, nodeRooms } = require("./rooms.cjs");

/** "^src/(kernel|content)/", and nothing at all for no room. */
const inside = (names) => (names.length === 0 ? "^src/$" : `^src/(${names.join("|")})/`);
const plain = (allowed) => allowed.filter((name) => !name.endsWith(":types"));
const typesToo = (allowed) => allowed.map((name) => name.replace(/:types$/, ""));
const escaped = (name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

const typesOnly = (allowed) => allowed.filter((name) => name.endsWith(":types")).map((name) => name.replace(/:types$/, ""));

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const roomRules = Object.entries(rooms).flatMap(([room, allowed]) => [
  error(
    `${room}-imports`,
    `${room} may import ${allowed.join(", ") || "nothing"}`,
    { path: inside([room]) },
    { path: "^src/", pathNot: inside([room, ...typesToo(allowed)]) },
  ),
  error(
    `${room}-imports-types`,
    `${room} satisfies a port by shape: types only`,
    { path: inside([room]) },
    { path: inside(typesOnly(allowed)), dependencyTypesNot: ["type-only"] },
  ),
]);

const packageRules = Object.entries(packages).flatMap(([name, allowed]) => {
  const path = `node_modules/(@types/)?${escaped(name)}/`;
  return [
    error(`package-${name}`, `${name} belongs to ${allowed.join(", ")}`, { path: "^src/", pathNot: inside(typesToo(allowed)) }, { path }),
    error(`package-${name}-types`, `${name} gives types alone here`, { path: inside(typesOnly(allowed)) }, { path, dependencyTypesNot: ["type-only"] }),
  ];
});

const known = Object.keys(packages).map(escaped).join("|");

module.exports = {
  forbidden: [
    error("no-cycle", "Imports must not go round in a circle, types included", {}, { circular: true }),
    error("unknown-room", "A new room goes into .config/rooms.cjs and src/README.md first", { path: "^src/", pathNot: inside(Object.keys(rooms)) }, {}),
    ...roomRules,
    error(
      "public-face",
      "Another room is imported through its index.ts only",
      { path: "^src/((?:features/|entries/|demo/)?[^/]+)/" },
      { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.tsx?$", "^src/(?:features|entries|demo)/[^/]+/index\\.tsx?$"] },
    ),
    error(
      "features-are-strangers",
      "A feature never imports another feature",
      { path: "^src/features/([^/]+)/" },
      { path: "^src/features/", pathNot: "^src/features/$1/" },
    ),
    ...packageRules,
    error(
      "package-not-placed",
      "A package gets its rooms in .config/rooms.cjs before it is imported",
      { path: "^src/" },
      { path: "node_modules/", pathNot: `node_modules/(@types/)?(${known})/` },
    ),
    error(
      "node-modules-of-node",
      "Node's own modules belong to the demo's server",
      { path: "^src/", pathNot: inside(nodeRooms) },
      { dependencyTypes: ["core"] },
    ),
    error("found", "Every import must lead somewhere", {}, { couldNotResolve: true }),
    error("tests-stay-outside", "src never imports tests or scripts", { path: "^src/" }, { path: "^(tests|\\.config)/" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "require", "node", "default"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".js"],
    },
  },
};
