import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { reportQuery } from "../support/reportQuery";
import { connection, failure, run } from "../support/steps";
import { skipWaits } from "../support/time";

/** One request as it arrived, and over which of the connections. */
interface Arrived {
  readonly request: string;
  readonly headers: Record<string, string | string[] | undefined>;
  /** The connection's number, from 1. */
  readonly socket: number;
  /** How many requests came over it, this one included. */
  readonly nth: number;
}

type Answer = (response: http.ServerResponse, arrived: Arrived) => void;

const ok: Answer = (response) => {
  response.setHeader("content-type", "application/json");
  response.end('{"id":1,"object":"list","data":[],"meta":{"next_cursor":null}}');
};

/** A connection that was cut off, as one is whose other end has gone away. */
const cut: Answer = (response) => response.socket?.resetAndDestroy();

const servers: http.Server[] = [];

/** An account on this machine: what nock cannot show are connections. */
async function account(answer: Answer = ok): Promise<Arrived[]> {
  const arrived: Arrived[] = [];
  const sockets = new Map<Socket, number>();
  const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    request.resume().on("end", () => {
      const { method, url, headers, socket } = request;
      const number = [...sockets.keys()].indexOf(socket) + 1 || sockets.size + 1;
      const nth = (sockets.get(socket) ?? 0) + 1;
      sockets.set(socket, nth);
      const one = { request: `${method} ${url}`, headers, socket: number, nth };
      arrived.push(one);
      answer(response, one);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.GORGIAS_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return arrived;
}

beforeEach(() => {
  skipWaits();
});

afterEach(() => {
  delete process.env.GORGIAS_BASE_URL;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const customer = { name: "Jo" };
const report = { query: reportQuery };

describe("what is sent", () => {
  const { username, apiKey } = connection.fields;
  const always = {
    accept: "application/json",
    "accept-encoding": "gzip, br",
    authorization: `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`,
    host: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
  };
  const json = { "content-type": "application/json", "content-length": "13" };

  it.each([
    ["a read", "getAccount", {}, { connection: "keep-alive" }],
    ["a write", "createCustomer", customer, { ...json, connection: "close" }],
    [
      "a write without a body",
      "rawRequest",
      { method: "POST", url: "/things" },
      { "content-length": "0", connection: "close" },
    ],
    [
      "a deletion with a body",
      "rawRequest",
      { method: "DELETE", url: "/things", data: '{"ids":[1,2]}' },
      { ...json, connection: "close" },
    ],
  ])("%s has no header beyond those it needs", async (_, key, inputs, own) => {
    const arrived = await account();
    await run(key, inputs);
    expect(arrived[0]?.headers).toEqual({ ...always, ...own });
  });

  it("no proxy is asked, whatever the environment says", async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: "http://127.0.0.1:9",
      http_proxy: "http://127.0.0.1:9",
      NO_PROXY: "",
      no_proxy: "",
    });
    try {
      await account();
      await expect(run("getAccount")).resolves.toMatchObject({ id: 1 });
    } finally {
      process.env = before;
    }
  });
});

describe("connections", () => {
  it("reads and repeatable writes share one that stays open", async () => {
    const arrived = await account();
    await run("getAccount");
    await run("updateTicket", { id: 7, status: "", subject: "Hi" });
    await run("getReportingStatistic", report);
    await run("deleteTicket", { id: 7 });
    expect(arrived.map(({ socket }) => socket)).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ["Create Customer", "createCustomer", customer],
    ["a raw GET without retries", "rawRequest", { method: "GET", url: "/things", maxRetries: "0" }],
    ["a raw PATCH", "rawRequest", { method: "PATCH", url: "/things", maxRetries: "3" }],
  ])("%s, which is not repeated, never meets one that may be dead", async (_, key, inputs) => {
    const arrived = await account((response, one) => (one.nth > 1 ? cut : ok)(response, one));
    await run("getAccount");
    await run(key, inputs);
    expect(arrived.map(({ socket }) => socket)).toEqual([1, 2]);
  });

  it.each([
    ["a read", "getAccount", {}],
    ["a read by POST", "getReportingStatistic", report],
    [
      "a raw POST that may be repeated",
      "rawRequest",
      { method: "POST", url: "/x", maxRetries: "1", retryAllErrors: true },
    ],
  ])("%s that meets a dead one goes again over a new one", async (_, key, inputs) => {
    const arrived = await account((response, one) => (one.nth > 1 ? cut : ok)(response, one));
    await run("getAccount");
    await run(key, inputs);
    expect(arrived.map(({ socket }) => socket)).toEqual([1, 1, 2]);
  });

  it("one that was not used for four seconds is closed, before a gateway forgets it", async () => {
    const arrived = await account();
    await run("getAccount");
    await new Promise((resolve) => setTimeout(resolve, 4_200));
    await run("getAccount");
    expect(arrived.map(({ socket }) => socket)).toEqual([1, 2]);
  }, 10_000);

  it("a hundred dead ones cost a read one try", async () => {
    let areDead = false;
    const arrived = await account((response, one) =>
      (areDead && one.nth > 1 ? cut : ok)(response, one),
    );
    await Promise.all(Array.from({ length: 100 }, () => run("getAccount")));
    areDead = true;
    const before = arrived.length;
    await run("getAccount");
    expect(arrived.length - before).toBe(2);
  });
});

describe("an answer that does not end", () => {
  const drip: Answer = (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  };

  it("is given up when its time is over, even while bytes still come", async () => {
    await account(drip);
    const inputs = { method: "GET", url: "/things", timeout: "200" };
    await expect(failure("rawRequest", inputs)).resolves.toMatchObject({
      message: expect.stringMatching(/\(it took too long\)\.$/),
      attempts: 1,
    });
  });

  it("and is cut off in the middle is a fault of the connection", async () => {
    await account((response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("{", () => response.socket?.destroy());
    });
    await expect(failure("getAccount")).resolves.toMatchObject({
      message: expect.stringMatching(/\(the connection was cut off\)\. Tried 6 times\.$/),
    });
  });
});

describe("an answer that Node does not read", () => {
  const largeHeaders: Answer = (response) => {
    response.setHeader("x-large", "x".repeat(20_000)).end("{}");
  };
  const mail: Answer = (response) => response.socket?.end("220 mail.example ESMTP\r\n\r\n");

  it("for its large headers is said in words, and not asked for again", async () => {
    const arrived = await account(largeHeaders);
    await expect(failure("getAccount")).resolves.toMatchObject({
      name: "GorgiasError",
      message: `GET /api/account: ${process.env.GORGIAS_BASE_URL} answered, but the headers of the answer are too large to be read.`,
    });
    expect(arrived).toHaveLength(1);
  });

  it("because it is no HTTP is said in words, and asked for again", async () => {
    const arrived = await account(mail);
    const { message } = await failure("getAccount");
    const { GORGIAS_BASE_URL: origin } = process.env;
    expect(message.replace(/\([a-z ]+\)/, "()")).toBe(
      `GET /api/account: ${origin} answered with something that is not HTTP (). Tried 6 times.`,
    );
    expect(arrived).toHaveLength(6);
  });

  it.each([
    ["for its large headers", largeHeaders],
    ["because it is no HTTP", mail],
  ])("%s has no write sent again, which may have been carried out", async (_, answer) => {
    const arrived = await account(answer);
    await expect(failure("createCustomer", customer)).resolves.toMatchObject({
      attempts: 1,
      message: expect.stringMatching(
        / answered.* It may have been carried out: look in Gorgias before you send it again\.$/,
      ),
    });
    expect(arrived).toHaveLength(1);
  });
});
