import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { GorgiasClient } from "../../src/client";
import { CallDeadline } from "../../src/client/callDeadline";
import { jsonContent } from "../../src/client/content";
import { pages } from "../../src/client/pages";
import { closeAll, listen } from "../support/rawServer";
import { connection, connectionTo, newLog } from "../support/steps";
import { pass, useFakeTime } from "../support/time";
import { gorgias, page, useWire } from "../support/wire";

const RATE = "x-gorgias-account-api-call-limit";

const call = (
  domain: string,
  { limitMs = 55_000, signal }: { limitMs?: number; signal?: AbortSignal } = {},
) =>
  new GorgiasClient({
    connection: connectionTo(domain),
    logger: newLog().logger,
    debug: false,
    deadline: new CallDeadline(limitMs, signal),
  });

async function errorOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => new Error("no error"),
    (error: Error) => error,
  );
}

/** The error that some work ends with, and after how many seconds. */
async function failureOf(work: Promise<unknown>) {
  const error = errorOf(work);
  const seconds = await pass(error);
  const { name, message } = await error;
  return { name, message, seconds };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a call that is answered within its limit", () => {
  useFakeTime();
  useWire();

  /** Fills an account's bucket, and lets it drain for longer than a call may take. */
  const pause = async (domain: string, seconds: number) => {
    gorgias(domain)
      .get("/api/account")
      .reply(429, {}, { "Retry-After": `${seconds}` });
    return failureOf(call(domain).get("/account"));
  };

  it("is refused at once where Gorgias asks for a longer wait, and so is the next", async () => {
    await expect(pause("long-pause", 70)).resolves.toEqual({
      name: "OutOfTimeError",
      seconds: 0,
      message:
        "GET /api/account: Gorgias answered 429. The account's rate limit is used up, most likely by other integrations as well. It asks to wait 70 seconds. It was not tried again: Gorgias' rate limit is used up: busy, try again in 70 s.",
    });
    jest.advanceTimersByTime(10_000);
    await expect(failureOf(call("long-pause").put("/tickets/7", {}))).resolves.toEqual({
      name: "OutOfTimeError",
      seconds: 0,
      message:
        "PUT /api/tickets/7: not sent, because Gorgias' rate limit is used up: busy, try again in 60 s.",
    });
  });

  it("leaves a write ten seconds to be answered, and a read one", async () => {
    await pause("short-pause", 56);
    jest.advanceTimersByTime(6_000);
    // 50 s are left of the pause: too long for a write, and not for a read.
    await expect(failureOf(call("short-pause").put("/tickets/7", {}))).resolves.toMatchObject({
      seconds: 0,
      message: expect.stringContaining("busy, try again in 50 s."),
    });
    gorgias("short-pause").get("/api/account").reply(200, { id: 1 });
    const read = call("short-pause").get("/account");
    await settled();
    jest.advanceTimersByTime(50_000);
    await expect(read).resolves.toEqual({ id: 1 });
  });

  it("does not send a write in its last ten seconds, nor a read in its last one", async () => {
    const client = call("last-seconds");
    jest.advanceTimersByTime(45_000);
    await expect(failureOf(client.put("/tickets/7", {}))).resolves.toMatchObject({
      message:
        "PUT /api/tickets/7: not sent, because too little is left of the 55 seconds that the call has for another request: busy, try again in 1 s.",
    });
    gorgias("last-seconds").get("/api/account").reply(200, {});
    await client.get("/account");
    jest.advanceTimersByTime(9_000);
    await expect(failureOf(client.get("/account"))).resolves.toMatchObject({
      message: expect.stringMatching(/^GET \/api\/account: not sent, .*busy, try again in 1 s\.$/),
    });
    jest.advanceTimersByTime(1_000);
    await expect(failureOf(client.get("/account"))).resolves.toMatchObject({
      message:
        "GET /api/account: not sent, because the 55 seconds that the call has are used up: busy, try again in 1 s.",
    });
  });

  it("reckons with the calls that wait before it, and no longer with those that were cancelled", async () => {
    // The full bucket of four has room in 10 s; then requests go 7.5 s apart, as others use it too.
    gorgias("queued")
      .get("/api/account")
      .reply(200, {}, { [RATE]: "4/4" });
    await call("queued").get("/account");
    const host = new AbortController();
    const before = [1, 2, 3, 4, 5, 6, 7, 8].map(() =>
      call("queued", { signal: host.signal })
        .get("/account")
        .catch(() => undefined),
    );
    await settled();
    const { message, seconds } = await failureOf(call("queued").get("/account"));
    expect(seconds).toBe(0);
    expect(message).toBe(
      "GET /api/account: not sent, because Gorgias' rate limit is used up: busy, try again in 55 s.",
    );
    host.abort();
    await Promise.all(before);
    gorgias("queued")
      .get("/api/account")
      .reply(200, {}, { [RATE]: "1/4" });
    expect(await pass(call("queued").get("/account"))).toBe(10);
  });

  it("says how far a read of many pages has come", async () => {
    gorgias("many-pages")
      .get("/api/tickets?limit=100")
      .reply(200, page([{ id: 1 }, { id: 2 }], "b"));
    const walk = pages(call("many-pages"), { path: "/tickets", query: {} });
    await pass(walk.next());
    gorgias("many-pages")
      .get("/api/tickets?limit=100&cursor=b")
      .reply(429, {}, { "Retry-After": "60" });
    await expect(failureOf(walk.next())).resolves.toMatchObject({
      name: "OutOfTimeError",
      message: expect.stringMatching(
        /busy, try again in 60 s\. This was page 2 of the list, at the cursor b, after 2 items\.$/,
      ),
    });
  });

  it("cancelled while it waits for its turn gives its place to the next and sends nothing", async () => {
    gorgias("gives-back")
      .get("/api/account")
      .reply(200, {}, { [RATE]: "4/4" });
    await call("gives-back").get("/account");
    const host = new AbortController();
    const cancelled = errorOf(call("gives-back", { signal: host.signal }).put("/tickets/7", {}));
    await settled();
    gorgias("gives-back").get("/api/tickets/8").reply(200, { id: 8 });
    const next = call("gives-back").get("/tickets/8");
    await settled();
    host.abort();
    await expect(cancelled).resolves.toMatchObject({
      name: "GorgiasError",
      message: "PUT /api/tickets/7: not sent, because the call was cancelled.",
    });
    // The wait of one turn, as if nobody had been before it.
    expect(await pass(next)).toBe(10);
  });

  /** Ends the call right after an answer has come. */
  const afterwards = (host: AbortController, ...answer: readonly unknown[]) =>
    function reply() {
      setImmediate(() => setImmediate(() => host.abort()));
      return answer as never;
    };

  it("cancelled after a failed try, the call does not try again", async () => {
    const host = new AbortController();
    gorgias("cancels-try")
      .put("/api/tickets/7")
      .reply(afterwards(host, 503, {}));
    const { message } = await errorOf(
      call("cancels-try", { signal: host.signal }).put("/tickets/7", {}),
    );
    expect(message).toMatch(
      /Gorgias answered 503.* It was not tried again: the call was cancelled\.$/,
    );
  });

  it("cancelled between two pages, the call reads no other", async () => {
    const host = new AbortController();
    gorgias("cancels-page")
      .get("/api/tickets?limit=100")
      .reply(200, page([{ id: 1 }], "b"));
    const walk = pages(call("cancels-page", { signal: host.signal }), {
      path: "/tickets",
      query: {},
    });
    await walk.next();
    host.abort();
    await expect(walk.next()).rejects.toMatchObject({
      message: expect.stringContaining("not sent, because the call was cancelled. This was page 2"),
    });
  });

  it("cancelled while a file is asked for, the call follows no redirect", async () => {
    const host = new AbortController();
    gorgias("cancels-file")
      .get("/api/attachment/download/a")
      .reply(() => {
        host.abort();
        return [302, "", { Location: "https://files.example.com/a" }];
      });
    const work = call("cancels-file", { signal: host.signal }).download("/attachment/download/a");
    await expect(errorOf(work)).resolves.toMatchObject({
      message: expect.stringContaining("the call was cancelled"),
    });
  });

  it("cancelled while it reads, the call sends none of the writes that would follow", async () => {
    const host = new AbortController();
    gorgias("cancels-write")
      .get("/api/tickets/7")
      .reply(() => {
        host.abort();
        return [200, {}];
      });
    const client = call("cancels-write", { signal: host.signal });
    await errorOf(client.get("/tickets/7"));
    await expect(errorOf(client.put("/tickets/7", {}))).resolves.toMatchObject({
      message: "PUT /api/tickets/7: not sent, because the call was cancelled.",
    });
  });
});

