import { fail, succeed, type Clock, type Randomness, type Result, type Timers } from "../../kernel";
import { hostWords } from "../../content";

export const systemClock: Clock = { nowMs: () => Date.now() };

export const systemTimers: Timers = {
  after: (delayMs, callBack) => {
    const timer = setTimeout(callBack, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

export const systemRandomness: Randomness = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };

/** Small settings of this device; "" is forgotten. Storage may be closed to a framed page (teams.md 2.7): then nothing is remembered. */
export function devicePreferences(page: Window): { read(name: string): string | undefined; write(name: string, value: string): void } {
  const prefix = "project-registers.";
  return {
    read: (name) => {
      try {
        return page.localStorage.getItem(prefix + name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write: (name, value) => {
      try {
        if (value === "") page.localStorage.removeItem(prefix + name);
        else page.localStorage.setItem(prefix + name, value);
      } catch {
        // Closed or full: the preference lasts as long as the page.
      }
    },
  };
}

/** Hands bytes to the person as a download. */
export function saveDownload(page: Window, file: { readonly name: string; readonly bytes: Uint8Array; readonly contentType: string }): Result<void> {
  const address = URL.createObjectURL(new Blob([file.bytes.slice()], { type: file.contentType }));
  const anchor = page.document.createElement("a");
  anchor.href = address;
  anchor.download = file.name;
  anchor.click();
  // The browser has taken the bytes when the click returns; a minute is for slow disks.
  systemTimers.after(60_000, () => {
    URL.revokeObjectURL(address);
  });
  return succeed(undefined);
}

/** @param html the same with its formatting; a browser that takes none gets the text alone. */
export async function copyText(page: Window, written: string, html?: string): Promise<Result<void>> {
  try {
    if (html === undefined || typeof ClipboardItem === "undefined") await page.navigator.clipboard.writeText(written);
    else {
      const forms = { "text/plain": new Blob([written], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) };
      await page.navigator.clipboard.write([new ClipboardItem(forms)]);
    }
    return succeed(undefined);
  } catch {
    return fail({ kind: "hostRefused", what: hostWords.copyTheText, says: hostWords.textNotCopied });
  }
}
