type MarkedPage = Pick<Window, "sessionStorage">;

const name = "project-registers.signed-out";

/**
 * In this window the person has signed out: nobody is signed in again without a press of a button.
 * Without storage a window does not remember it; nothing was kept there either.
 */
export const signedOutMark = {
  stands: (page: MarkedPage): boolean => attempt(() => page.sessionStorage.getItem(name)) === "yes",
  put: (page: MarkedPage): void => attempt(() => page.sessionStorage.setItem(name, "yes")),
  remove: (page: MarkedPage): void => attempt(() => page.sessionStorage.removeItem(name)),
};

function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
