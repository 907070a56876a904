import type { Micros } from "../clock";
import type { Shop } from "./index";
import type { RecordStore } from "./recordStore";
import type { Event } from "./records/event";

/** What every record is given when it is made. */
export interface NewRecord {
  id: number;
  created_datetime: Micros;
  updated_datetime: Micros;
}

/** What a record keeps of that: not all say when they changed. */
interface Kept {
  id: number;
  created_datetime: Micros;
  updated_datetime?: Micros | null;
}

/** How records that no other record depends on are made, changed and removed. */
export interface Lifecycle<T> {
  create(make: (given: NewRecord) => T, by: number | null): T;
  change(record: T, patch: Partial<T>, by: number | null): T;
  remove(record: T, by: number | null): void;
}

/**
 * Keeps the dates of the records in a store.
 *
 * @param object what their events are about; without it, nothing is recorded
 */
export function lifecycle<T extends Kept>(
  shop: Shop,
  records: RecordStore<T>,
  object?: Event["object_type"],
): Lifecycle<T> {
  const recordEvent = (
    { id }: T,
    what: "created" | "updated" | "deleted",
    by: number | null,
  ): void => {
    if (object === undefined) return;
    const name = object.replace(/\B[A-Z]/g, "-$&").toLowerCase();
    shop.record(`${name}-${what}`, { type: object, id }, by);
  };
  return {
    create: (make, by) => {
      const now = shop.stamp();
      const given = { id: records.nextId(), created_datetime: now, updated_datetime: now };
      const record = records.add(make(given));
      recordEvent(record, "created", by);
      return record;
    },
    change: (record, patch, by) => {
      records.change(record, { ...patch, updated_datetime: shop.stamp() });
      recordEvent(record, "updated", by);
      return record;
    },
    remove: (record, by) => {
      records.remove(record);
      recordEvent(record, "deleted", by);
    },
  };
}
