import { readAddress, type Address } from "./address";
import { answerCall, raiseFence, throttle } from "./answer-call";
import { answerBatch } from "./batch";
import { claimsChallenge, readCaller } from "./caller";
import { byteLength, randomGuid } from "./encoding";
import { retryAfterHeader, type FaultOccasion } from "./faults";
import { connectionLost, respond, respondHtml, respondRefusal, type Exchange } from "./responses";
import type { Router } from "./router";
import { refuse, type Outcome, type TenantRequest, type TenantResponse } from "./wire";
import type { World } from "./world";

const tips = "Use $select to choose only the properties your app needs, as this can lead to performance improvements.";

/** One HTTP request from its first byte to its last: faults of the connection lie around the answer. */
export function handleRequest(world: World, router: Router, request: TenantRequest): TenantResponse {
  const method = request.method.toUpperCase();
  const headers = new Map(Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const requestId = randomGuid(world.randomness);
  const exchange: Exchange = { requestId, clientRequestId: headers.get("client-request-id") ?? requestId, nowMs: world.clock.nowMs() };
  const address = readAddress(request.url);
  const response =
    address === undefined
      ? respond(refuse(400, "BadRequest", "The address is not valid."), exchange)
      : surround(world, router, { request, method, headers, address, exchange });
  world.usage.countRequest(byteLength(request.body), byteLength(response.body));
  return response;
}

interface Arrived {
  readonly request: TenantRequest;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly address: Address;
  readonly exchange: Exchange;
}

function surround(world: World, router: Router, arrived: Arrived): TenantResponse {
  const { method, address, exchange } = arrived;
  const occasion: FaultOccasion = { method, path: address.path };
  const before = failBefore(world, arrived, occasion);
  if (before !== undefined) return before;
  const response = respond(answer(world, router, arrived), exchange);
  if (world.faults.strike("connectionLostAfterCommit", occasion) !== undefined) return connectionLost;
  if (world.faults.strike("gatewayTimeoutAfterCommit", occasion) !== undefined) return gatewayTimeout(exchange);
  const slow = world.faults.strike("slow", occasion);
  return slow === undefined ? response : { ...response, delayMs: slow.delayMs ?? 2000 };
}

function gatewayTimeout(exchange: Exchange): TenantResponse {
  return respondRefusal({ status: 504, code: "UnknownError", message: "" }, exchange);
}

/** Faults after which nothing has been carried out. */
function failBefore(world: World, { headers, exchange }: Arrived, occasion: FaultOccasion): TenantResponse | undefined {
  const { faults } = world;
  if (faults.strike("connectionLostBefore", occasion) !== undefined) return connectionLost;
  if (faults.strike("gatewayTimeoutBefore", occasion) !== undefined) return gatewayTimeout(exchange);
  if (faults.strike("badGatewayHtml", occasion) !== undefined) return respondHtml(502, "502 Bad Gateway", exchange);
  if (faults.strike("signInPageHtml", occasion) !== undefined) return respondHtml(200, "Sign in to your account", exchange);
  const caller = readCaller(world, headers.get("authorization"));
  const personId = caller.ok ? caller.value.person.id : "";
  const throttled = faults.strike("throttle", occasion);
  if (throttled !== undefined) return respond(throttle(world, { personId, setting: throttled }), exchange);
  const unavailable = faults.strike("unavailable503", occasion);
  if (unavailable !== undefined) {
    raiseFence(world, { personId, setting: unavailable });
    const refusal = { status: 503, code: "serviceNotAvailable", message: "The service is not available. Try the request again after a delay." };
    return respondRefusal({ ...refusal, headers: retryAfterHeader(unavailable, exchange.nowMs) }, exchange);
  }
  return faults.strike("claimsChallenge401", occasion) === undefined ? undefined : respond(claimsChallenge(world), exchange);
}

function answer(world: World, router: Router, { request, method, headers, address, exchange }: Arrived): Outcome {
  const caller = readCaller(world, headers.get("authorization"));
  if (!caller.ok) return caller;
  if (world.usage.isFenced(caller.value.person.id, exchange.nowMs)) world.usage.complain("called during Retry-After", method, address.path);
  if (address.path === "/$batch") {
    if (method !== "POST") return refuse(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    return answerBatch(world, router, { caller: caller.value, body: request.body, contentType: headers.get("content-type"), requestId: exchange.requestId });
  }
  const outcome = answerCall(world, router, { method, address, headers, body: request.body, caller: caller.value });
  return method === "GET" && address.query.get("$select") === undefined ? withTips(outcome) : outcome;
}

/** Graph adds advice to every GET that selects nothing; readers must not mind it. */
function withTips(outcome: Outcome): Outcome {
  if (!outcome.ok || outcome.value.json === undefined) return outcome;
  const { "@odata.context": context, ...rest } = outcome.value.json;
  return { ok: true, value: { ...outcome.value, json: { "@odata.context": context, "@microsoft.graph.tips": tips, ...rest } } };
}
