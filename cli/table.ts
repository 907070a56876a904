import { cut, padded, widthOf } from "./text";

/** What stands between two columns. */
const GAP = "  ";

/** How narrow a column may become for the sake of others: a date and time still fits. */
const NARROWEST = 19;

/** A table that fits. */
export interface Table {
  readonly lines: readonly string[];
  /** How many columns stand in it: the last ones are left out where there is no room for all. */
  readonly columns: number;
}

/**
 * Lines up columns. What does not fit is cut, the widest columns first; where that is not enough,
 * the last columns are left out. The first one always stays as it is, so that it can be copied.
 *
 * @param width how wide the table may be
 */
export function table(rows: readonly (readonly string[])[], width: number): Table {
  const natural = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const least = natural.map((one, column) => (column === 0 ? one : Math.min(one, NARROWEST)));
  let columns = natural.length;
  while (columns > 1 && total(least.slice(0, columns)) > width) {
    columns -= 1;
  }
  const widths = natural.slice(0, columns);
  while (total(widths) > width) {
    const widest = widths.indexOf(Math.max(...widths.slice(1)), 1);
    const narrower = (widths[widest] ?? 0) - 1;
    if (narrower < (least[widest] ?? 0)) {
      break;
    }
    widths[widest] = narrower;
  }
  const lines = rows.map((row) =>
    widths
      .map((one, column) => padded(cut(row[column] ?? "", one), one))
      .join(GAP)
      .trimEnd(),
  );
  return { lines, columns };
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
}
