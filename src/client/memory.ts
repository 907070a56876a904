/** How much of the memory that Node allows may be in use, before there is too little for more. */
const MOST = 0.85;

/** Whether little memory is left. When it runs out, the process ends without a word. */
export function isMemoryShort(): boolean {
  const { getHeapStatistics } = require("node:v8") as typeof import("node:v8");
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > MOST * limit;
}
