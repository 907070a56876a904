import component from "../../src";
import contract from "./connector.json";

const inputs = contract.actions.flatMap((action) =>
  action.inputs.map((input) => ({ ...input, key: action.key })),
);

const inputOf = (key: string, label: string) =>
  component.actions[key]?.inputs.find((input) => input.label === label);

it("the contract has 24 actions and 192 inputs", () => {
  expect(contract.actions).toHaveLength(24);
  expect(inputs).toHaveLength(192);
});

it("no action and no input of an action stands in the contract twice", () => {
  expect(new Set(contract.actions.map(({ key }) => key)).size).toBe(24);
  expect(new Set(inputs.map(({ key, label }) => `${key}: ${label}`)).size).toBe(192);
});

it.each(contract.actions)("there is the action $key, called $label", ({ key, label }) => {
  expect(component.actions[key]).toMatchObject({ key, display: { label } });
});

it.each(inputs)('$key has the input $label, by default "$default"', ({ key, label, ...input }) => {
  const defined = inputOf(key, label);
  // A connection has no default; the contract writes that as an empty text.
  expect(defined?.type === "connection" ? "" : defined?.default).toBe(input.default);
});
