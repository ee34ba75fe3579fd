import type { BatchRequest, Graph, GraphAnswer } from "../graph";
import { succeed, type Result } from "../kernel";
import type { RegisterPlace } from "../store";
import type { AdoptedFields, FoundList, ListSchema } from "./found-list";
import { columnsRequest, schemaOf } from "./list-schema";

/** A list that was found, and its columns, which may be on their way. */
export interface OpenedList {
  readonly listId: string;
  readonly schema: Promise<Result<ListSchema>>;
  readonly question?: ColumnsQuestion;
  /** Of a list that the trust made itself. */
  readonly adopted?: AdoptedFields;
}

/** Whoever gets this sends the request and hands its answer in, whatever it is: others wait for it. */
export interface ColumnsQuestion {
  readonly request: BatchRequest;
  readonly answer: (answer: Result<GraphAnswer>) => void;
}

export interface WantedList {
  readonly place: RegisterPlace;
  /** The list as an earlier page of this device knew it; good for bringing its rows up to date. */
  readonly kept: ListSchema | undefined;
}

interface Knowledge {
  readonly graph: Graph;
  listOf(place: RegisterPlace): Promise<Result<FoundList>>;
  joined(place: RegisterPlace): Promise<Result<ListSchema> | undefined>;
  asked(): unknown;
  /** The listing of the place's site is of before: what it found is gone. */
  loseLists(): void;
  /** Takes this for what is known, unless something was known in this session already. @returns whether it did. */
  believe(place: RegisterPlace, kept: ListSchema): boolean;
  schemaAt(place: RegisterPlace): Promise<Result<ListSchema>>;
  remember(place: RegisterPlace, fetched: Promise<Result<ListSchema>>): Promise<Result<ListSchema>>;
}

/** Without waiting for columns that nobody has asked for yet: their question travels with whatever the caller sends first. */
export async function openList(known: Knowledge, { place, kept }: WantedList): Promise<Result<OpenedList>> {
  const answered = await known.joined(place);
  if (answered !== undefined) return opened(answered);
  if (kept !== undefined && known.believe(place, kept)) return succeed({ listId: kept.listId, schema: Promise.resolve(succeed(kept)) });
  const found = await known.listOf(place);
  if (!found.ok) return found;
  // How to ask for its rows depends on its columns.
  if (found.value.adoption !== undefined) return opened(await known.schemaAt(place));
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

function opened(schema: Result<ListSchema>): Result<OpenedList> {
  if (!schema.ok) return schema;
  const { listId, adopted } = schema.value;
  return succeed({ listId, schema: Promise.resolve(schema), ...(adopted !== undefined && { adopted }) });
}
