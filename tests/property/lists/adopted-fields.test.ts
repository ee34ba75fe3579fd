import fc from "fast-check";
import { readAdopted, writeAdopted, type AdoptedList, type ColumnLimits } from "../../../src/lists/adopted-fields";
import { nobody } from "../../../src/lists/site-people";
import { allRegisters, columnOf, fitOf, isMappable, readAdoption, writtenAdoption, type Adoption, type HeldAs, type Register } from "../../../src/registers";
import { valueFor } from "../registers/values";

const kinds: readonly HeldAs[] = [
  ...(["text", "lines", "richText", "number", "currency", "date", "dateTime", "choice", "choices"] as const),
  ...(["yesNo", "person", "people", "lookup", "lookups", "calculated", "other"] as const),
];

/** Internal names as lists have them: encoded, cut at 32 characters, ours by chance, and names of JavaScript's own. */
const fieldName = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "Title", "Status", "Owner", "OwnerAddress", "Risk_x0020_description_x0020_th", "_x0034_", "toString", "id"),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,31}$/),
);

const wire = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, "", "4 - Likely", "2026-13-45T00:00:00Z", "<p>x", "<<<<", "&#1114112;", [{ LookupId: 1, LookupValue: "A", Email: "a@b.example" }], {
    Url: "javascript:alert(1)",
  }),
);

interface Case {
  readonly register: Register;
  readonly list: AdoptedList;
  readonly item: Readonly<Record<string, unknown>>;
}

const cases: fc.Arbitrary<Case> = fc.constantFrom(...allRegisters).chain((register) => {
  const ours = Object.keys(register.columns).filter((name) => isMappable(register, name));
  const mapped = fc.record({
    field: fieldName,
    heldAs: fc.constantFrom(...kinds),
    words: fc.array(fc.record({ theirs: fc.oneof(fc.string(), fc.constantFrom("3", "4 - Likely")), ours: fc.oneof(fc.string(), fc.integer(), fc.boolean()) }), {
      maxLength: 3,
    }),
  });
  return fc
    .record({
      columns: fc.array(fc.tuple(fc.constantFrom(...ours, "NotAColumn", "__proto__"), mapped), { maxLength: 12 }),
      readOnly: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      item: fc.array(fc.tuple(fieldName, wire), { maxLength: 12 }),
      pointers: fc.array(fc.tuple(fieldName, fc.oneof(fc.string(), fc.integer())), { maxLength: 6 }),
      allOfProject: fc.option(fc.constant("P-0001"), { nil: undefined }),
    })
    .map(({ columns, readOnly, item, pointers, allOfProject }) => {
      const adoption: Adoption = {
        register: register.name,
        listId: "00000000-0000-4000-8000-000000000001",
        listName: "Theirs",
        columns: new Map(columns),
        ...(allOfProject === undefined ? {} : { allOfProject }),
      };
      const limits = [...adoption.columns.values()].map(({ field }, index): [string, ColumnLimits] => [
        field,
        { displayName: field, isReadOnly: readOnly[index] === true },
      ]);
      return {
        register,
        list: { adoption, people: nobody, limits: new Map(limits) },
        item: Object.fromEntries([...item, ...pointers.map(([name, id]) => [`${name}LookupId`, id] as const)]),
      };
    });
});

test("any list under any mapping is read without a crash, as values of the register's columns and texts", () => {
  fc.assert(
    fc.property(cases, ({ register, list, item }) => {
      const { values, extras } = readAdopted(register, list, item);
      for (const [name, value] of Object.entries(values)) {
        expect(columnOf(register, name) ?? columnOf(register, name.replace(/Address$/, ""))).toBeDefined();
        expect(["string", "number", "boolean"]).toContain(typeof value);
      }
      expect(Object.values(extras).every((shown) => typeof shown === "string")).toBe(true);
      expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
      expect(Object.getPrototypeOf(extras)).toBe(Object.prototype);
    }),
    { numRuns: 400 },
  );
});

test("nothing that the list shows is lost: an unmapped field is a value nowhere and an extra by its own name", () => {
  fc.assert(
    fc.property(cases, ({ register, list, item }) => {
      const used = new Set(
        [...list.adoption.columns].flatMap(([name, { field }]) => (columnOf(register, name) === undefined ? [] : [field, `${field}LookupId`])),
      );
      const { extras } = readAdopted(register, list, item);
      for (const [name, value] of Object.entries(item)) {
        if (typeof value !== "string" || value === "" || used.has(name) || name.endsWith("LookupId") || name === "id") continue;
        expect(Object.hasOwn(extras, name) ? extras[name] : undefined).toBe(value);
      }
    }),
    { numRuns: 400 },
  );
});

test("a change writes only mapped, changed, writable columns, or is refused whole", () => {
  const changed = cases.chain((one) => {
    const names = Object.keys(one.register.columns);
    const change = fc.constantFrom(...names).chain((name) => {
      const column = columnOf(one.register, name);
      return fc.tuple(fc.constant(name), column === undefined ? fc.constant(null) : fc.option(valueFor(column), { nil: null }));
    });
    return fc.tuple(fc.constant(one), fc.array(change, { maxLength: 6 }));
  });
  fc.assert(
    fc.property(changed, ([{ register, list }, entries]) => {
      const changes = Object.fromEntries(entries);
      const written = writeAdopted(register, list, changes);
      if (!written.ok) {
        expect(written.fault.kind === "invalid" && written.fault.problems.length > 0).toBe(true);
        return;
      }
      const allowed = new Set(
        Object.keys(changes).flatMap((name) => {
          const mapped = list.adoption.columns.get(name);
          const column = columnOf(register, name);
          if (mapped === undefined || column === undefined || list.limits.get(mapped.field)?.isReadOnly === true) return [];
          return fitOf(column, mapped.heldAs) === "readAndWrite" ? [mapped.field, `${mapped.field}LookupId`] : [];
        }),
      );
      for (const field of Object.keys(written.value)) expect(allowed).toContain(field);
    }),
    { numRuns: 400 },
  );
});

test("a mapping comes back from Settings as it went, and anything else is refused", () => {
  fc.assert(
    fc.property(cases, ({ list: { adoption } }) => {
      expect(readAdoption(writtenAdoption(adoption))).toEqual({ ok: true, value: adoption });
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readAdoption(text);
      expect(read.ok || read.fault.kind === "unreadable").toBe(true);
    }),
  );
});
