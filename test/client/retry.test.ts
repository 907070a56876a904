import { GorgiasClient } from "../../src/client";
import { reportQuery } from "../support/reportQuery";
import { connection, connectionTo, failure, newLog, run } from "../support/steps";
import { pass, useFakeTime } from "../support/time";
import { gorgias, useWire } from "../support/wire";

useWire();

const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });

describe.each([
  ["GET", "getTicket", { id: 7 }, { id: 7 }],
  ["PUT", "updateTicket", { id: 7, status: "", subject: "Hi" }, { id: 7 }],
  ["DELETE", "deleteTicket", { id: 7 }, { id: 7, deleted: true }],
] as const)("%s", (method, key, inputs, result) => {
  it("survives 500, 503 and a reset connection", async () => {
    const body = method === "PUT" ? { subject: "Hi" } : "";
    const wire = gorgias();
    wire.intercept("/api/tickets/7", method, body).reply(500);
    wire.intercept("/api/tickets/7", method, body).reply(503);
    wire.intercept("/api/tickets/7", method, body).replyWithError(reset);
    wire.intercept("/api/tickets/7", method, body).reply(200, { id: 7 });
    await expect(run(key, inputs)).resolves.toEqual(result);
  });

  it("gives up after five retries and says so", async () => {
    gorgias().intercept("/api/tickets/7", method).times(6).reply(502);
    await expect(failure(key, inputs)).resolves.toMatchObject({
      message: `${method} /api/tickets/7: Gorgias answered 502. ${method === "GET" ? "" : "It may have been carried out: look in Gorgias before you send it again. "}Tried 6 times.`,
      attempts: 6,
      status: 502,
    });
  });

  it("is not tried again after an answer that will not change", async () => {
    gorgias().intercept("/api/tickets/7", method).reply(400);
    await expect(failure(key, inputs)).resolves.toMatchObject({ status: 400, attempts: 1 });
  });
});

describe("POST", () => {
  const customer = { name: "Jo" };

  it.each([500, 502, 503, 504])(
    "answered %i is sent once, for it may have been done",
    async (status) => {
      gorgias().post("/api/customers", customer).reply(status);
      await expect(failure("createCustomer", customer)).resolves.toMatchObject({
        status,
        attempts: 1,
      });
    },
  );

  it("cut off on the way is sent once, for it may have been done", async () => {
    gorgias().post("/api/customers", customer).replyWithError(reset);
    await expect(failure("createCustomer", customer)).resolves.toMatchObject({
      message:
        "POST /api/customers: no answer from https://acme.gorgias.com (the connection was cut off). It may have been carried out: look in Gorgias before you send it again.",
    });
  });

  it("that never reached Gorgias is sent again", async () => {
    gorgias().post("/api/customers", customer).replyWithError(refused);
    gorgias().post("/api/customers", customer).reply(201, { id: 1 });
    await expect(run("createCustomer", customer)).resolves.toEqual({ id: 1 });
  });
});

describe("a request that Gorgias gave up half-way (408)", () => {
  it.each([
    ["GET", "getTicket", { id: 7 }],
    ["PUT", "updateTicket", { id: 7, status: "", subject: "Hi" }],
    ["DELETE", "deleteTicket", { id: 7 }],
  ])("is sent again when it is a %s", async (method, key, inputs) => {
    gorgias().intercept("/api/tickets/7", method).reply(408);
    gorgias().intercept("/api/tickets/7", method).reply(200, { id: 7 });
    await expect(run(key, inputs)).resolves.toMatchObject({ id: 7 });
  });

  it("is not when it is a POST, for Gorgias may have begun", async () => {
    gorgias().post("/api/customers").reply(408);
    await expect(failure("createCustomer", { name: "Jo" })).resolves.toMatchObject({
      status: 408,
      attempts: 1,
    });
  });
});

it("what Gorgias would not look at yet (425) is sent again, even a POST", async () => {
  gorgias().post("/api/customers").times(5).reply(425);
  gorgias().post("/api/customers").reply(201, { id: 1 });
  await expect(run("createCustomer", { name: "Jo" })).resolves.toEqual({ id: 1 });
});

