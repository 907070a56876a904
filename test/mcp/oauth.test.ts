import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Sandbox, startSandbox } from "../../sandbox";
import { readConfig } from "../../src/mcp/access/config";
import { type Listening, serveHttp } from "../../src/mcp/serving/http";
import { toolsets } from "../../src/mcp/toolsets";
import { type Caller, overHttp, TOKEN, textOf } from "./clients";

let sandbox: Sandbox;
let server: Listening;
let caller: Caller;
let file: string;
const logged: string[] = [];
let now = Date.now();

afterEach(async () => {
  delete process.env.GORGIAS_BASE_URL;
  logged.length = 0;
  await end();
  await sandbox.close();
});

async function end() {
  await caller.close();
  await server.close();
}

/** What an app gets when somebody agrees. */
async function agreed(): Promise<{ access_token: string; refresh_token: string }> {
  const { clientId, clientSecret } = sandbox.oauth;
  const redirect_uri = "https://example.com/back";
  const query = new URLSearchParams({ response_type: "code", client_id: clientId, redirect_uri });
  const { headers } = await fetch(`${sandbox.url}/oauth/authorize?${query}`, {
    redirect: "manual",
  });
  const code = new URL(headers.get("location") ?? "").searchParams.get("code") ?? "";
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri,
    client_id: clientId,
    client_secret: clientSecret,
  });
  const response = await fetch(`${sandbox.url}/oauth/token`, { method: "POST", body });
  return (await response.json()) as { access_token: string; refresh_token: string };
}

/** Serves an account whose access token is refused after an hour by the sandbox' own clock. */
async function open(options: { replacesRefreshTokens?: boolean; extra?: object } = {}) {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false, now: () => now, ...options });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  const { access_token: accessToken, refresh_token: refreshToken } = await agreed();
  file = path.join(mkdtempSync(path.join(tmpdir(), "gorgias-mcp-")), "config.json");
  write({ accessToken, refreshToken, ...options.extra });
  await serve();
}

function write(acme: object, others: Record<string, object> = {}) {
  const each = Object.entries({ acme, ...others }).map(([pcid, one]) => [
    pcid,
    { domain: "acme", ...sandbox.oauth, ...one },
  ]);
  writeFileSync(
    file,
    JSON.stringify({ tokens: { [TOKEN]: "*" }, connections: Object.fromEntries(each) }),
  );
}

async function serve() {
  server = await serveHttp({
    toolsets,
    log: (line) => logged.push(line),
    config: await readConfig(file),
  });
  caller = await overHttp(server.url);
}

/** Another server with the same configuration, such as a second process. */
async function beside(work: (second: Caller) => Promise<void>) {
  const config = await readConfig(file);
  const other = await serveHttp({ toolsets, log: (line) => logged.push(line), config });
  const second = await overHttp(other.url);
  try {
    await work(second);
  } finally {
    await second.close();
    await other.close();
  }
}

const list = () => caller.call("list_customers", { limit: 1 });
const expire = () => {
  now += 3_600_000;
};
const kept = () => `${file}.tokens.json`;

it("an access token that Gorgias refuses is renewed, and the request is sent again", async () => {
  await open();
  expire();
  sandbox.requests.length = 0;
  expect((await list()).structuredContent).toMatchObject({ data: [{}] });
  expect(sandbox.requests.map(({ status }) => status)).toEqual([401, 200]);
});

it("a write that was refused is carried out once", async () => {
  await open();
  expire();
  const { structuredContent } = await caller.call("create_customer", {
    name: "Jo Martin",
    email: "jo@example.com",
    channels: [{ type: "email", address: "jo@example.com" }],
  });
  expect(structuredContent).toMatchObject({ name: "Jo Martin" });
  const writes = sandbox.requests.filter(({ method }) => method === "POST");
  expect(writes.map(({ status }) => status)).toEqual([401, 201]);
});

it("calls at the same time share one renewal, also of a refresh token that works once", async () => {
  await open({ replacesRefreshTokens: true });
  expire();
  const results = await Promise.all([list(), list(), list(), list()]);
  expect(results.map(({ isError }) => isError)).not.toContain(true);
  expect(logged).toEqual([]);
});

