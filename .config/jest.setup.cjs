// teams-js fetches its list of valid domains on import, which jsdom has no fetch for; our tests never need that list.
globalThis.fetch ??= () => Promise.reject(new TypeError("no network in tests"));
if (typeof globalThis.TextEncoder === "undefined") {
  const { TextDecoder, TextEncoder } = require("node:util");
  Object.assign(globalThis, { TextDecoder, TextEncoder });
}
