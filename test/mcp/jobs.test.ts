import { type Sandbox, startSandbox } from "../../sandbox";
import type { JsonObject } from "../../src/client/json";
import type { Listening } from "../../src/mcp/serving/http";
import { type Caller, overHttp, serverFor } from "./clients";

let sandbox: Sandbox;
let server: Listening;
let tickets: Caller;
let admin: Caller;
let now = Date.parse("2026-06-01T12:00:00Z");

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 12, rateLimit: false, now: () => now });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  server = await serverFor(sandbox);
  tickets = await overHttp(`${server.origin}/gorgias-tickets`);
  admin = await overHttp(`${server.origin}/gorgias-admin`);
});
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await tickets.close();
  await admin.close();
  await server.close();
  await sandbox.close();
});

async function call(caller: Caller, tool: string, given: object): Promise<JsonObject> {
  const toolset = caller === admin ? "admin" : "tickets";
  const result = await caller.call(`gorgias_${toolset}_${tool}`, { ...given });
  expect(result.isError).toBeUndefined();
  return result.structuredContent as JsonObject;
}

interface Ticket {
  readonly id: number;
  readonly snooze_datetime: string | null;
  readonly tags: readonly { readonly name: string }[];
}

it("ten tickets get a tag and are snoozed by one job", async () => {
  const monday = "2099-03-02T09:00:00Z";
  const newest = { limit: 10, order_by: "created_datetime:desc" };
  const before = (await call(tickets, "list_tickets", newest)).data as Ticket[];
  const job = await call(admin, "create_job", {
    type: "updateTicket",
    ticket_ids: before.map(({ id }) => id),
    tags: ["carrier-strike"],
    params: { updates: { snooze_datetime: monday } },
  });
  await call(admin, "get_job", { id: job.id });
  now += 60_000;
  await expect(call(admin, "get_job", { id: job.id })).resolves.toMatchObject({ status: "done" });
  const after = (await call(tickets, "list_tickets", newest)).data as Ticket[];
  expect(after).toHaveLength(10);
  for (const { tags, snooze_datetime } of after) {
    expect(tags.map(({ name }) => name)).toContain("carrier-strike");
    expect(Date.parse(snooze_datetime ?? "")).toBe(Date.parse(monday));
  }
});

it("a job that does not say which tickets is refused before any request", async () => {
  const before = sandbox.requests.length;
  const given = { type: "updateTicket", tags: ["carrier-strike"] };
  const { isError, content } = await admin.call("gorgias_admin_create_job", given);
  expect(isError).toBe(true);
  expect(content).toEqual([
    { type: "text", text: expect.stringMatching(/needs to know which tickets.* ticket_ids, view/) },
  ]);
  expect(sandbox.requests).toHaveLength(before);
});

it("a job is told of as what it can do: change and delete what is there", async () => {
  const { tools } = await admin.client.listTools();
  const { annotations, description } =
    tools.find(({ name }) => name === "gorgias_admin_create_job") ?? {};
  expect(annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
  expect(description).toContain("cannot be undone, and gorgias_admin_cancel_job only stops");
});
