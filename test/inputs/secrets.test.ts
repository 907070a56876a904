import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import nock from "../support/nock";
import { newLog, connection as usual } from "../support/steps";
import { ORIGIN } from "../support/wire";

beforeAll(() => {
  nock.disableNetConnect();
  // What can be sent is answered with an error that repeats all of it.
  for (const method of ["GET", "POST"]) {
    nock(ORIGIN)
      .persist()
      .intercept(/./, method)
      .reply(400, (uri, body) => ({ error: { msg: `${uri} ${JSON.stringify(body)}` } }));
  }
});

const harness = createHarness(component);
/** As long as an access token, which a quote cannot hold whole. */
const apiKey = `s3cr3t/K3y+for"tests${Array.from({ length: 40 }, (_, index) => `-${index * 7919}`).join("")}`;
const connection = { ...usual, fields: { ...usual.fields, apiKey } };

/** An input of a trigger or pick list, with a value that it cannot use and that holds the key. */
const misfilled = (inputs: readonly { key: string; type: string }[]) =>
  inputs
    .filter(({ type }) => type !== "connection")
    .flatMap(({ key }) => [
      { key, value: apiKey },
      { key, value: `${"y".repeat(80)}${apiKey}` },
      { key, value: `{ "${key}": "${apiKey}` },
      { key, value: { [apiKey]: apiKey } },
      { key, value: [{ key: apiKey, value: apiKey }, [apiKey]] },
    ]);

/** Everything that a person could get to see of what happened. */
async function shownBy(work: (log: ReturnType<typeof newLog>) => Promise<unknown>) {
  const log = newLog();
  const outcome = await work(log).then(
    () => "",
    (error: Error) => `${error.stack}\n${JSON.stringify(error)}`,
  );
  return { outcome, text: `${outcome}\n${log.lines.join("\n")}` };
}

/** Parts of the key that a text holds, whatever has been cut off. */
const leaksIn = (text: string) =>
  (apiKey.match(/.{10}/g) ?? []).filter((part) => text.includes(part));

const pickLists = Object.entries(component.dataSources ?? {}).filter(
  ([, { inputs }]) => misfilled(inputs).length > 0,
);

describe.each(pickLists)("the pick list %s", (key, { inputs }) => {
  it.each(misfilled(inputs))(
    "repeats no key that strayed into $key",
    async ({ key: input, value }) => {
      const given = { ...values(inputs), connection, [input]: value };
      const { text } = await shownBy(({ logger }) => harness.dataSource(key, given, { logger }));
      expect(leaksIn(text)).toEqual([]);
    },
  );
});

describe.each(Object.entries(component.triggers ?? {}))("the trigger %s", (key, { inputs }) => {
  it.each(misfilled(inputs))(
    "repeats no key that strayed into $key",
    async ({ key: input, value }) => {
      const given = { ...values(inputs), connection, [input]: value };
      const { text } = await shownBy(({ logger }) =>
        harness.trigger(key, undefined, given, { logger }),
      );
      expect(leaksIn(text)).toEqual([]);
    },
  );
});

it("a pick list names what it was given, without the key", async () => {
  const { outcome } = await shownBy(({ logger }) =>
    harness.dataSource("selectTicket", { connection, customer_id: `x${apiKey}` }, { logger }),
  );
  expect(outcome).toContain('Customer ID: expected a whole number from 1, got "x***".');
});

it.each([
  ["in it", `{ "key": ${apiKey}`, '"***" at line 1, column 10'],
  ["in the middle of it", `{ "key": "${apiKey}" }`, null],
  ["after it", `{ "key": ["${apiKey.replaceAll('"', "")}" x`, null],
])("an error in JSON repeats no key when its place is %s", async (_, messages, place) => {
  const { outcome } = await shownBy(({ logger }) =>
    harness.action("createTicket", { connection, messages }, { logger }),
  );
  expect(outcome).toContain("Messages: expected JSON, got ");
  expect(outcome).toContain(place ?? "");
  expect(leaksIn(outcome)).toEqual([]);
});

/** What the inputs of a step hold that nobody has filled in. */
function values(inputs: readonly { key: string; default?: unknown }[]): Record<string, unknown> {
  return Object.fromEntries(inputs.map((input) => [input.key, input.default]));
}
