import { connectionTo } from "../support/steps";
import { pass, useFakeTime } from "../support/time";
import { gorgias, useWire } from "../support/wire";
import { flowWith } from "./flow";

useWire();
useFakeTime();

it("a deployment ends before the platform's 30 seconds do, and says what to do", async () => {
  gorgias("slow")
    .get("/api/integrations")
    .query(true)
    .times(6)
    .optionally()
    .reply(429, {}, { "Retry-After": "10" });
  const flow = flowWith("ticketEventWebhook", {
    connection: connectionTo("slow"),
    events: ["ticket-created"],
  });
  let failure: unknown;
  const deployed = flow.deploy().catch((error) => {
    failure = error;
  });
  expect(await pass(deployed)).toBeLessThan(30);
  expect(String(failure)).toMatch(/Deploy the instance again/);
});
