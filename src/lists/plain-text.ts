const breaks = new Set(["br", "/p", "/div", "/li", "/tr", "/h1", "/h2", "/h3"]);
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The words of SharePoint's rich text, for showing as text. One pass, whatever the markup; nothing of it is ever made a page. */
export function plainText(html: string): string {
  const parts: string[] = [];
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf("<", position);
    const close = open < 0 ? -1 : html.indexOf(">", open);
    if (close < 0) break;
    parts.push(html.slice(position, open));
    const tag = html.slice(open + 1, Math.min(close, open + 12)).toLowerCase();
    if (breaks.has(/^\/?[a-z0-9]*/.exec(tag)?.[0] ?? "")) parts.push("\n");
    position = close + 1;
  }
  parts.push(html.slice(position));
  return parts
    .join("")
    .replace(/&(#\d{1,7}|[a-z]{2,6});/g, decoded)
    .replace(/[ \t\u00a0\u200b]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function decoded(entity: string, name: string): string {
  if (!name.startsWith("#")) return entities[name] ?? entity;
  const code = Number(name.slice(1));
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
