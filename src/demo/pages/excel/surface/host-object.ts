import { invalidArgument, itemNotFound, Refusal } from "../model/refusal";

/** An object of Excel's API as the batch evaluator sees it: members by name, whatever stands behind them. */
export interface HostObject {
  readonly typeName: string;
  /** The workbook's own thing behind it, for members that take objects as arguments. */
  readonly target: unknown;
  /** What a load without names brings. */
  readonly scalarNames: readonly string[];
  /** What the client keeps to find the object again, such as `{ Id }` or `{ _ReferenceId }`. */
  identity(): Readonly<Record<string, unknown>>;
  /** A scalar, a HostObject, or null for a null object. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  call(name: string, args: Arguments): unknown;
  /** The members of a collection; undefined for any other object. */
  items(): readonly HostObject[] | undefined;
}

export interface Scalar<T> {
  readonly read: (target: T) => unknown;
  readonly write?: (target: T, value: unknown) => void;
}

/** The members of one type of Excel's API, with Excel's names. */
export interface Members<T> {
  readonly typeName: string;
  readonly identity?: (target: T) => Readonly<Record<string, unknown>>;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  /** Navigation properties. */
  readonly parts?: Readonly<Record<string, (target: T) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (target: T, args: Arguments) => unknown>>;
  readonly items?: (target: T) => readonly HostObject[];
}

/** Event handlers register through methods such as `_RegisterDataChangedEvent`; the host sends every event anyway. */
const registration = /^_(Un)?[Rr]egister\w+Event$/;

export function hostObject<T>(members: Members<T>, target: T): HostObject {
  const { scalars = {}, parts = {}, methods = {} } = members;
  const missing = (kind: string, name: string): Refusal => new Refusal("ApiNotFound", `The demo's Excel has no ${kind} ${members.typeName}.${name}.`, 404);
  return {
    typeName: members.typeName,
    target,
    scalarNames: Object.keys(scalars),
    identity: () => members.identity?.(target) ?? {},
    read: (name) => {
      if (Object.hasOwn(scalars, name)) return scalars[name]?.read(target);
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (part === undefined) throw missing("property", name);
      return part(target);
    },
    write: (name, value) => {
      const write = Object.hasOwn(scalars, name) ? scalars[name]?.write : undefined;
      if (write === undefined) throw missing("writable property", name);
      write(target, value);
    },
    call: (name, args) => {
      if (registration.test(name)) return null;
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (method === undefined) throw missing("method", name);
      return method(target, args) ?? null;
    },
    items: () => members.items?.(target),
  };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "typeName" in value && "scalarNames" in value;
}

/** The arguments of one call, read as what the member needs; anything else is Excel's InvalidArgument. */
export class Arguments {
  constructor(private readonly values: readonly unknown[]) {}

  at(index: number): unknown {
    return this.values[index];
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value !== "string") throw invalidArgument();
    return value;
  }

  optionalText(index: number): string | undefined {
    return this.values[index] === undefined || this.values[index] === null ? undefined : this.text(index);
  }

  number(index: number): number {
    const value = this.values[index];
    if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }

  /** `fallback` when the argument was left out. */
  numberOr(index: number, fallback: number): number {
    return this.values[index] === undefined || this.values[index] === null ? fallback : this.number(index);
  }

  /** The thing behind an object argument when it is of that class. */
  target<T>(index: number, type: abstract new (...args: never[]) => T): T | undefined {
    const value = this.values[index];
    return isHostObject(value) && value.target instanceof type ? value.target : undefined;
  }
}

export interface Collection<T, Item> extends Omit<Members<T>, "items"> {
  list(target: T): readonly Item[];
  wrap(item: Item): HostObject;
  /** Whether `key` (a name or an id) means the item. */
  matches(item: Item, key: unknown, target: T): boolean;
}

/** Adds what every collection has: items, count, getCount, getItem, getItemOrNullObject, getItemAt, getFirst, getLast. */
export function collectionMembers<T, Item>(collection: Collection<T, Item>): Members<T> {
  const find = (target: T, key: unknown): Item | undefined => collection.list(target).find((item) => collection.matches(item, key, target));
  const found = (item: Item | undefined): HostObject => {
    if (item === undefined) throw itemNotFound();
    return collection.wrap(item);
  };
  return {
    typeName: collection.typeName,
    ...(collection.identity === undefined ? {} : { identity: collection.identity }),
    ...(collection.parts === undefined ? {} : { parts: collection.parts }),
    scalars: { count: { read: (target) => collection.list(target).length }, ...collection.scalars },
    items: (target) => collection.list(target).map((item) => collection.wrap(item)),
    methods: {
      getCount: (target) => collection.list(target).length,
      getItem: (target, args) => found(find(target, args.at(0))),
      getItemOrNullObject: (target, args) => {
        const item = find(target, args.at(0));
        return item === undefined ? null : collection.wrap(item);
      },
      getItemAt: (target, args) => found(collection.list(target)[args.number(0)]),
      getFirst: (target) => found(collection.list(target)[0]),
      getLast: (target) => found(collection.list(target).at(-1)),
      ...collection.methods,
    },
  };
}
