import { readFileSync } from "node:fs";
import path from "node:path";
import { type Sandbox, startSandbox } from "../../sandbox";
import { isObject } from "../../src/client/json";
import type { Listening } from "../../src/mcp/http";
import { type Agent, agentOn, type Found, itemsOf, theOne } from "./agent";
import { serverFor, TOKEN } from "./clients";

/** The day that every task is asked on: a Wednesday, long after the account's last ticket. */
const NOW = Date.parse("2026-12-02T10:00:00Z");

const MOST_CALLS = 6;

/** What the tasks are about, on top of the account's own history. */
interface World {
  readonly sandbox: Sandbox;
  readonly robin: number;
  /** The same person once more, with a phone number alone. */
  readonly again: number;
  /** Robin's ticket: a refund is asked for, and it is tagged with shipping. */
  readonly ticket: number;
}

let world: World;
/** What the account's clock shows. */
let now = NOW;
let server: Listening;
let agent: Agent;

const ROBIN = "robin@example.com";

beforeEach(async () => {
  now = NOW;
  const sandbox = await startSandbox({ tickets: 30, rateLimit: false, now: () => now });
  const { change } = sandbox;
  const robin = change.createCustomer({
    name: "Robin Hale",
    email: ROBIN,
    external_id: "wrong-1",
    channels: [{ type: "email", address: ROBIN }],
  });
  const phone = [{ type: "phone", address: "+4915112345678" }];
  const again = change.createCustomer({ name: "Robin Hale", channels: phone });
  const ticket = change.createTicket({
    customer: { id: robin },
    channel: "email",
    via: "email",
    subject: "Money back",
    tags: [{ name: "shipping" }, { name: "vip" }],
    messages: [
      {
        channel: "email",
        via: "email",
        from_agent: false,
        sender: { email: ROBIN },
        source: {
          type: "email",
          from: { address: ROBIN },
          to: [{ address: "support@example.com" }],
        },
        body_text: "The lamp came late. When do I get a refund?",
      },
    ],
  });
  world = { sandbox, robin, again, ticket };
  process.env.GORGIAS_BASE_URL = sandbox.url;
  server = await serverFor(sandbox);
  const paths = ["/gorgias-tickets", "/gorgias-customers", "/gorgias-admin", "/gorgias"];
  agent = await agentOn(server.origin, paths, TOKEN);
});
afterEach(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await agent.close();
  await server.close();
  await world.sandbox.close();
});

/** Calls a tool of a toolset. */
const tickets = (name: string, given: Found) => agent.call(`gorgias_tickets_${name}`, given);
const customers = (name: string, given: Found) => agent.call(`gorgias_customers_${name}`, given);
const admin = (name: string, given: Found) => agent.call(`gorgias_admin_${name}`, given);

/** What the account has, or is given, behind the agent's back. */
async function account(path: string, body?: FormData | string): Promise<Found> {
  const { url, credentials } = world.sandbox;
  const basic = Buffer.from(`${credentials.username}:${credentials.apiKey}`).toString("base64");
  const answer = await fetch(`${url}/api${path}`, {
    headers: {
      authorization: `Basic ${basic}`,
      ...(typeof body === "string" && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { method: "POST", body }),
  });
  const found: unknown = await answer.json();
  return isObject(found) ? found : { data: found };
}
const theTicket = () => account(`/tickets/${world.ticket}`);
const tagsOf = (found: Found) => itemsOf(found, "tags").map(({ name }) => name);

/** Robin, by a part of the name, with an e-mail address. */
async function findRobin(): Promise<Found> {
  const found = await tickets("search", { type: "customer", query: "robin" });
  return theOne(itemsOf(found), "email", ROBIN);
}

/** The newest ticket of Robin's. */
async function robinsTicket(): Promise<Found> {
  const { id } = await findRobin();
  const list = { customer_id: id, limit: 1, fields: ["subject", "tags.name", "status"] };
  const [ticket = {}] = itemsOf(await tickets("list_tickets", list));
  return ticket;
}

const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };

