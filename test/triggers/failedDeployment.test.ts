import { connectionTo } from "../support/steps";
import { gorgias, useWire } from "../support/wire";
import { flowWith } from "./flow";

useWire();

const URL = "https://example.com";

it.each([
  ["and takes it back", 204, ""],
  [
    "and names it where it can't",
    400,
    " Of what was made in Gorgias, the integrations 9 are left; the next deployment uses them.",
  ],
])(
  "a deployment finds an integration whose making was answered too late, %s",
  async (_what, status, left) => {
    const list = (data: object[]) =>
      gorgias("late")
        .get("/api/integrations")
        .query(true)
        .reply(200, { data, meta: { next_cursor: null } });
    const others = { id: 7, http: { url: "https://elsewhere.example.com" } };
    list([others]);
    gorgias("late").post("/api/integrations").reply(502);
    list([others, { id: 9, http: { url: URL } }]);
    gorgias("late").delete("/api/integrations/9").reply(status, {});
    const flow = flowWith("ticketEventWebhook", {
      connection: connectionTo("late"),
      events: ["ticket-created"],
    });
    await expect(flow.deploy()).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`${left} Deploy the instance again\\.$`)),
    });
  },
);

it("a deployment that could not see what is there takes nothing away", async () => {
  gorgias("blind")
    .get("/api/integrations")
    .query(true)
    .reply(403, { error: { msg: "Forbidden" } });
  const flow = flowWith("ticketEventWebhook", {
    connection: connectionTo("blind"),
    events: ["ticket-created"],
  });
  await expect(flow.deploy()).rejects.toThrow(/Deploy the instance again/);
});
