import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { TRIGGERS } from "../../sandbox/shop/records/integration";
import { useNoTimeouts } from "../support/patience";
import { type Account, openAccount, ticketFrom } from "./account";

interface Call {
  method: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

let account: Account;
let listener: Server;
let url: string;
let calls: Call[];
let answers: number[];

useNoTimeouts();

beforeEach(async () => {
  account = await openAccount();
  calls = [];
  answers = [];
  listener = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    calls.push({
      method: request.method,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/hook`;
});

afterEach(async () => {
  await account.sandbox.close();
  listener.closeAllConnections();
  listener.close();
});

const settings = (more: object = {}) => ({
  name: "Flow",
  type: "http",
  http: {
    url,
    method: "POST",
    request_content_type: "application/json",
    response_content_type: "application/json",
    headers: { "x-secret": "s3cret" },
    form: {
      ticket: "{{ticket.id}}",
      who: { email: "{{ ticket.customer.email }}" },
      nothing: "{{a.b}}",
    },
    triggers: { "ticket-created": true },
    ...more,
  },
});

async function integrate(more: object = {}) {
  const { status, body } = await account.post("/integrations", settings(more));
  expect(status).toBe(201);
  return body;
}

async function newTicket() {
  const { body } = await account.post("/tickets", ticketFrom("jo@example.com"));
  await account.sandbox.settled();
  return body;
}

describe("an HTTP integration", () => {
  it("is called with its form filled in and its headers, for the triggers that it chose", async () => {
    await integrate();
    const ticket = await newTicket();
    await account.put(`/tickets/${ticket.id}`, { status: "closed" });
    await account.sandbox.settled();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.method).toBe("POST");
    expect(calls[0]?.headers).toMatchObject({
      "x-secret": "s3cret",
      "content-type": "application/json",
    });
    expect(JSON.parse(calls[0]?.body ?? "")).toEqual({
      ticket: String(ticket.id),
      who: { email: "jo@example.com" },
      nothing: "",
    });
    expect(account.sandbox.deliveries).toMatchObject([
      { trigger: "ticket-created", ticketId: ticket.id, status: 200 },
    ]);
  });

  it.each([
    ["ticket-updated", (id: number) => account.put(`/tickets/${id}`, { subject: "x" })],
    ["ticket-status-updated", (id: number) => account.put(`/tickets/${id}`, { status: "closed" })],
    [
      "ticket-assignment-updated",
      (id: number) => account.put(`/tickets/${id}`, { assignee_team: { id: 5101 } }),
    ],
    [
      "ticket-message-created",
      (id: number) =>
        account.post(`/tickets/${id}/messages`, {
          channel: "email",
          via: "api",
          from_agent: true,
          receiver: { email: "jo@example.com" },
        }),
    ],
    [
      "ticket-message-failed",
      (id: number) =>
        account.post(`/tickets/${id}/messages`, {
          channel: "email",
          via: "api",
          from_agent: true,
          receiver: { email: "jo@example.com" },
          failed_datetime: "2026-03-01T12:00:00Z",
        }),
    ],
    [
      "ticket-self-unsnoozed",
      async (id: number) => account.sandbox.change.pull("ticket-self-unsnoozed", id),
    ],
    [
      "ticket-handed-over",
      (id: number) =>
        account.bare("/_sandbox/triggers", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ trigger: "ticket-handed-over", ticket_id: id }),
        }),
    ],
  ])("hears of %s", async (trigger, cause) => {
    const { id } = await newTicket();
    await integrate({ triggers: { [trigger]: true }, form: { message: "{{message.id}}" } });
    await cause(id);
    await account.sandbox.settled();
    const messages = (await account.get(`/tickets/${id}`)).body.messages;
    expect(calls.map(({ body }) => JSON.parse(body))).toEqual([
      { message: String(messages.at(-1).id) },
    ]);
    expect(account.sandbox.deliveries.map((delivery) => delivery.trigger)).toEqual([trigger]);
  });

  it("are called for what each happening says of itself", async () => {
    const triggers = TRIGGERS.map((trigger) => [trigger, true]);
    await integrate({ triggers: Object.fromEntries(triggers) });
    const { happenings, happen, settled, deliveries } = account.sandbox;
    for (const { key, events } of happenings) {
      const before = deliveries.length;
      happen(key);
      await settled();
      expect([key, ...deliveries.slice(before).map(({ trigger }) => trigger)]).toEqual([
        key,
        ...events,
      ]);
    }
  });

  it("can be sent its form as a web form is", async () => {
    await integrate({
      request_content_type: "application/x-www-form-urlencoded",
      form: { "who?": "{{ticket.customer.email}}" },
    });
    await newTicket();
    expect(calls[0]?.body).toBe("who%3F=jo%40example.com");
  });

  it("is called at its address with the templates in it filled in", async () => {
    await integrate({ url: `${url}/{{ticket.id}}` });
    const { id } = await newTicket();
    expect(account.sandbox.deliveries).toMatchObject([{ url: `${url}/${id}`, status: 200 }]);
  });

  it("says who made it", async () => {
    expect((await integrate()).user).toEqual({ id: 400746608 });
  });

  it("can be switched off and on by an update, and the events tell of it", async () => {
    const { id } = await integrate();
    const turn = (deactivated_datetime: string | null) =>
      account.put(`/integrations/${id}`, { name: "Flow", deactivated_datetime });
    const off = await turn("2026-03-01T12:00:00+00:00");
    expect(off.body.deactivated_datetime).toBe("2026-03-01T12:00:00.000000+00:00");
    await newTicket();
    expect(calls).toHaveLength(0);
    await turn(null);
    await newTicket();
    expect(calls).toHaveLength(1);
    const { data } = (await account.get(`/events?object_type=Integration&object_id=${id}`)).body;
    expect(data.map(({ type }: { type: string }) => type)).toEqual([
      "integration-reactivated",
      "integration-updated",
      "integration-deactivated",
      "integration-updated",
      "integration-created",
    ]);
  });

  it("is called once, whatever it answers", async () => {
    await integrate();
    answers = [500, 200];
    await newTicket();
    expect(account.sandbox.deliveries.map(({ status }) => status)).toEqual([500]);
    await newTicket();
    expect(account.sandbox.deliveries.map(({ status }) => status)).toEqual([500, 200]);
  });

  it("is switched off after 100 failures in a row, and on again by an update", async () => {
    const { id } = await integrate();
    const ticket = (await account.get("/tickets?limit=1")).body.data[0].id;
    const fail = async (count: number) => {
      answers = Array.from({ length: count }, () => 500);
      for (let done = 0; done < count; done += 1) {
        account.sandbox.change.pull("ticket-created", ticket);
      }
      await account.sandbox.settled();
    };
    const isOff = async () =>
      (await account.get(`/integrations/${id}`)).body.deactivated_datetime !== null;
    await fail(99);
    expect(await isOff()).toBe(false);
    await newTicket();
    await fail(99);
    expect(await isOff()).toBe(false);
    await fail(1);
    expect(await isOff()).toBe(true);
    const events = `/events?object_type=Integration&object_id=${id}&types=integration-deactivated`;
    expect((await account.get(events)).body.data).toHaveLength(1);
    const before = calls.length;
    await newTicket();
    expect(calls).toHaveLength(before);
    await account.put(`/integrations/${id}`, { name: "Flow", deactivated_datetime: null });
    await newTicket();
    expect(calls).toHaveLength(before + 1);
  });

  it("is updated in part and deleted, and then hears nothing more", async () => {
    const { id, http } = await integrate();
    const changed = await account.put(`/integrations/${id}`, {
      name: "Other",
      http: { url, triggers: { "ticket-updated": true } },
    });
    expect(changed.body).toMatchObject({
      name: "Other",
      http: { ...http, triggers: { "ticket-updated": true } },
    });
    await newTicket();
    expect(calls).toHaveLength(0);
    const deleted = await account.delete(`/integrations/${id}`);
    expect([deleted.status, deleted.body]).toEqual([204, ""]);
    expect((await account.get(`/integrations/${id}`)).status).toBe(404);
    const { body } = await account.get("/integrations?type=http");
    expect(body.data.map((one: { id: number }) => one.id)).not.toContain(id);
  });

  it.each([
    ["an address that is none", { url: "nowhere" }],
    ["an unknown trigger", { triggers: { "ticket-exploded": true } }],
    ["an unknown method", { method: "BREW" }],
  ])("is refused with %s", async (_what, more) => {
    const { status, body } = await account.post("/integrations", settings(more));
    expect(status).toBe(400);
    expect(Object.keys(body.error.data)).toEqual(["http"]);
  });

  it("is of type http: the others cannot be changed", async () => {
    expect((await account.delete("/integrations/116873")).status).toBe(403);
    expect((await account.put("/integrations/116873", { name: "Mine" })).status).toBe(403);
  });
});
