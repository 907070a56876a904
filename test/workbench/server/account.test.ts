import { type Sandbox, startSandbox } from "../../../sandbox";
import type { Account, Failure, Flow, Picks, Run } from "../../../workbench/messages";
import { environmentOf } from "../../support/environment";
import nock from "../../support/nock";
import { nextHeld } from "../support/sandbox";
import { type AsPage, action, openAsPage } from "./asPage";

describe("the account", () => {
  let gorgias: Sandbox;
  let page: AsPage;

  beforeAll(async () => {
    gorgias = await startSandbox({ tickets: 30, rateLimit: false });
    page = await openAsPage({ environment: environmentOf(gorgias), sandbox: { tickets: 10 } });
  });

  afterAll(async () => {
    await page?.close();
    await gorgias.close();
  });

  const connect = (inputs: Record<string, unknown>) =>
    page.send("PUT", "account", { kind: "connections", key: "gorgias-api-key", inputs });

  it("that is real is asked about before it is written to", async () => {
    const before = gorgias.requests.length;
    const asked = action("createTag", { name: "vip-3" });
    const response = await page.send("POST", "runs", asked);
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({
      message: "Create Tag. This is a real account.",
      mustBeConfirmed: {
        account: (await page.ask<Account>("GET", "account")).name,
        effect: "writes",
      },
    });
    expect(gorgias.requests.slice(before)).toEqual([]);
    const forAnother = { ...asked, confirmedFor: "other.gorgias.com" };
    expect((await page.send("POST", "runs", forAnother)).status).toBe(409);
    expect(gorgias.requests.slice(before)).toEqual([]);
    expect((await page.run(await page.agreed(asked))).status).toBe("succeeded");
  });

  it.each([
    ["updateTicket", { id: "99", subject: "Hello" }, "Update Ticket, Ticket ID 99. "],
    [
      "mergeCustomers",
      { source_id: "7", target_id: 8 },
      /^Merge Customers, .* ID 7, .* ID 8\. This is a real account\.$/,
    ],
    ["deleteTicket", { id: "99" }, "Delete Ticket, Ticket ID 99. "],
    ["deleteTags", { ids: ["5", "6"] }, /^Delete Tags, .*IDs 5, 6\. /],
    ["deleteTags", { ids: [] }, "Delete Tags. "],
    [
      "removeTicketTags",
      { ticket_id: "99", names: `["vip", "${"x".repeat(200)}"]`, debugRequest: "true" },
      /^Remove Ticket Tags, Ticket ID 99, .* \["vip", "x+…\. /,
    ],
    [
      "rawRequest",
      { method: "DELETE", url: "/tickets/99?access_token=seven-seas" },
      "Raw Request, DELETE /tickets/99?access_token=***. ",
    ],
    ["rawRequest", { method: "POST", url: "/tags" }, "Raw Request, POST /tags. "],
  ])("that is real is asked about by the object: %s %j", async (key, inputs, message) => {
    const response = await page.send("POST", "runs", action(key, inputs));
    const failure: Failure = await response.json();
    const deletes = /^(?:delete|remove)|DELETE/.test(`${key}${JSON.stringify(inputs)}`);
    expect(failure.message).toMatch(message);
    expect(failure.message.includes("gone for good")).toBe(deletes);
    expect(failure.mustBeConfirmed?.effect).toBe(deletes ? "deletes" : "writes");
  });

  it("that is real is not called back, and no webhook is set up in it", async () => {
    const before = gorgias.requests.length;
    const asked = { kind: "triggers", key: "ticketEventWebhook", inputs: {} };
    const response = await page.send("POST", "flows", asked);
    expect([response.status, await response.json()]).toEqual([
      422,
      { message: expect.stringMatching(/^Gorgias cannot call this machine/) },
    ]);
    expect(await page.ask("GET", "flows")).toEqual([]);
    expect(gorgias.requests.slice(before)).toEqual([]);
  });

  it("that is on this machine is named with its address", async () => {
    const { name } = await page.ask<Account>("GET", "account");
    const { host } = new URL(gorgias.url);
    expect(name).toBe(`acme.gorgias.com (at ${host}, which GORGIAS_BASE_URL names)`);
  });

  it("is refused as a form when something of it is blank or wrong", async () => {
    const blank = await connect({ domain: "acme", username: "", apiKey: "" });
    expect(blank.status).toBe(422);
    expect(((await blank.json()) as Failure).refusals?.map(({ input }) => input)).toEqual([
      "username",
      "apiKey",
    ]);
    const wrong = await connect({ domain: "a b", username: "jo", apiKey: "k".repeat(20) });
    expect(((await wrong.json()) as Failure).refusals).toEqual([
      { input: "domain", message: expect.stringMatching(/^Domain: expected/) },
    ]);
  });

  it("stays what it was when another one is not let in, and its key is not shown", async () => {
    const apiKey = "a-key-that-is-wrong";
    const refused = await connect({ domain: "other", username: "jo@example.com", apiKey });
    const text = await refused.text();
    expect([refused.status, text]).toEqual([422, expect.stringContaining("answered 401")]);
    const account = await page.ask<Account>("GET", "account");
    expect(account).toMatchObject({ isSandbox: false, source: "environment" });
    expect(text + JSON.stringify(page.events)).not.toContain(apiKey);
  });

  it("is sent to as before when another one was not let in", async () => {
    expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true });
    const before = gorgias.requests.length;
    const apiKey = "a-key-that-is-wrong";
    const { status } = await connect({ domain: "acme", username: "jo@example.com", apiKey });
    expect(status).toBe(422);
    expect((await page.run(action("getAccount"))).status).toBe("succeeded");
    expect(gorgias.requests.slice(before).map(({ authorized }) => authorized)).toEqual([false]);
    expect(await page.ask("DELETE", "account")).toMatchObject({ source: "environment" });
  });

  it("is changed for all pages, and each runs where it belongs", async () => {
    const before = gorgias.requests.length;
    const { name } = await page.ask<Account>("GET", "account");
    expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true, back: name });
    const made = await page.run(action("createTag", { name: "vip-4" }));
    expect(made).toMatchObject({
      status: "succeeded",
      account: "a made-up account on this machine",
    });
    expect(gorgias.requests.slice(before)).toEqual([]);
    const { username, apiKey } = gorgias.credentials;
    const { status } = await connect({ domain: "acme", username, apiKey });
    expect(status).toBe(200);
    await page.run(action("getAccount"));
    expect(gorgias.requests.slice(before).map(({ path }) => path)).toEqual([
      "/api/account",
      "/api/account",
    ]);
    const shown = JSON.stringify([page.events, await page.ask("GET", "runs")]);
    expect(shown).not.toContain(apiKey);
    expect(shown).not.toContain(Buffer.from(`${username}:${apiKey}`).toString("base64"));
  });

  it("is not changed while something runs on it", async () => {
    const held = nextHeld(gorgias);
    const { id } = await page.ask<Run>("POST", "runs", action("getAccount"));
    await held;
    expect((await page.send("DELETE", "account")).status).toBe(409);
    gorgias.faults.clear();
    await page.ended(id);

    const flow = { kind: "triggers", key: "pollChangesTrigger", inputs: {} };
    const { id: flowId, last = "" } = await page.ask<Flow>("POST", "flows", flow);
    await page.ended(last);
    expect((await page.send("DELETE", "account")).status).toBe(409);
    await page.ask("DELETE", `flows/${flowId}`);
    expect(await page.ask("DELETE", "account")).toMatchObject({ source: "environment" });
  });

  it("is changed once a pick list has been read, and until then nothing else begins", async () => {
    const picks = { kind: "pickLists", key: "selectTag", inputs: {} };
    const held = nextHeld(gorgias);
    const read = page.ask<Picks>("POST", "picks", picks);
    await held;
    const changes = ["first", "second"].map(async () => {
      const { status } = await page.send("DELETE", "account");
      return status;
    });
    // One of them waits for the pick list.
    expect(await Promise.race(changes)).toBe(409);
    const begun = await Promise.all([
      page.send("POST", "picks", picks),
      page.send("POST", "runs", action("getAccount")),
      page.send("POST", "flows", { kind: "triggers", key: "pollChangesTrigger", inputs: {} }),
    ]);
    expect(begun.map(({ status }) => status)).toEqual([409, 409, 409]);
    gorgias.faults.clear();
    expect((await read).choices.length).toBeGreaterThan(0);
    expect((await Promise.all(changes)).sort()).toEqual([200, 409]);
    expect(await page.ask("GET", "account")).toMatchObject({ isSandbox: true });
  });

  it("is left for the one that the environment names, and that one for the sandbox", async () => {
    const { username, apiKey } = gorgias.credentials;
    const own = await (await connect({ domain: "other", username, apiKey })).json();
    expect(own).toMatchObject({
      source: "page",
      back: expect.stringMatching(/^acme\.gorgias\.com/),
    });
    const before = gorgias.requests.length;
    expect(await page.ask("DELETE", "account")).toMatchObject({
      name: own.back,
      source: "environment",
      back: "a made-up account on this machine",
    });
    await page.run(action("getAccount"));
    expect(gorgias.requests).toHaveLength(before + 1);
    expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true, back: own.back });
  });
});

