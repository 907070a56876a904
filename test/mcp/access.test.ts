import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { type Sandbox, startSandbox } from "../../sandbox";
import type { Entry } from "../../src/mcp/access/audit";
import { configOf } from "../../src/mcp/access/config";
import { type Listening, serveHttp } from "../../src/mcp/serving/http";
import { toolsets } from "../../src/mcp/toolsets";

const ONE = "t0ken-for-acme-alone";
const ALL = "t0ken-for-everything";
const READER = "t0ken-that-only-reads";
const ALL_READER = "t0ken-that-reads-everything";

let sandbox: Sandbox;
let server: Listening;
const audit: Entry[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  const account = { ...sandbox.credentials };
  server = await serveHttp({
    // The other toolset has a name that no token of this configuration opens.
    toolsets: [...toolsets, { ...other, name: "shoes", path: "/gorgias-shoes" }],
    log: () => undefined,
    audit: (entry) => audit.push(entry),
    config: configOf({
      tokens: {
        [ONE]: ["acme"],
        [ALL]: { name: "everything", connections: "*", toolsets: ["customers"] },
        [ALL_READER]: { name: "reads everything", connections: "*", readOnly: true },
        [READER]: { name: "reader", connections: ["acme"], readOnly: true },
      },
      connections: {
        acme: { domain: "acme", ...account },
        "shop.co": { domain: "shop", name: "The shop\nin Lyon", ...account, apiKey: "wr0ng-k3y" },
      },
    }),
  });
});
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await server.close();
  await sandbox.close();
});
beforeEach(() => {
  audit.length = 0;
});

const [other] = toolsets as [(typeof toolsets)[number]];

// biome-ignore lint/suspicious/noExplicitAny: what comes back is read as a client reads it
type Answered = any;

interface Asked {
  readonly token?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

async function post(message: object, { token = ALL, path = "", headers = {} }: Asked = {}) {
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, accept: "application/json", ...headers },
    body: JSON.stringify({ jsonrpc: "2.0", id: 7, ...message }),
  });
  const body: Answered = await response.json();
  return { status: response.status, body };
}

const call = (tool: string, given: object = {}) => ({
  method: "tools/call",
  params: { name: `gorgias_customers_${tool}`, arguments: given },
});
const list = (given: object = {}) => call("list_customers", { limit: 1, ...given });
const initialize = {
  method: "initialize",
  params: {
    protocolVersion: "2025-11-25",
    capabilities: {},
    clientInfo: { name: "tests", version: "1" },
  },
};

describe("PCID", () => {
  it.each<[string, Asked, object]>([
    ["need not be named with a token that opens one connection", { token: ONE }, {}],
    ["may be an argument", {}, { PCID: "acme" }],
    ["may be a header", { headers: { PCID: "acme" } }, {}],
    ["may be in the path", { path: "/acme" }, {}],
    ["may be in the path of the reading tools", { path: "/acme/readonly" }, {}],
    ["may have a slash behind it", { path: "/acme/readonly/" }, {}],
    ["may be the same everywhere", { path: "/acme", headers: { pcid: "acme" } }, { PCID: "acme" }],
  ])("%s", async (_, asked, given) => {
    const { status, body } = await post(list(given), asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 7, result: { structuredContent: { data: [{}] } } });
    expect(audit).toMatchObject([{ pcid: "acme", outcome: "ok" }]);
  });

  it("may have a dot", async () => {
    await post(list(), { path: "/shop.co" });
    expect(audit).toMatchObject([{ pcid: "shop.co", outcome: "failed", status: 401 }]);
  });

  it.each<[string, Asked, object, RegExp]>([
    ["argument and path", { path: "/acme" }, { PCID: "b" }, /argument says "b", the path "acme"/],
    ["header and path", { path: "/acme", headers: { PCID: "b" } }, {}, /header says "b", the path/],
    [
      "argument and header",
      { headers: { PCID: "b" } },
      { PCID: "c" },
      /argument says "c", the hea/,
    ],
    ["nothing at all", {}, {}, /PCID is missing: .* may use acme, shop.co\./],
    ["one that is not there", { path: "/b" }, {}, /no connection "b" .* may use acme, shop.co\./],
    ["somebody else's", { token: ONE, path: "/shop.co" }, {}, /It may use acme\.$/],
  ])("%s is refused before any request", async (_, asked, given, message) => {
    const before = sandbox.requests.length;
    const { body } = await post(list(given), asked);
    expect(body).toMatchObject({ id: 7, error: { code: -32000 } });
    expect(body.error.message).toMatch(message);
    expect(sandbox.requests).toHaveLength(before);
    expect(audit).toMatchObject([{ outcome: "refused" }]);
  });

  it("is told to a model by the instructions, where it has a choice", async () => {
    const { body } = await post(initialize);
    expect(body.result.instructions).toContain(
      "PCID is one of: acme (acme.gorgias.com), shop.co (shop.gorgias.com, The shop in Lyon).",
    );
    for (const asked of [{ token: ONE }, { path: "/acme" }, { headers: { PCID: "acme" } }]) {
      expect((await post(initialize, asked)).body.result.instructions).toBe(other.instructions);
    }
  });
});

