/** What a list is ordered by. */
export type SortKey = number | string;

/** A place in an order: just at this key and id. */
export interface Position {
  key: SortKey;
  id: number;
}

/**
 * Records kept in order of (key, id), so that a page of any list costs a binary search and the
 * page itself. A record is taken out before its key changes and put back afterwards.
 */
export class SortedIndex<T extends { id: number }> {
  private readonly sorted: T[];

  constructor(
    private readonly key: (record: T) => SortKey,
    records: Iterable<T> = [],
  ) {
    const placed = Array.from(records, (record) => ({ key: key(record), id: record.id, record }));
    this.sorted = placed.sort(compare).map(({ record }) => record);
  }

  /** Where a record stands. */
  positionOf(record: T): Position {
    return { key: this.key(record), id: record.id };
  }

  /** Puts a record at its place. */
  insert(record: T): void {
    this.sorted.splice(this.countBefore(this.positionOf(record)), 0, record);
  }

  /** Takes a record out, as long as its key is what it was. */
  remove(record: T): void {
    const at = this.countBefore(this.positionOf(record));
    if (this.sorted[at] === record) this.sorted.splice(at, 1);
  }

  /** Records from the lowest to the highest, those at or before the position left out. */
  *ascending(after?: Position): Generator<T> {
    let at = after === undefined ? 0 : this.countBefore(after);
    for (; at < this.sorted.length; at += 1) {
      const record = this.sorted[at];
      if (record === undefined) return;
      if (after === undefined || compare(this.positionOf(record), after) > 0) yield record;
    }
  }

  /** Records from the highest to the lowest, those at or after the position left out. */
  *descending(before?: Position): Generator<T> {
    let at = (before === undefined ? this.sorted.length : this.countBefore(before)) - 1;
    for (; at >= 0; at -= 1) {
      const record = this.sorted[at];
      if (record === undefined) return;
      yield record;
    }
  }

  private countBefore(position: Position): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const record = this.sorted[middle];
      if (record !== undefined && compare(this.positionOf(record), position) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compare(a: Position, b: Position): number {
  if (a.key < b.key) return -1;
  if (a.key > b.key) return 1;
  return a.id - b.id;
}
