import { brotliCompressSync, gzipSync } from "node:zlib";
import { connection, failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const account = () => gorgias().get("/api/account");
const customer = { name: "Jo" };
const html = "<!DOCTYPE html><html><title>Sorry</title></html>";

describe("what is an answer", () => {
  it.each([
    ["an object", '{"id":1}', { id: 1 }],
    ["a list", "[1]", [1]],
    ["a text", '"gold"', "gold"],
    ["a number", "7", 7],
    ["false", "false", false],
    ["null", "null", null],
    ["JSON behind a byte order mark", '\ufeff{"id":1}', { id: 1 }],
    ["JSON with space around it", '\r\n {"id":1}\n', { id: 1 }],
  ])("%s", async (_, body, data) => {
    account().reply(200, body);
    await expect(run("rawRequest", { url: "/account", method: "GET" })).resolves.toEqual(data);
  });

  it.each([
    ["nothing", 204, ""],
    ["a body", 200, '{"deleted":true}'],
    ["a web page", 200, html],
    ["JSON that was cut off", 202, '{"id":'],
  ])("to a deletion: %s", async (_, status, body) => {
    gorgias().delete("/api/tickets/7").reply(status, body);
    await expect(run("deleteTicket", { id: 7 })).resolves.toEqual({ id: 7, deleted: true });
  });

  it("to a deletion: even one that cannot be unpacked", async () => {
    gorgias().delete("/api/tickets/7").reply(200, "x", { "content-encoding": "gzip" });
    await expect(run("deleteTicket", { id: 7 })).resolves.toEqual({ id: 7, deleted: true });
  });
});

describe("an answer that cannot be read", () => {
  const packed = gzipSync('{"id":1}');
  const gzip = { "content-encoding": "gzip" };
  const unreadable: [string, string | Buffer, Record<string, string>, string][] = [
    ["is cut off", '{"id": 1, "na', {}, ' with something other than JSON: "{"id": 1, "na".'],
    ["is a web page", html, {}, ` with something other than JSON: "${html.slice(0, 40)}…".`],
    ["is nothing", "", {}, " with nothing, where there should be an answer."],
    ["is space", " \n", {}, " with nothing, where there should be an answer."],
    [
      "is packed and cut short",
      packed.subarray(0, -9),
      gzip,
      ", but the answer did not come to its end (it was cut off).",
    ],
    [
      "is packed by Brotli and cut short",
      brotliCompressSync('{"id":1,"name":"Jo Martin"}').subarray(0, 9),
      { "content-encoding": "br" },
      ", but the answer did not come to its end (it was cut off).",
    ],
    [
      "is not UTF-8",
      Buffer.from(`{"id":1,"name":"${"x".repeat(60)}Jos\xe9","meta":{}}`, "latin1"),
      {},
      ` with something other than JSON: "…${"x".repeat(37)}Jos\ufffd","meta":{}}".`,
    ],
  ];

  const notPacked: [string, Buffer, Record<string, string>, string][] = [
    ["gzip", Buffer.from('{"id":1}'), gzip],
    ["gzip that was damaged", Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]), gzip],
    ["Brotli", Buffer.from('{"id":1}'), { "content-encoding": "br" }],
  ].map(([by, body, headers]) => [
    `is no ${by}`,
    body,
    headers,
    ", but the answer cannot be unpacked: it is not packed as it says.",
  ]) as [string, Buffer, Record<string, string>, string][];

  it.each(notPacked)("because it %s is said at once", async (_, body, headers, problem) => {
    account().reply(200, body, headers);
    await expect(failure("getAccount")).resolves.toMatchObject({
      name: "GorgiasError",
      attempts: 1,
      message: `GET /api/account: Gorgias answered 200${problem}`,
    });
  });

  it("as JSON because it is not UTF-8 is taken as text or as a file", async () => {
    const body = Buffer.from("Jos\xe9", "latin1");
    account().times(2).reply(200, body);
    const raw = { url: "/account", method: "GET" };
    await expect(run("rawRequest", { ...raw, responseType: "text" })).resolves.toBe("Jos\ufffd");
    await expect(run("rawRequest", { ...raw, responseType: "binary" })).resolves.toEqual(body);
  });

  it.each(unreadable)("because it %s has a read tried again", async (_, body, headers) => {
    account().times(5).reply(200, body, headers);
    account().reply(200, { id: 1 });
    await expect(run("getAccount")).resolves.toEqual({ id: 1 });
  });

  it.each(unreadable)("because it %s says so", async (_, body, headers, problem) => {
    account().times(6).reply(200, body, headers);
    await expect(failure("getAccount")).resolves.toMatchObject({
      name: "GorgiasError",
      status: 200,
      message: `GET /api/account: Gorgias answered 200${problem} Tried 6 times.`,
    });
  });

  // Nothing at all is an answer to a write.
  it.each([...unreadable, ...notPacked].filter(([, body]) => String(body).trim() !== ""))(
    "because it %s has no write sent again, for it was carried out",
    async (_, body, headers, problem) => {
      for (const [key, method, path, inputs] of [
        ["createCustomer", "POST", "/api/customers", customer],
        ["updateCustomer", "PUT", "/api/customers/7", { ...customer, id: 7 }],
      ] as const) {
        gorgias().intercept(path, method).reply(200, body, headers);
        await expect(failure(key, inputs)).resolves.toMatchObject({
          attempts: 1,
          message: `${method} ${path}: Gorgias answered 200${problem} The change was made all the same: look in Gorgias, and don't send it again.`,
        });
      }
    },
  );

  it("holds no secret where it is shown", async () => {
    account().times(6).reply(200, `${connection.fields.apiKey} and more`);
    const { message } = await failure("getAccount");
    expect(message).toContain('"*** and more"');
  });
});

describe("a redirect of the API", () => {
  it.each([
    [
      "https://other.gorgias.com/api/account?token=abc#x",
      " and redirected to https://other.gorgias.com, which was not followed: check the connection's Domain.",
    ],
    ["/api/accounts/current?token=abc", ": this has moved to /api/accounts/current."],
    ["https://acme.gorgias.com/login?next=abc", ": this has moved to /login."],
    ["http://[", "."],
    [
      "javascript:alert(1)",
      " and redirected to something other than a web address, which was not followed: check the connection's Domain.",
    ],
  ])("to %s is named, without its query", async (location, words) => {
    account().reply(302, "", { location });
    await expect(failure("getAccount")).resolves.toMatchObject({
      name: "GorgiasError",
      status: 302,
      attempts: 1,
      message: `GET /api/account: Gorgias answered 302${words}`,
    });
  });

  it("is not followed by a write either", async () => {
    gorgias().post("/api/customers").reply(308, "", { location: "https://other.gorgias.com/" });
    await expect(failure("createCustomer", customer)).resolves.toMatchObject({
      status: 308,
      message: expect.stringContaining("redirected to https://other.gorgias.com, which was not"),
    });
  });
});

describe("a refusal that is too large to be read", () => {
  it.each([
    ["packed", gzipSync(Buffer.alloc(65 * 2 ** 20, " ")), { "content-encoding": "gzip" }],
    ["as it is", Buffer.alloc(65 * 2 ** 20, " "), {}],
  ])("%s keeps its status", async (_, body, headers: Record<string, string>) => {
    gorgias().post("/api/customers").reply(503, body, headers);
    await expect(failure("createCustomer", customer)).resolves.toMatchObject({
      status: 503,
      message: expect.stringMatching(/^POST \/api\/customers: Gorgias answered 503\./),
    });
  });
});
