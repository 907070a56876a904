/**
 * What every client is put through, in its own process. It tells what it has done over the channel
 * to the process that started it, and hears from there what comes to Gorgias.
 */
import assert from "node:assert/strict";
import { once } from "node:events";

/** @typedef {{ isError: boolean, text: string }} Answer a call's result, and its text */

/**
 * @typedef {object} Client
 * @property {() => Promise<string[]>} list the names of the tools
 * @property {(tool: string, given: object, signal?: AbortSignal) => Promise<Answer>} call
 * @property {() => Promise<unknown>} close
 */

/** What the process that started this one says about the server, as `index.ts` has it. */
export const target = JSON.parse(process.argv[2] ?? "{}");

/**
 * Plays all steps with a client.
 *
 * @param {() => Promise<Client>} connect
 * @returns {Promise<void>} when the client has been closed
 * @throws what went wrong, which ends this process with a status that isn't 0
 */
export async function play(connect) {
  const client = await connect();
  const call = (tool, given, signal) => client.call(`gorgias_customers_${tool}`, given, signal);
  const read = async (tool, given) => {
    const { isError, text } = await call(tool, given);
    assert.equal(isError, false, text);
    return JSON.parse(text);
  };

  const tools = await client.list();
  for (const name of ["list_customers", "get_customer", "create_customer"]) {
    assert.ok(tools.includes(`gorgias_customers_${name}`), `${name} is not among ${tools}`);
  }
  passed(`lists ${tools.length} tools`);

  const { data } = await read("list_customers", { limit: 2 });
  assert.equal(data.length, 2);
  const [{ id, name }] = data;
  assert.equal((await read("get_customer", { id })).name, name);
  passed("reads");

  const address = `${process.pid}-${Date.now()}@example.com`;
  const channels = [{ type: "email", address }];
  const made = await read("create_customer", { name: "Ann Example", channels });
  const kept = await read("get_customer", { id: made.id });
  assert.equal(kept.channels[0].address, address);
  passed("writes");

  const refused = await call("get_customer", { id, colour: "red" });
  assert.equal(refused.isError, true);
  assert.match(refused.text, /\bcolour: there is no such argument/);
  const missing = await call("get_customer", { id: 999_999_999 });
  assert.equal(missing.isError, true);
  assert.match(missing.text, /Gorgias answered 404/);
  passed("is told what was wrong");

  const comesToGorgias = heard("held");
  const givenUp = new AbortController();
  const ended = call("get_customer", { id: target.held }, givenUp.signal).then(
    () => assert.fail("the call was answered"),
    () => undefined,
  );
  await comesToGorgias;
  const leavesGorgias = heard("left");
  givenUp.abort();
  await ended;
  if (target.reaches) {
    await leavesGorgias;
  }
  passed(target.reaches ? "cancels, and Gorgias is left" : "gives up waiting");

  assert.equal((await read("get_customer", { id })).name, name);
  await client.close();
  passed("goes on, and ends");
  process.disconnect();
}

function passed(step) {
  process.send({ passed: step });
}

/** Waits until the process that started this one says something. */
async function heard(what) {
  let said;
  do {
    [said] = await once(process, "message");
  } while (said !== what);
}

/** The one text that a result of the protocol holds, and whether it is an error. */
export function answerOf({ content, isError = false }) {
  const [{ text } = {}] = content.filter(({ type }) => type === "text");
  return { isError, text };
}
