import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { compare } from "./compare";
import { startReplay } from "./replay";
import { argumentsOf } from "./sides";
import type { Row } from "./table";

const WARM_UP_CALLS = 10_000;
const BLOCKS = 60;
const CALLS_PER_BLOCK = 100;

/** What one Get Ticket costs on an open connection, against axios alone and Node alone. */
export async function* oneCall(): AsyncGenerator<Row> {
  const replay = await startReplay(1);
  // Each has a process of its own: in one for all, the engine would optimise for none of them.
  const sides = (["connector", "axios", "node"] as const).map((side) => ({
    process: fork(join(__dirname, "callTimes.ts"), argumentsOf(side, replay)),
    times: [] as number[],
  }));
  try {
    for (const { process } of sides) {
      await timesOf(process, WARM_UP_CALLS);
    }
    for (let block = 0; block < BLOCKS; block++) {
      for (const { process, times } of sides) {
        times.push(...(await timesOf(process, CALLS_PER_BLOCK)));
      }
    }
  } finally {
    for (const { process } of sides) {
      process.disconnect();
    }
    replay.stop();
  }
  const [connector = [], axios = [], node = []] = sides.map(({ times }) => times);
  const name = "Get Ticket";
  const measured = { name, unit: "ms", digits: 3, connector, of: (ms: number) => ms };
  yield compare({ ...measured, limit: 1.25, least: axios, leastName: "bare axios" });
  yield compare({ ...measured, least: node, leastName: "bare Node" });
}

async function timesOf(process: ChildProcess, calls: number): Promise<number[]> {
  process.send(calls);
  const [times] = (await once(process, "message")) as [number[]];
  return times;
}
