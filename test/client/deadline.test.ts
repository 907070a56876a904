import { GorgiasClient } from "../../src/client";
import { jsonContent } from "../../src/client/content";
import { OutOfTimeError } from "../../src/client/errors";
import { pages } from "../../src/client/pages";
import { standardRetry } from "../../src/client/retry";
import type nock from "../support/nock";
import { connectionTo, newLog } from "../support/steps";
import { pass, useFakeTime } from "../support/time";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const clientOf = (domain: string, options: { timeLimitMs?: number; signal?: AbortSignal } = {}) =>
  new GorgiasClient({
    connection: connectionTo(domain),
    logger: newLog().logger,
    debug: false,
    ...options,
  });

const newTicket = { method: "POST", path: "/tickets", content: jsonContent({}) } as const;

const noRetry = { ...standardRetry, retries: 0 };

/** An answer that comes so much later. */
const late = (ms: number, status: number, body: object) => () => {
  jest.advanceTimersByTime(ms);
  return [status, body];
};

/** The error that some work ends with. */
async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "no error",
    (error: unknown) => error,
  );
}

describe("the time limit", () => {
  useFakeTime();

  /** Whether a wait fits into the time that a client has left. */
  const hasTimeFor = async (client: GorgiasClient, ms: number) => {
    const work = client.wait(ms);
    await pass(work);
    return work;
  };

  it.each([
    [14 * 60_000, {}],
    [5000, { timeLimitMs: 5000 }],
  ])("is %i ms with %j", async (ms, options) => {
    expect(await hasTimeFor(clientOf("acme", options), ms)).toBe(false);
    const client = clientOf("acme", options);
    expect(await hasTimeFor(client, ms - 1000)).toBe(true);
    expect(await hasTimeFor(client, 1000)).toBe(false);
    expect(await hasTimeFor(client, 999)).toBe(true);
  });

  it("is kept, whatever is done to the machine's clock", async () => {
    const client = clientOf("acme", { timeLimitMs: 5000 });
    jest.setSystemTime(0);
    expect(await hasTimeFor(client, 5000)).toBe(false);
    expect(await hasTimeFor(client, 4999)).toBe(true);
  });

  it("is no longer waited for when the next try would come too late", async () => {
    gorgias("asks-long").get("/api/account").reply(429, {}, { "Retry-After": "100" });
    const client = clientOf("asks-long", { timeLimitMs: 90_000 });
    const work = errorOf(client.get("/account"));
    expect(await pass(work)).toBe(0);
    const error = await work;
    expect(error).toBeInstanceOf(OutOfTimeError);
    expect(error).toMatchObject({
      name: "OutOfTimeError",
      status: 429,
      attempts: 1,
      message:
        "GET /api/account: Gorgias answered 429. The account's rate limit is used up, most likely by other integrations as well. It asks to wait 100 seconds. It was not tried again: less is left of the 90 seconds that the step has than the next wait needs.",
    });
  });

  it("lets nothing be sent when it is over", async () => {
    const client = clientOf("over", { timeLimitMs: 1000 });
    jest.advanceTimersByTime(1000);
    await expect(client.send(newTicket)).rejects.toMatchObject({
      name: "OutOfTimeError",
      attempts: 0,
      status: undefined,
      message: "POST /api/tickets: not sent, because the 1 second that the step has are used up.",
    });
  });

  it("ends a read that is under way", async () => {
    gorgias("hangs")
      .get("/api/account")
      .reply(late(12_000, 200, {}));
    await expect(clientOf("hangs", { timeLimitMs: 12_000 }).get("/account")).rejects.toMatchObject({
      name: "OutOfTimeError",
      attempts: 1,
      message:
        "GET /api/account: no answer from https://hangs.gorgias.com (it took too long). It was not tried again: the 12 seconds that the step has are used up.",
    });
  });

  it("ends a read that would not have been tried again in the same way", async () => {
    gorgias("hangs-once")
      .get("/api/account")
      .reply(late(12_000, 200, {}));
    const client = clientOf("hangs-once", { timeLimitMs: 12_000 });
    const read = client.send({ method: "GET", path: "/account", retry: noRetry });
    await expect(read).rejects.toMatchObject({
      name: "OutOfTimeError",
      attempts: 1,
      message:
        "GET /api/account: no answer from https://hangs-once.gorgias.com (it took too long). It was not tried again: the 12 seconds that the step has are used up.",
    });
  });

  it("lets a write that is under way come to its end", async () => {
    gorgias("writes")
      .post("/api/tickets")
      .reply(late(20_000, 201, { id: 7 }));
    const client = clientOf("writes", { timeLimitMs: 12_000 });
    await expect(client.send(newTicket)).resolves.toMatchObject({ body: { id: 7 } });
    await expect(client.wait(1)).resolves.toBe(false);
  });

  it("ends a request at once whose turn at the account's pace comes too late", async () => {
    const account = gorgias("is-full").get("/api/account");
    account.reply(200, {}, { "x-gorgias-account-api-call-limit": "40/40" });
    const client = clientOf("is-full", { timeLimitMs: 500 });
    await client.get("/account");
    const work = errorOf(client.put("/tickets/7", {}));
    expect(await pass(work)).toBe(0);
    await expect(work).resolves.toMatchObject({
      name: "OutOfTimeError",
      attempts: 0,
      message:
        "PUT /api/tickets/7: not sent, because less is left of the 1 second that the step has than the next wait needs.",
    });
  });

  it("is not slept past in a turn that answers under way may bring nearer", async () => {
    gorgias("is-slow").get("/api/account").delay(60_000).reply(200, {});
    const first = clientOf("is-slow").get("/account");
    await new Promise((resolve) => setImmediate(resolve));
    const work = errorOf(clientOf("is-slow", { timeLimitMs: 5000 }).get("/account"));
    expect(await pass(work, true)).toBe(5);
    await expect(work).resolves.toMatchObject({ name: "OutOfTimeError", attempts: 0 });
    first.catch(() => undefined);
  });

  it("names the page that a read of a list has come to", async () => {
    gorgias("reads-on")
      .get("/api/tickets?limit=100")
      .reply(200, page([{ id: 1 }], "b"));
    const client = clientOf("reads-on", { timeLimitMs: 60_000 });
    const walk = pages(client, { path: "/tickets", query: {} });
    await pass(walk.next());
    jest.advanceTimersByTime(60_000);
    await expect(walk.next()).rejects.toMatchObject({
      name: "OutOfTimeError",
      message: expect.stringMatching(
        / This was page 2 of the list, at the cursor b, after 1 item\.$/,
      ),
    });
  });
});