it("without an access token the first call asks for one", async () => {
  await open({ extra: { accessToken: undefined } });
  sandbox.requests.length = 0;
  expect((await list()).isError).toBeFalsy();
  expect(sandbox.requests.map(({ status }) => status)).toEqual([200]);
});

it("a replaced refresh token outlives a restart, in a file for this user alone", async () => {
  await open({ replacesRefreshTokens: true });
  expire();
  await list();
  expect(statSync(kept()).mode & 0o777).toBe(0o600);
  await end();
  await serve();
  expire();
  expect((await list()).isError).toBeFalsy();
});

it("connections that are renewed at the same time all keep what they got", async () => {
  await open({ replacesRefreshTokens: true });
  const pcids = ["acme", "shop", "club"];
  const [acme, ...others] = await Promise.all(
    pcids.map(async () => {
      const { access_token: accessToken, refresh_token: refreshToken } = await agreed();
      return { accessToken, refreshToken };
    }),
  );
  write({ ...acme }, { shop: { ...others[0] }, club: { ...others[1] } });
  for (let restart = 0; restart < 2; restart += 1) {
    await end();
    await serve();
    const callers = await Promise.all(pcids.map((pcid) => overHttp(server.url, pcid)));
    expire();
    const results = await Promise.all(
      callers.map((one) => one.call("list_customers", { limit: 1 })),
    );
    expect(results.map(({ isError }) => isError)).not.toContain(true);
    await Promise.all(callers.map((one) => one.close()));
  }
  expect(Object.keys(JSON.parse(readFileSync(kept(), "utf8")))).toHaveLength(3);
  expect(logged).toEqual([]);
});

it("a draft that was left behind does not open the file to others", async () => {
  await open({ replacesRefreshTokens: true });
  writeFileSync(`${kept()}.${process.pid}.tmp`, "", { mode: 0o644 });
  writeFileSync(kept(), "{}", { mode: 0o644 });
  expire();
  await list();
  expect(statSync(kept()).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith(".tmp"))).toEqual([
    `${path.basename(kept())}.${process.pid}.tmp`,
  ]);
});

it("a second server goes on with what the first was given", async () => {
  await open({ replacesRefreshTokens: true });
  await beside(async (second) => {
    const each = [list, () => second.call("list_customers", { limit: 1 })];
    for (let hour = 0; hour < 2; hour += 1) {
      expire();
      for (const asked of each) {
        expect((await asked()).isError).toBeFalsy();
      }
      each.reverse();
    }
  });
});

it("of two servers that renew at the same time, the slower takes what the faster was given", async () => {
  await open({ replacesRefreshTokens: true });
  await beside(async (second) => {
    expire();
    const results = await Promise.all([list(), second.call("list_customers", { limit: 1 })]);
    expect(results.map(({ isError }) => isError)).not.toContain(true);
  });
});

it("a refresh token that is put into the configuration takes over", async () => {
  await open({ replacesRefreshTokens: true });
  expire();
  await list();
  const before = readFileSync(kept(), "utf8");
  write({ refreshToken: (await agreed()).refresh_token });
  await end();
  await serve();
  expect((await list()).isError).toBeFalsy();
  expect(Object.keys(JSON.parse(readFileSync(kept(), "utf8")))).toHaveLength(2);
  expect(readFileSync(kept(), "utf8")).toContain(Object.keys(JSON.parse(before))[0]);
});

it("a replaced refresh token that cannot be kept is told of, without being quoted", async () => {
  await open({ replacesRefreshTokens: true });
  await end();
  const config = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...config, tokenFile: "/nowhere/tokens.json" }));
  await serve();
  expire();
  expect((await list()).isError).toBeFalsy();
  expect(logged).toEqual([
    expect.stringMatching(
      /^\/nowhere\/tokens\.json cannot be written: .* the new one is lost when/,
    ),
  ]);
});

it("a connection that cannot be renewed says what to do, without a secret", async () => {
  await open({ extra: { refreshToken: "a-wr0ng-refresh-token" } });
  expire();
  const result = await list();
  expect(result.isError).toBe(true);
  expect(textOf(result)).toMatch(
    /connection acme could not be renewed: Gorgias answered 400\. Whoev/,
  );
  expect(JSON.stringify([result, logged])).not.toMatch(/wr0ng|sandbox-client/);
});
