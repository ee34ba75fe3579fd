import { numberAt, parseJson, property, textAt } from "../../../../kernel";

/** Kinds of request in office.js's cross-window protocol (excel-web-16.00.debug.js, `Microsoft.Office.Common.ActionType`). */
export const actionKinds = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

export interface FrameRequest {
  readonly action: string;
  readonly kind: number;
  readonly conversationId: string;
  readonly correlationId: number;
  readonly data: unknown;
}

/** @param text what the pane posted; undefined for anything that is not a request of office.js. */
export function parseFrameRequest(text: unknown): FrameRequest | undefined {
  const message = typeof text === "string" ? parseJson(text) : undefined;
  const action = textAt(message, "_actionName");
  const conversationId = textAt(message, "_conversationId");
  const correlationId = numberAt(message, "_correlationId");
  if (action === undefined || conversationId === undefined || correlationId === undefined) return undefined;
  return { action, conversationId, correlationId, kind: numberAt(message, "_actionType") ?? actionKinds.invoke, data: property(message, "_data") };
}

/** The number of an `executeMethod` call. */
export const methodIds = { saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;

export function methodIdOf(data: unknown): number | undefined {
  return numberAt(property(data, "DdaMethod"), "DispatchId");
}

/** The rich API request inside `executeMethod` 93: [customData, method, path, headers, body, permission, flags, …]. */
export function richApiRequest(data: unknown): { bodyText: string; flags: number } | undefined {
  const parts = property(data, "ArrayData");
  if (!Array.isArray(parts)) return undefined;
  const bodyText: unknown = parts[4];
  const flags: unknown = parts[6];
  return typeof bodyText === "string" ? { bodyText, flags: typeof flags === "number" ? flags : 0 } : undefined;
}

export type Envelope = Readonly<Record<string, unknown>>;

/** An answer to one request. */
export function answerTo(request: FrameRequest, data: unknown): Envelope {
  return {
    _messageType: 1,
    _actionName: request.action,
    _conversationId: request.conversationId,
    _correlationId: request.correlationId,
    _data: data,
    _errorCode: 0,
    _responseType: 0,
  };
}

/** An event that the pane registered for. */
export function eventMessage(conversationId: string, action: string, data: unknown): Envelope {
  return { _messageType: 1, _actionName: action, _conversationId: conversationId, _correlationId: -1, _data: data, _errorCode: 0, _responseType: 1 };
}

/** The id of the command whose function called `event.completed()`. */
export function completedCommandId(data: unknown): string | undefined {
  return textAt(data, "0");
}
