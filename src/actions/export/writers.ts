import { cellOf, valueAt } from "./columns";

/** A file that is written a page at a time. */
export interface FileWriter {
  readonly contentType: string;
  /** What it begins with. */
  readonly head: string;
  /** A page of it. */
  lines(items: readonly unknown[]): string;
}

/**
 * A number, or a phone's: a space behind its first digits, which no formula has there. What a
 * spreadsheet could work out, `+1+1` for one, is neither.
 */
const NUMBER = /^(?:[+-]\d+(?:\.\d+)?|\+\d+ \(?\d[\d ().-]*)$/;

/**
 * A CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in
 * front.
 *
 * @param found is told of each column for which an item has a value, null included
 */
export function csv(
  columns: readonly string[],
  bom: boolean,
  found: (column: string) => void,
): FileWriter {
  const { stringify } = require("csv-stringify/sync") as typeof import("csv-stringify/sync");
  const paths = columns.map((column) => [column, column.split(".")] as const);
  const unguarded = { escape_formulas: false };
  const options = {
    record_delimiter: "windows",
    escape_formulas: true,
    quote_record_delimiter: true,
    cast: {
      string: (value: string) => (NUMBER.test(value) ? { value, ...unguarded } : value),
    },
  } as const;
  const row = (item: unknown) =>
    paths.map(([column, path]) => {
      const value = valueAt(item, path);
      if (value !== undefined) {
        found(column);
      }
      return cellOf(value);
    });
  return {
    contentType: "text/csv; charset=utf-8",
    head: stringify([], { ...options, columns, bom, header: true }),
    lines: (items) => stringify(items.map(row), options),
  };
}

/** A file of JSON Lines: each item whole, on a line of its own. */
export const JSON_LINES: FileWriter = {
  contentType: "application/x-ndjson",
  head: "",
  lines: (items) => items.map((item) => `${JSON.stringify(item)}\n`).join(""),
};
