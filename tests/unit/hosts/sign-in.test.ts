import { AuthError, InteractionRequiredAuthError, type AccountInfo, type AuthenticationResult, type IPublicClientApplication } from "@azure/msal-browser";
import { hostWords } from "../../../src/content";
import { signInWith } from "../../../src/hosts/sign-in/sign-in";

const account: AccountInfo = {
  homeAccountId: "h",
  environment: "login.microsoftonline.com",
  tenantId: "t",
  username: "Asha.Patel@Northmere.example",
  localAccountId: "o",
  name: "Asha Patel",
};
const answer = { accessToken: "token", account } as AuthenticationResult;

type Call = () => Promise<AuthenticationResult>;

function client(calls: { silent?: Call; sso?: Call; popup?: Call; known?: AccountInfo }) {
  const asked: string[] = [];
  const call = (name: string, given: Call | undefined) => (): Promise<AuthenticationResult> => {
    asked.push(name);
    return given === undefined ? Promise.reject(new Error(`${name} was not expected`)) : given();
  };
  const made = {
    getAllAccounts: () => (calls.known === undefined ? [] : [calls.known]),
    acquireTokenSilent: call("silent", calls.silent),
    ssoSilent: call("sso", calls.sso),
    acquireTokenPopup: call("popup", calls.popup),
  };
  return { asked, signIn: signInWith(made as unknown as IPublicClientApplication, "asha.patel@northmere.example") };
}

const refuse = (error: Error) => (): Promise<never> => Promise.reject(error);
const needsPerson = new InteractionRequiredAuthError("login_required", "7f3a");

describe("signing in", () => {
  test("a silent sign-in says who it is, the address in lower case", async () => {
    const { signIn } = client({ silent: () => Promise.resolve(answer) });
    expect(await signIn.start(["User.Read"])).toEqual({
      ok: true,
      value: { name: "Asha Patel", address: "asha.patel@northmere.example", objectId: "o", tenantId: "t" },
    });
    expect(signIn.person()?.name).toBe("Asha Patel");
    expect(await signIn.token(["User.Read"])).toEqual({ ok: true, value: "token" });
  });

  test("a browser that knows nobody asks the session at the sign-in service once", async () => {
    const { signIn, asked } = client({ silent: refuse(needsPerson), sso: () => Promise.resolve(answer) });
    expect((await signIn.start([])).ok).toBe(true);
    expect(asked).toEqual(["silent", "sso"]);
  });

  test("whoever is known is not asked for again without a click", async () => {
    const { signIn, asked } = client({ known: account, silent: refuse(needsPerson) });
    expect(await signIn.token([])).toEqual({ ok: false, fault: { kind: "signInNeeded" } });
    expect(asked).toEqual(["silent"]);
  });

  test.each([
    ["user_cancelled", "cancelled"],
    ["timed_out", "cancelled"],
    ["interaction_in_progress_cancelled", "cancelled"],
    ["no_network_connectivity", "offline"],
    ["post_request_failed", "offline"],
    ["invalid_grant", "signInNeeded"],
    ["access_denied", "forbidden"],
    ["popup_window_error", "hostRefused"],
    ["empty_window_error", "hostRefused"],
  ])("the error code %s means %s", async (code, kind) => {
    const { signIn } = client({ popup: refuse(new AuthError(code, "7f3a", "a link to a page of help")) });
    const signed = await signIn.ask([]);
    expect(signed).toMatchObject({ ok: false, fault: { kind } });
    expect(JSON.stringify(signed)).not.toContain("a link");
  });

  test("a window in which somebody else signs in changes nothing", async () => {
    const other: AuthenticationResult = { ...answer, account: { ...account, homeAccountId: "x", name: "Femi Okoro" } };
    const { signIn } = client({ known: account, silent: () => Promise.resolve(answer), popup: () => Promise.resolve(other) });
    await signIn.start([]);
    expect(await signIn.ask([])).toMatchObject({ ok: false, fault: { kind: "hostRefused", says: hostWords.otherAccount } });
    expect(signIn.person()?.name).toBe("Asha Patel");
  });

  test("an account that this window kept of somebody else is not the host's person", async () => {
    const kept = { ...account, homeAccountId: "x", username: "femi.okoro@northmere.example" };
    const { signIn } = client({ known: kept, silent: refuse(needsPerson), sso: () => Promise.resolve(answer) });
    expect(signIn.person()).toBeUndefined();
    expect(await signIn.start([])).toMatchObject({ ok: true, value: { name: "Asha Patel" } });
  });

  test("an error that is not MSAL's is unreadable", async () => {
    const { signIn } = client({ popup: refuse(new TypeError("x")) });
    expect(await signIn.ask([])).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
  });
});
