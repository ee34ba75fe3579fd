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

/** Small settings of this device. Storage may be closed to a framed page (teams.md 2.7): then nothing is remembered. */
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
        page.localStorage.setItem(prefix + name, value);
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

export async function copyText(page: Window, written: string): Promise<Result<void>> {
  try {
    await page.navigator.clipboard.writeText(written);
    return succeed(undefined);
  } catch {
    return fail({ kind: "hostRefused", what: hostWords.copyTheText, says: hostWords.textNotCopied });
  }
}

/** The fragment of the address: nothing of it reaches a server's log. */
export function fragmentLocation(page: Window): {
  read(): string;
  go(fragment: string): void;
  replace(fragment: string): void;
  subscribe(listener: () => void): () => void;
} {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  page.addEventListener("popstate", tell);
  page.addEventListener("hashchange", tell);
  return {
    read: () => page.location.hash.replace(/^#/, ""),
    go: (fragment) => {
      page.history.pushState(null, "", `#${fragment}`);
      tell();
    },
    replace: (fragment) => {
      page.history.replaceState(null, "", `#${fragment}`);
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The same in memory, for the task pane: office.js takes the page's history away (excel.md 1.1). */
export function memoryLocation(start: string): ReturnType<typeof fragmentLocation> {
  let current = start;
  const listeners = new Set<() => void>();
  const set = (fragment: string): void => {
    current = fragment;
    listeners.forEach((listener) => {
      listener();
    });
  };
  return {
    read: () => current,
    go: set,
    replace: set,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
