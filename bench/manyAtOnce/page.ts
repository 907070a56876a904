import { type Figures, play, SCENES } from "./scenes";

/** The tables of docs/rate-limits.md, "Many executions at once", as they should be. */
export async function tables(): Promise<{ readonly long: string; readonly short: string }> {
  const figures: Figures[] = [];
  for (const scene of SCENES) {
    figures.push(await play(scene));
  }
  return {
    long: tableOf([
      [
        "Connection",
        "At once",
        "Pages each",
        "Refused",
        "Time",
        "At least",
        "Half finished after",
        "Failed",
      ],
      ...figures.filter(({ short }) => !short).map(rowOfLong),
    ]),
    short: tableOf([
      [
        "Long, at once",
        "Short",
        "Refused",
        "Time",
        "At least",
        "Short: half within",
        "Longest",
        "Failed",
      ],
      ...figures.flatMap((all) => (all.short ? [rowOfShort(all, all.short)] : [])),
    ]),
  };
}

function rowOfLong(figures: Figures): string[] {
  const { scene, seconds, leastSeconds, half, failed } = figures;
  const { executions, pages } = scene.long;
  return [
    scene.name,
    String(executions),
    pages.toLocaleString("en-US"),
    refusedOf(figures),
    `${seconds.toFixed(0)} s`,
    `${leastSeconds} s`,
    `${half.toFixed(0)} s`,
    String(failed),
  ];
}

function rowOfShort(figures: Figures, short: NonNullable<Figures["short"]>): string[] {
  const { scene, seconds, leastSeconds, failed } = figures;
  return [
    `${scene.long.executions} of ${scene.long.pages} pages`,
    `${scene.short?.executions} of 2 requests`,
    refusedOf(figures),
    `${seconds.toFixed(0)} s`,
    `${leastSeconds} s`,
    `${short.median.toFixed(0)} s`,
    `${short.longest.toFixed(0)} s`,
    String(failed),
  ];
}

function refusedOf({ refused, requests }: Figures): string {
  return `${((100 * refused) / requests).toFixed(1)} %`;
}

/** The first row is the head. */
function tableOf(rows: readonly string[][]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [first = "", ...others] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  const line = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [first, line, ...others].join("\n");
}
