import { request } from "node:http";
import { type Sandbox, startSandbox } from "../../sandbox";
import { configOf } from "../../src/mcp/access/config";
import { type Listening, serveHttp } from "../../src/mcp/serving/http";
import { LARGEST_BODY } from "../../src/mcp/serving/limits";
import { toolsets } from "../../src/mcp/toolsets";
import { overHttp, textOf } from "./clients";

const ONE = "t0ken-for-acme-alone";
const ALL = "t0ken-for-everything";

let sandbox: Sandbox;
let server: Listening;
let customer: number;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 20, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  const account = { domain: "acme", ...sandbox.credentials };
  server = await serveHttp({
    toolsets,
    log: (line) => logged.push(line),
    allowedHosts: ["mcp.example.com"],
    config: configOf({
      tokens: { [ONE]: ["acme"], [ALL]: "*" },
      connections: { acme: account, other: account, broken: { ...account, apiKey: "wr0ng-k3y" } },
    }),
  });
  const caller = await overHttp(server.url, "acme", ALL);
  const { structuredContent } = await caller.call("list_customers", { limit: 1 });
  customer = (structuredContent as { data: { id: number }[] }).data[0]?.id ?? 0;
  await caller.close();
});

afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await server.close();
  await sandbox.close();
});

const logged: string[] = [];

// biome-ignore lint/suspicious/noExplicitAny: what comes back is read as a client reads it
type Answered = any;

/** As `curl -H "Authorization: Bearer …" -H "Accept: application/json" -d … URL` does. */
async function post(message: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(server.url, {
    method: "POST",
    headers: {
      authorization: `Bearer ${ALL}`,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body: typeof message === "string" ? message : JSON.stringify(message),
  });
  const answered: Answered = await response.json();
  return { status: response.status, headers: response.headers, body: answered };
}

const calling = (name: string, given: object) => ({
  jsonrpc: "2.0",
  id: 7,
  method: "tools/call",
  params: { name: `gorgias_customers_${name}`, arguments: given },
});
const getCustomer = (pcid?: unknown) => calling("get_customer", { id: customer, PCID: pcid });

it("tools/list is answered without initialize, in one JSON document", async () => {
  const { status, headers, body } = await post({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/json");
  expect(headers.get("mcp-session-id")).toBeNull();
  expect(body).toMatchObject({ jsonrpc: "2.0", id: 1 });
  expect(body.result.tools).toHaveLength(25);
});

it("a header longer than Node takes is answered with 431", async () => {
  const headers = { authorization: `Bearer ${"x".repeat(20_000)}` };
  const { status } = await fetch(server.url, { method: "POST", headers, body: "{}" });
  expect(status).toBe(431);
});

const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`name${index}`, 1]));
const listing = { jsonrpc: "2.0", id: 1, method: "tools/list" };

it.each([
  [{ ...listing, ...many }, /^The message holds more than 1000 names in one object\.$/],
  [{ ...listing, params: many }, /^The message holds more than 1000 names/],
  [{ ...listing, params: { _meta: many } }, /^The message holds more than 1000 names/],
  [Array(101).fill(listing), /^The batch has 101 messages: send at most 100 at once\.$/],
])(
  "a message with more in it than anybody reads is refused before that (%#)",
  async (message, why) => {
    const { status, body } = await post(message);
    expect(status).toBe(400);
    expect(body.error).toEqual({ code: -32600, message: expect.stringMatching(why) });
  },
);

it("tools/call is answered without initialize, as an object and as text", async () => {
  const { status, body } = await post(getCustomer("acme"));
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: 7, result: { structuredContent: { id: customer } } });
  expect(JSON.parse(body.result.content[0].text)).toEqual(body.result.structuredContent);
});

