import { get } from "node:http";
import { Hono } from "hono";
import type { Run } from "../../../workbench/messages";
import { startWorkbench, type Workbench } from "../../../workbench/server";
import { guard } from "../../../workbench/server/guard";
import { builtComponent } from "../../support/bundle";
import { type AsPage, action, openAsPage } from "./asPage";

/** Asks with headers that fetch does not let anyone set. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
}

describe("the workbench's server", () => {
  let page: AsPage;
  let port: string;
  let token: string;

  beforeAll(async () => {
    page = await openAsPage({ sandbox: { tickets: 1 } });
    const url = new URL(page.url);
    ({ port } = url);
    token = url.pathname.slice(1, -1);
  });

  afterAll(() => page?.close());

  it("listens on this machine alone, under a token that nobody guesses", () => {
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22,}\/$/);
  });

  it("answers only below its token, and does not say why", async () => {
    const answers = await Promise.all(
      ["", "api/account", `${"x".repeat(token.length)}/api/account`, `%ff${token.slice(3)}/`].map(
        async (path) => {
          const response = await fetch(`http://127.0.0.1:${port}/${path}`);
          return [response.status, await response.text()];
        },
      ),
    );
    expect(new Set(answers.map(String))).toEqual(new Set(["404,404 Not Found"]));
  });

  it.each([
    ["127.0.0.1:{port}", 200],
    ["localhost:{port}", 200],
    ["127.0.0.1:1", 404],
    ["127.0.0.1", 404],
    ["[::1]:{port}", 404],
    ["rebound.example:{port}", 404],
    ["127.0.0.1.example:{port}", 404],
  ])("addressed as %s answers %d", async (host, status) => {
    const headers = { host: host.replace("{port}", port) };
    expect(await statusOf(`${page.url}api/account`, headers)).toBe(status);
  });

  it.each([
    "http://localhost:1",
    "http://127.0.0.1",
    "https://127.0.0.1:{port}",
    "http://rebound.example:{port}",
    "null",
  ])("does nothing for a page of %s, not even read", async (given) => {
    const headers = { origin: given.replace("{port}", port) };
    expect(await statusOf(`${page.url}api/account`, headers)).toBe(403);
    const { status } = await page.send("POST", "runs", action("getAccount"), headers);
    expect(status).toBe(403);
    expect(await page.ask<Run[]>("GET", "runs")).toEqual([]);
  });

  it("changes nothing for whoever does not say that it is the page", async () => {
    const url = `${page.url}api/runs`;
    const body = JSON.stringify(action("getAccount"));
    const answers = await Promise.all([
      fetch(url, { method: "POST", body }),
      page.send("POST", "runs", action("getAccount"), { "sec-fetch-site": "cross-site" }),
      page.send("POST", "runs", action("getAccount"), { "sec-fetch-site": "none" }),
      page.send("DELETE", "account", undefined, { origin: "" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await page.ask<Run[]>("GET", "runs")).toEqual([]);
  });

  it("answers a person who opens its address, and no other site that asks for it", async () => {
    const opened = { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" };
    expect(await statusOf(page.url, opened)).toBe(200);
    expect(await statusOf(page.url.slice(0, -1), opened)).toBe(302);
    const asked = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
    expect(await statusOf(`${page.url}api/account`, asked)).toBe(403);
  });

  it("lets the page load nothing from elsewhere, and nobody frame it", async () => {
    const { headers } = await page.send("GET", "account");
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": expect.stringMatching(
        /^default-src 'self';.*frame-ancestors 'none'/,
      ),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cache-control": "no-store",
    });
  });

  it("takes no larger body than it has use for", async () => {
    const { status } = await page.send(
      "POST",
      "check",
      action("getTicket", { id: "7".repeat(11e6) }),
    );
    expect(status).toBe(413);
  });

  it.each([
    ["nothing", undefined],
    ["no step", { kind: "actions" }],
    ["a kind that there is not", { kind: "actors", key: "getAccount", inputs: {} }],
    ["an agreement that names no account", { ...action("getAccount"), confirmedFor: true }],
  ])("refuses what asks for %s", async (_, body) => {
    expect((await page.send("POST", "runs", body)).status).toBe(400);
  });

  it("knows what the connector has, and nothing else", async () => {
    expect((await page.send("POST", "runs", action("constructor"))).status).toBe(404);
    expect((await page.send("GET", "runs/7")).status).toBe(404);
  });

  it.each([
    ["127.0.0.1", 200],
    ["localhost", 200],
    ["127.0.0.1:1", 404],
  ])("on port 80, which browsers leave out, addressed as %s answers %d", async (host, status) => {
    const app = new Hono().use(guard("token", 80)).all("/token/", ({ text }) => text("Here."));
    const origin = "http://127.0.0.1";
    const opened = await app.request("/token/", { headers: { host } });
    const asked = await app.request("/token/", { method: "POST", headers: { host, origin } });
    expect([opened.status, asked.status]).toEqual([status, status]);
  });

  it("says that its port is in use", async () => {
    const component = builtComponent();
    const second: Promise<Workbench> = startWorkbench({
      component,
      port: Number(port),
      sandbox: { tickets: 1 },
    });
    await expect(second).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}: the port is in use.`);
  });
});
