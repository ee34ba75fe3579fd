import { nestedAuthBroker } from "../../../src/demo/pages/nested-auth";
import type { ConsentQuestion } from "../../../src/demo/pages/shared/ask-consent";
import { parseJson, property, textAt } from "../../../src/kernel";

type Consent = "given" | "askFirst" | "withheld" | "blocked";

/** The server's answers for one permission, and what the person answers to the host's question. */
function setting(start: Consent, isAccepted: boolean) {
  let consent = start;
  const questions: ConsentQuestion[] = [];
  const shown: string[] = [];
  const fetcher = (input: RequestInfo | URL): Promise<Response> => {
    const asked = new URL(typeof input === "string" ? input : "", "http://localhost").searchParams;
    if (asked.get("consent") === "accept" && consent === "askFirst") consent = "given";
    const body =
      consent === "given"
        ? { access_token: "token", scope: asked.get("scope"), account: { username: asked.get("persona"), tenantId: "t" } }
        : consent === "blocked"
          ? { error: "interaction_required", suberror: "message_only", error_codes: [53003], error_description: "AADSTS53003" }
          : { error: "interaction_required", suberror: "consent_required", consent, scopes: ["ChannelMessage.Send"] };
    return Promise.resolve(Response.json(body, { status: consent === "given" ? 200 : 400 }));
  };
  const broker = nestedAuthBroker({
    fetcher,
    persona: () => "pm",
    askConsent: (question) => {
      questions.push(question);
      return Promise.resolve(isAccepted);
    },
    showBlocked: (says) => {
      shown.push(says);
      return Promise.resolve();
    },
  });
  const send = async (method: string): Promise<unknown> =>
    parseJson(await broker(JSON.stringify({ method, requestId: "r", tokenParams: { scope: "ChannelMessage.Send", clientId: "app" } })));
  return { send, questions, shown };
}

const errorOf = (answer: unknown): readonly (string | undefined)[] => ["status", "code"].map((name) => textAt(property(answer, "error"), name));

test("a permission that is there is handed out without a question", async () => {
  const { send, questions } = setting("given", false);
  expect(await send("GetToken")).toMatchObject({ success: true, requestId: "r", token: { access_token: "token" } });
  expect(questions).toEqual([]);
});

test("without a window a missing permission needs the person; in the window it is there once accepted", async () => {
  const { send, questions } = setting("askFirst", true);
  expect(errorOf(await send("GetToken"))).toEqual(["USER_INTERACTION_REQUIRED", "consent_required"]);
  expect(questions).toEqual([]);
  expect(await send("GetTokenPopup")).toMatchObject({ success: true });
  expect(questions).toMatchObject([{ scopes: ["ChannelMessage.Send"], isWithheld: false }]);
  expect(await send("GetToken")).toMatchObject({ success: true });
});

test("a question that is not accepted gives nothing", async () => {
  const { send } = setting("askFirst", false);
  expect(errorOf(await send("GetTokenPopup"))).toEqual(["USER_CANCEL", "user_cancelled"]);
  expect(errorOf(await send("GetToken"))).toEqual(["USER_INTERACTION_REQUIRED", "consent_required"]);
});

test("a withheld permission is refused whatever the person answers", async () => {
  const { send, questions } = setting("withheld", true);
  expect(errorOf(await send("GetTokenPopup"))).toEqual(["PERSISTENT_ERROR", "access_denied"]);
  expect(questions).toMatchObject([{ isWithheld: true }]);
});

test("where Conditional Access refuses, no token comes without a window, and the window says so", async () => {
  const { send, questions, shown } = setting("blocked", true);
  expect(errorOf(await send("GetToken"))).toEqual(["USER_INTERACTION_REQUIRED", "interaction_required"]);
  expect(shown).toEqual([]);
  expect(errorOf(await send("GetTokenPopup"))).toEqual(["PERSISTENT_ERROR", "access_denied"]);
  expect([questions, shown]).toEqual([[], ["AADSTS53003"]]);
});