it("PCID is not a parameter of any tool", async () => {
  const { body } = await post({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  expect(JSON.stringify(body.result.tools)).not.toContain("PCID");
});

const GIF = Buffer.from("474946383961020003000000003b", "hex");

it.each([
  ["a picture", "a.gif", "image/gif", GIF, { type: "image", data: GIF.toString("base64") }],
  ["another file", "a.pdf", "application/pdf", GIF, { resource: { blob: GIF.toString("base64") } }],
])("%s comes to the byte", async (_, name, type, bytes, block) => {
  const { structuredContent, content } = await downloaded(name, type, bytes);
  expect(structuredContent).toEqual({ contentType: type, size: bytes.length });
  expect(content).toMatchObject([{ type: "text" }, block]);
});

it("a text comes as text", async () => {
  const { structuredContent, content } = await downloaded(
    "a.csv",
    "text/csv",
    Buffer.from("Größe,1"),
  );
  expect(structuredContent).toEqual({ contentType: "text/csv", size: 9, text: "Größe,1" });
  expect(content).toHaveLength(1);
});

it("fields cut what a list answers, and 20 items come unless more are asked for", async () => {
  const { body } = await post(calling("list_events", { fields: ["type"], PCID: "acme" }));
  const { data } = body.result.structuredContent;
  expect(data).toHaveLength(20);
  expect(Object.keys(data[0])).toEqual(["id", "type"]);
});

it("search answers what it found once", async () => {
  const given = { type: "customer", query: "a", PCID: "acme" };
  const { body } = await post(calling("search", given));
  expect(Object.keys(body.result.structuredContent)).toEqual(["data"]);
});

/** Uploads a file and downloads it again. */
async function downloaded(name: string, type: string, bytes: Buffer) {
  const file = `data:${type};base64,${bytes.toString("base64")}`;
  const { body } = await post(calling("post_api_upload", { [name]: file, PCID: "acme" }));
  const [resource_name, domain_hash, file_type] = body.result.structuredContent.data[0].url
    .split("/")
    .reverse();
  const given = { file_type, domain_hash, resource_name, PCID: "acme" };
  return (await post(calling("download_file", given))).body.result;
}

describe("who may call", () => {
  const asked = async (work: () => Promise<unknown>) => {
    const before = sandbox.requests.length;
    await work();
    return sandbox.requests.length - before;
  };

  it.each(["", "Bearer", "Bearer wrong", `Basic ${ALL}`, ALL, `Bearer ${ALL}x`, `Bearer ${ALL} x`])(
    "nobody with Authorization: %s",
    async (authorization) => {
      const requests = await asked(async () => {
        const { status, headers, body } = await post(getCustomer("acme"), { authorization });
        expect(status).toBe(401);
        expect(headers.get("www-authenticate")).toBe(
          'Bearer realm="gorgias-mcp", error="invalid_token"',
        );
        expect(body.error.code).toBe(-32000);
        expect(body.error.message).toMatch(/Bearer <token>/);
      });
      expect(requests).toBe(0);
    },
  );

  it.each([
    ["no PCID", undefined, ALL, /PCID is missing/],
    ["an empty PCID", "", ALL, /PCID is missing/],
    ["a PCID that is not text", 7, ALL, /PCID: expected a text/],
    ["a PCID that is not there", "nowhere", ALL, /no connection "nowhere" that this token may/],
    ["a PCID of somebody else", "other", ONE, /no connection "other" that this token may use/],
    ["a PCID from an object's own making", "constructor", ALL, /no connection "constructor"/],
  ])("nobody with %s", async (_, pcid, token, message) => {
    const requests = await asked(async () => {
      const { body } = await post(getCustomer(pcid), { authorization: `Bearer ${token}` });
      expect(body).toMatchObject({ id: 7, error: { code: -32000 } });
      expect(body.error.message).toMatch(message);
    });
    expect(requests).toBe(0);
  });

  it("a token with its own PCID", async () => {
    const { body } = await post(getCustomer("acme"), { authorization: `bearer ${ONE}` });
    expect(body.result.structuredContent).toMatchObject({ id: customer });
  });
});

describe("where requests come from", () => {
  /** fetch sets Host itself. */
  const addressed = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const authorization = `Bearer ${ALL}`;
      request(server.url, { method: "POST", headers: { authorization, ...headers } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on("error", reject)
        .end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }));
    });

  it.each(["localhost", "127.0.0.1:8080", "[::1]:8080", "mcp.example.com", "LOCALHOST:80"])(
    "Host %s is served",
    async (host) => {
      await expect(addressed({ host })).resolves.toBe(200);
    },
  );

  it.each(["evil.example.com", "localhost.evil.example.com", "127.0.0.1.example.com"])(
    "Host %j is refused",
    async (host) => {
      await expect(addressed({ host })).resolves.toBe(403);
    },
  );

  it("a Host that is no name at all is refused", async () => {
    await expect(addressed({ host: "@" })).resolves.toBe(400);
  });

  it("an Origin of this machine is served", async () => {
    const { status } = await post(getCustomer("acme"), { origin: "http://localhost:3000" });
    expect(status).toBe(200);
  });

  it.each(["https://evil.example.com", "null", "http://localhost.evil.example.com"])(
    "Origin %s is refused",
    async (origin) => {
      const { status, body } = await post(getCustomer("acme"), { origin });
      expect(status).toBe(403);
      expect(body.error.message).toMatch(/Origin/);
    },
  );
});

