import { type Sandbox, startSandbox } from "../../../sandbox";
import type { Checked, Run, Told } from "../../../workbench/messages";
import { environmentOf } from "../../support/environment";
import { nextHeld } from "../support/sandbox";
import { type AsPage, action, openAsPage } from "./asPage";

const isOfRun =
  (id: string, isIt: (run: Extract<Told, { type: "run" }>["run"]) => boolean) =>
  (told: Told): told is Extract<Told, { type: "run" }> =>
    told.type === "run" && told.run.id === id && isIt(told.run);

describe("a run", () => {
  let gorgias: Sandbox;
  let page: AsPage;

  beforeAll(async () => {
    gorgias = await startSandbox({ tickets: 300 });
    page = await openAsPage({ environment: environmentOf(gorgias) });
  });

  afterAll(async () => {
    await page?.close();
    await gorgias.close();
  });

  it("answers at once, and tells what becomes of it", async () => {
    const begun = await page.ask<Run>("POST", "runs", action("listTickets", { limit: "2" }));
    expect(begun).toMatchObject({ status: "running", label: "List Tickets", exchanges: [] });
    const run = await page.ended(begun.id);
    expect(run).toMatchObject({
      status: "succeeded",
      number: begun.number,
      inputs: { limit: "2" },
      answer: { kind: "json", words: "2 tickets, and there are more" },
      exchanges: [
        {
          method: "GET",
          path: "/api/tickets?limit=2",
          status: "200",
          rateLimit: { used: 1, limit: 40 },
          request: { headers: { authorization: "***" } },
          response: { body: { object: "list" } },
        },
      ],
    });
    expect(await page.ask("GET", `runs/${run.id}/answer`)).toMatchObject({ data: [{}, {}] });
    expect(page.events).toContainEqual({
      type: "exchange",
      run: run.id,
      told: expect.any(Number),
      exchange: run.exchanges[0],
    });
    expect(page.events).toContainEqual({
      type: "log",
      run: run.id,
      told: expect.any(Number),
      entry: run.log[0],
    });
  });

  it("shows what went out in a body", async () => {
    const asked = await page.agreed(action("createTag", { name: "vip-2" }));
    const { exchanges } = await page.run(asked);
    expect(exchanges[0]).toMatchObject({
      method: "POST",
      path: "/api/tags",
      request: { body: { name: "vip-2" } },
      response: { body: { name: "vip-2" } },
    });
  });

  it("that the connector refuses says so of each input, and sends nothing", async () => {
    const before = gorgias.requests.length;
    const run = await page.run(action("getTicket", { id: "seven" }));
    expect(run).toMatchObject({
      status: "refused",
      failure: { refusals: [{ input: "id", message: expect.stringMatching(/^Ticket ID: /) }] },
    });
    expect(gorgias.requests.slice(before)).toEqual([]);
  });

  it("that Gorgias refuses has failed, in the connector's words", async () => {
    expect(await page.run(action("getTicket", { id: "7" }))).toMatchObject({
      status: "failed",
      failure: { message: expect.stringContaining("GET /api/tickets/7: Gorgias answered 404") },
    });
  });

  it("that the connector refuses after it has asked Gorgias has failed, and says so of the input", async () => {
    const run = await page.run(
      await page.agreed(
        action("updateTicketCustomFields", {
          ticket_id: "153006867",
          customFieldValues: [{ key: "1", value: "nothing has this field" }],
        }),
      ),
    );
    expect(run).toMatchObject({
      status: "failed",
      failure: { refusals: [{ input: "customFieldValues" }] },
    });
    expect(run.exchanges.length).toBeGreaterThan(0);
  });

  it("tells what it waits for", async () => {
    gorgias.fault({ status: 503 });
    const { id } = await page.ask<Run>("POST", "runs", action("getAccount"));
    const { run } = await page.told(isOfRun(id, ({ waiting }) => waiting !== undefined));
    expect(run.waiting).toMatch(/^Gorgias answered 503\. Waiting \d seconds? before try 2\.$/);
    await page.send("DELETE", `runs/${id}`);
    expect(await page.ended(id)).not.toHaveProperty("waiting");
  });

  it("of a whole list tells how far it is, and once cancelled sends nothing more", async () => {
    const before = gorgias.requests.length;
    // The second page is held back.
    gorgias.fault({ delayMs: 1 });
    const held = nextHeld(gorgias);
    const { id } = await page.ask<Run>("POST", "runs", action("listTickets", { fetchAll: "true" }));
    const { run } = await page.told(isOfRun(id, ({ items }) => items !== undefined));
    expect(run.items).toBe(100);
    await held;
    await page.send("DELETE", `runs/${id}`);
    const ended = await page.ended(id);
    gorgias.faults.clear();
    expect(ended).toMatchObject({
      status: "cancelled",
      failure: { message: expect.stringContaining("the step was cancelled") },
    });
    expect(gorgias.requests).toHaveLength(before + 2);
  });

  it("that writes is waited for when it is cancelled: it may have been carried out", async () => {
    const held = nextHeld(gorgias, { reset: true });
    const asked = await page.agreed(action("createTag", { name: "cut" }));
    const { id } = await page.ask<Run>("POST", "runs", asked);
    await held;
    expect(await page.ask("DELETE", `runs/${id}`)).toMatchObject({
      status: "running",
      waiting: expect.stringContaining("cannot be called back"),
    });
    gorgias.faults.clear();
    expect(await page.ended(id)).toMatchObject({
      status: "cancelled",
      failure: { message: expect.stringContaining("It may have been carried out") },
    });
  });

  it("shows no secret of its inputs, by the connector's own rule", async () => {
    const { inputs, hidden } = await page.run(
      action("rawRequest", {
        method: "GET",
        url: "/api/account?access_token=seven-seas",
        headers: [
          { key: "X-Api-Key", value: "eight-ends" },
          { key: "X-Trace", value: "nine-lives" },
        ],
        connection: { key: "another" },
      }),
    );
    expect(inputs).toEqual({
      method: "GET",
      url: "/api/account?access_token=***",
      headers: [
        { key: "X-Api-Key", value: "***" },
        { key: "X-Trace", value: "nine-lives" },
      ],
    });
    expect(hidden).toEqual(["url", "headers"]);
    const password = action("updateUser", { name: "Jo", new_password: "ten-bells" });
    const run = await page.run(await page.agreed(password));
    expect([run.inputs, run.hidden]).toEqual([{ name: "Jo" }, ["new_password"]]);
    const told = JSON.stringify([page.events, run]);
    expect(/seven-seas|eight-ends|ten-bells/.exec(told)?.[0]).toBeUndefined();
  });

  it.each([
    "https://jo:eleven-elms@acme.gorgias.com/api/account",
    "https://evil.example/account?access_token=eleven-elms",
  ])("shows no secret of an input that is refused: %s", async (url) => {
    const asked = action("rawRequest", { method: "GET", url });
    const { status, failure } = await page.run(asked);
    expect(status).toBe("refused");
    const checked = await page.ask<Checked>("POST", "check", asked);
    for (const refusals of [failure?.refusals, checked.refusals]) {
      expect(refusals).toEqual([{ input: "url", message: expect.stringContaining("***") }]);
    }
    const told = JSON.stringify([page.events, await page.ask("GET", "runs"), failure, checked]);
    expect(told.includes("eleven-elms")).toBe(false);
  });

  it("is told whole where it alone is asked for, and without what may be long elsewhere", async () => {
    const text = "long ".repeat(2000);
    const run = await page.run(action("getTicket", { id: text, relationships: "" }));
    const { inputs, exchanges, log, ...summary } = run;
    expect(inputs).toEqual({ id: text, relationships: "" });
    expect([exchanges, log]).toEqual([expect.any(Array), expect.any(Array)]);
    expect(await page.ask<unknown[]>("GET", "runs")).toContainEqual(summary);
    expect(page.events).toContainEqual({ type: "run", run: summary });
  });

  it("is refused when a value is nested deeper than any form needs", async () => {
    let deep: unknown = "";
    for (let depth = 0; depth < 60; depth += 1) {
      deep = [deep];
    }
    expect((await page.send("POST", "runs", action("getTicket", { id: deep }))).status).toBe(400);
  });
});
