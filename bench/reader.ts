import { getHeapStatistics } from "node:v8";
import { fetchAllTickets } from "./bare";
import { connectTo } from "./connector";

/** What reading the whole list cost. */
export interface ReadCost {
  readonly items: number;
  readonly ms: number;
  /** The most that the heap and its buffers grew by. */
  readonly peakMiB: number;
}

/** Who reads: the connector or Node alone. */
export type Reader = "connector" | "bare";

const SAMPLE_EVERY_MS = 2;

async function measure(read: () => Promise<unknown[]>): Promise<ReadCost> {
  globalThis.gc?.();
  const before = memoryMiB();
  let peak = before;
  const sample = () => {
    peak = Math.max(peak, memoryMiB());
  };
  const sampler = setInterval(sample, SAMPLE_EVERY_MS);
  const start = performance.now();
  const items = await read();
  const ms = performance.now() - start;
  sample();
  clearInterval(sampler);
  return { items: items.length, ms, peakMiB: peak - before };
}

function memoryMiB(): number {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return (heap + buffers) / 2 ** 20;
}

const [reader, url = ""] = process.argv.slice(2);
const connector = connectTo(url, { username: "agent@example.com", apiKey: "bench-api-key" });
void measure(
  reader === "bare" ? () => fetchAllTickets(url) : () => connector.fetchAllTickets(),
).then((cost) => process.send?.(cost));
