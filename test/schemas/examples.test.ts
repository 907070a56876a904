import { readFileSync } from "node:fs";
import Ajv from "ajv";
import component from "../../src";

const ajv = new Ajv({ strict: true, allowUnionTypes: true });

const actions = Object.values(component.actions ?? {}).map((action) => ({
  key: action.key,
  schema: JSON.parse(
    action.outputSchema?.type === "actionOutput" ? action.outputSchema.schema : "",
  ),
  example: (action.examplePayload as { data: unknown } | undefined)?.data,
}));

const accepts = (key: string) => ajv.compile(actions.find((one) => one.key === key)?.schema);

it.each(actions)(
  "the example of $key is what its output schema describes",
  ({ schema, example }) => {
    expect(example).toBeDefined();
    const validate = ajv.compile(schema);
    expect(validate(example) ? [] : validate.errors).toEqual([]);
  },
);

it.each([
  ["getTicket", "get-ticket.json"],
  ["listTickets", "list-tickets.json"],
])("the output schema of %s accepts the recorded answer %s", (key, file) => {
  const recorded = JSON.parse(readFileSync(`${__dirname}/recorded/${file}`, "utf8"));
  const validate = accepts(key);
  expect(validate(recorded) ? [] : validate.errors).toEqual([]);
});

it("an output schema refuses what it does not describe", () => {
  expect(accepts("getTicket")({ id: "7" })).toBe(false);
});