describe("a step that was cancelled", () => {
  /** A client whose step is cancelled while its request is under way, and the answer to that. */
  const cancelledAt = (request: nock.Interceptor, ...answer: [status: number, body?: object]) => {
    const host = new AbortController();
    request.reply(() => {
      host.abort();
      return answer as [number, object];
    });
    return clientOf("acme", { signal: host.signal });
  };

  it("sends nothing from then on", async () => {
    const client = clientOf("acme", { signal: AbortSignal.abort() });
    for (const work of [client.get("/account"), client.put("/tickets/7", {})]) {
      await expect(work).rejects.toMatchObject({
        name: "GorgiasError",
        attempts: 0,
        message: expect.stringMatching(/: not sent, because the step was cancelled\.$/),
      });
    }
  });

  it("gives up a read that is under way, and does not repeat it", async () => {
    const work = cancelledAt(gorgias().get("/api/account"), 200, {}).get("/account");
    await expect(work).rejects.toMatchObject({
      name: "GorgiasError",
      attempts: 1,
      message:
        "GET /api/account: no answer from https://acme.gorgias.com (the step was cancelled). It was not tried again: the step was cancelled.",
    });
  });

  it("says so of a read that would not have been repeated", async () => {
    const client = cancelledAt(gorgias().get("/api/account"), 200, {});
    const read = client.send({ method: "GET", path: "/account", retry: noRetry });
    await expect(read).rejects.toMatchObject({
      name: "GorgiasError",
      attempts: 1,
      message:
        "GET /api/account: no answer from https://acme.gorgias.com (the step was cancelled).",
    });
  });

  it("still gets the answer to a write that is under way", async () => {
    const client = cancelledAt(gorgias().post("/api/tickets"), 201, { id: 7 });
    await expect(client.send(newTicket)).resolves.toMatchObject({ body: { id: 7 } });
  });

  it("does not repeat a write that failed", async () => {
    const client = cancelledAt(gorgias().put("/api/tickets/7"), 503);
    await expect(client.put("/tickets/7", {})).rejects.toMatchObject({ status: 503, attempts: 1 });
  });

  it("waits for nothing", async () => {
    const host = new AbortController();
    const client = clientOf("acme", { signal: host.signal });
    const work = client.wait(60_000);
    host.abort();
    await expect(work).resolves.toBe(false);
  });

  it("does not keep the process alive for a turn at the account's pace", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout");
    const host = new AbortController();
    gorgias("keeps-on")
      .get("/api/account")
      .reply(200, {}, { "x-gorgias-account-api-call-limit": "40/40" });
    const client = clientOf("keeps-on", { signal: host.signal });
    await client.get("/account");
    const before = timers();
    const work = errorOf(client.get("/account"));
    await new Promise((resolve) => setImmediate(resolve));
    expect(timers()).not.toEqual(before);
    host.abort();
    await expect(work).resolves.toMatchObject({ name: "GorgiasError", attempts: 0 });
    expect(timers()).toEqual(before);
  });

  it("leaves no listener behind", async () => {
    const { signal } = new AbortController();
    const add = jest.spyOn(signal, "addEventListener");
    const remove = jest.spyOn(signal, "removeEventListener");
    gorgias().get("/api/account").reply(200, {});
    const client = clientOf("acme", { signal });
    await client.get("/account");
    await client.wait(1);
    expect(add).toHaveBeenCalled();
    expect(remove).toHaveBeenCalledTimes(add.mock.calls.length);
  });
});
