/** SharePoint cuts internal names at 32 characters. */
const longestName = 32;

/** Names that every list has already; a new column that asks for one gets a number behind it (`Author0`). */
const builtInNames: ReadonlySet<string> = new Set(
  [
    "Title",
    "ID",
    "Author",
    "Editor",
    "Created",
    "Modified",
    "Attachments",
    "Order",
    "Edit",
    "ContentType",
    "ContentTypeId",
    "GUID",
    "FileRef",
    "FileLeafRef",
    "FileDirRef",
    "LinkTitle",
    "LinkTitleNoMenu",
    "DocIcon",
    "ItemChildCount",
    "FolderChildCount",
    "AppAuthor",
    "AppEditor",
    "InstanceID",
    "UniqueId",
    "ProgId",
    "ScopeId",
    "MetaInfo",
    "owshiddenversion",
    "WorkflowVersion",
  ].map((name) => name.toLowerCase()),
);

/** Characters other than letters, digits and the underscore become _xHHHH_; then the name is cut. */
export function encodeInternalName(name: string): string {
  let encoded = "";
  for (let at = 0; at < name.length; at += 1) {
    const character = name.charAt(at);
    const kept = /[A-Za-z0-9]/.test(character) || (character === "_" && at > 0);
    encoded += kept ? character : `_x${name.charCodeAt(at).toString(16).padStart(4, "0")}_`;
  }
  return encoded.slice(0, longestName);
}

/** The internal name that a new column gets; undefined when another own column has it. */
export function assignInternalName(wanted: string, taken: (name: string) => boolean): string | undefined {
  const name = encodeInternalName(wanted);
  if (!builtInNames.has(name.toLowerCase())) return taken(name) ? undefined : name;
  for (let number = 0; ; number += 1) {
    const numbered = `${name.slice(0, longestName - String(number).length)}${String(number)}`;
    if (!taken(numbered)) return numbered;
  }
}
