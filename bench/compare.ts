import { median } from "./median";
import type { Row } from "./table";

/** Two things that were measured in turns, so that a busy moment of the machine meets both. */
export interface Comparison<Cost> {
  readonly name: string;
  /** The most that one median may be of the other. Left out where it is only shown. */
  readonly limit?: number;
  readonly unit: string;
  readonly digits: number;
  readonly connector: readonly Cost[];
  readonly least: readonly Cost[];
  /** What the connector is compared with. */
  readonly leastName: string;
  readonly of: (cost: Cost) => number;
}

/** How many times as much the connector costs, by the medians of both. */
export function compare<Cost>(comparison: Comparison<Cost>): Row {
  const { name, limit, unit, digits, leastName, of } = comparison;
  const cost = median(comparison.connector.map(of));
  const least = median(comparison.least.map(of));
  return {
    name,
    measured: cost / least,
    unit: "×",
    ...(limit === undefined ? {} : { limit }),
    detail: `${cost.toFixed(digits)} ${unit} against ${least.toFixed(digits)} ${unit} of ${leastName}`,
  };
}