/** How each task is done, by the heading of `tasks.md`. */
const PLAYS: Readonly<Record<string, () => Promise<void>>> = {
  "1. Merge a duplicate": async () => {
    const found = itemsOf(await customers("search", { type: "customer", query: "robin hale" }));
    const kept = theOne(found, "email", ROBIN);
    const [other] = found.filter(({ id }) => id !== kept.id);
    await customers("merge_customers", { source_id: other?.id, target_id: kept.id });
    expect(await account(`/customers/${world.robin}`)).toMatchObject({
      channels: expect.arrayContaining([expect.objectContaining({ address: "+4915112345678" })]),
    });
    expect(await account(`/customers/${world.again}`)).toHaveProperty("error");
  },
  "2. What somebody did last week": async () => {
    const found = await tickets("customer_timeline", { email: ROBIN, from: "2026-11-25" });
    const kinds = itemsOf(found, "entries").map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["ticket", "message"]));
    expect(JSON.stringify(found)).toContain("When do I get a refund?");
  },
  "3. Tickets per channel": async () => {
    const found = await tickets("count_tickets", { ...NOVEMBER, by: "channel" });
    const counted = itemsOf(found, "rows").reduce((sum, { tickets }) => sum + Number(tickets), 0);
    expect(counted).toBe(found.total);
    expect(counted).toBeGreaterThan(0);
  },
  "4. Tickets per agent": async () => {
    const found = await tickets("count_tickets", { ...NOVEMBER, by: "agent", tickets: "closed" });
    expect(JSON.stringify(itemsOf(found, "rows"))).toMatch(/Lindqvist|Brandt|Okafor|Raman/);
  },
  "5. Busiest tags": async () => {
    const found = await tickets("count_tickets", { ...NOVEMBER, by: "tag" });
    expect(JSON.stringify(itemsOf(found, "rows"))).toContain("shipping");
  },
  "6. Read a ticket": async () => {
    const { id } = await robinsTicket();
    const { ticket, messages } = await tickets("ticket_thread", { id });
    expect(JSON.stringify(ticket)).toContain("Money back");
    expect(JSON.stringify(messages)).toContain("When do I get a refund?");
  },
  "7. Answer with a macro": async () => {
    const { id } = await robinsTicket();
    const macros = itemsOf(await tickets("list_macros", { search: "refund", fields: ["name"] }));
    const macro = theOne(macros, "name", "on its way");
    await tickets("reply_to_ticket", { ticket_id: id, macro_id: macro.id });
    await tickets("close_ticket", { id });
    const ticket = await theTicket();
    expect(ticket).toMatchObject({ status: "closed", messages: [{}, {}] });
    expect(itemsOf(ticket, "messages")[1]).toMatchObject({
      from_agent: true,
      receiver: { email: ROBIN },
    });
  },
  "8. Answer in own words": async () => {
    const { id } = await robinsTicket();
    await tickets("reply_to_ticket", { ticket_id: id, text: "The parcel left this morning." });
    expect(itemsOf(await theTicket(), "messages")[1]).toMatchObject({
      body_text: "The parcel left this morning.",
      receiver: { email: ROBIN },
    });
  },
  "9. A note for colleagues": async () => {
    const { id } = await robinsTicket();
    await tickets("add_internal_note", { ticket_id: id, text: "Travelling until Friday." });
    expect(itemsOf(await theTicket(), "messages")[1]).toMatchObject({
      channel: "internal-note",
      public: false,
    });
  },
  "10. Tag and snooze ten tickets": async () => {
    const list = { limit: 10, order_by: "created_datetime:desc", fields: ["id"] };
    const ids = itemsOf(await tickets("list_tickets", list)).map(({ id }) => id);
    const changed = await tickets("update_tickets", {
      ticket_ids: ids,
      add_tags: ["carrier-strike"],
      snooze_datetime: "2026-12-07T09:00:00Z",
    });
    expect(changed).toEqual({ changed: ids, failed: [], not_tried: [] });
    for (const id of ids) {
      const ticket = await account(`/tickets/${id}`);
      expect(tagsOf(ticket)).toContain("carrier-strike");
      expect(String(ticket.snooze_datetime)).toMatch(/^2026-12-07T09:00:00/);
    }
    expect(ids).toHaveLength(10);
  },
  "11. Give a ticket to somebody": async () => {
    const { id } = await robinsTicket();
    const users = await tickets("list_users", { search: "Priya", fields: ["name"] });
    const priya = theOne(itemsOf(users), "name", "Priya");
    await tickets("assign_ticket", { id, assignee_user: String(priya.id) });
    expect(await theTicket()).toMatchObject({ assignee_user: { name: "Priya Raman" } });
  },
  "12. Give a ticket back": async () => {
    const { id } = await robinsTicket();
    await tickets("assign_ticket", { id, unassignUser: true });
    expect(await theTicket()).toMatchObject({ assignee_user: null });
  },
  "13. Replace a tag": async () => {
    const { id } = await robinsTicket();
    await tickets("remove_ticket_tags", { ticket_id: id, names: ["shipping"] });
    await tickets("add_ticket_tags", { ticket_id: id, names: ["refund"] });
    expect(tagsOf(await theTicket()).sort()).toEqual(["refund", "vip"]);
  },
  "14. Fill in a field of a ticket": async () => {
    const { id } = await robinsTicket();
    const given = { object_type: "Ticket", search: "Contact reason" };
    const field = theOne(itemsOf(await tickets("list_custom_fields", given)), "label", "Contact");
    await tickets("update_ticket_custom_fields", {
      ticket_id: id,
      custom_fields: [{ id: field.id, value: "Product::Damaged" }],
    });
    const values = await account(`/tickets/${world.ticket}/custom-fields`);
    expect(JSON.stringify(values)).toContain("Product::Damaged");
  },
  "15. Open a ticket for a call": async () => {
    const { id } = await findRobin();
    const made = await tickets("create_ticket", {
      customer: String(id),
      channel: "phone",
      subject: "Broken lamp",
      messageText: "Called about a broken lamp.",
      from_agent: false,
    });
    expect(await account(`/tickets/${made.id}`)).toMatchObject({
      subject: "Broken lamp",
      customer: { id: world.robin },
      messages: [{ from_agent: false }],
    });
  },
  "16. Look at what a customer sent": async () => {
    const { id } = await robinsTicket();
    const found = await tickets("ticket_thread", { id });
    const message = itemsOf(found, "messages").find(({ attachments }) => attachments);
    const [file = {}] = itemsOf(message ?? {}, "attachments");
    const read = await tickets("download_file", { attachmentUrl: file.url });
    expect(read.text).toContain("order,amount");
  },
  "17. Correct a customer": async () => {
    const { id } = await findRobin();
    await customers("update_customer", { id, language: "fr", external_id: null });
    expect(await account(`/customers/${world.robin}`)).toMatchObject({
      language: "fr",
      external_id: null,
    });
  },
  "18. What customers think of us": async () => {
    const list = { order_by: "created_datetime:desc", fields: ["score", "body_text", "ticket_id"] };
    const found = await agent.call("gorgias_list_satisfaction_surveys", list);
    const bad = itemsOf(found).filter(({ score }) => score === 1 || score === 2);
    expect(bad).toEqual([expect.objectContaining({ ticket_id: world.ticket, body_text: "Slow." })]);
  },
  "19. A new macro in place of an old one": async () => {
    const macros = itemsOf(await admin("list_macros", { search: "refund", fields: ["name"] }));
    const old = theOne(macros, "name", "Refund");
    const made = await admin("create_macro", { name: "Refund sent", body_text: "We sent it." });
    await admin("archive_macros", { ids: [old.id] });
    expect(await account(`/macros/${made.id}`)).toMatchObject({ name: "Refund sent" });
    expect((await account(`/macros/${old.id}`)).archived_datetime).not.toBeNull();
  },
  "20. Forget a customer": async () => {
    const { id } = await findRobin();
    const list = { customer_id: id, fields: ["status", "subject"] };
    const open = itemsOf(await tickets("list_tickets", list)).filter(
      (one) => one.status === "open",
    );
    expect(open).toEqual([expect.objectContaining({ subject: "Money back" })]);
    await tickets("close_ticket", { id: open[0]?.id });
    await customers("delete_customer", { id });
    expect(await account(`/customers/${world.robin}`)).toHaveProperty("error");
  },
};

