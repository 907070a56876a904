import { parseArgs } from "node:util";
import { fetchAll } from "./fetchAll";
import { firstAnswer } from "./firstAnswer";
import { load } from "./load";
import { manyAtOnce } from "./manyAtOnce";
import { oneCall } from "./oneCall";
import { pacing } from "./pacing";
import { Table } from "./table";

/** Measures what the built connector costs, and fails when something costs more than it may. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { loosened: { type: "boolean", default: false } } });
  const table = new Table(values.loosened);
  process.exitCode = 1;
  table.head();
  for (const part of [load, firstAnswer, fetchAll, oneCall, pacing, manyAtOnce]) {
    for await (const row of part()) {
      table.add(row);
    }
  }
  if (table.within) {
    process.exitCode = 0;
  }
}

void main();
