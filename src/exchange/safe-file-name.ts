import { exchangeWords } from "../content";

const longestName = 120;

/** Device names of Windows, with or without an extension (learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A name that Windows, SharePoint and a download all take, without path, control or direction-changing characters;
 * at most 120 characters with its extension kept. Never empty.
 */
export function safeFileName(text: string): string {
  const bare = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu, " ")
    .replace(/[<>:"/\\|?*]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s.~$-]+|[\s.]+$/g, "");
  const named = reserved.test(bare) ? `_${bare}` : bare;
  if (named === "") return exchangeWords.untitled;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(named)?.[0] ?? "";
  const stem = Array.from(named.slice(0, named.length - extension.length))
    .slice(0, longestName - extension.length)
    .join("");
  return `${stem.trimEnd()}${extension}`;
}
