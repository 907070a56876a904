/** One line of the table: what was measured, and the most that it may be. */
export interface Row {
  readonly name: string;
  readonly measured: number;
  /** `×` is a ratio. */
  readonly unit: "×" | "%" | "KiB" | "ms" | "";
  /** Left out where the figure has no limit. */
  readonly limit?: number;
  /** Whether the limit holds on every machine: sizes and counts do not depend on it. */
  readonly exact?: boolean;
  /** The figures behind the measured one. */
  readonly detail: string;
}

/** How much further the limits that depend on the machine lie when they are loosened. */
const LOOSENED_BY = 4 / 3;

/** Prints rows as they come, and remembers whether one was beyond its limit. */
export class Table {
  #within = true;

  /** @param loosened for machines that are busy with other things as well */
  constructor(private readonly loosened: boolean) {}

  /** Whether no row so far was beyond its limit. */
  get within(): boolean {
    return this.#within;
  }

  head(): void {
    print("", "measured", "limit", "", "");
  }

  add({ name, measured, unit, limit, exact = false, detail }: Row): void {
    if (limit === undefined) {
      print(name, `${round(measured)} ${unit}`, "", "", detail);
      return;
    }
    const most = this.loosened && !exact ? limit * LOOSENED_BY : limit;
    const ok = measured <= most;
    this.#within &&= ok;
    print(name, `${round(measured)} ${unit}`, `${round(most)} ${unit}`, ok ? "ok" : "over", detail);
  }
}

function print(name: string, measured: string, limit: string, verdict: string, detail: string) {
  const columns = [
    name.padEnd(38),
    measured.trim().padStart(9),
    limit.trim().padStart(9),
    verdict.padEnd(4),
    detail,
  ];
  process.stdout.write(`${columns.join("  ").trimEnd()}\n`);
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}