describe("a request under way", () => {
  useFakeTime();
  afterEach(closeAll);

  /** A server that answers nothing, or the beginning of a file. */
  const silent = async (begin: (response: ServerResponse) => void = () => undefined) => {
    const server = createServer((_, response) => begin(response));
    await listen(server);
    return server;
  };

  const callThere = (signal?: AbortSignal) =>
    new GorgiasClient({
      connection,
      logger: newLog().logger,
      debug: false,
      deadline: new CallDeadline(55_000, signal),
    });

  it("that writes is given up at the limit, and its error says that it may have been carried out", async () => {
    await silent();
    const content = jsonContent({});
    const work = errorOf(callThere().upload("/upload", content));
    expect(await pass(work, true)).toBe(55);
    await expect(work).resolves.toMatchObject({
      message: `POST /api/upload: no answer from ${process.env.GORGIAS_BASE_URL} (it took too long). It may have been carried out: look in Gorgias before you send it again.`,
    });
  });

  it("that updates says the same, and not to try again", async () => {
    await silent();
    const work = errorOf(callThere().put("/tickets/7", {}));
    expect(await pass(work, true)).toBeLessThanOrEqual(55);
    const { message } = await work;
    expect(message).toContain("It may have been carried out: look in Gorgias");
    expect(message).not.toContain("busy");
  });

  it("that reads a file is cut off when its call is cancelled", async () => {
    const host = new AbortController();
    const server = await silent((response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("begun");
    });
    const asked = once(server, "request");
    const work = errorOf(callThere(host.signal).download("/attachment/download/a"));
    const [{ socket }] = await asked;
    // The server sees a reset, which is an error to it.
    socket.on("error", () => undefined);
    const closed = new Promise((resolve) => socket.once("close", resolve));
    host.abort();
    await closed;
    await expect(work).resolves.toMatchObject({
      message: expect.stringContaining("the call was cancelled"),
    });
  });
});