describe("the workbench with the variables of its own process", () => {
  let page: AsPage;

  beforeAll(async () => {
    page = await openAsPage({ environment: process.env, sandbox: { tickets: 1 } });
  });

  afterAll(async () => {
    await page?.close();
    nock.cleanAll();
  });

  it("sends a key that is filled in on the page to Gorgias, and never to the sandbox", async () => {
    const seen: string[] = [];
    nock("https://acme.gorgias.com")
      .get("/api/account")
      .times(2)
      .reply(200, function () {
        seen.push(`${this.req.headers.authorization}`);
        return { id: 1, domain: "acme" };
      });
    const inputs = { domain: "acme", username: "jo@example.com", apiKey: "a-real-key" };
    const asked = { kind: "connections", key: "gorgias-api-key", inputs };
    for (const _ of ["first", "after the sandbox"]) {
      expect(await page.ask("PUT", "account", asked)).toMatchObject({ name: "acme.gorgias.com" });
      expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true });
    }
    expect(seen).toHaveLength(2);
  });

  it("takes an access token in the place of what a person signs in with", async () => {
    const seen: string[] = [];
    nock("https://acme.gorgias.com")
      .get("/api/account")
      .reply(200, function () {
        seen.push(`${this.req.headers.authorization}`);
        return { id: 1, domain: "acme" };
      });
    const connect = (accessToken: string) =>
      page.send("PUT", "account", {
        kind: "connections",
        key: "gorgias-oauth2",
        inputs: { domain: "acme", clientId: "", clientSecret: "", accessToken },
      });
    expect(await (await connect("")).json()).toMatchObject({
      refusals: [{ input: "accessToken" }],
    });
    expect(await (await connect("a-real-token")).json()).toMatchObject({
      name: "acme.gorgias.com",
      connection: "gorgias-oauth2",
    });
    expect(seen).toEqual(["Bearer a-real-token"]);
    expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true });
  });
});

describe("the workbench with an account in the variables of its own process", () => {
  let gorgias: Sandbox;
  let page: AsPage;
  const before = { ...process.env };

  beforeAll(async () => {
    gorgias = await startSandbox({ tickets: 1, rateLimit: false });
    Object.assign(process.env, environmentOf(gorgias));
    page = await openAsPage({ environment: process.env, sandbox: { tickets: 1 } });
  });

  afterAll(async () => {
    await page?.close();
    await gorgias.close();
    process.env = before;
  });

  it("goes on at the address that they name, also after the sandbox", async () => {
    expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true });
    expect(await page.ask("DELETE", "account")).toMatchObject({ source: "environment" });
    await page.run(action("getAccount"));
    expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true });
    const { username, apiKey } = gorgias.credentials;
    const inputs = { domain: "other", username, apiKey };
    const asked = { kind: "connections", key: "gorgias-api-key", inputs };
    expect(await page.ask("PUT", "account", asked)).toMatchObject({ source: "page" });
    expect(gorgias.requests.map(({ path }) => path)).toEqual(["/api/account", "/api/account"]);
  });
});
