import { createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { closeAll, listen, rawAccount } from "../support/rawServer";
import { failure, run } from "../support/steps";
import { skipWaits } from "../support/time";

beforeEach(skipWaits);
afterEach(closeAll);

/** An answer whose body ends too soon. */
const cutOff = (status: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"id":`;

const whole =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 8\r\n\r\n{"id":7}';

const writes: [string, string, Record<string, unknown>][] = [
  ["PUT /api/customers/7", "updateCustomer", { id: 7, name: "Jo" }],
  ["POST /api/customers", "createCustomer", { name: "Jo" }],
];

describe("a success that is cut off", () => {
  it.each(writes)("has %s not sent again: it was carried out", async (request, key, inputs) => {
    const arrived = await rawAccount(cutOff("200 OK"));
    await expect(failure(key, inputs)).resolves.toMatchObject({
      name: "GorgiasError",
      status: 200,
      attempts: 1,
      message: `${request}: Gorgias answered 200, but the answer did not come to its end (the connection was cut off). The change was made all the same: look in Gorgias, and don't send it again.`,
    });
    expect(arrived).toEqual([request]);
  });

  it("has no raw write sent again either, whatever else it repeats", async () => {
    const arrived = await rawAccount(cutOff("201 Created"));
    const inputs = { method: "PATCH", url: "/x", maxRetries: "3", retryAllErrors: true };
    await expect(failure("rawRequest", inputs)).resolves.toMatchObject({ attempts: 1 });
    expect(arrived).toHaveLength(1);
  });

  it("has a read sent again", async () => {
    const arrived = await rawAccount(cutOff("200 OK"), whole);
    await expect(run("getAccount")).resolves.toEqual({ id: 7 });
    expect(arrived).toHaveLength(2);
  });

  it("is a deletion that was done", async () => {
    await rawAccount(cutOff("200 OK"));
    await expect(run("deleteTicket", { id: 7 })).resolves.toEqual({ id: 7, deleted: true });
  });
});

describe("a server that does not encrypt", () => {
  it.each(["HTTP/1.1 400 Bad Request\r\n\r\n", "220 mail.example ESMTP\r\n"])(
    "and answers %j is told in words, and not asked again",
    async (words) => {
      let connections = 0;
      const server = createServer((socket) => {
        connections += 1;
        socket.on("error", () => undefined);
        socket.end(words);
      });
      await listen(server, "https");
      const error = await failure("createCustomer", { name: "Jo" });
      const { GORGIAS_BASE_URL: origin } = process.env;
      expect(error.message).toBe(
        `POST /api/customers: no answer from ${origin} (it does not encrypt).`,
      );
      expect(connections).toBe(1);
    },
  );
});

describe("a connection that is not there in time", () => {
  // Connections that are taken and never spoken to: the handshake does not come to its end.
  const stalls = async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on("error", () => undefined).resume();
    });
    await listen(server, "https");
    return () => connections;
  };

  it("because the handshake stalls has even a POST sent again", async () => {
    const connections = await stalls();
    const inputs = { method: "POST", url: "/customers", timeout: "100", maxRetries: "2" };
    await expect(failure("rawRequest", inputs)).resolves.toMatchObject({
      attempts: 3,
      message: expect.not.stringContaining("carried out"),
    });
    expect(connections()).toBe(3);
  });
});

describe("a handshake that fails", () => {
  it.each(["TLSv1.2", "TLSv1.3"] as const)(
    "with %s has even a POST sent again",
    async (version) => {
      let connections = 0;
      // Without a certificate there is no cipher that both sides know.
      const server = createTlsServer({ minVersion: version, maxVersion: version });
      server.on("connection", () => {
        connections += 1;
      });
      await listen(server, "https");
      const error = await failure("createCustomer", { name: "Jo" });
      const { GORGIAS_BASE_URL: origin } = process.env;
      expect(error.message).toBe(
        `POST /api/customers: no answer from ${origin} (the encrypted connection failed). Tried 6 times.`,
      );
      expect(connections).toBe(6);
    },
  );

  it("because the other side hangs up has even a POST sent again", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on("error", () => undefined).once("data", () => socket.end());
    });
    await listen(server, "https");
    await expect(failure("createCustomer", { name: "Jo" })).resolves.toMatchObject({
      attempts: 6,
      message: expect.not.stringContaining("carried out"),
    });
    expect(connections).toBe(6);
  });
});