describe("what does not make a call", () => {
  it("GET /healthz says that the server is there", async () => {
    const response = await fetch(new URL("/healthz", server.url));
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  });

  it.each(["GET", "DELETE", "PUT"])("%s is not allowed", async (method) => {
    const response = await fetch(server.url, {
      method,
      headers: { authorization: `Bearer ${ALL}` },
    });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("other paths are told where calls go", async () => {
    const response = await fetch(new URL("/mcp", server.url), { method: "POST" });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("POST /gorgias-customers");
  });

  it("a body of 25 MB is read, and one byte more is not", async () => {
    const fill = (size: number) => {
      const [start, end] = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping", x: "|" }).split(
        "|",
      );
      return `${start}${" ".repeat(size - `${start}${end}`.length)}${end}`;
    };
    await expect(post(fill(LARGEST_BODY))).resolves.not.toHaveProperty("status", 413);
    const { status, body } = await post(fill(LARGEST_BODY + 1));
    expect(status).toBe(413);
    expect(body.error.message).toMatch(/larger than 25 MB/);
  });

  it.each([
    ["{", 400, -32700],
    ['{"jsonrpc":"2.0","id":1}', 400, -32600],
    ["[]", 400, -32600],
  ])("%s is answered by %i and %i", async (text, status, code) => {
    await expect(post(text)).resolves.toMatchObject({ status, body: { error: { code } } });
  });

  it("a method that is not there is answered by its code", async () => {
    const { body } = await post({ jsonrpc: "2.0", id: 1, method: "tools/rename" });
    expect(body.error.code).toBe(-32601);
  });

  it("a tool that is not there is refused by name", async () => {
    const { body } = await post(calling("get_shoe", { PCID: "acme" }));
    expect(body.error).toEqual({
      code: -32000,
      message: 'There is no tool "gorgias_customers_get_shoe" here.',
    });
  });
});

describe("errors", () => {
  it("Gorgias' own words reach the model", async () => {
    const { body } = await post(calling("get_customer", { id: 1, PCID: "acme" }));
    expect(body.result.isError).toBe(true);
    expect(textOf(body.result)).toMatch(
      /^GET \/api\/customers\/1: Gorgias answered 404: Customer 1 not found/,
    );
  });

  it("no credential stands in any of them", async () => {
    const { body } = await post(getCustomer("broken"));
    expect(textOf(body.result)).toMatch(/Gorgias answered 401/);
    const quoted = await post(calling("list_customers", { limit: "wr0ng-k3y", PCID: "broken" }));
    expect(textOf(quoted.body.result)).toMatch(/^limit: expected .* got "\*\*\*"/);
    expect(JSON.stringify([body, quoted.body, logged])).not.toMatch(/wr0ng-k3y|t0ken|at .*\.ts:/);
  });
});
