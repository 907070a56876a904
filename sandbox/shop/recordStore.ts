import type { Micros } from "../clock";
import { missing } from "../problem";
import { SortedIndex, type SortKey } from "./sortedIndex";

/** The order that almost every list has. */
export const byCreation = {
  created_datetime: (record: { created_datetime: Micros }) => record.created_datetime,
};

/** The orders of lists that can be read by what changed last, too. */
export const byChange = {
  ...byCreation,
  updated_datetime: (record: { updated_datetime: Micros }) => record.updated_datetime,
};

/** How the records of a store are kept. */
export interface StoreSettings<T> {
  /** What one record is called in a 404. */
  kind: string;
  /** The keys that the list can be ordered by, under the names of `order_by`. */
  orders: Record<string, (record: T) => SortKey>;
  /** Texts that belong to one record only, and find it. */
  identifiers?: Record<string, (record: T) => (string | null)[]>;
}

/**
 * Records by id, by their identifiers, and in each order that their list can be asked for. What
 * only some requests look into is made when the first one does: a large account opens sooner.
 */
export class RecordStore<T extends { id: number }> {
  private loaded: readonly T[] = [];
  private records: Map<number, T> | undefined;
  private readonly indexes = new Map<string, SortedIndex<T>>();
  private owners: Map<string, T> | undefined;
  private lastId = 0;

  constructor(private readonly settings: StoreSettings<T>) {}

  /** Replaces everything, which is much faster than adding one by one. */
  load(records: readonly T[]): void {
    this.loaded = records;
    this.records = undefined;
    this.indexes.clear();
    this.owners = undefined;
    for (const { id } of records) this.lastId = Math.max(this.lastId, id);
  }

  /** An id that no record has had. */
  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** The record with this id, if there is one. */
  get(id: number): T | undefined {
    return this.byId.get(id);
  }

  /** The record that a request is about; 404 when there is none, or it is not wanted here. */
  one(id: number, wanted: (record: T) => boolean = () => true): T {
    const record = this.byId.get(id);
    if (record === undefined || !wanted(record)) throw missing(this.settings.kind, id);
    return record;
  }

  /** All records, in no order that a list has. */
  values(): IterableIterator<T> {
    return this.byId.values();
  }

  /** The first record that is wanted; it looks at one after the other. */
  find(wanted: (record: T) => boolean): T | undefined {
    for (const record of this.byId.values()) if (wanted(record)) return record;
    return undefined;
  }

  /** The record that an identifier belongs to. */
  owner(name: string, identifier: string): T | undefined {
    this.owners ??= new Map(
      Array.from(this.byId.values(), (record) =>
        this.identifiersOf(record).map((key) => [key, record] as const),
      ).flat(),
    );
    return this.owners.get(identifierKey(name, identifier));
  }

  /** Adds a record, which has its id already. */
  add(record: T): T {
    this.byId.set(record.id, record);
    this.lastId = Math.max(this.lastId, record.id);
    this.addToIndexes(record);
    return record;
  }

  /** Changes a record in place; every order follows. */
  change(record: T, patch: Partial<T>): T {
    this.removeFromIndexes(record);
    Object.assign(record, patch);
    this.addToIndexes(record);
    return record;
  }

  /** Removes a record; its id is not given away again. */
  remove(record: T): void {
    this.byId.delete(record.id);
    this.removeFromIndexes(record);
  }

  /** The records in the order that an `order_by` names: `updated_datetime:desc`. */
  orderedBy(order: string): SortedIndex<T> {
    const name = order.replace(/:(asc|desc)$/, "");
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    const key = this.settings.orders[name];
    if (key === undefined) throw new Error(`No order called ${name}.`);
    const index = new SortedIndex(key, this.byId.values());
    this.indexes.set(name, index);
    return index;
  }

  private get byId(): Map<number, T> {
    if (this.records === undefined) {
      this.records = new Map();
      for (const record of this.loaded) this.records.set(record.id, record);
      this.loaded = [];
    }
    return this.records;
  }

  private addToIndexes(record: T): void {
    for (const index of this.indexes.values()) index.insert(record);
    if (this.owners === undefined) return;
    for (const identifier of this.identifiersOf(record)) this.owners.set(identifier, record);
  }

  private removeFromIndexes(record: T): void {
    for (const index of this.indexes.values()) index.remove(record);
    if (this.owners === undefined) return;
    for (const identifier of this.identifiersOf(record)) {
      if (this.owners.get(identifier) === record) this.owners.delete(identifier);
    }
  }

  private identifiersOf(record: T): string[] {
    return Object.entries(this.settings.identifiers ?? {}).flatMap(([name, texts]) =>
      texts(record).flatMap((text) => (text === null ? [] : identifierKey(name, text))),
    );
  }
}

function identifierKey(name: string, text: string): string {
  return `${name} ${text}`;
}
