import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { compare } from "./compare";
import type { ReadCost } from "./readCost";
import { type Replay, startReplay } from "./replay";
import { argumentsOf, type Side } from "./sides";
import type { Row } from "./table";

const TICKETS = 20_000;

/** An odd number, so that the median is one of them. */
const RUNS = 9;

/** What Fetch All costs against loops that do nothing but read and keep the same items. */
export async function* fetchAll(): AsyncGenerator<Row> {
  const replay = await startReplay(TICKETS);
  const connector: ReadCost[] = [];
  const axios: ReadCost[] = [];
  const node: ReadCost[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      connector.push(await costOf("connector", replay));
      axios.push(await costOf("axios", replay));
      node.push(await costOf("node", replay));
    }
  } finally {
    replay.stop();
  }
  const title = `Fetch All of ${TICKETS} tickets`;
  const cpu = { name: `${title}: CPU`, unit: "ms", digits: 0, of: ({ cpuMs }: ReadCost) => cpuMs };
  const memory = {
    name: `${title}: memory`,
    unit: "MiB",
    digits: 0,
    of: ({ peakMiB }: ReadCost) => peakMiB,
  };
  const byAxios = { connector, least: axios, leastName: "bare axios" };
  const byNode = { connector, least: node, leastName: "bare Node" };
  yield compare({ ...cpu, ...byAxios, limit: 1.25 });
  yield compare({ ...memory, ...byAxios, limit: 1.1 });
  yield compare({ ...cpu, ...byNode });
  yield compare({ ...memory, ...byNode });
}

/** Each read has a process of its own, with an empty heap. */
async function costOf(side: Side, replay: Replay): Promise<ReadCost> {
  const child = fork(join(__dirname, "readCost.ts"), argumentsOf(side, replay), {
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  const [cost] = (await once(child, "message")) as [ReadCost];
  child.disconnect();
  await once(child, "exit");
  if (cost.items !== TICKETS) {
    throw new Error(`Fetch All by ${side}: expected ${TICKETS} tickets, got ${cost.items}.`);
  }
  return cost;
}
