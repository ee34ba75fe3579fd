import type { ListItemVersion } from "@microsoft/microsoft-graph-types";
import { nameIn, type Call } from "../engine/world";
import { refuse, type Outcome } from "../engine/wire";
import type { Expansion } from "../odata/options";
import type { VersionRecord } from "../state/records";
import { itemContext, itemTime, ownFields } from "./item-shapes";
import { checkUnique, storeItem } from "./item-writes";
import { itemFor, readFieldsExpansion, type ItemInList } from "./items";
import { identityOf } from "./people-list";

function versionsContext({ place, item }: ItemInList): string {
  return `${itemContext(place)}('${String(item.id)}')/versions`;
}

/** GET …/versions, newest first */
export function listVersions(call: Call): Outcome {
  const found = itemFor(call, "read");
  if (!found.ok) return found;
  const fields = readFieldsExpansion(call);
  if (!fields.ok) return fields;
  const value = [...versionsOf(call, found.value).values()].reverse().map((version) => presentVersion(call, found.value, { version, fields: fields.value }));
  return { ok: true, value: { status: 200, json: { "@odata.context": versionsContext(found.value), value } } };
}

/** GET …/versions/{version} */
export function getVersion(call: Call): Outcome {
  const found = itemFor(call, "read");
  if (!found.ok) return found;
  const fields = readFieldsExpansion(call);
  if (!fields.ok) return fields;
  const version = findVersion(call, found.value);
  if (!version.ok) return version;
  const json = {
    "@odata.context": `${versionsContext(found.value)}/$entity`,
    ...presentVersion(call, found.value, { version: version.value, fields: fields.value }),
  };
  return { ok: true, value: { status: 200, json } };
}

/** POST …/versions/{version}/restoreVersion: a new version with the old values */
export function restoreVersion(call: Call): Outcome {
  const found = itemFor(call, "write");
  if (!found.ok) return found;
  const version = findVersion(call, found.value);
  if (!version.ok) return version;
  const { place, item } = found.value;
  const unique = checkUnique(call.world, place, { id: item.id, fields: version.value.fields });
  if (!unique.ok) return unique;
  storeItem(call.world, place, { before: item, fields: version.value.fields, author: call.caller });
  return { ok: true, value: { status: 204 } };
}

function versionsOf(call: Call, { place, item }: ItemInList): ReadonlyMap<string, VersionRecord> {
  return call.world.state.versions.inGroup(`${place.list.id}/${String(item.id)}`);
}

function findVersion(call: Call, found: ItemInList): Outcome<VersionRecord> {
  const version = versionsOf(call, found).get(nameIn(call, "version").replace(/\.0$/, ""));
  return version === undefined ? refuse(404, "itemNotFound", "The specified version was not found") : { ok: true, value: version };
}

function presentVersion(
  call: Call,
  { place }: ItemInList,
  view: { readonly version: VersionRecord; readonly fields: Expansion | undefined },
): Readonly<Record<string, unknown>> {
  const { version, fields } = view;
  const { world, tenant } = call;
  const modified = itemTime(world, place.site, version.modifiedMs);
  const shown: ListItemVersion = {
    id: `${String(version.number)}.0`,
    lastModifiedBy: identityOf(world, tenant.id, version.modifiedById),
    lastModifiedDateTime: modified,
  };
  if (fields === undefined) return { ...shown };
  const values = { ...ownFields(world, place, { fields: version.fields }), Modified: modified, _UIVersionString: `${String(version.number)}.0` };
  const kept =
    fields.select === undefined
      ? values
      : Object.fromEntries(Object.entries(values).filter(([name]) => fields.select?.includes(name.split("@")[0] ?? "") === true));
  return { ...shown, fields: kept };
}
