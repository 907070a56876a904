import component from "../../../src";
import type {
  Asked,
  Failure,
  Flow,
  Happened,
  Run,
  RunSummary,
  SandboxState,
  Told,
} from "../../../workbench/messages";
import { startWorkbench } from "../../../workbench/server";
import { type AsPage, pageOf } from "../server/asPage";
import { faultInSandbox, holdBack } from "../support/sandbox";

let page: AsPage;

beforeEach(async () => {
  page = await pageOf(
    await startWorkbench({ component, sandbox: { tickets: 150, rateLimit: false } }),
  );
});

afterEach(() => page.close());

const ask = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  page.ask<T>(method, path, body);

const starting = (key: string, inputs: Asked["inputs"] = {}): Asked => ({
  kind: "triggers",
  key,
  inputs,
});

const start = (key: string, inputs?: Asked["inputs"]) =>
  ask<Flow>("POST", "flows", starting(key, inputs));

const stop = ({ id }: Flow) => ask<Flow>("DELETE", `flows/${id}`);

const happen = async (key: string) =>
  (await ask<Happened>("POST", "sandbox/happenings", { key })).message;

/** A run of which that is told, once it is over. */
async function ended(wanted: (run: RunSummary) => boolean): Promise<Run> {
  const { run } = await page.told(
    (told): told is Extract<Told, { type: "run" }> =>
      told.type === "run" && told.run.status !== "running" && wanted(told.run),
  );
  return page.ended(run.id);
}

/** The last run of a flow, once it is over. */
const lastOf = ({ last = "" }: Flow) => page.ended(last);

async function poll({ id }: Flow): Promise<Run> {
  const { id: run } = await ask<Run>("POST", `flows/${id}/runs`);
  return page.ended(run);
}

