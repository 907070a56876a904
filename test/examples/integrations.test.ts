import path from "node:path";
import { builtComponent, manifestPath } from "../support/bundle";

const EXAMPLES = path.join(__dirname, "..", "..", "examples");

const component = builtComponent();

it.each([
  ["new-ticket-to-chat", "ticketEventWebhook"],
  ["order-status-reply", "pollChangesTrigger"],
  ["customers-in-step", "pollChangesTrigger"],
  ["nightly-survey-export", undefined],
])("%s is what the platform imports, with keys that the component has", (example, trigger) => {
  manifestPath();
  const { default: integration } = jest.requireActual(path.join(EXAMPLES, example));
  const keys = [...integration.codeNativeIntegrationYAML.matchAll(/\bkey: (\S+)/g)].map(
    ([, key]) => key,
  );
  expect(component.connections.map(({ key }) => key)).toContain("gorgias-api-key");
  expect(keys).toEqual(expect.arrayContaining([component.key, "gorgias-api-key"]));
  expect(Object.keys(component.triggers).filter((key) => keys.includes(key))).toEqual(
    trigger ? [trigger] : [],
  );
});
