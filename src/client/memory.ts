/** How much of the memory for what is kept may be in use, before there is too little for more. */
const MOST = 0.85;

/** What Node's limit counts in for objects that have just been made, and that nothing else gets. */
const YOUNG_BYTES = 48 * 2 ** 20;

/** Whether little memory is left. When it runs out, the process ends without a word. */
export function isMemoryShort(): boolean {
  const { getHeapStatistics } = require("node:v8") as typeof import("node:v8");
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > MOST * (limit - YOUNG_BYTES);
}
