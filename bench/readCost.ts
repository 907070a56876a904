import { getHeapStatistics } from "node:v8";
import type { Reader } from "./reader";
import { readerOfProcess } from "./sides";

/** What reading the whole list cost. */
export interface ReadCost {
  readonly items: number;
  readonly cpuMs: number;
  /** The most that the heap and its buffers grew by. */
  readonly peakMiB: number;
}

const SAMPLE_EVERY_MS = 2;

async function measure(reader: Reader): Promise<ReadCost> {
  globalThis.gc?.();
  const before = memoryMiB();
  let peak = before;
  const sample = () => {
    peak = Math.max(peak, memoryMiB());
  };
  const sampler = setInterval(sample, SAMPLE_EVERY_MS);
  const start = process.cpuUsage();
  const items = await reader.fetchAllTickets();
  const { user, system } = process.cpuUsage(start);
  sample();
  clearInterval(sampler);
  return { items: items.length, cpuMs: (user + system) / 1000, peakMiB: peak - before };
}

function memoryMiB(): number {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return (heap + buffers) / 2 ** 20;
}

void measure(readerOfProcess()).then((cost) => process.send?.(cost));
