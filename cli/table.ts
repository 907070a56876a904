/**
 * Lines up columns, two spaces apart. Columns that are blank in every row are left out.
 *
 * @param style changes how a column looks, not how wide it is
 */
export function table(
  rows: readonly (readonly string[])[],
  style: (text: string, column: number) => string = (text) => text,
): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => ({ width, column, text: row[column] ?? "" }))
      .filter(({ width }) => width > 0)
      .map(({ width, column, text }) => style(text, column) + " ".repeat(width - text.length))
      .join("  ")
      .trimEnd(),
  );
}
