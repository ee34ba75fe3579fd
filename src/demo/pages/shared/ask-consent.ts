import { demoWords } from "./demo-words";

export interface ConsentQuestion {
  readonly scopes: readonly string[];
  /** Only an administrator may allow it: there is nothing to accept. */
  readonly isWithheld: boolean;
}

/** Asks as a host does before its page gets a permission; true when the person accepts. */
export function askConsent(page: Window, { scopes, isWithheld }: ConsentQuestion): Promise<boolean> {
  const { document } = page;
  const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] =>
    Object.assign(document.createElement(name), { textContent: text });
  const title = element("h2", isWithheld ? demoWords.approvalTitle : demoWords.consentTitle);
  title.id = "consent-title";
  const list = document.createElement("ul");
  list.append(...scopes.map((scope) => element("li", scope)));
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", title.id);
  Object.assign(dialog.style, { maxWidth: "min(420px, calc(100vw - 32px))", font: "14px/20px 'Segoe UI', system-ui, sans-serif" });
  const accept = element("button", demoWords.accept);
  const cancel = element("button", isWithheld ? demoWords.backToApp : demoWords.cancel);
  dialog.append(title, element("p", isWithheld ? demoWords.approvalIntro : demoWords.consentIntro), list, ...(isWithheld ? [] : [accept, " "]), cancel);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    accept.addEventListener("click", () => dialog.close("accept"));
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "accept");
    });
  });
}