describe("a write that is refused after a try which may have carried it out", () => {
  const ids = { source_id: 8, target_id: 7 };
  const merge = () => gorgias().put("/api/customers/merge").query(true);
  const hint =
    "An earlier try may have carried this out: look in Gorgias before you send it again.";

  it.each([
    [404, reset],
    [409, reset],
    [404, 502],
    [409, 408],
    [301, 502],
  ])("with %i is told so: a merge", async (status, before) => {
    if (typeof before === "number") {
      merge().reply(before);
    } else {
      merge().replyWithError(before);
    }
    merge().reply(status, { error: { msg: "No such customer." } });
    await expect(failure("mergeCustomers", ids)).resolves.toMatchObject({
      status,
      message: `PUT /api/customers/merge: Gorgias answered ${status}: No such customer. ${hint} Tried 2 times.`,
    });
  });

  it.each([
    ["never reached Gorgias", refused],
    ["was refused for the rate limit", 429],
  ])("is not told so when the earlier try %s", async (_, before) => {
    if (typeof before === "number") {
      merge().reply(before);
    } else {
      merge().replyWithError(before);
    }
    merge().reply(404);
    const { message } = await failure("mergeCustomers", ids);
    expect(message).toMatch(/it was deleted, or the ID is wrong\. Tried 2 times\.$/);
  });

  it("is not told so for a read, nor at the first try", async () => {
    gorgias().get("/api/tickets/7").reply(502);
    gorgias().get("/api/tickets/7").reply(404);
    merge().reply(409);
    for (const { message } of [
      await failure("getTicket", { id: 7 }),
      await failure("mergeCustomers", ids),
    ]) {
      expect(message).not.toContain("An earlier try");
    }
  });
});

describe("a read by POST", () => {
  const report = { query: reportQuery };
  const empty = { data: [], meta: {} };

  it("survives what a GET survives", async () => {
    gorgias().post("/api/reporting/stats").reply(500);
    gorgias().post("/api/reporting/stats").replyWithError(reset);
    gorgias().post("/api/reporting/stats").reply(200, empty);
    await expect(run("getReportingStatistic", report)).resolves.toEqual(empty);
  });

  it("of a file does, too", async () => {
    const filters = { period: { start_datetime: "2026-03-01", end_datetime: "2026-04-01" } };
    gorgias().post("/api/stats/overview/download").reply(502);
    gorgias()
      .post("/api/stats/overview/download")
      .reply(200, "a,b", { "content-type": "text/csv" });
    await expect(run("downloadStatistic", { name: "overview", filters })).resolves.toEqual(
      Buffer.from("a,b"),
    );
  });

  it("may be any request that its action knows to be one", async () => {
    gorgias().post("/api/search", { query: "jo" }).reply(503);
    gorgias()
      .post("/api/search", { query: "jo" })
      .reply(200, [{ id: 1 }]);
    const client = new GorgiasClient({ connection, logger: newLog().logger, debug: false });
    await expect(client.ask("/search", { query: "jo" })).resolves.toEqual([{ id: 1 }]);
  });
});

it("a DELETE that never reached Gorgias and then finds nothing fails", async () => {
  gorgias().delete("/api/tickets/7").replyWithError(refused);
  gorgias().delete("/api/tickets/7").reply(429);
  gorgias().delete("/api/tickets/7").reply(404);
  await expect(failure("deleteTicket", { id: 7 })).resolves.toMatchObject({
    status: 404,
    attempts: 3,
  });
});

it("a DELETE that an earlier try has carried out unnoticed succeeds", async () => {
  gorgias().delete("/api/tickets/7").replyWithError(reset);
  gorgias().delete("/api/tickets/7").reply(404);
  await expect(run("deleteTicket", { id: 7 })).resolves.toEqual({ id: 7, deleted: true });
});

it.each([
  ["of several records", "deleteCustomers", { ids: "1,2" }, "/api/customers"],
  [
    "that Raw Request sent",
    "rawRequest",
    { method: "DELETE", url: "/tickts/7", maxRetries: "2" },
    "/api/tickts/7",
  ],
])(
  "a DELETE %s that may have been carried out and then finds nothing fails",
  async (_, key, inputs, path) => {
    gorgias().delete(path).reply(502);
    gorgias()
      .delete(path)
      .reply(404, { error: { msg: "Customer 2 not found." } });
    await expect(failure(key, inputs)).resolves.toMatchObject({
      status: 404,
      message: `DELETE ${path}: Gorgias answered 404: Customer 2 not found. An earlier try may have carried this out: look in Gorgias before you send it again. Tried 2 times.`,
    });
  },
);

it("a DELETE of what never was there fails", async () => {
  gorgias()
    .delete("/api/tickets/7")
    .reply(404, { error: { msg: "Not found" } });
  await expect(failure("deleteTicket", { id: 7 })).resolves.toMatchObject({ status: 404 });
});

