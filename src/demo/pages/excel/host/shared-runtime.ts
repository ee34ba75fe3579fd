import { hostObject, type HostObject, type Members } from "../surface/host-object";
import type { Workbook } from "../model/workbook";

/** The add-in's one runtime: whether its pane shows and whether it starts with the file (`Office.addin`). */
export interface SharedRuntime {
  paneState: "Visible" | "Background";
  startState: "Background" | "Inactive";
  readonly showPane: (isShown: boolean) => void;
}

/** office.js's number of the event behind `Office.addin.onVisibilityModeChanged`. */
const visibilityChanged = 65539;

export function sharedRuntimeServices(workbook: Workbook, runtime: SharedRuntime): ReadonlyMap<string, HostObject> {
  const state: Members<SharedRuntime> = {
    typeName: "AppRuntimeService",
    methods: {
      getAppRuntimeState: ({ paneState }) => paneState,
      setAppRuntimeState: (target, args) => {
        const isShown = args.text(0) === "Visible";
        target.paneState = isShown ? "Visible" : "Background";
        target.showPane(isShown);
        workbook.tellClient({ type: visibilityChanged, targetId: "", payload: { visibility: isShown ? "Visible" : "Hidden" } });
      },
    },
  };
  const start: Members<SharedRuntime> = {
    typeName: "AppRuntimePersistenceService",
    methods: {
      getAppRuntimeStartState: ({ startState }) => startState,
      setAppRuntimeStartState: (target, args) => {
        target.startState = args.text(0) === "Background" ? "Background" : "Inactive";
      },
    },
  };
  const internal: Members<SharedRuntime> = { typeName: "AddinInternalService", methods: { notifyActionHandlerReady: () => null } };
  return new Map([
    ["Microsoft.AppRuntime.AppRuntimeService", hostObject(state, runtime)],
    ["Microsoft.AppRuntime.AppRuntimePersistenceService", hostObject(start, runtime)],
    ["Microsoft.InternalService.AddinInternalService", hostObject(internal, runtime)],
  ]);
}
