import { listAt, numberAt, parseJson, property } from "../../../../kernel";
import { answerRequest } from "../batch/answer-request";
import type { Services } from "../batch/batch-evaluator";
import { Person } from "../model/person";
import { Workbook, type WorkbookEvent, type WorkbookOptions } from "../model/workbook";

/** The transport of office.js outside a browser: `OfficeExtension.HostBridge.init(bridge)` fills in `onMessageFromHost`. */
export interface HostBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

export interface NodeHost {
  readonly bridge: HostBridge;
  readonly workbook: Workbook;
  readonly person: Person;
  /** Somebody else in the same file. */
  readonly coauthor: Person;
  readonly traffic: { requests: number; actions: number; bytes: number };
}

export interface NodeHostOptions extends WorkbookOptions {
  readonly services?: Services;
}

const eventMessageType = 3;
const responseMessageType = 1;
/** The message category of events for registered handlers (excel-web-16.00.debug.js, `richApiMessageManager`). */
const genericEventCategory = 65536;

/** Excel without a window, for tests that run Microsoft's client in Node. Answers and events arrive asynchronously and in order. */
export function createNodeHost(options: NodeHostOptions): NodeHost {
  const workbook = new Workbook(options);
  const traffic = { requests: 0, actions: 0, bytes: 0 };
  const bridge: HostBridge = {
    sendMessageToHost: (text) => {
      const envelope = parseJson(text);
      const body = property(property(envelope, "message"), "body");
      const bodyText = typeof body === "string" ? body : JSON.stringify(body);
      traffic.requests += 1;
      traffic.bytes += bodyText.length;
      traffic.actions += listAt(body, "Actions").length;
      const request = {
        bodyText,
        flags: numberAt(envelope, "flags") ?? 0,
        ...(options.services === undefined ? {} : { services: options.services }),
      };
      void answerRequest(workbook, request).then(({ answer, events }) => {
        const response = { id: property(envelope, "id"), type: responseMessageType, message: { statusCode: 200, headers: {}, body: answer } };
        bridge.onMessageFromHost?.(JSON.stringify(response));
        sendEvents(bridge, events);
      });
    },
  };
  workbook.onChange(() => {
    queueMicrotask(() => {
      sendEvents(bridge, workbook.takeEvents());
    });
  });
  return { bridge, workbook, person: new Person(workbook), coauthor: new Person(workbook, "Remote"), traffic };
}

function sendEvents(bridge: HostBridge, events: readonly WorkbookEvent[]): void {
  if (events.length === 0) return;
  const entries = events.map(({ type, targetId, payload }) => ({
    messageCategory: genericEventCategory,
    messageType: type,
    targetId,
    message: JSON.stringify(payload),
  }));
  bridge.onMessageFromHost?.(JSON.stringify({ type: eventMessageType, controlId: "", message: { entries } }));
}
