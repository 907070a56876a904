import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { median } from "./median";
import type { ReadCost, Reader } from "./reader";
import { startReplay } from "./replay";
import type { Row } from "./table";

const TICKETS = 20_000;

/** An odd number, so that the median is one of them. */
const RUNS = 9;

/** What Fetch All costs against a loop that does nothing but read and keep the same items. */
export async function* fetchAll(): AsyncGenerator<Row> {
  const replay = await startReplay(TICKETS);
  const bare: ReadCost[] = [];
  const connector: ReadCost[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      bare.push(await costOf("bare", replay.url));
      connector.push(await costOf("connector", replay.url));
    }
  } finally {
    replay.stop();
  }
  const title = `Fetch All of ${TICKETS} tickets`;
  yield compare(`${title}: time`, "ms", bare, connector, ({ ms }) => ms);
  yield compare(`${title}: memory`, "MiB", bare, connector, ({ peakMiB }) => peakMiB);
}

function compare(
  name: string,
  unit: string,
  bare: readonly ReadCost[],
  connector: readonly ReadCost[],
  of: (cost: ReadCost) => number,
): Row {
  const least = median(bare.map(of));
  const cost = median(connector.map(of));
  const detail = `${cost.toFixed(0)} ${unit} against ${least.toFixed(0)} ${unit} of a bare loop`;
  return { name, measured: cost / least, unit: "×", limit: 1.3, detail };
}

/** Each read has a process of its own, with an empty heap. */
async function costOf(reader: Reader, url: string): Promise<ReadCost> {
  const child = fork(join(__dirname, "reader.ts"), [reader, url], {
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  const [cost] = (await once(child, "message")) as [ReadCost];
  child.disconnect();
  await once(child, "exit");
  if (cost.items !== TICKETS) {
    throw new Error(`Fetch All by ${reader}: expected ${TICKETS} tickets, got ${cost.items}.`);
  }
  return cost;
}
