import { GorgiasClient } from "../../src/client";
import { connectionTo, failure, newLog } from "../support/steps";
import { pass, useFakeTime } from "../support/time";
import { gorgias, useWire } from "../support/wire";

useWire();

const fault = (code: string) => Object.assign(new Error(code), { code });

const LOOK = "look in Gorgias before you send it again.";

describe("a write of which nobody knows whether it was carried out", () => {
  it.each([500, 503, 504, 408])("says so when it was answered %i", async (status) => {
    gorgias().post("/api/customers").reply(status);
    const error = await failure("createCustomer", { name: "Jo" });
    expect(error.message).toBe(
      `POST /api/customers: Gorgias answered ${status}. It may have been carried out: ${LOOK}`,
    );
  });

  it("says so when an earlier try is the one that may have been", async () => {
    for (const [status, words] of [
      [404, "Not found."],
      [409, "Taken."],
      [400, "No."],
    ] as const) {
      gorgias().put("/api/tickets/7").replyWithError(fault("ECONNRESET"));
      gorgias()
        .put("/api/tickets/7")
        .reply(status, { error: { msg: words } });
      const error = await failure("updateTicket", { id: 7, status: "", subject: "Hi" });
      expect(error.message).toBe(
        `PUT /api/tickets/7: Gorgias answered ${status}: ${words} An earlier try may have carried this out: ${LOOK} Tried 2 times.`,
      );
    }
  });

  it("does not say so when it was refused, or never sent", async () => {
    gorgias().post("/api/customers").reply(400);
    gorgias().post("/api/customers").times(6).replyWithError(fault("ECONNREFUSED"));
    for (const _ of ["refused", "never sent"]) {
      const { message } = await failure("createCustomer", { name: "Jo" });
      expect(message).not.toContain("carried");
    }
  });

  it("is none that only reads", async () => {
    gorgias().get("/api/account").times(6).reply(503);
    const { message } = await failure("getAccount");
    expect(message).toBe("GET /api/account: Gorgias answered 503. Tried 6 times.");
  });
});

describe("a request for whose next try there is no time", () => {
  useFakeTime();

  it("says what became of the try before, even where it was its turn that took too long", async () => {
    const clientFor = (timeLimitMs: number) =>
      new GorgiasClient({
        connection: connectionTo("out-of-turns"),
        logger: newLog().logger,
        debug: false,
        timeLimitMs,
      });
    gorgias("out-of-turns")
      .put("/api/tickets/7")
      .reply(503, {}, { "x-gorgias-account-api-call-limit": "40/40" });
    const work = clientFor(3000)
      .put("/tickets/7", {})
      .catch((error: Error) => error);
    await pass(work);
    await expect(work).resolves.toMatchObject({
      name: "OutOfTimeError",
      status: 503,
      attempts: 1,
      message: expect.stringMatching(
        /Gorgias answered 503\. It may have been carried out: .*\. It was not tried again: .*\.$/,
      ),
    });
  });
});