describe("in time", () => {
  useFakeTime();

  it.each([
    ["3", 3],
    ["1.5", 1.5],
    ["290", 290],
    ["Thu, 01 Jan 2026 00:02:00 GMT", 120],
    ["Thursday, 01-Jan-26 00:02:10 GMT", 130],
    ["Thu Jan  1 00:02:20 2026", 140],
    ["2026-01-01T00:02:30Z", 150],
    ["2026-01-01T01:02:40+01:00", 160],
    ["2026-01-01T00:02:50.000", 170],
  ])("a POST refused with Retry-After %s is sent again after %i s", async (asked, seconds) => {
    const domain = `asks-for-${seconds * 10}`;
    gorgias(domain)
      .post("/api/customers")
      .reply(
        429,
        { error: { msg: "Too many requests" } },
        {
          "Retry-After": asked,
          Date: "Thu, 01 Jan 2026 00:00:00 GMT",
        },
      );
    gorgias(domain).post("/api/customers").reply(201, { id: 1 });
    const taken = await pass(
      run("createCustomer", { connection: connectionTo(domain), name: "Jo" }),
    );
    expect(taken).toBeCloseTo(seconds, 1);
  });

  it("a date in Retry-After is read by this machine's clock where the answer has none", async () => {
    const asked = new Date(Date.now() + 10_000).toUTCString();
    gorgias("asks-by-date").get("/api/account").reply(429, {}, { "Retry-After": asked });
    gorgias("asks-by-date").get("/api/account").reply(200, {});
    const taken = await pass(run("getAccount", { connection: connectionTo("asks-by-date") }));
    expect(Math.abs(taken - 9.5)).toBeLessThan(1);
  });

  it("a wait that is longer than five minutes is not begun, and the error tells it", async () => {
    gorgias("asks-for-an-hour").get("/api/account").reply(429, {}, { "Retry-After": "3600" });
    const work = failure("getAccount", { connection: connectionTo("asks-for-an-hour") });
    expect(await pass(work)).toBe(0);
    expect((await work).message).toBe(
      "GET /api/account: Gorgias answered 429. The account's rate limit is used up, most likely by other integrations as well. It asks to wait 60 minutes.",
    );
  });

  it("refusals are outlasted for five minutes, whatever their number, and with all retries left", async () => {
    const connection = connectionTo("refuses");
    const wire = gorgias("refuses");
    wire.get("/api/account").times(29).reply(429, {}, { "Retry-After": "10" });
    wire.get("/api/account").times(5).reply(500);
    wire.get("/api/account").reply(200, { id: 1 });
    expect(await pass(run("getAccount", { connection }))).toBeCloseTo(290 + 16, 1);
  });

  it.each([[{ "Retry-After": "7" }], [{}], [{ "Retry-After": "soon" }]])(
    "refusals with %j end after five minutes",
    async (headers) => {
      const domain = `refuses-${Object.values(headers).join("") || "silently"}`;
      gorgias(domain).post("/api/customers").reply(429, {}, headers).persist();
      const work = failure("createCustomer", { connection: connectionTo(domain), name: "Jo" });
      const taken = await pass(work);
      expect(taken).toBeGreaterThan(290);
      expect(taken).toBeLessThanOrEqual(300.1);
      expect((await work).message).toMatch(/429\. The account's rate limit is used up/);
    },
  );

  it("delays double from half a second with full jitter, and the last makes them 16 s at least", async () => {
    jest.mocked(Math.random).mockReturnValue(0.999);
    gorgias("backs-off").get("/api/tickets/7").times(6).reply(500);
    const taken = await pass(
      failure("getTicket", { connection: connectionTo("backs-off"), id: 7 }),
    );
    // 0.5 + 1 + 2 + 4, up to 16, and 8
    expect(taken).toBeCloseTo(24, 1);
  });

  it("a read outlives an outage of 15 s, whatever chance makes of the delays", async () => {
    const end = Date.now() + 15_000;
    gorgias("is-out")
      .get("/api/account")
      .reply(() => (Date.now() < end ? [503] : [200, { id: 1 }]))
      .persist();
    await pass(run("getAccount", { connection: connectionTo("is-out") }));
  });

  it("a request that gets no answer within 30 s is tried again, and the error says why", async () => {
    gorgias("silent").get("/api/account").times(6).delay(3_600_000).reply(200);
    const work = failure("getAccount", { connection: connectionTo("silent") });
    const taken = await pass(work, true);
    expect(taken).toBeCloseTo(6 * 30 + 16, 1);
    expect((await work).message).toBe(
      "GET /api/account: no answer from https://silent.gorgias.com (it took too long). Tried 6 times.",
    );
  });
});
