import { execFileSync } from "node:child_process";

/** What one process cost until its end. */
export interface ProcessCost {
  readonly cpuMs: number;
  readonly peakMiB: number;
}

/**
 * Has a process tell its own cost at its end. Linux counts the memory of the parent towards
 * `maxRSS`, so the peak is read from where it counts from zero, on a system that has such a place.
 */
const REPORT = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const status = fs.existsSync("/proc/self/status") ? fs.readFileSync("/proc/self/status", "utf8") : "";
  const peakKiB = Number(/^VmHWM:\\s*(\\d+) kB$/m.exec(status)?.[1] ?? maxRSS);
  fs.writeSync(1, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: peakKiB / 1024 }));
});`;

/** Runs code in a Node of its own. */
export function processCostOf(code: string): ProcessCost {
  const output = execFileSync(process.execPath, ["-e", `${REPORT}${code}`], { encoding: "utf8" });
  return JSON.parse(output) as ProcessCost;
}
