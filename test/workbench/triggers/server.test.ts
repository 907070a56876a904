import component from "../../../src";
import type {
  Asked,
  Failure,
  Flow,
  Happened,
  Run,
  SandboxState,
} from "../../../workbench/messages";
import { startWorkbench, type Workbench } from "../../../workbench/server";

let workbench: Workbench;

beforeEach(async () => {
  workbench = await startWorkbench({ component, sandbox: { tickets: 150, rateLimit: false } });
});

afterEach(() => workbench.close());

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${workbench.url}api/${path}`, {
    method,
    headers: { origin: new URL(workbench.url).origin, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

const starting = (key: string, inputs: Asked["inputs"] = {}): Asked => ({
  kind: "triggers",
  key,
  inputs,
});

const start = (key: string, inputs?: Asked["inputs"]) =>
  ask<Flow>("POST", "flows", starting(key, inputs));

const happen = async (key: string) =>
  (await ask<Happened>("POST", "sandbox/happenings", { key })).message;

/** The newest run, once it is over. */
async function ended(wanted: (run: Run) => boolean = () => true): Promise<Run> {
  for (;;) {
    const run = (await ask<Run[]>("GET", "runs")).find(wanted);
    if (run && run.status !== "running") {
      return run;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function poll({ id }: Flow): Promise<Run> {
  const { id: run } = await ask<Run>("POST", `flows/${id}/runs`);
  return ended((one) => one.id === run);
}

describe("a flow that polls", () => {
  it("remembers where the account stands, and then hands on what is new and what changed", async () => {
    const flow = await start("pollChangesTrigger");
    expect(flow).toMatchObject({ way: "poll", status: "running", runs: [expect.any(String)] });
    expect(await ended()).toMatchObject({
      kind: "triggers",
      key: "pollChangesTrigger",
      flow: flow.id,
      status: "succeeded",
      answer: { words: "remembers where the account stands" },
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
      { id: flow.id, since: expect.stringMatching(/^\d{4}-.*Z$/), runs: { length: 4 } },
    ]);
    expect(await ask("DELETE", `flows/${flow.id}`)).toMatchObject({ status: "stopped" });
    expect(await ask("POST", `flows/${flow.id}/runs`)).toMatchObject({
      message: expect.stringContaining("has been stopped"),
    });
  });

  it("delivers the history of a sync, on all its pages, and then what changes", async () => {
    const flow = await start("syncRecordsTrigger");
    expect((await ended()).answer?.words).toBe("150 records of the history");
    await happen("ticket-created");
    expect((await poll(flow)).answer?.words).toBe("1 record new or changed");
    expect((await poll(flow)).answer?.words).toBe("nothing");
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
    await ended();
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
    expect(await ended()).toMatchObject({
      flow: flow.id,
      answer: { kind: "nothing", words: `Gorgias calls ${flow.url} from now on` },
    });
    await happen("ticket-created");
    const call = await ended((run) => run.answer?.words.startsWith("ticket-created") === true);
    expect(call).toMatchObject({ flow: flow.id, status: "succeeded" });
    expect(await ask("GET", `runs/${call.id}/answer`)).toMatchObject([
      { event: "ticket-created", ticket_id: expect.any(Number) },
    ]);

    expect(await ask("DELETE", `flows/${flow.id}`)).toMatchObject({ status: "stopped" });
    expect(await ended()).toMatchObject({ answer: { words: "Gorgias calls nobody any more" } });
    expect(await integrations()).toEqual([]);
  });

  it("is not there when it cannot be set up, and the failure is told", async () => {
    await ask("POST", "sandbox/faults", { kind: "cut", count: 5 });
    const failure = await ask<Failure>("POST", "flows", starting("ticketEventWebhook", inputs));
    expect(failure.message).toMatch(/Deploy the instance again|connection|sent/);
    expect(await ask("GET", "flows")).toEqual([]);
    expect((await ended()).status).toBe("failed");
  });

  async function integrations(): Promise<unknown[]> {
    const asked = { kind: "actions", key: "listIntegrations", inputs: {} };
    const { id } = await ask<Run>("POST", "runs", asked);
    await ended((run) => run.id === id);
    const { data } = await ask<{ data: { http: { url: string } | null }[] }>(
      "GET",
      `runs/${id}/answer`,
    );
    return data.filter(({ http }) => http?.url.startsWith("http://127.0.0.1"));
  }
});
