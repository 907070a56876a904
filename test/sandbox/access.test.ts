import { once } from "node:events";
import { connect } from "node:net";
import { type Account, openAccount } from "./account";

/** How long Fastify keeps a connection open that nobody uses. */
const FASTIFY_KEEPS_ALIVE_MS = 72_000;

let account: Account;
afterEach(() => account.sandbox.close());

const CALL_LIMIT = "x-gorgias-account-api-call-limit";

async function authorize(scope: string): Promise<string> {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: account.sandbox.oauth.clientId,
    redirect_uri: "https://example.com/back",
    scope,
    state: "xyz",
  });
  const { status, headers } = await account.bare(`/oauth/authorize?${query}`);
  expect(status).toBe(302);
  const target = new URL(headers.get("location") ?? "");
  expect(target.origin + target.pathname).toBe("https://example.com/back");
  expect(target.searchParams.get("state")).toBe("xyz");
  return target.searchParams.get("code") ?? "";
}

function token(fields: Record<string, string>, json = false) {
  const { clientId, clientSecret } = account.sandbox.oauth;
  const all = { client_id: clientId, client_secret: clientSecret, ...fields };
  return account.bare("/oauth/token", {
    method: "POST",
    headers: { "content-type": json ? "application/json" : "application/x-www-form-urlencoded" },
    body: json ? JSON.stringify(all) : new URLSearchParams(all).toString(),
  });
}

const redirect_uri = "https://example.com/back";
const codeGrant = (code: string) => ({ grant_type: "authorization_code", code, redirect_uri });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe("Basic authentication", () => {
  it("opens the API to the agent's e-mail and key", async () => {
    account = await openAccount();
    expect((await account.get("/account")).body.domain).toBe("acme");
  });

  it.each([
    ["without credentials", {}],
    ["with a wrong key", { authorization: `Basic ${btoa("agent@example.com:wrong")}` }],
    ["with an unknown token", { authorization: "Bearer nope" }],
  ])(
    "answers 401 %s, also where there is nothing",
    async (_how, headers: Record<string, string>) => {
      account = await openAccount();
      for (const path of ["/api/account", "/api/nothing"]) {
        const { status, body } = await account.bare(path, { headers });
        expect(status).toBe(401);
        expect(typeof body.error.msg).toBe("string");
      }
    },
  );
});

describe("OAuth", () => {
  it("gives a token for a code, which works once", async () => {
    account = await openAccount();
    const code = await authorize("openid offline write:all");
    const { status, body } = await token(codeGrant(code));
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
    expect((await account.bare("/api/account", bearer(body.access_token))).status).toBe(200);
    expect((await token(codeGrant(code))).body.error).toBe("invalid_grant");
  });

  it("lets a token expire and refreshes it, in JSON as well", async () => {
    account = await openAccount({ tokenLifetimeSeconds: 60 });
    const first = (await token(codeGrant(await authorize("offline write:all")))).body;
    account.clock.now += 60_000;
    expect((await account.bare("/api/account", bearer(first.access_token))).status).toBe(401);
    const grant = { grant_type: "refresh_token", refresh_token: first.refresh_token };
    const second = (await token(grant, true)).body;
    expect((await account.bare("/api/account", bearer(second.access_token))).status).toBe(200);
  });

  it("gives no refresh token without the offline scope", async () => {
    account = await openAccount();
    const { body } = await token(codeGrant(await authorize("write:all")));
    expect(body).not.toHaveProperty("refresh_token");
  });

  it("refuses a wrong secret, an unknown client and a code meant for another address", async () => {
    account = await openAccount();
    const code = await authorize("offline");
    expect((await token({ ...codeGrant(code), client_secret: "wrong" })).status).toBe(401);
    expect((await token({ ...codeGrant(code), redirect_uri: "https://example.org" })).status).toBe(
      400,
    );
    const stranger = "/oauth/authorize?response_type=code&client_id=x&redirect_uri=https://a.b";
    expect((await account.bare(stranger)).status).toBe(400);
  });
});

describe("the scopes of an application", () => {
  const tokenFor = async (scope: string) =>
    (await token(codeGrant(await authorize(scope)))).body.access_token;
  const send = async (method: string, path: string, token: string) =>
    account.bare(`/api${path}`, { method, ...bearer(token) });

  it("open what they name, reading and writing apart", async () => {
    account = await openAccount();
    const reader = await tokenFor("tags:read custom_fields:read");
    expect((await send("GET", "/tags", reader)).status).toBe(200);
    expect((await send("GET", "/custom-fields?object_type=Ticket", reader)).status).toBe(200);
    const { status, body } = await send("POST", "/custom-fields", reader);
    expect(status).toBe(403);
    expect(body.error.msg).toContain("Missing scope: custom_fields:write.");
    expect((await send("GET", "/teams", reader)).body.error.msg).toContain("users:read");
    expect((await send("GET", "/views", await tokenFor("tickets:read"))).status).toBe(200);
  });

  it("open all with write:all, and search and files without any", async () => {
    account = await openAccount();
    expect((await send("GET", "/customers", await tokenFor("write:all"))).status).toBe(200);
    expect((await send("POST", "/search", await tokenFor("openid"))).status).toBe(400);
  });
});

