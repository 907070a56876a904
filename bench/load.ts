import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { BUNDLE } from "./connector";
import { median } from "./median";
import type { Row } from "./table";

/** An odd number, so that the median is one of them. */
const RUNS = 21;

/** What one process cost from its start to its end. */
interface ProcessCost {
  readonly cpuMs: number;
  readonly peakMiB: number;
}

/**
 * Has a process tell its own cost at its end. Linux counts the memory of the parent towards
 * `maxRSS`, so the peak is read from where it counts from zero, if there is such a place.
 */
const REPORT = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const status = fs.existsSync("/proc/self/status") ? fs.readFileSync("/proc/self/status", "utf8") : "";
  const peakKiB = Number(/^VmHWM:\\s*(\\d+) kB$/m.exec(status)?.[1] ?? maxRSS);
  fs.writeSync(1, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: peakKiB / 1024 }));
});`;

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

  const idle: ProcessCost[] = [];
  const loaded: ProcessCost[] = [];
  for (let run = 0; run < RUNS; run++) {
    idle.push(costOf("0"));
    loaded.push(costOf(`require(${JSON.stringify(BUNDLE)})`));
  }
  yield compare("Load: CPU against node -e 0", 2.0, "ms", idle, loaded, ({ cpuMs }) => cpuMs);
  yield compare(
    "Load: peak memory against node -e 0",
    1.45,
    "MiB",
    idle,
    loaded,
    ({ peakMiB }) => peakMiB,
  );
}

function compare(
  name: string,
  limit: number,
  unit: string,
  idle: readonly ProcessCost[],
  loaded: readonly ProcessCost[],
  of: (cost: ProcessCost) => number,
): Row {
  const before = median(idle.map(of));
  const after = median(loaded.map(of));
  const detail = `${after.toFixed(1)} ${unit} against ${before.toFixed(1)} ${unit}`;
  return { name, measured: after / before, unit: "×", limit, detail };
}

function costOf(code: string): ProcessCost {
  const output = execFileSync(process.execPath, ["-e", `${REPORT}${code}`], { encoding: "utf8" });
  return JSON.parse(output) as ProcessCost;
}