describe.each(["2026-07-28", "2025-11-25"])("a client of %s", (revision) => {
  const CHOICE = "PCID is one of: acme (acme.gorgias.com), shop.co (shop.gorgias.com";

  async function instructionsFor(token: string, path = "") {
    const client = new Client(
      { name: "tests", version: "1" },
      revision === "2026-07-28"
        ? { versionNegotiation: { mode: { pin: revision } } }
        : { supportedProtocolVersions: [revision] },
    );
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    const url = new URL(`${server.url}${path}`);
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
    const instructions = client.getInstructions();
    const { tools } = await client.listTools();
    await client.close();
    return { instructions, tools: tools.length };
  }

  it("reads which connections its token opens, where there are several", async () => {
    const { instructions } = await instructionsFor(ALL);
    expect(instructions).toContain(CHOICE);
    expect(instructions).toContain(other.instructions);
  });

  it("reads so too where the token only reads, or the path", async () => {
    const reading = [await instructionsFor(ALL_READER), await instructionsFor(ALL, "/readonly")];
    for (const { instructions, tools } of reading) {
      expect(instructions).toContain(CHOICE);
      expect(tools).toBeLessThan(other.tools.length);
    }
  });

  it("reads of none where there is nothing to choose", async () => {
    for (const asked of [instructionsFor(ONE), instructionsFor(ALL, "/acme")]) {
      expect((await asked).instructions).toBe(other.instructions);
    }
  });
});

describe("a token", () => {
  it.each(["", "/acme"])("that only reads lists no tool that writes, at %s", async (path) => {
    const { body } = await post({ method: "tools/list" }, { token: READER, path });
    const { tools } = body.result;
    expect(tools.length).toBeGreaterThan(5);
    expect(tools.every((one: Answered) => one.annotations.readOnlyHint)).toBe(true);
    const { body: refused } = await post(call("delete_customer", { id: 1 }), {
      token: READER,
      path,
    });
    expect(refused.error.message).toMatch(/There is no tool/);
  });

  it("opens the toolsets that the configuration names, and no other", async () => {
    const response = await fetch(new URL("/gorgias-shoes", server.url), {
      method: "POST",
      headers: { authorization: `Bearer ${ALL}` },
      body: "{}",
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("does not open the tools at /gorgias-shoes");
  });
});

describe("a token for very many connections", () => {
  const pcids = Array.from({ length: 300 }, (_, index) => `shop-${index}`);
  let many: Listening;

  beforeAll(async () => {
    const one = { domain: "acme", ...sandbox.credentials };
    many = await serveHttp({
      toolsets,
      log: () => undefined,
      config: configOf({
        tokens: { [ALL]: "*" },
        connections: Object.fromEntries(pcids.map((pcid) => [pcid, one])),
      }),
    });
  });
  afterAll(() => many.close());

  const ask = async (message: object) => {
    const headers = { authorization: `Bearer ${ALL}`, accept: "application/json" };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 7, ...message });
    const answer: Answered = await (
      await fetch(many.url, { method: "POST", headers, body })
    ).json();
    return answer;
  };

  it("lists all of them in the instructions", async () => {
    const { result } = await ask(initialize);
    expect(result.instructions).toContain(`PCID is one of: ${pcids.join(", ")}.`);
  });

  it("names the nearest to one that is not there", async () => {
    const { error } = await ask(list({ PCID: "Shop-2999" }));
    expect(error.message).toMatch(
      /It may use shop-299, .* and 250 more, which the server's instructions list\.$/,
    );
  });

  it("names the kind of a PCID that is no text", async () => {
    const { error } = await ask(list({ PCID: {} }));
    expect(error.message).toBe("PCID: expected a text in the argument, got an object.");
  });

  it("tells where a PCID goes that stands with an action's arguments", async () => {
    const headers = { authorization: `Bearer ${ALL}`, accept: "application/json" };
    const given = { action: "list_customers", arguments: { PCID: "shop-1" } };
    const params = { name: "gorgias_run_action", arguments: given };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 7, method: "tools/call", params });
    const response = await fetch(new URL("/gorgias-compact", many.url), {
      method: "POST",
      headers,
      body,
    });
    expect(await response.text()).toContain("PCID goes beside action and arguments.");
  });
});