describe("the rate limit", () => {
  it("lets 40 requests through at once and refuses the next, saying when to come back", async () => {
    account = await openAccount({ rateLimit: { capacity: 40, windowSeconds: 20 } });
    const answers = [];
    for (let index = 0; index < 41; index += 1) answers.push(await account.get("/account"));
    expect(answers[9]?.headers.get(CALL_LIMIT)).toBe("10/40");
    expect(answers.slice(0, 40).every(({ status }) => status === 200)).toBe(true);
    const refused = answers[40];
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get("retry-after")).toBe("1");
    expect(refused?.headers.get(CALL_LIMIT)).toBe("40/40");
    expect(typeof refused?.body.error.msg).toBe("string");
  });

  it("leaks two a second, and a refused request costs nothing", async () => {
    account = await openAccount({ rateLimit: { capacity: 40, windowSeconds: 20 } });
    account.sandbox.drain(40);
    for (let index = 0; index < 5; index += 1) {
      expect((await account.get("/account")).status).toBe(429);
    }
    account.clock.now += 1000;
    expect((await account.get("/account")).status).toBe(200);
    expect((await account.get("/account")).status).toBe(200);
    expect((await account.get("/account")).status).toBe(429);
  });

  it("says how many seconds a slow bucket needs", async () => {
    account = await openAccount({ rateLimit: { capacity: 2, windowSeconds: 10 } });
    account.sandbox.drain(2);
    expect((await account.get("/account")).headers.get("retry-after")).toBe("5");
  });

  it("gives OAuth applications a bucket of their own, twice the size", async () => {
    account = await openAccount({ rateLimit: { capacity: 40, windowSeconds: 20 } });
    const { body } = await token(codeGrant(await authorize("write:all")));
    await account.get("/account");
    const { headers } = await account.bare("/api/account", bearer(body.access_token));
    expect(headers.get(CALL_LIMIT)).toBe("1/80");
  });

  it("is told on errors too", async () => {
    account = await openAccount({ rateLimit: { capacity: 40, windowSeconds: 20 } });
    expect((await account.get("/tickets/1")).headers.get(CALL_LIMIT)).toBe("1/40");
    expect((await account.get("/tickets?x=1")).headers.get(CALL_LIMIT)).toBe("2/40");
    expect((await account.bare("/api/account")).headers.get(CALL_LIMIT)).toBe("2/40");
  });
});

describe("faults", () => {
  it("happen in the order given, then the account answers again", async () => {
    account = await openAccount();
    account.sandbox.fault({ status: 500 });
    account.sandbox.fault({ status: 503, retryAfter: 7 });
    account.sandbox.fault({ reset: true });
    expect((await account.get("/account")).status).toBe(500);
    expect((await account.get("/account")).headers.get("retry-after")).toBe("7");
    await expect(account.get("/account")).rejects.toThrow("fetch failed");
    expect((await account.get("/account")).status).toBe(200);
  });

  it("hit only the method and path that they name, as often as they say", async () => {
    account = await openAccount();
    account.sandbox.fault({ status: 502, count: 2, method: "get", path: "/api/tickets" });
    const statuses = [];
    for (const path of ["/account", "/tickets", "/customers", "/tickets?limit=1", "/tickets"]) {
      statuses.push((await account.get(path)).status);
    }
    expect(statuses).toEqual([200, 502, 200, 502, 200]);
  });

  it("are shown and taken back while they wait, over HTTP too", async () => {
    account = await openAccount();
    const { faults } = account.sandbox;
    const hits: unknown[] = [];
    faults.onHit(() => hits.push(faults.waiting()));
    account.sandbox.fault({ status: 500, count: 2 });
    account.sandbox.fault({ reset: true });
    expect((await account.get("/account")).status).toBe(500);
    const left = [
      { status: 500, count: 1 },
      { reset: true, count: 1 },
    ];
    expect(hits).toEqual([left]);
    expect((await account.bare("/_sandbox/faults")).body).toEqual(left);
    expect((await account.bare("/_sandbox/faults", { method: "DELETE" })).status).toBe(204);
    expect(faults.waiting()).toEqual([]);
    expect((await account.get("/account")).status).toBe(200);
    expect(hits).toHaveLength(1);
  });

  it("hold a request back until they are taken back", async () => {
    account = await openAccount();
    const { faults } = account.sandbox;
    account.sandbox.fault({ delayMs: 3_600_000, status: 503 });
    const arrived = new Promise<void>((resolve) => faults.onHit(resolve));
    const held = account.get("/account");
    await arrived;
    faults.clear();
    expect((await held).status).toBe(503);
  });

  it("keep what was asked for from being done", async () => {
    account = await openAccount();
    account.sandbox.fault({ status: 500 });
    const jo = { email: "jo@example.com" };
    expect((await account.post("/customers", jo)).status).toBe(500);
    expect((await account.post("/customers", jo)).status).toBe(201);
  });
});

