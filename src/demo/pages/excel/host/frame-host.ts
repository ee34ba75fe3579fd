import { listAt, property } from "../../../../kernel";
import { answerRequest } from "../batch/answer-request";
import type { Services } from "../batch/batch-evaluator";
import type { Workbook, WorkbookEvent } from "../model/workbook";
import {
  actionKinds,
  answerTo,
  completedCommandId,
  eventMessage,
  methodIdOf,
  methodIds,
  parseFrameRequest,
  richApiRequest,
  type Envelope,
  type FrameRequest,
} from "./frame-message";
import { requirementSets } from "./requirement-sets";

/** The host's end of the conversation with one pane. `post` sends text to the pane's window. */
export interface FrameHostOptions {
  readonly workbook: Workbook;
  readonly services: Services;
  readonly conversationId: string;
  readonly appId: string;
  readonly documentUrl: string;
  /** The origin of the host page, which office.js checks. */
  readonly origin: string;
  readonly post: (text: string) => void;
}

/** office.js's own numbers for the refusals that concern a whole request. */
const refusalNumbers: Readonly<Record<string, number>> = {
  InvalidOperationInCellEditMode: 5004,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};
const operationNotSupported = 5000;
const genericEventCategory = 65536;
const richApiEvents = "richApiMessage";
const commandEvents = "appCommandInvoked";
const selectionEvents = "documentSelectionChanged";

/** Speaks office.js's cross-window protocol as Excel on the web does. It touches no window itself. */
export class FrameHost {
  private readonly registered = new Set<string>();
  private readonly waitingCommands = new Map<string, () => void>();
  private readonly registrationListeners = new Set<() => void>();
  private settings: readonly unknown[] = [];
  private commandCount = 0;

  constructor(private readonly options: FrameHostOptions) {}

  /** @param text a message that came from the pane's window and origin; the caller has checked both. */
  receive(text: unknown): void {
    const request = parseFrameRequest(text);
    if (request?.conversationId !== this.options.conversationId) return;
    if (request.kind === actionKinds.registerEvent) {
      this.registered.add(request.action);
      this.answer(request, { Error: 0, Version: 1 });
      for (const listener of this.registrationListeners) listener();
    } else if (request.kind === actionKinds.unregisterEvent) {
      this.registered.delete(request.action);
      this.answer(request, { Error: 0, Version: 1 });
    } else if (request.action === "ContextActivationManager_getAppContextAsync") {
      this.answer(request, this.appContext());
    } else if (request.action === "executeMethod") {
      this.executeMethod(request);
    } else {
      this.answer(request, null); // notifications such as ContextActivationManager_notifyHostAsync
    }
  }

  sendEvents(events: readonly WorkbookEvent[]): void {
    if (events.length === 0) return;
    const entries = events.map(({ type, targetId, payload }) => [genericEventCategory, type, targetId, JSON.stringify(payload), 0, false]);
    this.sendRegistered(richApiEvents, { ArrayData: entries });
  }

  sendSelectionChanged(): void {
    this.sendRegistered(selectionEvents, {});
  }

  /** Presses a ribbon button: runs the function associated with `actionId` and resolves when it calls `event.completed()`. */
  async invokeCommand(actionId: string): Promise<void> {
    await this.registration(commandEvents);
    this.commandCount += 1;
    const id = `command-${String(this.commandCount)}`;
    const completed = new Promise<void>((resolve) => this.waitingCommands.set(id, resolve));
    this.sendRegistered(commandEvents, { 0: id, 1: actionId, 2: JSON.stringify({ source: { id: actionId } }) });
    await completed;
  }

  private registration(name: string): Promise<void> {
    if (this.registered.has(name)) return Promise.resolve();
    return new Promise((resolve) => {
      const listener = (): void => {
        if (!this.registered.has(name)) return;
        this.registrationListeners.delete(listener);
        resolve();
      };
      this.registrationListeners.add(listener);
    });
  }

  private executeMethod(request: FrameRequest): void {
    const id = methodIdOf(request.data);
    if (id === methodIds.richApi) this.executeRichApi(request);
    else if (id === methodIds.saveSettings) {
      this.settings = listAt(property(request.data, "DdaSettingsMethod"), "Properties");
      this.answer(request, { Error: 0, Version: 1, Settings: this.settings });
    } else if (id === methodIds.commandCompleted) {
      const commandId = completedCommandId(request.data) ?? "";
      this.waitingCommands.get(commandId)?.();
      this.waitingCommands.delete(commandId);
      this.answer(request, { Error: 0, Version: 1 });
    } else this.answer(request, { Error: operationNotSupported, Version: 1 });
  }

  private executeRichApi(request: FrameRequest): void {
    const body = richApiRequest(request.data);
    if (body === undefined) {
      this.answer(request, { Error: operationNotSupported, Version: 1 });
      return;
    }
    void answerRequest(this.options.workbook, { ...body, services: this.options.services }).then(({ answer, events, refusal }) => {
      const refused = refusal === undefined ? undefined : refusalNumbers[refusal.code];
      if (refused === undefined) this.answer(request, { Error: 0, Version: 1, Data: [200, [], JSON.stringify(answer)] });
      else this.answer(request, { Error: refused, Version: 1 });
      this.sendEvents(events);
    });
  }

  private appContext(): Envelope {
    return {
      _id: this.options.appId,
      _appInstanceId: this.options.appId,
      _appName: 16, // Excel on the web in OSF.AppName
      _appVersion: "16.0",
      _appMinorVersion: 0,
      _hostFullVersion: "16.0.15407.10000",
      _appUILocale: "en-GB",
      _dataLocale: "en-GB",
      _docUrl: this.options.documentUrl,
      _clientMode: 1, // read and write
      _settings: this.settings,
      _reason: "documentOpened",
      _osfControlType: 1, // task pane
      _eToken: "",
      _correlationId: "0",
      _addinName: "Project Registers",
      _requirementMatrix: JSON.stringify(requirementSets),
    };
  }

  private sendRegistered(action: string, data: unknown): void {
    if (this.registered.has(action)) this.post(eventMessage(this.options.conversationId, action, data));
  }

  private answer(request: FrameRequest, data: unknown): void {
    this.post(answerTo(request, data));
  }

  private post(message: Envelope): void {
    this.options.post(JSON.stringify({ _origin: this.options.origin, _serializerVersion: 1, ...message }));
  }
}

/**
 * The address at which the pane page must be opened so that office.js finds its host. `_host_Info` stands in the query;
 * `_xdm_Info` must be the last part of the fragment.
 */
export function paneAddress(paneUrl: URL, host: { conversationId: string; appId: string; origin: string }): string {
  const address = new URL(paneUrl);
  address.searchParams.set("_host_Info", ["Excel", "Web", "16.00", "en-GB", host.conversationId, "", "", "0"].join("$"));
  const xdm = encodeURIComponent([host.conversationId, host.appId, host.origin].join("|"));
  address.hash = `&_serializer_version=1&_xdm_Info=${xdm}`;
  return address.href;
}
