import type { BatchRequest, Graph, GraphAnswer } from "../graph";
import { succeed, type Result } from "../kernel";
import type { RegisterPlace } from "../store";
import { columnsRequest, schemaOf, type FoundList, type ListSchema } from "./list-schema";

/** A list that was found, and its columns, which may be on their way. */
export interface OpenedList {
  readonly listId: string;
  readonly schema: Promise<Result<ListSchema>>;
  readonly question?: ColumnsQuestion;
}

/** Whoever gets this sends the request and hands its answer in, whatever it is: others wait for it. */
export interface ColumnsQuestion {
  readonly request: BatchRequest;
  readonly answer: (answer: Result<GraphAnswer>) => void;
}

interface Knowledge {
  readonly graph: Graph;
  listOf(place: RegisterPlace): Promise<Result<FoundList>>;
  joined(place: RegisterPlace): Promise<Result<ListSchema> | undefined>;
  asked(): unknown;
  /** The listing of the place's site is of before: what it found is gone. */
  loseLists(): void;
  schemaAt(place: RegisterPlace): Promise<Result<ListSchema>>;
  remember(place: RegisterPlace, fetched: Promise<Result<ListSchema>>): Promise<Result<ListSchema>>;
}

/** Without waiting for columns that nobody has asked for yet: their question travels with whatever the caller sends first. */
export async function openList(known: Knowledge, place: RegisterPlace): Promise<Result<OpenedList>> {
  const answered = await known.joined(place);
  if (answered !== undefined) return answered.ok ? succeed({ listId: answered.value.listId, schema: Promise.resolve(answered) }) : answered;
  const found = await known.listOf(place);
  if (!found.ok) return found;
  const listId = found.value.list.id;
  if (known.asked() !== undefined) return succeed({ listId, schema: known.schemaAt(place) });
  let answer: ColumnsQuestion["answer"] = () => undefined;
  const columns = new Promise<Result<GraphAnswer>>((resolve) => {
    answer = resolve;
  });
  const read = columns.then(async (columnsAnswer) => {
    const schema = await schemaOf(known.graph, found.value, columnsAnswer);
    if (!schema.ok && schema.fault.kind === "notFound") known.loseLists();
    return schema;
  });
  const schema = known.remember(place, read);
  return succeed({ listId, schema, question: { request: columnsRequest(found.value), answer } });
}
