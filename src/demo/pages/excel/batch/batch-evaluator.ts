import { isRecord } from "../../../../kernel";
import { Refusal } from "../model/refusal";
import { recalculate } from "../model/recalculate";
import type { Workbook } from "../model/workbook";
import { Arguments, isHostObject, type HostObject } from "../surface/host-object";
import { createObjectSurface } from "../surface/object-surface";
import { answerQuery } from "./answer-query";
import { actionTypes, memberName, parseBatch, pathTypes, type Action, type Batch, type SentArguments } from "./batch";

/** Objects that are not part of the workbook and that a client makes by name, such as the runtime of a shared add-in. */
export type Services = ReadonlyMap<string, HostObject>;

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

/** The answer to a request that Excel refuses whole, before its first action. */
export function refusedBatch(refusal: Refusal): BatchAnswer {
  return { Results: [], Error: { Code: refusal.code, Message: refusal.message, Location: "", ActionIndex: -1, HttpStatusCode: refusal.httpStatus } };
}

/**
 * Carries out one batch in order. It stops at the first action that Excel refuses; what was done before stays done,
 * as in Excel, and the answer names the action.
 */
export function evaluateBatch(workbook: Workbook, body: unknown, services: Services = new Map()): BatchAnswer {
  const batch = parseBatch(body);
  if (batch === undefined) return refusedBatch(new Refusal("InvalidArgument", "This is not a batch of Excel requests."));
  const evaluator = new BatchEvaluator(batch, workbook, services);
  const answer = workbook.actAs({ source: "Local", triggerSource: "ThisLocalAddin" }, () => evaluator.run());
  recalculate(workbook);
  workbook.announce();
  return answer;
}

class BatchEvaluator {
  private readonly objects = new Map<number, HostObject | null>();
  private readonly root: HostObject;
  private isCalculationDue = false;

  constructor(
    private readonly batch: Batch,
    private readonly workbook: Workbook,
    private readonly services: Services,
  ) {
    this.root = createObjectSurface(workbook);
  }

  run(): BatchAnswer {
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of this.batch.actions.entries()) {
      try {
        results.push({ ActionId: action.id, Value: this.carryOut(action) });
      } catch (stop) {
        if (!(stop instanceof Refusal)) throw stop;
        const location = action.name === "" ? (this.batch.paths.get(action.pathId)?.name ?? "") : action.name;
        return {
          Results: results,
          Error: { Code: stop.code, Message: stop.message, Location: location, ActionIndex: index, HttpStatusCode: stop.httpStatus },
        };
      }
    }
    return { Results: results };
  }

  private carryOut(action: Action): unknown {
    if (action.type === actionTypes.trace) return null;
    const object = this.resolve(action.pathId);
    if (action.type === actionTypes.query && this.isCalculationDue) recalculate(this.workbook);
    this.isCalculationDue = action.type !== actionTypes.query;
    switch (action.type) {
      case actionTypes.instantiate:
        return object === null ? null : object.identity();
      case actionTypes.query:
        return object === null ? null : answerQuery(object, action.query);
      case actionTypes.method:
        return object === null ? null : sendable(object.call(memberName(action.name), this.arguments(action.args)));
      case actionTypes.setProperty:
        this.present(object).write(memberName(action.name), this.arguments(action.args).at(0));
        return null;
      case actionTypes.update: {
        const values = action.args.values[0];
        for (const [name, value] of Object.entries(isRecord(values) ? values : {})) this.present(object).write(memberName(name), value);
        return null;
      }
      default:
        throw new Refusal("ApiNotFound", `The demo's Excel knows no action ${String(action.type)}.`, 404);
    }
  }

  private present(object: HostObject | null): HostObject {
    if (object === null) throw new Refusal("InvalidReference", "The object doesn't exist.");
    return object;
  }

  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.batch.paths.get(id);
    if (path === undefined) throw new Refusal("InvalidObjectPath", "The object path is not known.");
    const found = this.follow(path);
    this.objects.set(id, found);
    return found;
  }

  private follow(path: { type: number; name: string; parentId: number | undefined; args: SentArguments }): HostObject | null {
    if (path.type === pathTypes.root) return this.root;
    if (path.type === pathTypes.nullObject) return null;
    if (path.type === pathTypes.newService) return this.service(path.name);
    if (path.type === pathTypes.referenceId) return asObject(this.root.call("_GetObjectByReferenceId", new Arguments([path.name])));
    const parent = path.parentId === undefined ? this.root : this.resolve(path.parentId);
    if (parent === null) return null;
    if (path.type === pathTypes.property) return asObject(parent.read(memberName(path.name)));
    const method = path.type === pathTypes.indexer ? "getItem" : memberName(path.name);
    return asObject(parent.call(method, this.arguments(path.args)));
  }

  private service(name: string): HostObject {
    const service = this.services.get(name);
    if (service === undefined) throw new Refusal("ApiNotFound", `The demo's Excel has no service ${name}.`, 404);
    return service;
  }

  private arguments({ values, pathIds }: SentArguments): Arguments {
    return new Arguments(
      values.map((value, index) => {
        const reference = pathIds[index];
        if (typeof reference === "number" && reference !== 0) return this.resolve(reference);
        if (!Array.isArray(reference) || !Array.isArray(value)) return value;
        return value.map((each: unknown, i) => (typeof reference[i] === "number" && reference[i] !== 0 ? this.resolve(reference[i]) : each));
      }),
    );
  }
}

function asObject(found: unknown): HostObject | null {
  return isHostObject(found) ? found : null;
}

function sendable(value: unknown): unknown {
  if (isHostObject(value)) return value.identity();
  return value === undefined ? null : value;
}
