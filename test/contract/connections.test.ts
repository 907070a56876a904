import component from "../../src";
import contract from "./connector.json";

const defined = new Map(component.connections?.map((one) => [one.label, one]));

it("there are the contract's connections and no others", () => {
  expect([...defined.keys()]).toEqual(contract.connections.map(({ label }) => label));
  expect([...defined.values()].map(({ key }) => key)).toEqual([
    "gorgias-api-key",
    "gorgias-oauth2",
  ]);
});

describe.each(contract.connections)("$label", ({ label, inputs }) => {
  it.each(inputs)("has the input $label", (promised) => {
    const input = defined.get(label)?.inputs.find((one) => one.label === promised.label);
    expect(input).toMatchObject({ default: promised.default, required: true });
    expect(input?.comments).toMatch(/\w{3,}/);
  });

  it("hides what is secret, and nothing else", () => {
    const hidden = defined.get(label)?.inputs.filter(({ type }) => type === "password");
    expect(hidden?.map((one) => one.label)).toEqual([
      label === "Gorgias API Key" ? "API Key" : "Client Secret",
    ]);
  });
});

it("OAuth 2.0 goes by authorization code", () => {
  expect(defined.get("Gorgias OAuth 2.0")?.oauth2Type).toBe("authorization_code");
});
