import { readerOfProcess } from "./sides";

const reader = readerOfProcess();

/** Gets a ticket as often as it is told to, and tells how long each call took, in milliseconds. */
process.on("message", async (count: number) => {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await reader.getTicket(1);
    times.push(performance.now() - start);
  }
  process.send?.(times);
});
