import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, startSandbox } from "../../sandbox";
import component from "../../src";
import { actions } from "../../src/actions";
import { dataSources } from "../../src/dataSources";
import { type Field, labelOf } from "../../src/fields/field";
import { newLog, run } from "../support/steps";

/** Inputs for an ID that no pick list of the account's can offer, and why: `action.input`. */
const NOT_PICKED: readonly (readonly [inputs: RegExp, reason: string])[] = [
  [/\.(external_id|app_id)$/, "it is an ID of another system"],
  [/^(createTicketMessage|updateTicketMessage)\.message_id$/, "it is an ID of another system"],
  [/AccountSetting\.id$/, "settings have no names, and their list has no pages"],
  [/\.object_id$/, "what it is the ID of, Object Type says"],
  [/\.ignored_item$/, "it comes from the page before"],
  [/\.(business_hours_id|section_id)$/, "no endpoint lists them"],
  [/\.(customFieldValues|rulePriorities)$/, "a row is an ID and a value"],
];

const inputs = Object.entries(actions).flatMap(([action, { inputs }]) =>
  Object.entries(inputs as Record<string, Field<unknown>>).map(([key, field]) => ({
    name: `${action}.${key}`,
    field,
    label: labelOf(field),
    dataSource: "dataSource" in field.display ? field.display.dataSource : undefined,
    isList: "collection" in field.display && field.display.collection === "valuelist",
  })),
);
type Input = (typeof inputs)[number];

/** What an input makes of a value; undefined where it takes none such. */
function readBy({ field, label }: Input, value: unknown): unknown {
  try {
    return field.read(value, label);
  } catch {
    return undefined;
  }
}

/** Whether an input takes something that has an ID: by its name, or by what it makes of one. */
function takesIds(input: Input): boolean {
  const { accepts } = input.field;
  const listsNumbers = typeof accepts === "object" && accepts.items?.type === "integer";
  const made = input.isList ? undefined : readBy(input, "7");
  const refersTo = typeof made === "object" && made !== null && "id" in made && made.id === 7;
  return /\bIDs?\b/.test(input.label) || /(^|_)ids?$/.test(input.name) || listsNumbers || refersTo;
}

const isNotPicked = ({ name }: Input) => NOT_PICKED.some(([pattern]) => pattern.test(name));

const named = (picked: readonly Input[]) => picked.map(({ name }) => name);

it("every input for an ID names a pick list, or a reason says why it has none", () => {
  const taking = inputs.filter(takesIds);
  expect(taking.length).toBeGreaterThan(100);
  expect(named(taking.filter((one) => one.dataSource === undefined && !isNotPicked(one)))).toEqual(
    [],
  );
});

it("every reason is one for an input that is there and has no pick list", () => {
  for (const [pattern] of NOT_PICKED) {
    expect(inputs.filter(({ name }) => pattern.test(name))).not.toEqual([]);
  }
  expect(named(inputs.filter((one) => isNotPicked(one) && one.dataSource !== undefined))).toEqual(
    [],
  );
});

it("every input for tags offers their names or their IDs, as it takes them", () => {
  const forTags = inputs.filter(({ label }) => /\bTags?\b/.test(label));
  expect(forTags.length).toBeGreaterThan(10);
  for (const { name, label, dataSource } of forTags) {
    expect([name, dataSource]).toEqual([
      name,
      /\bIDs?\b/.test(label) ? "selectTagId" : "selectTag",
    ]);
  }
});

it.each([
  ["updateTicketCustomField.id", "selectTicketField"],
  ["deleteTicketCustomField.id", "selectTicketField"],
  ["updateCustomerCustomFieldValue.id", "selectCustomerField"],
  ["deleteCustomerCustomFieldValue.id", "selectCustomerField"],
  ["getCustomField.id", "selectCustomField"],
  ["updateCustomField.id", "selectCustomField"],
])("%s offers what %s does", (name, dataSource) => {
  expect(inputs.find((one) => one.name === name)).toMatchObject({ dataSource });
});

describe("on an account", () => {
  const harness = createHarness(component);
  let sandbox: Sandbox;
  let connection: object;

  beforeAll(async () => {
    sandbox = await startSandbox({ tickets: 60, rateLimit: false });
    process.env.GORGIAS_BASE_URL = sandbox.url;
    connection = {
      key: "gorgias-api-key",
      fields: { domain: "acme", ...sandbox.credentials },
    };
    const url = "https://example.com/orders";
    await run("createIntegration", { connection, name: "Orders", url });
  });

  afterAll(async () => {
    delete process.env.GORGIAS_BASE_URL;
    await sandbox.close();
  });

  const withPicks = inputs.filter(({ dataSource }) => dataSource !== undefined);
  const keys = [...new Set(withPicks.map(({ dataSource = "" }) => dataSource))];

  it.each(keys)("whatever %s hands over is taken by every input that names it", async (key) => {
    expect(Object.keys(dataSources)).toContain(key);
    const { logger } = newLog();
    const { result } = await harness.dataSource(key, { connection }, { logger });
    const picks = (result as { key: string }[]).map((one) => one.key);
    expect(picks).not.toEqual([]);
    for (const input of withPicks.filter(({ dataSource }) => dataSource === key)) {
      const refused = picks.filter(
        (pick) => readBy(input, input.isList ? [pick] : pick) === undefined,
      );
      expect([input.name, refused]).toEqual([input.name, []]);
    }
  });
});