describe("a flow that polls", () => {
  it("remembers where the account stands, and then hands on what is new and what changed", async () => {
    const flow = await start("pollChangesTrigger");
    expect(flow).toMatchObject({ way: "poll", status: "running", last: expect.any(String) });
    expect(await lastOf(flow)).toMatchObject({
      kind: "triggers",
      key: "pollChangesTrigger",
      flow: flow.id,
      status: "succeeded",
      answer: { words: "Started: nothing handed on yet" },
      exchanges: [{ method: "GET", status: "200" }],
    });
    expect((await poll(flow)).answer?.words).toBe("nothing changed");

    const created = await happen("ticket-created");
    expect(created).toMatch(/^Ticket #\d+ "Where is order #1000\?" was created\.$/);
    const first = await poll(flow);
    expect(first.answer?.words).toBe("1 new, 0 updated");
    expect(await ask("GET", `runs/${first.id}/answer`)).toMatchObject({
      created: [{ subject: "Where is order #1000?" }],
    });
    await happen("status-changed");
    expect((await poll(flow)).answer?.words).toBe("0 new, 1 updated");

    expect(await ask("GET", "flows")).toMatchObject([
      { id: flow.id, since: expect.stringMatching(/^\d{4}-.*Z$/), last: expect.any(String) },
    ]);
    expect(await ask("DELETE", `flows/${flow.id}`)).toMatchObject({ status: "stopped" });
    expect(await ask("POST", `flows/${flow.id}/runs`)).toMatchObject({
      message: expect.stringContaining("has been stopped"),
    });
  });

  it("that is stopped gives up the poll that is under way", async () => {
    await holdBack();
    const flow = await start("pollChangesTrigger");
    expect(await stop(flow)).toMatchObject({ status: "stopped" });
    expect((await lastOf(flow)).status).toBe("cancelled");
  });

  it("is told how long it waits where the rate limit is met", async () => {
    const flow = await start("pollChangesTrigger");
    await lastOf(flow);
    await ask("POST", "sandbox/faults", { kind: "429", count: 1 });
    await ask("POST", `flows/${flow.id}/runs`);
    const { run } = await page.told(
      (told): told is Extract<Told, { type: "run" }> =>
        told.type === "run" && told.run.waiting !== undefined,
    );
    expect(run.waiting).toMatch(/^Gorgias answered 429\. Waiting \d seconds? before try 2\.$/);
    await stop(flow);
  });

  it("delivers the history of a sync, on all its pages, and then what changes", async () => {
    const flow = await start("syncRecordsTrigger");
    expect((await lastOf(flow)).answer?.words).toBe("150 records of the history");
    await happen("ticket-created");
    expect((await poll(flow)).answer?.words).toBe("1 record new or changed");
    expect((await poll(flow)).answer?.words).toBe("nothing");
  });

  it("runs once: a second flow of the same trigger starts when the first one has stopped", async () => {
    const begin = () => ask<Flow & Failure>("POST", "flows", starting("pollChangesTrigger"));
    const answers = await Promise.all([begin(), begin()]);
    expect(answers.flatMap(({ message }) => message ?? [])).toEqual([
      expect.stringMatching(/^A flow of New and Updated Records is running already\./),
    ]);
    const [flow] = await ask<Flow[]>("GET", "flows");
    await stop(flow as Flow);
    expect(await start("pollChangesTrigger")).toMatchObject({ status: "running" });
    expect(await ask("GET", "flows")).toMatchObject([{ status: "stopped" }, { status: "running" }]);
  });

  it("does not start with inputs that the connector refuses", async () => {
    expect(await start("pollChangesTrigger", { maxRecords: "none" })).toMatchObject({
      refusals: [{ input: "maxRecords", message: expect.stringContaining("Max Records") }],
    });
    expect(await ask("GET", "flows")).toEqual([]);
    expect(await ask("GET", "runs")).toEqual([]);
  });

  it("meets the faults that were asked for, and tries again", async () => {
    const flow = await start("pollChangesTrigger");
    await lastOf(flow);
    await ask("POST", "sandbox/faults", { kind: "500", count: 1 });
    const waiting = await ask<SandboxState>("POST", "sandbox/faults", { kind: "cut", count: 2 });
    expect(waiting.faults).toEqual([
      { kind: "500", count: 1 },
      { kind: "cut", count: 2 },
    ]);
    expect(await ask("DELETE", "sandbox/faults")).toMatchObject({ faults: [] });

    await ask("POST", "sandbox/faults", { kind: "500", count: 1 });
    const run = await poll(flow);
    expect(run.status).toBe("succeeded");
    expect(run.exchanges.map(({ status }) => status)).toEqual(["500", "200"]);
    expect(await ask("GET", "sandbox")).toMatchObject({ isUsed: true, faults: [] });
  });

  it.each([
    { kind: "500", count: 6 },
    { kind: "500", count: 0 },
    { kind: "418", count: 1 },
  ])("takes no fault such as %j", async (fault) => {
    expect(await ask("POST", "sandbox/faults", fault)).toMatchObject({
      message: expect.any(String),
    });
    expect(await ask("GET", "sandbox")).toMatchObject({ faults: [] });
  });
});

describe("a webhook", () => {
  const inputs = { events: ["ticket-created", "ticket-status-updated"], template: "{}" };

  it("is set up, called, and taken away", async () => {
    const flow = await start("ticketEventWebhook", inputs);
    expect(flow).toMatchObject({ way: "webhook", url: expect.stringContaining("/webhook") });
    expect(await lastOf(flow)).toMatchObject({
      flow: flow.id,
      answer: { kind: "nothing", words: `Gorgias calls ${flow.url} from now on` },
    });
    await happen("ticket-created");
    const call = await ended((run) => run.answer?.words.startsWith("ticket-created") === true);
    expect(call).toMatchObject({ flow: flow.id, status: "succeeded" });
    expect(await ask("GET", `runs/${call.id}/answer`)).toMatchObject([
      { event: "ticket-created", ticket_id: expect.any(Number) },
    ]);

    const stopped = await stop(flow);
    expect(stopped).toMatchObject({ status: "stopped" });
    expect(await lastOf(stopped)).toMatchObject({
      answer: { words: "Webhook removed" },
    });
    expect(await integrations()).toEqual([]);
  });

  it("runs for nobody who does not know its path, and for no page of a browser", async () => {
    const { url = "", ...flow } = await start("ticketEventWebhook", inputs);
    await lastOf(flow);
    const post = async (address: string, origin?: string) => {
      const headers = { "content-type": "application/json", ...(origin && { origin }) };
      return (await fetch(address, { method: "POST", headers, body: "{}" })).status;
    };
    const guessed = new URL("/webhook", url).href;
    expect(await Promise.all([guessed, `${guessed}/`, `${url}x`].map((one) => post(one)))).toEqual([
      404, 404, 404,
    ]);
    expect([await post(url, "https://evil.example"), await post(url, "null")]).toEqual([403, 403]);
    expect(await ask<RunSummary[]>("GET", "runs")).toHaveLength(1);
  });

  it("is taken away once, however often that is asked for at a time", async () => {
    const flow = await start("ticketEventWebhook", inputs);
    const stopped = await Promise.all([stop(flow), stop(flow)]);
    expect(stopped.map(({ status }) => status)).toEqual(["stopped", "stopped"]);
    const runs = await ask<RunSummary[]>("GET", "runs");
    expect(runs.map(({ answer, status }) => answer?.words ?? status)).toEqual([
      "Webhook removed",
      `Gorgias calls ${flow.url} from now on`,
    ]);
  });

  it("is taken away when the workbench ends", async () => {
    const { ticketEventWebhook: trigger } = component.triggers;
    const remove = trigger && jest.spyOn(trigger, "webhookDelete");
    const { url = "" } = await start("ticketEventWebhook", inputs);
    await page.close();
    expect(remove).toHaveBeenCalledTimes(1);
    await expect(fetch(url, { method: "POST" })).rejects.toThrow("fetch failed");
  });

  it("that cannot be taken away goes on, and is let go when the workbench ends", async () => {
    const flow = await start("ticketEventWebhook", inputs);
    const { url = "" } = flow;
    await faultInSandbox({ status: 400, count: 1_000 });
    const response = await page.send("DELETE", `flows/${flow.id}`);
    expect([response.status, await response.json()]).toEqual([
      422,
      { message: expect.stringContaining("answered 400") },
    ]);
    expect(await ask("GET", "flows")).toMatchObject([{ status: "running", url }]);
    await page.close();
    await expect(fetch(url, { method: "POST" })).rejects.toThrow("fetch failed");
  });

  it("is not there when it cannot be set up, and the failure is told", async () => {
    await ask("POST", "sandbox/faults", { kind: "cut", count: 5 });
    const failure = await ask<Failure>("POST", "flows", starting("ticketEventWebhook", inputs));
    expect(failure.message).toMatch(/Deploy the instance again|connection|sent/);
    expect(await ask("GET", "flows")).toEqual([]);
    expect(await ended(({ status }) => status === "failed")).toMatchObject({
      key: "ticketEventWebhook",
    });
    // Nothing of it holds the account, and another one can be started.
    expect(await start("ticketEventWebhook", inputs)).toMatchObject({ status: "running" });
  });

  async function integrations(): Promise<unknown[]> {
    const asked = { kind: "actions", key: "listIntegrations", inputs: {} };
    const { id } = await ask<Run>("POST", "runs", asked);
    await page.ended(id);
    const { data } = await ask<{ data: { http: { url: string } | null }[] }>(
      "GET",
      `runs/${id}/answer`,
    );
    return data.filter(({ http }) => http?.url.startsWith("http://127.0.0.1"));
  }
});
