import { fail, safeHref, succeed } from "../../kernel";
import { hostWords } from "../../content";
import type { Host, HostContext } from "../host";

/** A plain browser: the same app, reached by the "Open in browser" half of every link. */
export function browserHost(page: Window): Host {
  const dark = page.matchMedia("(prefers-color-scheme: dark)");
  const contrast = page.matchMedia("(forced-colors: active)");
  const context = (): HostContext => ({ theme: contrast.matches ? "contrast" : dark.matches ? "dark" : "default" });
  return {
    kind: "browser",
    context,
    onChange: (listener) => {
      const tell = (): void => {
        listener(context());
      };
      dark.addEventListener("change", tell);
      contrast.addEventListener("change", tell);
      return () => {
        dark.removeEventListener("change", tell);
        contrast.removeEventListener("change", tell);
      };
    },
    loaded: () => undefined,
    failed: () => undefined,
    openLink: (address) => {
      const href = safeHref(address);
      if (href === undefined) return Promise.resolve(fail({ kind: "hostRefused", what: hostWords.openTheLink, says: hostWords.linkNotOpened } as const));
      page.open(href, "_blank", "noopener,noreferrer");
      return Promise.resolve(succeed(undefined));
    },
    deepLink: () => undefined,
    onSuspend: () => undefined,
    onResume: () => undefined,
  };
}
