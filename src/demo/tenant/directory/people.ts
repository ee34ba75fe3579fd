import type { Person, User } from "@microsoft/microsoft-graph-types";
import { fromBase64 } from "../engine/encoding";
import { refuse, serviceRoot, type Outcome } from "../engine/wire";
import { nameIn, type Call } from "../engine/world";
import { readFilter, satisfies, type Clause } from "../odata/filter";
import { pick, readPageToken, readTop, selectedNames, writePageToken } from "../odata/options";
import type { PersonRecord } from "../state/records";

const usersPage = { usual: 100, largest: 999 };
const peoplePage = { usual: 10, largest: 1000 };
/** Directory answers say what they cost. */
const directoryHeaders = { "x-ms-resource-unit": "1" };
const usualProperties = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
];
const searchable = ["displayName", "mail", "userPrincipalName", "givenName", "surname"];

function presentUser(person: PersonRecord, select: readonly string[] | undefined): Readonly<Record<string, unknown>> {
  const user: User = {
    businessPhones: [...person.businessPhones],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mobilePhone: person.mobilePhone,
    officeLocation: person.officeLocation,
    preferredLanguage: person.preferredLanguage,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: person.id,
    department: person.department,
    accountEnabled: true,
    userType: "Member",
  };
  return pick({ ...user }, select ?? usualProperties);
}

function answerUser(call: Call, person: PersonRecord): Outcome {
  const select = selectedNames(call.query.get("$select"));
  const names = select === undefined ? "" : `(${select.join(",")})`;
  return {
    ok: true,
    value: {
      status: 200,
      headers: directoryHeaders,
      json: { "@odata.context": `${serviceRoot}/$metadata#users${names}/$entity`, ...presentUser(person, select) },
    },
  };
}

/** GET /me */
export function getMe(call: Call): Outcome {
  return answerUser(call, call.caller);
}

/** GET /users/{user}, by id or user principal name */
export function getUser(call: Call): Outcome {
  const person = findPerson(call, nameIn(call, "user"));
  return person.ok ? answerUser(call, person.value) : person;
}

function findPerson(call: Call, reference: string): Outcome<PersonRecord> {
  const people = call.world.state.people.inGroup(call.tenant.id);
  const wanted = reference.toLowerCase();
  const person = people.get(wanted) ?? [...people.values()].find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted);
  return person === undefined
    ? refuse(404, "Request_ResourceNotFound", `Resource '${reference}' does not exist or one of its queried reference-property objects are not present.`)
    : { ok: true, value: person };
}

