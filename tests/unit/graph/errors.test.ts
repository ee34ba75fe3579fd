import { graphPath } from "../../../src/graph";
import { scopes, scripted } from "./scripted-graph";

const error = (code: string, inner?: string): unknown => ({
  error: { code, message: "Said so.", innerError: { ...(inner === undefined ? {} : { code: inner }), "request-id": "r-1", innerError: {} } },
});

async function faultOf(status: number, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const { graph, finish } = scripted({ answers: () => ({ status, body, headers }) });
  const answer = await finish(graph.patch(graphPath`/x`, {}, { scopes }));
  return answer.ok ? "ok" : answer.fault;
}

describe("a refusal", () => {
  it.each([
    [400, "invalid"],
    [401, "signInNeeded"],
    [403, "forbidden"],
    [404, "notFound"],
    [405, "invalid"],
    [407, "unavailable"],
    [408, "unavailable"],
    [410, "resyncNeeded"],
    [412, "conflict"],
    [413, "tooLarge"],
    [422, "invalid"],
    [423, "forbidden"],
    [429, "throttled"],
    [500, "unavailable"],
    [501, "invalid"],
    [502, "unavailable"],
    [503, "unavailable"],
    [504, "unavailable"],
    [507, "tooLarge"],
    [304, "unavailable"],
  ])("with status %i is %s, whatever its code says", async (status, kind) => {
    for (const body of [undefined, error("resourceModified"), error("itemNotFound"), { error: "text" }, [], { error: { code: 7 } }]) {
      expect(await faultOf(status, status === 304 ? undefined : body)).toMatchObject({ kind, origin: { status } });
    }
  });

  it.each([
    [error("resourceModified"), "conflict"],
    [error("invalidRequest", "entityTagDoesNotMatch"), "conflict"],
    [error("nameAlreadyExists"), "invalid"],
    [undefined, "invalid"],
  ])("with 409 is a conflict only when the record changed: %#", async (body, kind) => {
    expect(await faultOf(409, body)).toMatchObject({ kind });
  });

  it("keeps the most specific code that is a word, the request's id and the message for support", async () => {
    expect(await faultOf(400, error("BadRequest", "NameAlreadyExists"))).toMatchObject({
      origin: { status: 400, code: "NameAlreadyExists", requestId: "r-1", message: "Said so." },
    });
    expect(await faultOf(400, error("TooManyRequests", "429"))).toMatchObject({ origin: { code: "TooManyRequests" } });
    expect(await faultOf(412, { error: { code: "notAllowed", innererror: { code: "preconditionFailed" } } }, { "request-id": "r-2" })).toMatchObject({
      origin: { code: "preconditionFailed", requestId: "r-2" },
    });
  });

  it("written as a web page is still decided by its status", async () => {
    expect(await faultOf(403, "<html>no</html>", { "Content-Type": "text/html" })).toMatchObject({ kind: "forbidden", origin: { code: "", message: "" } });
  });
});

describe("a success that is none", () => {
  it.each([
    ["a sign-in page", "<!doctype html>", { "Content-Type": "text/html; charset=utf-8" }],
    ["JSON cut off", '{"id":"1",', {}],
    ["a web page that says it is JSON", "<html></html>", {}],
  ])("(%s) is unavailable: the write may have arrived", async (_name, body, headers) => {
    expect(await faultOf(200, body, headers as Record<string, string>)).toMatchObject({ kind: "unavailable", origin: { status: 200 } });
  });
});
