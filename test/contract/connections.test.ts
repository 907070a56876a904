import component from "../../src";
import contract from "./connector.json";

const defined = new Map(component.connections?.map((one) => [one.label, one]));

it("the contract's connections come first, and one more after them", () => {
  const promised = contract.connections.map(({ label }) => label);
  expect([...defined.keys()]).toEqual([...promised, "Gorgias OAuth 2.0 (by domain)"]);
  expect([...defined.values()].map(({ key }) => key)).toEqual([
    "gorgias-api-key",
    "gorgias-oauth2",
    "gorgias-oauth2-domain",
  ]);
});

describe.each(contract.connections)("$label", ({ label, inputs }) => {
  it.each(inputs)("has the input $label", (promised) => {
    const input = defined.get(label)?.inputs.find((one) => one.label === promised.label);
    expect(input).toMatchObject({ default: promised.default, required: true });
    expect(input?.comments).toMatch(/\w{3,}/);
  });

  it("has no other input", () => {
    expect(defined.get(label)?.inputs.map((one) => one.label)).toEqual(
      inputs.map((promised) => promised.label),
    );
  });
});

it.each([
  ["Gorgias API Key", "API Key"],
  ["Gorgias OAuth 2.0", "Client Secret"],
  ["Gorgias OAuth 2.0 (by domain)", "Client Secret"],
])("%s hides what is secret, and nothing else", (label, secret) => {
  const hidden = defined.get(label)?.inputs.filter(({ type }) => type === "password");
  expect(hidden?.map((one) => one.label)).toEqual([secret]);
});

it.each(["Gorgias OAuth 2.0", "Gorgias OAuth 2.0 (by domain)"])(
  "%s goes by authorization code",
  (label) => {
    expect(defined.get(label)?.oauth2Type).toBe("authorization_code");
  },
);