describe("the record of requests", () => {
  it("holds every request to the API, refused and broken ones included", async () => {
    account = await openAccount();
    account.sandbox.fault({ reset: true });
    await expect(account.get("/account")).rejects.toThrow();
    await account.get("/tickets?limit=1");
    await account.bare("/api/account");
    const at = account.clock.now;
    expect(account.sandbox.requests).toEqual([
      { method: "GET", path: "/api/account", status: 0, at, authorized: true },
      { method: "GET", path: "/api/tickets?limit=1", status: 200, at, authorized: true },
      { method: "GET", path: "/api/account", status: 401, at, authorized: false },
    ]);
  });

  it("is there over HTTP too, beside the other controls, without credentials", async () => {
    account = await openAccount({ rateLimit: { capacity: 40, windowSeconds: 20 } });
    const post = (path: string, body: object) =>
      account.bare(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await post("/_sandbox/drain", { count: 40 })).status).toBe(204);
    expect((await account.get("/account")).status).toBe(429);
    expect((await post("/_sandbox/faults", { status: 418 })).status).toBe(204);
    expect((await account.get("/account")).status).toBe(418);
    expect((await post("/_sandbox/faults", { stattus: 418 })).status).toBe(400);
    const { body } = await account.bare("/_sandbox/requests");
    expect(body.map(({ status }: { status: number }) => status)).toEqual([429, 418]);
    expect((await post("/_sandbox/drain", { count: 40 })).status).toBe(204);
    expect((await post("/_sandbox/clock", { seconds: 20 })).status).toBe(204);
    expect((await account.get("/account")).status).toBe(200);
    expect((await post("/_sandbox/clock", { seconds: -1 })).status).toBe(400);
    expect((await account.bare("/_sandbox/deliveries")).body).toEqual([]);

    const updated_datetime = "2026-02-01T09:30:00.123456+00:00";
    const ticket = { kind: "tickets", id: 153_006_877, updated_datetime };
    expect((await post("/_sandbox/dates", ticket)).status).toBe(204);
    expect((await account.get("/tickets/153006877")).body).toMatchObject({ updated_datetime });
    expect((await post("/_sandbox/dates", { ...ticket, id: 1 })).status).toBe(404);
  });
});

describe("a control", () => {
  it.each([
    ["faults", {}, "status"],
    ["faults", { count: 2, path: "/api/tickets" }, "status"],
    ["faults", { reset: false }, "reset"],
    ["faults", { delayMs: 0 }, "delayMs"],
    ["faults", { delayMs: 5, retryAfter: 3 }, "retryAfter"],
    ["faults", { status: 503, reset: true }, "reset"],
    ["dates", { kind: "tickets", id: 153_006_877 }, "created_datetime"],
    ["dates", { kind: "events", id: 1, updated_datetime: "2026-02-01" }, "updated_datetime"],
    ["dates", { kind: "tickets", id: 153_006_877, updated_datetime: "soon" }, "updated_datetime"],
  ])("refuses for %s what it would not do: %j", async (name, body, field) => {
    account = await openAccount();
    const answer = await account.bare(`/_sandbox/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { data: { [field]: [expect.any(String)] } } },
    });
    expect(Object.keys(answer.body.error.data)).toEqual([field]);
    expect((await account.get("/account")).status).toBe(200);
  });
});

describe("closing", () => {
  it(
    "ends although a client keeps its connection open",
    async () => {
      account = await openAccount();
      const { hostname, port } = new URL(account.sandbox.url);
      const connection = connect(Number(port), hostname);
      connection.write(`GET /api/account HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
      await once(connection, "data");
      await Promise.all([once(connection, "close"), account.sandbox.close()]);
      await expect(account.get("/account")).rejects.toThrow("fetch failed");
      // Less than what such a connection is kept open for by itself.
    },
    FASTIFY_KEEPS_ALIVE_MS / 2,
  );
});
