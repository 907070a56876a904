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

it.each(actions)(
  "the example of $key is what its output schema describes",
  ({ schema, example }) => {
    expect(example).toBeDefined();
    const validate = ajv.compile(schema);
    expect(validate(example) ? [] : validate.errors).toEqual([]);
  },
);

it("an output schema refuses what it does not describe", () => {
  const { schema } = actions.find(({ key }) => key === "getTicket") ?? {};
  expect(ajv.compile(schema)({ id: "7" })).toBe(false);
});
