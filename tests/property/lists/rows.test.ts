import fc from "fast-check";
import { parseListItem } from "../../../src/graph";
import { decodeFields, type ListSchema } from "../../../src/lists";
import { isGone, rowFromItem } from "../../../src/lists/row-from-item";
import { allRegisters, type Register, type Row } from "../../../src/registers";

const schema: ListSchema = {
  listId: "1",
  webUrl: "",
  missing: [],
  displayNames: new Map([
    ["Ward", "Ward affected"],
    ["Title", "Name"],
  ]),
  choices: new Map(),
};

/** In steps, with the item's own parser; the product reads an item in one pass. */
function rowInSteps(register: Register, wire: unknown): Row | undefined {
  const item = parseListItem(wire);
  if (item?.fields === undefined || item.isDeleted) return undefined;
  const { values, extras } = decodeFields(register, item.fields);
  const [changedAtMs, createdAtMs] = [Date.parse(item.modified ?? ""), Date.parse(item.created ?? "")];
  return {
    id: item.id,
    values,
    extras: Object.fromEntries(Object.entries(extras).map(([name, shown]) => [schema.displayNames.get(name) ?? name, shown])),
    ...(item.etag === undefined ? {} : { etag: item.etag }),
    ...(item.modifiedBy?.displayName === undefined ? {} : { changedBy: item.modifiedBy.displayName }),
    ...(item.createdBy?.displayName === undefined ? {} : { createdBy: item.createdBy.displayName }),
    ...(Number.isNaN(changedAtMs) ? {} : { changedAtMs }),
    ...(Number.isNaN(createdAtMs) ? {} : { createdAtMs }),
  };
}

const moment = fc.constantFrom("2026-11-24T09:00:00Z", "2026-07-06T23:00:00Z", "yesterday", "");
const identity = fc.oneof(
  fc.jsonValue(),
  fc.record({ user: fc.record({ displayName: fc.oneof(fc.string(), fc.integer()), email: fc.string() }, { requiredKeys: [] }) }),
);
const anyName = fc.oneof(fc.constantFrom("__proto__", "constructor", "Title", "Ward", "Owner", "OwnerAddress", "id", "Title@odata.type"), fc.string());
const fields = fc.array(fc.tuple(anyName, fc.oneof(moment, fc.jsonValue()))).map((entries) => Object.fromEntries(entries) as unknown);
const item = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      id: fc.oneof(fc.string(), fc.integer()),
      "@odata.etag": fc.oneof(fc.string(), fc.constant(null)),
      eTag: fc.oneof(fc.string(), fc.integer()),
      createdDateTime: moment,
      lastModifiedDateTime: moment,
      createdBy: identity,
      lastModifiedBy: identity,
      deleted: fc.oneof(fc.constant({ state: "deleted" }), fc.constant("no"), fc.constant(null)),
      fields: fc.oneof({ weight: 4, arbitrary: fields }, fc.jsonValue()),
    },
    { requiredKeys: [] },
  ),
);

test("an item read in one pass is the row that its parser gives in steps, whatever arrives", () => {
  fc.assert(
    fc.property(fc.constantFrom(...allRegisters), item, (register, wire) => {
      const arrived: unknown = JSON.parse(JSON.stringify(wire));
      const row = rowFromItem(register, schema, arrived);
      expect(row).toEqual(rowInSteps(register, arrived));
      if (row !== undefined) expect(Object.getPrototypeOf(row.extras)).toBe(Object.prototype);
    }),
    { numRuns: 500 },
  );
});

test("an entry counts as removed when it says so or has no eTag, and never without an id", () => {
  fc.assert(
    fc.property(item, (wire) => {
      const parsed = parseListItem(wire);
      expect(isGone(wire)).toBe(parsed !== undefined && (parsed.isDeleted || parsed.etag === undefined));
    }),
  );
});
