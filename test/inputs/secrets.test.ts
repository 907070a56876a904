import { createHarness } from "@prismatic-io/spectral/dist/testing";
import nock from "nock";
import component from "../../src";
import { connection, newLog, secrets } from "../support/steps";
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
afterAll(() => nock.restore());

const harness = createHarness(component);
const { apiKey } = connection.fields;

/** An input of a trigger or pick list, with a value that it cannot use and that holds the key. */
const misfilled = (inputs: readonly { key: string; type: string }[]) =>
  inputs
    .filter(({ type }) => type !== "connection")
    .flatMap(({ key }) => [
      { key, value: apiKey },
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

const leaksIn = (text: string) => secrets.filter((secret) => text.includes(secret));

describe.each(Object.entries(component.dataSources ?? {}))(
  "the pick list %s",
  (key, { inputs }) => {
    it.each(misfilled(inputs))(
      "repeats no key that strayed into $key",
      async ({ key: input, value }) => {
        const given = { ...values(inputs), connection, [input]: value };
        const { text } = await shownBy(({ logger }) => harness.dataSource(key, given, { logger }));
        expect(leaksIn(text)).toEqual([]);
      },
    );
  },
);

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

/** What the inputs of a step hold that nobody has filled in. */
function values(inputs: readonly { key: string; default?: unknown }[]): Record<string, unknown> {
  return Object.fromEntries(inputs.map((input) => [input.key, input.default]));
}
