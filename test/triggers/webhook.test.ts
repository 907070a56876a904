import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import source from "../../src";
import { builtComponent } from "../support/bundle";
import { useNoTimeouts } from "../support/patience";
import {
  type Account,
  type Flow,
  flowWith,
  type Handed,
  newTicket,
  openAccount,
  type Run,
  ticketsOf,
} from "./flow";

const bundle = builtComponent();

let account: Account;
let platform: Server;
let url: string;
let flow: Flow;
let runs: Run[];
/** The HTTP integrations that were there when the account was opened. */
let seeded: readonly number[];
let headers: Record<string, string>[];
/** Answers that are lost on the way, so that Gorgias takes them for failures. */
let lost: number;

useNoTimeouts();

beforeEach(async () => {
  jest.spyOn(Math, "random").mockReturnValue(0);
  account = await openAccount();
  seeded = [];
  seeded = (await integrations()).map(({ id }) => id);
  runs = [];
  headers = [];
  lost = 0;
  let last: Promise<unknown> = Promise.resolve();
  platform = createServer((request, response) => {
    last = last.then(async () => {
      const status = await statusOf(request).catch(() => 500);
      lost -= 1;
      response.writeHead(lost >= 0 ? 504 : status).end();
    });
  });
  await new Promise<void>((resolve) => platform.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(platform.address() as AddressInfo).port}/hook`;
  flow = flowOn(["ticket-created"]);
});

afterEach(async () => {
  await account.close();
  platform.closeAllConnections();
  platform.close();
});

const flowOn = (events: readonly string[], inputs: object = {}, component = source) =>
  flowWith(
    "ticketEventWebhook",
    { connection: account.connection, events, fetchFullTicket: false, ...inputs },
    { url, component },
  );

/** What the platform does with a request: one after the other, each with what the last one kept. */
async function statusOf(request: IncomingMessage): Promise<number> {
  payload = await payloadOf(request);
  const run = await flow.run(payload);
  runs.push(run);
  headers.push(request.headers as Record<string, string>);
  return run.response?.statusCode ?? 200;
}

/** What Gorgias sends if it tries once more: the same again, which sources dispute that it does. */
async function repeat() {
  const run = await flow.run(payload);
  runs.push(run);
  return run.response?.statusCode ?? 200;
}

/** What came last. */
let payload: Awaited<ReturnType<typeof payloadOf>>;

async function payloadOf(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const contentType = "application/json";
  return {
    headers: request.headers as Record<string, string>,
    rawBody: { data: text, contentType },
    body: { data: JSON.parse(text), contentType },
  };
}

async function api(method: string, path: string): Promise<Handed> {
  const { username, apiKey } = account.sandbox.credentials;
  const authorization = `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;
  const answer = await fetch(`${account.sandbox.url}/api${path}`, {
    method,
    headers: { authorization },
  });
  const text = await answer.text();
  return text === "" ? undefined : JSON.parse(text);
}

/** The HTTP integrations that flows have made: the account came with some of its own. */
async function integrations(): Promise<Handed[]> {
  const { data } = await api("GET", "/integrations?type=http");
  return data.filter(({ id }: Handed) => !seeded.includes(id));
}

const eventsOf = (list: Handed[]) =>
  list.flatMap(({ http }) => Object.keys(http.triggers).filter((one) => http.triggers[one])).sort();

async function fire(email = "jo@example.com"): Promise<number> {
  const id = account.sandbox.change.createTicket(newTicket(email));
  await account.sandbox.settled();
  return id;
}

describe("Ticket Event Webhook", () => {
  it.each([
    ["source", source],
    ["built bundle", bundle],
  ])("starts the flow with a small payload when Gorgias calls (%s)", async (_what, component) => {
    flow = flowOn(["ticket-created"], {}, component);
    await flow.deploy();
    const id = await fire();
    expect(account.sandbox.deliveries).toMatchObject([{ status: 200, url }]);
    expect(runs).toMatchObject([{ resultType: "completed", response: { statusCode: 200 } }]);
    expect(runs[0]?.data).toEqual([
      {
        event: "ticket-created",
        ticket_id: id,
        message_id: expect.any(Number),
        account: "acme",
        time: expect.stringMatching(/^2026-03-01T12:00:00\.\d{6}\+00:00$/),
        fields: {},
      },
    ]);
  });

  it("adds the ticket itself, and the fields of the template", async () => {
    flow = flowOn(["ticket-created"], {
      fetchFullTicket: undefined,
      template: '{"email": "{{ticket.customer.email}}", "subject": "{{ticket.subject}}"}',
    });
    await flow.deploy();
    const id = await fire("ada@example.com");
    expect(runs[0]?.data[0]).toMatchObject({
      ticket_id: id,
      fields: { email: "ada@example.com", subject: "Where is my order?" },
      ticket: { id, messages: [{ body_text: "Hello?" }] },
    });
  });

  it("has no ticket for one that is gone by now, and starts all the same", async () => {
    flow = flowOn(["ticket-created"], { fetchFullTicket: true });
    await flow.deploy();
    account.sandbox.fault({ status: 404, path: "/api/tickets/" });
    await fire();
    expect(runs[0]?.data).toMatchObject([{ ticket: null }]);
  });

  it.each([
    ["Gorgias fails", { status: 500, count: 9 }],
    [
      "the rate limit is used up for longer than the answer may take",
      { status: 429, retryAfter: 30 },
    ],
    ["the connection's user may not read it", { status: 401 }],
  ])("starts without the ticket, and says so, where %s", async (_what, fault) => {
    flow = flowOn(["ticket-created"], { fetchFullTicket: true });
    await flow.deploy();
    account.sandbox.fault({ ...fault, path: "/api/tickets/" });
    const id = await fire();
    expect(account.sandbox.deliveries.map(({ status }) => status)).toEqual([200]);
    const [item] = runs[0]?.data ?? [];
    expect(item).toMatchObject({
      ticket_id: id,
      ticket_error: expect.stringContaining(`${fault.status}`),
    });
    expect(item).not.toHaveProperty("ticket");
    expect(flow.log.lines.join("\n")).toContain(`warn: The flow starts without ticket ${id}`);
  });

  it("starts for every one of a hundred deliveries at once, with the ticket as far as the rate limit goes", async () => {
    await account.close();
    account = await openAccount({ rateLimit: { capacity: 40, windowSeconds: 20 } });
    flow = flowOn(["ticket-created"], { fetchFullTicket: true });
    await flow.deploy();
    await fire();
    const [ticket] = await ticketsOf(account, 1);
    const given = { headers: headers[0] ?? {}, ticket_id: String(ticket.id) };
    const deliveries = Array.from({ length: 100 }, (_, index) => ({
      headers: given.headers,
      body: {
        data: {
          event: "ticket-created",
          ticket_id: given.ticket_id,
          time: `2026-03-01T12:00:00.${String(index).padStart(6, "0")}+00:00`,
        },
      },
    }));
    const all = await Promise.all(deliveries.map((delivery) => flow.run(delivery)));
    expect(all.map(({ data }) => data.length)).toEqual(deliveries.map(() => 1));
    const withTicket = all.filter(({ data }) => data[0].ticket?.id === ticket.id);
    const without = all.filter(({ data }) => typeof data[0].ticket_error === "string");
    expect(withTicket.length).toBeGreaterThan(30);
    expect(withTicket.length + without.length).toBe(100);
  });

  it("takes the message from the ticket where its template came out empty", async () => {
    flow = flowOn(["ticket-message-created"], { fetchFullTicket: true });
    await flow.deploy();
    const id = await fire();
    const [{ message_id }] = runs.at(-1)?.data ?? [];
    const sent = { event: "ticket-message-created", ticket_id: String(id), time: "later" };
    const deliver = (body: object) =>
      flow.run({ headers: headers[0] ?? {}, body: { data: { ...sent, ...body } } });
    const empty = await deliver({ message_id: "", last_message_id: "" });
    expect(empty.data).toMatchObject([{ message_id }]);
    const last = await deliver({ message_id: "", last_message_id: "77", time: "later still" });
    expect(last.data).toMatchObject([{ message_id: 77 }]);
  });

  it.each([
    ["", null],
    ["{{ticket.updated_datetime}}", "{{ticket.updated_datetime}}"],
    ["None", "None"],
  ])(
    "starts for each delivery with the time %j, because nothing tells it from a repeat",
    async (sent, time) => {
      await flow.deploy();
      await fire();
      const body = {
        data: { event: "ticket-created", ticket_id: "7", message_id: "", time: sent },
      };
      for (const _ of [1, 2]) {
        const run = await flow.run({ headers: headers[0] ?? {}, body });
        expect(run.data).toMatchObject([{ ticket_id: 7, time }]);
      }
    },
  );

  it.each([
    ["a quotation mark", 'He said "hi", and left', 'He said "hi", and left'],
    ["a line break", "one\ntwo", "one\ntwo"],
    ["a lone backslash", "C:\\users", "C:\\users"],
    ["very much space", `"${" ".repeat(200_000)}x,`, expect.stringContaining("x")],
    [
      "what looks like an event",
      'x", "event": "ticket-updated", "ticket_id": "666',
      expect.any(String),
    ],
  ])("loses at most a text that came with %s in it", async (_what, text, subject) => {
    flow = flowOn(["ticket-created"], {
      template: { subject: "{{ticket.subject}}", tag: "{{x}}" },
    });
    await flow.deploy();
    await fire();
    const raw = `{"subject": "${text}", "tag": "vip", "event": "ticket-created", "ticket_id": "7", "message_id": "", "last_message_id": "9", "time": "2026-03-01T12:00:00+00:00"}`;
    const run = await flow.run({
      headers: headers[0] ?? {},
      body: { data: raw },
      rawBody: { data: raw },
    });
    expect(run.data).toMatchObject([
      {
        event: "ticket-created",
        ticket_id: 7,
        message_id: 9,
        time: "2026-03-01T12:00:00+00:00",
        fields: { subject, tag: "vip" },
      },
    ]);
  });

  it("takes headers that come as lists, and refuses a second secret", async () => {
    await flow.deploy();
    await fire();
    const { "x-gorgias-connector-secret": secret = "" } = headers[0] ?? {};
    const name = "X-Gorgias-Connector-Secret";
    const body = { data: { event: "ticket-created", ticket_id: "1" } };
    const statusWith = async (given: unknown) =>
      (await flow.run({ headers: given as Handed, body })).response?.statusCode;
    expect(await statusWith({ [name]: [secret] })).toBe(200);
    expect(await statusWith({ [name]: ["wrong", secret] })).toBe(401);
    expect(
      await statusWith([
        ["host", "x"],
        [name, secret],
      ]),
    ).toBe(200);
    expect(await statusWith([{ name, value: secret }])).toBe(200);
    expect(await statusWith([{ name, value: "wrong" }, "odd", null])).toBe(401);
    expect(await statusWith(undefined)).toBe(401);
    expect(await statusWith(null)).toBe(401);
  });

  it.each<[string, (text: string) => object]>([
    ["bytes", (text) => ({ body: { data: Buffer.from(text) } })],
    ["an array of bytes", (text) => ({ body: { data: new Uint8Array(Buffer.from(text)) } })],
    ["text", (text) => ({ body: { data: text } })],
    ["the raw body alone", (text) => ({ body: { data: {} }, rawBody: { data: text } })],
    ["a raw body without another", (text) => ({ body: undefined, rawBody: { data: text } })],
  ])("takes a delivery that comes as %s", async (_form, payload) => {
    await flow.deploy();
    await fire();
    const sent = payload(JSON.stringify({ event: "ticket-created", ticket_id: "7" }));
    const run = await flow.run({ headers: headers[0] ?? {}, ...sent });
    expect(run.data).toMatchObject([{ event: "ticket-created", ticket_id: 7 }]);
    const nothing = await flow.run({
      headers: headers[0] ?? {},
      body: undefined,
      rawBody: undefined,
    } as Handed);
    expect(nothing.response?.statusCode).toBe(400);
  });

  it("leaves nothing half-made when a deployment fails", async () => {
    flow = flowOn(["ticket-created", "ticket-updated"]);
    let made = 0;
    account.sandbox.onRequest(({ method }) => {
      made += method === "POST" ? 1 : 0;
      if (method === "POST" && made === 2) account.sandbox.fault({ status: 400, method: "POST" });
    });
    await expect(flow.deploy()).rejects.toThrow("400");
    expect(made).toBe(2);
    expect(await integrations()).toEqual([]);
  });

  it("names what a deployment that failed could not take back, and uses it the next time", async () => {
    flow = flowOn(["ticket-created", "ticket-updated"]);
    let made = 0;
    account.sandbox.onRequest(({ method }) => {
      made += method === "POST" ? 1 : 0;
      if (method === "POST" && made === 2) {
        account.sandbox.fault({ status: 400, method: "POST" });
        account.sandbox.fault({ status: 403, method: "DELETE" });
      }
    });
    await expect(flow.deploy()).rejects.toThrow(/the integrations \d+ are left/);
    const [left] = await integrations();
    await flow.deploy();
    const now = await integrations();
    expect(now).toHaveLength(2);
    expect(now.map(({ id }) => id)).toContain(left.id);
  });

  it("tells the events apart", async () => {
    flow = flowOn(["ticket-created", "ticket-message-created", "ticket-status-updated"]);
    await flow.deploy();
    const id = await fire();
    account.sandbox.change.updateTicket(id, { status: "closed" });
    await account.sandbox.settled();
    expect(runs.flatMap(({ data }) => data.map(({ event }: Handed) => event)).sort()).toEqual([
      "ticket-created",
      "ticket-message-created",
      "ticket-status-updated",
    ]);
  });

  it("answers 401 to a wrong or missing secret, and starts nothing", async () => {
    await flow.deploy();
    const body = { data: { event: "ticket-created", ticket_id: "1", message_id: "", time: "" } };
    for (const secret of [
      {},
      { "x-gorgias-connector-secret": "" },
      { "x-gorgias-connector-secret": "wrong" },
    ]) {
      const run = await flow.run({ headers: secret as Record<string, string>, body });
      expect(run).toMatchObject({
        response: { statusCode: 401 },
        data: [],
        resultType: "polled_no_changes",
      });
    }
  });

  it("answers 401 to everything before it is deployed and after it is removed", async () => {
    const body = { data: { event: "ticket-created", ticket_id: "1" } };
    const bare = { headers: { "x-gorgias-connector-secret": "" }, body };
    expect((await flow.run(bare)).response?.statusCode).toBe(401);
    await flow.deploy();
    await fire();
    await flow.remove();
    const { "x-gorgias-connector-secret": secret = "" } = headers[0] ?? {};
    expect(secret).not.toBe("");
    const run = await flow.run({ headers: { "x-gorgias-connector-secret": secret }, body });
    expect(run.response?.statusCode).toBe(401);
  });

  it("answers 400 to something else than an event, and starts nothing", async () => {
    await flow.deploy();
    await fire();
    for (const data of [null, "nonsense", { event: "ticket-exploded", ticket_id: "1" }]) {
      const run = await flow.run({
        headers: headers[0] ?? {},
        rawBody: { data: null },
        body: { data },
      });
      expect(run).toMatchObject({ response: { statusCode: 400 }, data: [] });
    }
  });

  it("recognises a repeat, answers 200 and starts nothing", async () => {
    await flow.deploy();
    lost = 1;
    await fire();
    expect(account.sandbox.deliveries.map(({ status }) => status)).toEqual([504]);
    expect([await repeat(), await repeat()]).toEqual([200, 200]);
    expect(runs.map(({ data }) => data.length)).toEqual([1, 0, 0]);
    expect(runs.map(({ resultType }) => resultType)).toEqual([
      "completed",
      "polled_no_changes",
      "polled_no_changes",
    ]);
    await fire();
    expect(runs.at(-1)?.data).toHaveLength(1);
  });

  it("remembers no more than the last 500 deliveries", async () => {
    await flow.deploy();
    await fire();
    for (let ticket_id = 1; ticket_id <= 600; ticket_id += 1) {
      await flow.run({
        headers: headers[0] ?? {},
        body: { data: { event: "ticket-created", ticket_id, time: "2026-03-01T12:00:00Z" } },
      });
    }
    const { seen } = (flow.state.instanceState as Handed).__prismaticInternal.polling;
    expect(seen).toHaveLength(500);
  });

  it("makes a secret for each instance, and keeps it", async () => {
    await flow.deploy();
    await fire();
    await flow.deploy();
    await fire();
    const other = flowOn(["ticket-created"]);
    await other.deploy();
    await fire();
    const [first, second] = headers.map((sent) => sent["x-gorgias-connector-secret"]);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).toBe(first);
    expect(runs.at(-1)?.response?.statusCode).toBe(401);
  });

  it("changes nothing when it is deployed again", async () => {
    flow = flowOn(["ticket-created", "ticket-updated"]);
    await flow.deploy();
    const before = await integrations();
    await flow.deploy();
    await flow.deploy();
    const after = await integrations();
    const timeless = ({ updated_datetime: _, ...one }: Handed) => one;
    expect(after.map(timeless)).toEqual(before.map(timeless));
    expect(before.map(({ name }) => name)).toContain("Instance 1 – Flow 1 (ticket-created)");
  });

  it.each([
    ["another event", ["ticket-updated"], false],
    ["one more", ["ticket-created", "ticket-updated"], true],
  ])("listens to %s, and keeps what is there for it", async (_what, events, isKept) => {
    await flow.deploy();
    const [before] = await integrations();
    flow.inputs = { ...flow.inputs, events };
    await flow.deploy();
    const after = await integrations();
    expect(after.map(({ id }) => id).includes(before.id)).toBe(isKept);
    expect(eventsOf(after).sort()).toEqual(events);
  });

  it("leaves everything as it was when another deployment fails", async () => {
    flow = flowOn(["ticket-created", "ticket-status-updated"]);
    await flow.deploy();
    const before = await integrations();
    flow.inputs = {
      ...flow.inputs,
      events: ["ticket-created", "ticket-updated", "ticket-message-created"],
    };
    let made = 0;
    account.sandbox.onRequest(({ method }) => {
      made += method === "POST" ? 1 : 0;
      if (method === "POST" && made === 2) account.sandbox.fault({ status: 403, method: "POST" });
    });
    await expect(flow.deploy()).rejects.toThrow("Deploy the instance again.");
    expect(made).toBe(2);
    expect(await integrations()).toEqual(before);
  });

  it("takes away what is not chosen any more", async () => {
    flow = flowOn(["ticket-created", "ticket-updated", "ticket-handed-over"]);
    await flow.deploy();
    flow.inputs = { ...flow.inputs, events: ["ticket-updated"] };
    await flow.deploy();
    expect(eventsOf(await integrations())).toEqual(["ticket-updated"]);
  });

  it("finds its integrations again when its state is lost", async () => {
    await flow.deploy();
    flow.state = { instanceState: {}, crossFlowState: {} };
    await flow.deploy();
    expect(await integrations()).toHaveLength(1);
    await fire();
    expect(runs.at(-1)?.response?.statusCode).toBe(200);
  });

  it("follows the flow when its webhook URL changes", async () => {
    const { state } = flow;
    flow = flowWith("ticketEventWebhook", flow.inputs, { url: "https://elsewhere.example.com" });
    await flow.deploy();
    const moved = flowOn(["ticket-created"]);
    moved.state = flow.state;
    flow = moved;
    await flow.deploy();
    expect((await integrations()).map(({ http }) => http.url)).toEqual([url]);
    expect(state).not.toBe(flow.state);
  });

  it("adds an integration again that somebody has deleted, and doesn't mind on removal", async () => {
    await flow.deploy();
    const [first] = await integrations();
    await api("DELETE", `/integrations/${first.id}`);
    await flow.deploy();
    const [second] = await integrations();
    expect(eventsOf([second])).toEqual(["ticket-created"]);
    account.sandbox.fault({ status: 404, method: "PUT" });
    await flow.deploy();
    await api("DELETE", `/integrations/${second.id}`);
    await flow.remove();
    expect(await integrations()).toEqual([]);
  });

  it("tolerates that an integration is deleted while it is being removed", async () => {
    await flow.deploy();
    account.sandbox.fault({ status: 404, method: "DELETE" });
    await expect(flow.remove()).resolves.toBeUndefined();
  });

  it("removes its own integrations and nobody else's", async () => {
    const other = flowWith("ticketEventWebhook", flow.inputs, { url: "https://other.example.com" });
    await other.deploy();
    await flow.deploy();
    await flow.remove();
    expect((await integrations()).map(({ http }) => http.url)).toEqual([
      "https://other.example.com",
    ]);
    await flow.remove();
  });

  it("switches on again what Gorgias has switched off", async () => {
    await flow.deploy();
    platform.removeAllListeners("request");
    platform.on("request", (_request, response) => response.writeHead(500).end());
    const id = account.sandbox.change.createTicket(newTicket());
    for (let failed = 0; failed < 500; failed += 1) {
      account.sandbox.change.pull("ticket-created", id);
    }
    await account.sandbox.settled();
    const isOff = async () => (await integrations())[0].deactivated_datetime !== null;
    expect(await isOff()).toBe(true);
    await flow.deploy();
    expect(await isOff()).toBe(false);
  });

  it("shows its secret to nobody", async () => {
    flow = flowOn(["ticket-created"], { debugRequest: true });
    await flow.deploy();
    await fire();
    const [{ "x-gorgias-connector-secret": secret = "" } = {}] = headers;
    expect(secret).not.toBe("");
    expect(flow.log.lines.join("\n")).toContain("POST http");
    expect(flow.log.lines.join("\n")).not.toContain(secret);
  });

  it("refuses a template whose names are taken, and an empty choice of events", async () => {
    flow = flowOn(["ticket-created"], { template: { ticket_id: "{{ticket.id}}" } });
    await expect(flow.deploy()).rejects.toThrow(/Template: the name ticket_id is taken/);
    await expect(flowOn([]).deploy()).rejects.toThrow(/Events: .*required/);
    expect(await integrations()).toEqual([]);
  });
});
