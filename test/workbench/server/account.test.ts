import { parse } from "csv-parse/sync";
import { type Sandbox, startSandbox } from "../../../sandbox";
import type { Account, Failure, FileReference, Run } from "../../../workbench/messages";
import { environmentOf } from "../../support/environment";
import nock from "../../support/nock";
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
    gorgias.fault({ status: 503 });
    const { id } = await page.ask<Run>("POST", "runs", action("getAccount"));
    const { status } = await page.send("DELETE", "account");
    expect(status).toBe(409);
    await page.send("DELETE", `runs/${id}`);
    await page.ended(id);
    expect((await page.send("DELETE", "account")).status).toBe(200);
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

  it("gives lists as CSV, and takes and gives files", async () => {
    const { id } = await page.run(action("listTickets", { limit: "3" }));
    const csv = await (await page.send("GET", `runs/${id}/answer.csv`)).text();
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      "customer.email": expect.stringContaining("@"),
    });
    const stored = await page.send("POST", "files?name=note.txt", Buffer.from("Hello"), {
      "content-type": "text/plain",
    });
    const file = (await stored.json()) as FileReference;
    expect(file).toMatchObject({ name: "note.txt", contentType: "text/plain", size: 5 });
    expect(await page.run(action("uploadFiles", { file }))).toMatchObject({ status: "succeeded" });
    const gone = { ...file, file: "gone" };
    expect(await page.run(action("uploadFiles", { file: gone }))).toMatchObject({
      status: "refused",
      failure: {
        refusals: [{ input: "file", message: expect.stringContaining("Choose it again") }],
      },
    });
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
