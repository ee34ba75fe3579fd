import { demoWords } from "./demo-words";

export interface ConsentQuestion {
  readonly scopes: readonly string[];
  /** Only an administrator may allow it: there is nothing to accept. */
  readonly isWithheld: boolean;
}

/** Asks as a host does before its page gets a permission; true when the person accepts. */
export async function askConsent(page: Window, { scopes, isWithheld }: ConsentQuestion): Promise<boolean> {
  const list = page.document.createElement("ul");
  list.append(...scopes.map((scope) => element(page, "li", scope)));
  const answer = await ask(page, {
    title: isWithheld ? demoWords.approvalTitle : demoWords.consentTitle,
    content: [element(page, "p", isWithheld ? demoWords.approvalIntro : demoWords.consentIntro), list],
    answers: isWithheld ? [demoWords.backToApp] : [demoWords.accept, demoWords.cancel],
  });
  return answer === demoWords.accept;
}

/** Says, as the sign-in page does, that Conditional Access keeps the person out. */
export async function showBlocked(page: Window, says: string): Promise<void> {
  const content = [element(page, "p", demoWords.blockedIntro), element(page, "p", says)];
  await ask(page, { title: demoWords.blockedTitle, content, answers: [demoWords.backBlocked] });
}

function element<Name extends keyof HTMLElementTagNameMap>(page: Window, name: Name, text: string): HTMLElementTagNameMap[Name] {
  return Object.assign(page.document.createElement(name), { textContent: text });
}

interface Question {
  readonly title: string;
  readonly content: readonly HTMLElement[];
  readonly answers: readonly string[];
}

/** A dialog of the host's own; gives the answer that was pressed, or "" when it was closed. */
function ask(page: Window, { title, content, answers }: Question): Promise<string> {
  const heading = element(page, "h2", title);
  heading.id = "consent-title";
  const dialog = page.document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", heading.id);
  Object.assign(dialog.style, { maxWidth: "min(420px, calc(100vw - 32px))", font: "14px/20px 'Segoe UI', system-ui, sans-serif" });
  const buttons = answers.map((answer) => {
    const button = element(page, "button", answer);
    button.addEventListener("click", () => dialog.close(answer));
    return button;
  });
  dialog.append(heading, ...content, ...buttons.flatMap((button, at) => (at === 0 ? [button] : [" ", button])));
  page.document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
