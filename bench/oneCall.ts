import { getJson } from "./bare";
import { connectTo } from "./connector";
import { median } from "./median";
import { startReplay } from "./replay";
import type { Row } from "./table";

const WARM_UP_CALLS = 10_000;
const BLOCKS = 60;
const CALLS_PER_BLOCK = 100;

/** What one Get Ticket costs against a request that Node sends on an open connection. */
export async function* oneCall(): AsyncGenerator<Row> {
  const replay = await startReplay(1);
  const connector = connectTo(replay.url, {
    username: "agent@example.com",
    apiKey: "bench-api-key",
  });
  const bareCall = () => getJson(`${replay.url}/api/tickets/1`);
  const connectorCall = () => connector.getTicket(1);
  const bare: number[] = [];
  const called: number[] = [];
  try {
    await timesOf(bareCall, WARM_UP_CALLS);
    await timesOf(connectorCall, WARM_UP_CALLS);
    for (let block = 0; block < BLOCKS; block++) {
      bare.push(...(await timesOf(bareCall, CALLS_PER_BLOCK)));
      called.push(...(await timesOf(connectorCall, CALLS_PER_BLOCK)));
    }
  } finally {
    replay.stop();
  }
  const least = median(bare);
  const cost = median(called);
  yield {
    name: "Get Ticket",
    measured: cost / least,
    unit: "×",
    limit: 1.5,
    detail: `${cost.toFixed(3)} ms against ${least.toFixed(3)} ms of a bare request`,
  };
}

async function timesOf(call: () => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return times;
}
