import { collectionMembers, hostObject, type Members } from "./host-object";

export interface KeyValues {
  readonly entries: Map<string, unknown>;
}

interface KeyValue extends KeyValues {
  readonly key: string;
}

const itemMembers: Members<KeyValue> = {
  typeName: "Setting",
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    key: { read: ({ key }) => key },
    value: {
      read: ({ entries, key }) => entries.get(key) ?? null,
      write: ({ entries, key }, given) => {
        entries.set(key, given);
      },
    },
  },
  methods: {
    delete: ({ entries, key }) => {
      entries.delete(key);
    },
  },
};

/** Settings and custom properties; keys do not distinguish case, and `add` replaces. */
export const keyValueMembers: Members<KeyValues> = collectionMembers<KeyValues, KeyValue>({
  typeName: "SettingCollection",
  list: ({ entries }) => [...entries.keys()].map((key) => ({ entries, key })),
  wrap: (item) => hostObject(itemMembers, item),
  matches: (item, key) => item.key.toLowerCase() === String(key).toLowerCase(),
  methods: {
    add: ({ entries }, args) => {
      const wished = args.text(0);
      const key = [...entries.keys()].find((each) => each.toLowerCase() === wished.toLowerCase()) ?? wished;
      entries.set(key, args.at(1));
      return hostObject(itemMembers, { entries, key });
    },
    deleteAll: ({ entries }) => {
      entries.clear();
    },
  },
});
