import { fail } from "../../../kernel";
import type { Address } from "./address";
import type { Caller } from "./caller";
import { retryAfterHeader, type FaultSetting } from "./faults";
import type { Router } from "./router";
import { accessOf } from "./scopes";
import type { Answer, Body, Outcome } from "./wire";
import { refuse } from "./wire";
import type { Call, World } from "./world";

export interface RoutedCall {
  readonly method: string;
  readonly address: Address;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Body;
  readonly caller: Caller;
}

/** One call, alone or part of a batch: address, scope, budget, then the handler. */
export function answerCall(world: World, router: Router, sent: RoutedCall): Outcome {
  const { method, address, caller } = sent;
  const found = router.find(method, address.segments);
  if (!found.ok) {
    world.usage.countCall("unknown");
    world.usage.complain("unknown address", method, address.path);
    return found;
  }
  const { route, names } = found.value;
  world.usage.countCall(`${route.method} ${route.pattern}`);
  const access = accessOf(route.needs, caller.scopes, world.quirks);
  if (access === undefined) return scopeMissing(address);
  const call: Call = {
    world,
    method,
    path: address.path,
    names,
    query: address.query,
    headers: sent.headers,
    body: sent.body,
    tenant: caller.tenant,
    caller: caller.person,
    appId: caller.appId,
    access,
    nowMs: world.clock.nowMs(),
  };
  const units = typeof route.units === "number" ? route.units : route.units(call);
  const limit = world.usage.charge(caller.tenant.id, units, call.nowMs);
  if (!limit.allowed) {
    const throttled = throttle(world, { personId: caller.person.id, setting: { retryAfterSeconds: limit.retryAfterSeconds } });
    return throttled.ok ? throttled : fail({ ...throttled.fault, headers: { ...throttled.fault.headers, ...limit.headers } });
  }
  const outcome = route.run(call);
  return outcome.ok ? { ok: true, value: withHeaders(outcome.value, limit.headers) } : outcome;
}

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** Directory addresses name the missing privilege in their own words. */
function scopeMissing(address: Address): Outcome<never> {
  const first = address.segments[0] ?? "";
  return first === "users"
    ? refuse(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
    : refuse(403, "accessDenied", "Access denied: the token carries none of the scopes that this call needs.");
}

/** 429 in SharePoint's words. */
export function throttle(world: World, told: Told): Outcome<never> {
  world.usage.countThrottled();
  raiseFence(world, told);
  return fail({
    status: 429,
    code: "activityLimitReached",
    message: "Application has been throttled.",
    headers: retryAfterHeader(told.setting, world.clock.nowMs()),
  });
}

export interface Told {
  readonly personId: string;
  readonly setting: FaultSetting;
}

/** Remembers until when a person was told to wait, where the header could be understood. */
export function raiseFence(world: World, { personId, setting }: Told): void {
  const form = setting.retryAfterForm ?? "seconds";
  if (form === "seconds" || form === "date") world.usage.raiseFence(personId, world.clock.nowMs() + (setting.retryAfterSeconds ?? 5) * 1000);
}