/** What the account holds beside, for the task that needs it. */
const BEFORE: Readonly<Record<string, () => void | Promise<void>>> = {
  "7. Answer with a macro": async () => {
    const text = { body_text: "Hi {{ticket.customer.firstname}}, the money is on its way." };
    const args = { ...text, body_html: "" };
    const actions = [{ name: "setResponseText", type: "user", title: "Text", arguments: args }];
    await account("/macros", JSON.stringify({ name: "Refund: on its way", actions }));
  },
  "12. Give a ticket back": async () => {
    const { data } = await account("/users?search=Priya");
    const [{ id }] = data as [{ id: number }];
    world.sandbox.change.updateTicket(world.ticket, { assignee_user: { id } });
  },
  "16. Look at what a customer sent": async () => {
    const form = new FormData();
    const file = new Blob(["order,amount\n10234,49"], { type: "text/csv" });
    form.append("order.csv", file, "order.csv");
    const [uploaded] = itemsOf(await account("/upload?type=attachment", form));
    world.sandbox.change.addMessage(world.ticket, {
      channel: "email",
      via: "email",
      from_agent: false,
      sender: { email: ROBIN },
      body_text: "See the file.",
      attachments: uploaded ? [uploaded] : [],
    });
  },
  "18. What customers think of us": () => {
    world.sandbox.change.createSurvey({
      ticket_id: world.ticket,
      customer_id: world.robin,
      score: 1,
      body_text: "Slow.",
    });
  },
};

const tasks = [
  ...readFileSync(path.join(__dirname, "tasks.md"), "utf8").matchAll(/^## (\d+\. .+)$/gm),
].map(([, title = ""]) => title);

it("every task is written down once, and played", () => {
  expect(tasks).toEqual(Object.keys(PLAYS));
  expect(tasks).toHaveLength(20);
});

it.each(tasks)(`%s: in at most ${MOST_CALLS} calls`, async (title) => {
  await BEFORE[title]?.();
  await PLAYS[title]?.();
  expect(agent.calls.length).toBeGreaterThan(0);
  expect(agent.calls.length).toBeLessThanOrEqual(MOST_CALLS);
});
