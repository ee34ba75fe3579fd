import { type Result, listAt, succeed } from "../kernel";
import { graphPath } from "./address";
import { where } from "./filter";
import type { Graph } from "./graph";
import { type Person, parsePerson } from "./people-shapes";
import type { GraphQuery } from "./query";
import { scopesFor } from "./scopes";
import { isBlob, parseAnswer } from "./typed";

export interface People {
  me(): Promise<Result<Person>>;
  /** @param idOrAddress an Entra id or a user principal name. */
  person(idOrAddress: string): Promise<Result<Person>>;
  /** At most ten, by the beginnings of names and mail addresses; none for a blank text. */
  search(text: string, signal?: AbortSignal): Promise<Result<readonly Person[]>>;
  /** Undefined when there is none; Graph says so with several kinds of 404. */
  photo(idOrAddress: string): Promise<Result<Blob | undefined>>;
}

const select = ["id", "displayName", "mail", "userPrincipalName", "jobTitle"];
const mostFound = 10;

export function createPeople(graph: Graph): People {
  const call = { scopes: scopesFor("findPeople"), query: { select } };

  async function find(query: GraphQuery, headers: Readonly<Record<string, string>>, signal: AbortSignal | undefined): Promise<Result<readonly Person[]>> {
    const answer = await graph.get(graphPath`/users`, {
      scopes: call.scopes,
      query: { select, top: mostFound, ...query },
      headers,
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) return answer;
    const people = listAt(answer.value.body, "value").map(parsePerson);
    return succeed(people.filter((person) => person !== undefined));
  }

  return {
    async me() {
      return parseAnswer(await graph.get(graphPath`/me`, { ...call, scopes: scopesFor("signIn") }), parsePerson, "person");
    },
    async person(idOrAddress) {
      return parseAnswer(await graph.get(graphPath`/users/${idOrAddress}`, call), parsePerson, "person");
    },
    async search(text, signal) {
      const bare = text.trim();
      if (bare === "") return succeed([]);
      const found = await find({ search: { properties: ["displayName", "mail"], text: bare } }, { ConsistencyLevel: "eventual" }, signal);
      if (found.ok || found.fault.kind !== "invalid") return found;
      // A proxy or a national cloud may refuse the header; plain beginnings work without it.
      return find({ filter: where.or(where.propertyStartsWith("displayName", bare), where.propertyStartsWith("mail", bare)) }, {}, signal);
    },
    async photo(idOrAddress) {
      const answer = await graph.get(graphPath`/users/${idOrAddress}/photo/$value`, { scopes: call.scopes, as: "blob" });
      if (!answer.ok) return answer.fault.kind === "notFound" ? succeed(undefined) : answer;
      const { body } = answer.value;
      return succeed(isBlob(body) && body.size > 0 ? body : undefined);
    },
  };
}
