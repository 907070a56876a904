import { itemsOf } from "../../cli/shape";
import { csv, type FileWriter } from "../../src/actions/export/writers";
import { isObject } from "../../src/client/json";

/** How deep the columns of a record go: what is nested deeper is JSON in one of them. */
const DEEPEST = 20;

/**
 * An answer as a CSV file: a list with a line an item, a record with a line of its own. A value
 * that is no record has one column.
 *
 * @returns undefined for what has no columns
 */
export function asCsv(
  answer: unknown,
): (Pick<FileWriter, "contentType"> & { readonly text: string }) | undefined {
  const items = (itemsOf(answer) ?? [answer]).map((item) =>
    isObject(item) ? item : { value: item },
  );
  const columns = [...new Set(items.flatMap((item) => columnsIn(item)))];
  if (columns.length === 0) {
    return undefined;
  }
  // Without the mark in front, a spreadsheet takes it for another encoding.
  const file = csv(columns, true, () => undefined);
  return { contentType: file.contentType, text: file.head + file.lines(items) };
}

/** The paths of all values that an item has: `id`, `customer.email`. A list is one value. */
function columnsIn(item: unknown, levels = DEEPEST): string[] {
  return levels > 0 && isObject(item)
    ? Object.entries(item).flatMap(([name, inner]) => {
        const paths = columnsIn(inner, levels - 1);
        return paths.length > 0 ? paths.map((path) => `${name}.${path}`) : [name];
      })
    : [];
}
