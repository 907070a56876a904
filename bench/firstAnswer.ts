import { compare } from "./compare";
import { BUNDLE } from "./connector";
import { type ProcessCost, processCostOf } from "./processCost";
import { type AccountAccess, headersOf } from "./reader";
import { startReplay } from "./replay";
import type { Row } from "./table";

/** An odd number, so that the median is one of them. */
const RUNS = 21;

/** From the start of a process until it has its first ticket: what each short execution pays. */
export async function* firstAnswer(): AsyncGenerator<Row> {
  const replay = await startReplay(1);
  const least: ProcessCost[] = [];
  const connector: ProcessCost[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      least.push(processCostOf(bareNode(replay)));
      connector.push(processCostOf(withConnector(replay)));
    }
  } finally {
    replay.stop();
  }
  yield compare({
    name: "Start to first answer: CPU",
    limit: 2.1,
    unit: "ms",
    digits: 1,
    connector,
    least,
    leastName: "bare Node",
    of: ({ cpuMs }) => cpuMs,
  });
}

function bareNode(account: AccountAccess): string {
  const url = `${account.url}/api/tickets/1`;
  return `
    const http = require("node:http");
    http.get(${JSON.stringify(url)}, { headers: ${JSON.stringify(headersOf(account))} }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        JSON.parse(Buffer.concat(chunks).toString("utf8"));
        process.exit();
      });
    });`;
}

function withConnector({ url, username, apiKey }: AccountAccess): string {
  const fields = { domain: "bench", username, apiKey };
  const params = { connection: { key: "gorgias-api-key", fields }, id: 1 };
  return `
    process.env.GORGIAS_BASE_URL = ${JSON.stringify(url)};
    const { getTicket } = require(${JSON.stringify(BUNDLE)}).default.actions;
    getTicket.perform({ logger: {} }, ${JSON.stringify(params)}).then(() => process.exit());`;
}