/** GET /users with $search, $filter (startswith and eq, joined by or), $top, $select */
export function listUsers(call: Call): Outcome {
  const eventual = call.headers.get("consistencylevel")?.toLowerCase() === "eventual";
  if (call.query.get("$search") !== undefined && !eventual) {
    return refuse(
      400,
      "Request_UnsupportedQuery",
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  if (call.query.get("$count") !== undefined && !eventual) return refuse(400, "Request_BadRequest", "$count is not currently supported.");
  const top = readTop(call.query, usersPage);
  if (!top.ok) return top;
  const found = searchUsers(call);
  if (!found.ok) return found;
  const start = Number(readPageToken(call.query.get("$skiptoken") ?? "") ?? "0");
  if (!Number.isInteger(start)) return refuse(400, "Request_BadRequest", "The skip token is not known");
  const select = selectedNames(call.query.get("$select"));
  const names = select === undefined ? "" : `(${select.join(",")})`;
  const end = start + top.value;
  return {
    ok: true,
    value: {
      status: 200,
      headers: directoryHeaders,
      json: {
        "@odata.context": `${serviceRoot}/$metadata#users${names}`,
        ...(call.query.get("$count") === "true" ? { "@odata.count": found.value.length } : {}),
        ...(end < found.value.length ? { "@odata.nextLink": `${serviceRoot}/users?${call.query.with({ $skiptoken: writePageToken(String(end)) })}` } : {}),
        value: found.value.slice(start, end).map((person) => presentUser(person, select)),
      },
    },
  };
}

function searchUsers(call: Call): Outcome<readonly PersonRecord[]> {
  const people = [...call.world.state.people.inGroup(call.tenant.id).values()].sort((one, other) => one.displayName.localeCompare(other.displayName, "en"));
  const filter = call.query.get("$filter");
  const clauses = filter === undefined ? { ok: true as const, value: [] } : readFilter(filter, "or");
  if (!clauses.ok) return refuse(400, "Request_UnsupportedQuery", "The filter is not supported.");
  const unsupported = clauses.value.find(({ field, comparison }) => !searchable.includes(field) || !["eq", "startswith"].includes(comparison));
  if (unsupported !== undefined)
    return refuse(
      400,
      "Request_UnsupportedQuery",
      `Unsupported or invalid query filter clause specified for property '${unsupported.field}' of resource 'User'.`,
    );
  const search = readSearch(call.query.get("$search"));
  if (!search.ok) return search;
  return { ok: true, value: people.filter((person) => passes(person, clauses.value) && search.value(person)) };
}

function passes(person: PersonRecord, clauses: readonly Clause[]): boolean {
  return clauses.length === 0 || clauses.some((clause) => satisfies(clause, textOf(person, clause.field)));
}

/** The quotes are part of the value: "displayName:smi" OR "mail:smi". A term matches the beginning of a word. */
function readSearch(text: string | undefined): Outcome<(person: PersonRecord) => boolean> {
  if (text === undefined) return { ok: true, value: () => true };
  const terms: { readonly property: string; readonly wanted: string }[] = [];
  for (const part of text.split(/\s+OR\s+/)) {
    const match = /^\s*"(\w+):(.*)"\s*$/.exec(part);
    const property = match?.[1] ?? "";
    if (match === null || !searchable.includes(property)) return refuse(400, "Request_BadRequest", 'Syntax error: $search takes "property:value".');
    terms.push({ property, wanted: (match[2] ?? "").toLowerCase() });
  }
  return {
    ok: true,
    value: (person) => terms.some(({ property, wanted }) => ` ${textOf(person, property).toLowerCase()}`.replace(/[-'.@]/g, " ").includes(` ${wanted}`)),
  };
}

function textOf(person: PersonRecord, property: string): string {
  switch (property) {
    case "displayName":
      return person.displayName;
    case "mail":
      return person.mail;
    case "givenName":
      return person.givenName;
    case "surname":
      return person.surname;
    default:
      return person.userPrincipalName;
  }
}

/** GET /me/people: those who share a team with the caller come first */
export function listPeople(call: Call): Outcome {
  const top = readTop(call.query, peoplePage);
  if (!top.ok) return top;
  const wanted = call.query.get("$search")?.replace(/^"|"$/g, "").toLowerCase() ?? "";
  const teams = [...call.world.state.teams.inGroup(call.tenant.id).values()].filter(({ memberIds }) => memberIds.includes(call.caller.id));
  const closeness = (person: PersonRecord): number => teams.filter(({ memberIds }) => memberIds.includes(person.id)).length;
  const found = [...call.world.state.people.inGroup(call.tenant.id).values()]
    .filter(({ id, displayName, userPrincipalName }) => id !== call.caller.id && `${displayName} ${userPrincipalName}`.toLowerCase().includes(wanted))
    .sort((one, other) => closeness(other) - closeness(one) || one.displayName.localeCompare(other.displayName, "en"));
  const select = selectedNames(call.query.get("$select"));
  const value = found.slice(0, top.value).map((person) => pick({ ...presentPerson(person, closeness(person)) }, select));
  return { ok: true, value: { status: 200, json: { "@odata.context": `${serviceRoot}/$metadata#users('${call.caller.id}')/people`, value } } };
}

function presentPerson(person: PersonRecord, closeness: number): Person {
  return {
    id: person.id,
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    birthday: "",
    personNotes: "",
    isFavorite: false,
    jobTitle: person.jobTitle,
    companyName: null,
    yomiCompany: "",
    department: person.department,
    officeLocation: person.officeLocation,
    profession: "",
    userPrincipalName: person.userPrincipalName,
    imAddress: `sip:${person.userPrincipalName}`,
    scoredEmailAddresses: [{ address: person.mail, relevanceScore: 10 + 10 * closeness }],
    phones: person.businessPhones.map((number) => ({ type: "business", number })),
    postalAddresses: [],
    websites: [],
    personType: { class: "Person", subclass: "OrganizationUser" },
  };
}

/** GET /me/photo/$value */
export function getMyPhoto(call: Call): Outcome {
  return answerPhoto(call.caller);
}

/** GET /users/{user}/photo/$value */
export function getPhoto(call: Call): Outcome {
  const person = findPerson(call, nameIn(call, "user"));
  return person.ok ? answerPhoto(person.value) : person;
}

function answerPhoto({ photo }: PersonRecord): Outcome {
  const bytes = photo === null ? undefined : fromBase64(photo);
  if (bytes === undefined) return refuse(404, "ErrorItemNotFound", "The photo wasn't found.");
  return { ok: true, value: { status: 200, headers: { "Content-Type": "image/jpeg" }, bytes } };
}
