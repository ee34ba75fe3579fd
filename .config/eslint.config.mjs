import sdl from "@microsoft/eslint-plugin-sdl";
import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import typescript from "typescript-eslint";
import { house } from "./house-rules.mjs";
import { root } from "./lib/paths.mjs";

const effects = ["src/hosts/**", "src/entries/**", "src/demo/**"];

const outside = "belongs to hosts, entries and demo; take it as an argument (see the ports of kernel).";

const globalsOfEffects = [
  ...["window", "self", "globalThis", "document", "navigator", "location", "history", "console", "performance"],
  ...["fetch", "XMLHttpRequest", "localStorage", "sessionStorage", "indexedDB", "caches"],
  ...["setTimeout", "setInterval", "requestIdleCallback", "BroadcastChannel", "Worker", "alert", "confirm", "prompt"],
].map((name) => ({ name, message: `${name} ${outside}` }));

const globalsOfOffice = ["Office", "Excel", "OfficeExtension", "CustomFunctions", "OfficeRuntime"].map((name) => ({
  name,
  message: `${name} belongs to hosts; everything else sees a port.`,
}));

const timeAndChance = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: `Date.now ${outside}` },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: `new Date() ${outside}` },
  { selector: "CallExpression[callee.name='Date']", message: `Date() ${outside}` },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: `Math.random ${outside}` },
  { selector: "MemberExpression[object.name='crypto'][property.name=/^(getRandomValues|randomUUID)$/]", message: `crypto's randomness ${outside}` },
];

const graphPaths = [
  { selector: "Literal[value=/\\$filter|(^|\\/)fields\\//]", message: "Graph paths and filters are built in src/graph only." },
  { selector: "TemplateElement[value.raw=/\\$filter|(^|\\/)fields\\//]", message: "Graph paths and filters are built in src/graph only." },
];

const everywhere = [
  { selector: "ExportDefaultDeclaration", message: "Named exports only." },
  { selector: "ExportSpecifier[exported.name='default']", message: "Named exports only." },
  { selector: "ExportAllDeclaration[exported]", message: "Export the names, not a namespace." },
  {
    selector: "ImportDeclaration[source.value=/^@fluentui/] > ImportNamespaceSpecifier",
    message: "A whole namespace of Fluent costs 357 kB; import the names.",
  },
  {
    selector: "CallExpression[callee.object.name='Object'][callee.property.name='assign'][arguments.0.type='ObjectExpression']",
    message: "Use a spread: Object.assign runs setters that hostile data name.",
  },
  {
    selector: "JSXOpeningElement[name.name='MessageBar'] > JSXAttribute[name.name='politeness']",
    message: "Fluent's MessageBar inverts politeness; leave it out.",
  },
  { selector: "TSEnumDeclaration", message: "Use a union of texts." },
];

const lengths = (functionLines) => ({
  "max-lines": ["error", { max: 400 }],
  "max-lines-per-function": ["error", { max: functionLines, skipBlankLines: true, skipComments: true, IIFEs: true }],
});

export default typescript.config(
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["src/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}"],
    extends: [
      typescript.configs.strictTypeChecked,
      typescript.configs.stylisticTypeChecked,
      sdl.configs.typescript,
      sdl.configs.react,
      sdl.configs.common,
      reactHooks.configs.flat.recommended,
      jsxA11y.flatConfigs.strict,
    ],
    plugins: { house },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    settings: { react: { version: "19.3" } },
    rules: {
      "house/no-boolean-parameters": "error",
      "house/reason-for-disable": "error",
      "house/no-banners": "error",
      "no-restricted-syntax": ["error", ...everywhere],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "hack", "xxx"] }],
      "max-params": ["error", { max: 3 }],
      eqeqeq: "error",
      "react-hooks/exhaustive-deps": "error",
      // It speaks of React's compiler, which does not run here.
      "react-hooks/incompatible-library": "off",
      // Plain numbers read well in a text; money and dates have functions of their own.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // Brackets show that a key comes from outside and may be missing.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      // The type says which of the two is meant; our records are plain type literals as often as interfaces.
      "@typescript-eslint/consistent-type-definitions": "off",
    },
  },
  // "About 50" by eye; the limit leaves room for a factory whose closure holds its parts, and for markup.
  { files: ["src/**/*.ts"], rules: lengths(80) },
  { files: ["src/**/*.tsx"], rules: lengths(100) },
  // Tables of words and of columns are as long as their field.
  { files: ["src/content/**", "src/registers/definitions/**", "src/demo/seed/**"], rules: { "max-lines": "off" } },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: effects,
    rules: {
      "no-restricted-globals": ["error", ...globalsOfEffects, ...globalsOfOffice],
      "no-restricted-syntax": ["error", ...everywhere, ...timeAndChance, ...graphPaths],
    },
  },
  {
    files: ["src/graph/**"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...timeAndChance] },
  },
  {
    files: ["src/hosts/**", "src/entries/taskpane/**"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, "error"])),
  },
  {
    files: ["src/entries/**", "src/demo/**"],
    rules: { "no-restricted-globals": ["error", ...globalsOfOffice] },
  },
  {
    files: ["tests/**"],
    rules: {
      "max-lines": ["error", { max: 400 }],
      "max-params": "off",
      "house/no-boolean-parameters": "off",
      // A test shapes wrong input on purpose.
      "@microsoft/sdl/no-insecure-url": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
