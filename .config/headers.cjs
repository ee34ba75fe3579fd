/**
 * The HTTP headers of every page. A page cannot set frame-ancestors for itself (Chromium ignores it in a meta element),
 * so the static host must send them: `npm run build` writes them as headers.json and as staticwebapp.config.json.
 */

/** Griffel inserts an empty style element and fills it by insertRule; this is the hash of the empty text. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** learn.microsoft.com, "Prerequisites to create a tab": the hosts of Teams, Outlook and Microsoft 365. */
const teamsHosts = [
  "https://*.cloud.microsoft",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook-sdf.office.com",
  "https://outlook-sdf.office365.com",
];

/** Microsoft lists no frame hosts for task panes; these two frame Excel on the web today and are untried on a tenant. */
const excelHosts = ["https://*.cloud.microsoft", "https://*.office.com", "https://*.officeapps.live.com", "https://*.sharepoint.com"];

const signIn = "https://login.microsoftonline.com";

const production = {
  // sharepoint.com: the content of a file in OneDrive comes from there, by the link that Graph gives (graph.md 13.3).
  connect: ["'self'", "https://graph.microsoft.com", "https://*.sharepoint.com", signIn, "https://res.cdn.office.net"],
  frame: [signIn],
  officeScripts: ["https://appsforoffice.microsoft.com"],
  teamsHosts,
  excelHosts,
};

/** The demo plays every host on its own origin. teams-js asks for its list of hosts at res.cdn.office.net and does without. */
const demo = { connect: ["'self'", "https://res.cdn.office.net"], frame: [], officeScripts: [], teamsHosts: [], excelHosts: [] };

/** Adaptive Cards' renderer makes three policies of its own when it loads; our cards hold no Markdown, so none is ever asked for HTML. */
const cardPolicies = ["adaptivecards#deprecatedExportedFunctionPolicy", "adaptivecards#markdownPassthroughPolicy", "adaptivecards#restoreContentsPolicy"];

const trustedTypes = ["require-trusted-types-for 'script'", `trusted-types project-registers ${cardPolicies.join(" ")}`];

function policy(places, { scripts = [], styles = [emptyStyleHash], ancestors, more = [] }) {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    `style-src ${["'self'", ...styles].join(" ")}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${places.connect.join(" ")}`,
    // 'self': the sign-in frame ends on redirect.html.
    `frame-src ${["'self'", ...places.frame].join(" ")}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(" ")}`,
    ...more,
  ].join("; ");
}

const always = {
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
};

const httpsOnly = { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" };

/** Pages are asked for anew each time; everything else carries a hash of its content in its name. */
const fresh = { "Cache-Control": "no-cache" };

function pagesOf(places) {
  const self = ["'self'"];
  const tab = policy(places, { ancestors: [...self, ...places.teamsHosts], more: trustedTypes });
  // office.js assigns script.src a plain text, so Trusted Types would stop it: the pane goes without.
  const pane = policy(places, { scripts: places.officeScripts, ancestors: [...self, ...places.excelHosts] });
  const redirect = policy(places, { ancestors: self, more: trustedTypes });
  return {
    "tab.html": { "Content-Security-Policy": tab, ...fresh },
    "tab-config.html": { "Content-Security-Policy": tab, ...fresh },
    "taskpane.html": { "Content-Security-Policy": pane, ...fresh },
    "redirect.html": { "Content-Security-Policy": redirect, ...fresh },
  };
}

/**
 * @returns {{everything: Record<string, string>, pages: Record<string, Record<string, string>>}} headers of every answer,
 * and what each page adds. Workers and other files get `everything`.
 */
function productionHeaders() {
  const other = policy(production, { ancestors: ["'none'"], more: trustedTypes });
  return { everything: { "Content-Security-Policy": other, ...always, ...httpsOnly }, pages: pagesOf(production) };
}

/** The same for the demo's server; host pages draw a sheet with a component that writes style elements. */
function demoHeaders() {
  const host = policy(demo, { styles: ["'unsafe-inline'"], ancestors: ["'none'"] });
  const hosts = ["index.html", "teams-host.html", "excel-host.html", "faults.html"];
  const other = policy(demo, { ancestors: ["'self'"], more: trustedTypes });
  // Microsoft's own pages below /office/ assign plain texts where Trusted Types would stop them, and style themselves.
  const office = policy(demo, { styles: ["'unsafe-inline'"], ancestors: ["'self'"] });
  return {
    everything: { "Content-Security-Policy": other, ...always },
    pages: {
      ...pagesOf(demo),
      ...Object.fromEntries(hosts.map((page) => [page, { "Content-Security-Policy": host, ...fresh }])),
      "office/": { "Content-Security-Policy": office, ...fresh },
    },
  };
}

/** The same headers in the form that Azure Static Web Apps reads. */
function staticWebAppForm({ everything, pages }) {
  return {
    globalHeaders: everything,
    routes: Object.entries(pages).map(([page, headers]) => ({ route: `/${page}`, headers })),
    responseOverrides: { 404: { statusCode: 404 } },
  };
}

module.exports = { productionHeaders, demoHeaders, staticWebAppForm };
