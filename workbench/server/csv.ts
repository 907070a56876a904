import { itemsOf } from "../../cli/shape";
import { csv, type FileWriter } from "../../src/actions/export/writers";
import { isObject } from "../../src/client/json";

/**
 * An answer as a CSV file: a list with a line an item, a record with a line of its own.
 *
 * @returns undefined for what has no columns
 */
export function asCsv(
  answer: unknown,
): (Pick<FileWriter, "contentType"> & { readonly text: string }) | undefined {
  const items = itemsOf(answer) ?? [answer];
  const columns = [...new Set(items.flatMap((item) => columnsIn(item)))];
  if (columns.length === 0) {
    return undefined;
  }
  // Without the mark in front, a spreadsheet takes it for another encoding.
  const file = csv(columns, true, () => undefined);
  return { contentType: file.contentType, text: file.head + file.lines(items) };
}

/** The paths of all values that an item has: `id`, `customer.email`. A list is one value. */
function columnsIn(item: unknown): string[] {
  return isObject(item)
    ? Object.entries(item).flatMap(([name, inner]) => {
        const paths = columnsIn(inner);
        return paths.length > 0 ? paths.map((path) => `${name}.${path}`) : [name];
      })
    : [];
}
