import { statSync } from "node:fs";
import { compare } from "./compare";
import { BUNDLE } from "./connector";
import { type ProcessCost, processCostOf } from "./processCost";
import type { Row } from "./table";

/** An odd number, so that the median is one of them. */
const RUNS = 21;

/** What loading the bundle costs: its size, then CPU and memory against a Node that does nothing. */
export async function* load(): AsyncGenerator<Row> {
  const bytes = statSync(BUNDLE).size;
  yield {
    name: "Bundle",
    measured: bytes / 1024,
    unit: "KiB",
    limit: 450,
    exact: true,
    detail: "dist/index.js",
  };

  const least: ProcessCost[] = [];
  const connector: ProcessCost[] = [];
  const whole: ProcessCost[] = [];
  const loaded = `require(${JSON.stringify(BUNDLE)})`;
  for (let run = 0; run < RUNS; run++) {
    least.push(processCostOf("0"));
    connector.push(processCostOf(loaded));
    whole.push(processCostOf(`Object.values(${loaded}.default).map(Object.values)`));
  }
  const measured = { digits: 1, connector, least, leastName: "node -e 0" };
  yield compare({
    ...measured,
    name: "Load: CPU",
    limit: 2.0,
    unit: "ms",
    of: ({ cpuMs }) => cpuMs,
  });
  yield compare({
    ...measured,
    name: "Load: peak memory",
    limit: 1.45,
    unit: "MiB",
    of: ({ peakMiB }) => peakMiB,
  });
  // Actions are made when they are looked at: this is what a host pays that looks at all of them.
  yield compare({
    ...measured,
    connector: whole,
    name: "Load with all actions: CPU",
    unit: "ms",
    of: ({ cpuMs }) => cpuMs,
  });
}
