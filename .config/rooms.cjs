/**
 * What each room of src may import: the table of src/README.md as data. "store:types" allows type imports only.
 * Rooms that hold sub-rooms (features, entries, demo) have one public face per sub-room.
 */
const rooms = {
  kernel: [],
  content: ["kernel"],
  registers: ["kernel", "content"],
  insight: ["kernel", "registers"],
  cards: ["kernel", "content", "registers", "insight"],
  exchange: ["kernel", "content", "registers"],
  ledger: ["kernel", "insight", "registers:types", "exchange"],
  packs: ["kernel", "content", "registers", "insight", "exchange"],
  workbook: ["kernel", "content", "registers", "insight"],
  store: ["kernel", "registers"],
  graph: ["kernel"],
  lists: ["kernel", "registers", "graph", "store:types"],
  hosts: ["kernel", "content", "workbook", "store:types"],
  ui: ["kernel", "content"],
  parts: ["kernel", "content", "registers", "insight", "workbook", "exchange", "store", "ui"],
  features: ["kernel", "content", "registers", "insight", "cards", "exchange", "ledger", "packs", "workbook", "store", "ui", "parts"],
  entries: [
    "kernel",
    "content",
    "registers",
    "insight",
    "cards",
    "exchange",
    "ledger",
    "packs",
    "workbook",
    "store",
    "graph",
    "lists",
    "hosts",
    "ui",
    "parts",
    "features",
  ],
  "demo/tenant": ["kernel"],
  "demo/seed": ["kernel", "registers", "graph", "lists", "demo/tenant"],
  "demo/pages": ["kernel", "content", "registers", "graph", "lists", "ui", "entries", "demo/tenant"],
  "demo/server": ["kernel", "registers", "graph", "lists", "demo/tenant", "demo/seed"],
};

/** Which rooms may import a package; one that is not listed may be imported nowhere. "types" allows type imports only. */
const packages = {
  react: ["ui", "parts", "features", "entries", "demo/pages"],
  "react-dom": ["ui", "parts", "features", "entries", "demo/pages"],
  "@fluentui/react-components": ["ui", "parts", "features", "entries", "demo/pages"],
  "@fluentui/react-icons": ["ui", "parts", "features", "entries", "demo/pages"],
  "@tanstack/react-virtual": ["ui"],
  adaptivecards: ["parts", "features", "demo/pages"],
  // The redirect page opens at each sign-in and holds MSAL's small bridge alone.
  "@azure/msal-browser": ["hosts", "entries/redirect"],
  "@microsoft/teams-js": ["hosts"],
  "@microsoft/microsoft-graph-client": ["graph"],
  "@microsoft/microsoft-graph-types": ["graph:types", "lists:types", "demo/tenant:types"],
  "@microsoft/teams.cards": ["cards:types"],
  fflate: ["exchange", "packs"],
  saxes: ["exchange"],
  "@revolist/revogrid": ["demo/pages"],
  libsql: ["demo/server"],
};

/** Node's own modules belong to the demo's server alone. */
const nodeRooms = ["demo/server"];

module.exports = { rooms, packages, nodeRooms };