describe("the account of calls", () => {
  it("says who called what on which records, and nothing else", async () => {
    const given = { id: 1, email: "jo@example.com", name: "Jo\nMartin", note_id: "a secret text" };
    await post(call("update_customer", given), { token: READER });
    await post(call("get_customer", { id: 1 }), { token: READER });
    expect(audit).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        token: "reader",
        pcid: undefined,
        tool: "gorgias_customers_update_customer",
        ids: {},
        outcome: "refused",
        status: undefined,
        ms: expect.any(Number),
      },
      expect.objectContaining({ pcid: "acme", outcome: "failed", status: 404, ids: { id: 1 } }),
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/Martin|example\.com|secret|t0ken/);
  });

  it("tells a token without a name by its hash", async () => {
    await post(list({ limit: "many" }), { token: ONE });
    expect(audit).toMatchObject([
      { token: expect.stringMatching(/^token [0-9a-f]{8}$/), outcome: "refused" },
    ]);
  });
});

describe("what a client is told", () => {
  const at = (path: string) => new URL(path, server.url);

  it("without a token: what to send, and no word of a wrong one", async () => {
    const response = await fetch(server.url, { method: "POST", body: "{}" });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="gorgias-mcp"');
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringMatching(/^Send a token of this server: Authorization: B/) },
    });
  });

  it.each([
    "/.well-known/oauth-protected-resource",
    "/.well-known/oauth-protected-resource/gorgias-customers",
    "/.well-known/oauth-authorization-server",
    "/.well-known/openid-configuration",
  ])("%s: that there is no OAuth, in JSON", async (path) => {
    const response = await fetch(at(path));
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining("Nobody signs in here by OAuth") },
    });
  });

  it("a path that is not there: which there are", async () => {
    const response = await fetch(at("/gorgias-customers/acme/shop"), { method: "POST" });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: {
        message: expect.stringMatching(
          /POST \/gorgias-customers,.* Each may end in \/readonly, \/<PCID> or \/<PCID>\/readonly\.$/,
        ),
      },
    });
  });

  it("HEAD /healthz: that the server is there", async () => {
    const response = await fetch(at("/healthz"), { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  it("a page of an allowed origin may ask first, without a token", async () => {
    const headers = "authorization,content-type,mcp-protocol-version,mcp-session-id,pcid";
    const origin = "http://localhost:3000";
    const response = await fetch(at("/gorgias-customers/acme"), {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": headers,
      },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": headers,
    });
    const refused = await fetch(server.url, { method: "POST", headers: { origin } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe(origin);
  });

  it("a page of another origin hears nothing", async () => {
    const headers = { origin: "https://evil.example.com" };
    const response = await fetch(server.url, { method: "OPTIONS", headers });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("a fault of the message with the message's own ID", async () => {
    const { status, body } = await post({ jsonrpc: "1.0" });
    expect({ status, body }).toMatchObject({ status: 400, body: { id: 7, error: {} } });
  });
});
