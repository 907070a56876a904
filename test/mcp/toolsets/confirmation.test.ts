import {
  Client as CurrentClient,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as LegacyHttpTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { type Sandbox, startSandbox } from "../../../sandbox";
import { actions } from "../../../src/actions";
import { isForGood } from "../../../src/mcp/calling/confirmation";
import { serverPath } from "../../support/bundle";
import { environmentOf } from "../../support/environment";
import { overStdio, serverFor, TOKEN } from "../clients";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 8, rateLimit: false });
});
afterAll(() => sandbox.close());

const ARGS = ["--toolsets", "tickets"];

/** A client whose person gives an answer, and what the person was asked. */
async function clientWith(action: "accept" | "decline" | "cancel", args = ARGS) {
  const asked: string[] = [];
  const client = new Client({ name: "tests", version: "1" }, { capabilities: { elicitation: {} } });
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
    asked.push(params.message);
    return { action, ...(action === "accept" && { content: {} }) };
  });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [serverPath(), ...args],
      env: environmentOf(sandbox),
    }),
  );
  return { client, asked };
}

const deletions = () => sandbox.requests.filter(({ method }) => method === "DELETE").length;

async function someTicket(client: Client): Promise<number> {
  const { structuredContent } = await client.callTool({
    name: "gorgias_tickets_list_tickets",
    arguments: { limit: 1 },
  });
  return (structuredContent as { data: [{ id: number }] }).data[0].id;
}

it("a deletion asks the person first, with the ID and what is lost, and is carried out on a yes", async () => {
  const { client, asked } = await clientWith("accept");
  const id = await someTicket(client);
  const before = deletions();
  const result = await client.callTool({
    name: "gorgias_tickets_delete_ticket",
    arguments: { id },
  });
  await client.close();
  expect(asked).toEqual([
    `Delete Ticket: id ${id}? ${actions.deleteTicket?.description} This cannot be undone.`,
  ]);
  expect(result.structuredContent).toEqual({ id, deleted: true });
  expect(deletions()).toBe(before + 1);
});

it.each(["decline", "cancel"] as const)(
  "on %s nothing is changed, and that is no error",
  async (action) => {
    const { client, asked } = await clientWith(action);
    const id = await someTicket(client);
    const before = deletions();
    const result = await client.callTool({
      name: "gorgias_tickets_delete_ticket",
      arguments: { id },
    });
    await client.close();
    expect(asked).toHaveLength(1);
    expect(result.isError).toBeUndefined();
    expect(result.content).toEqual([
      { type: "text", text: expect.stringMatching(/^Nothing was changed/) },
    ]);
    expect(deletions()).toBe(before);
  },
);

it("nobody is asked about arguments that are refused, or about what can be taken back", async () => {
  const { client, asked } = await clientWith("decline");
  const refused = await client.callTool({
    name: "gorgias_tickets_delete_ticket",
    arguments: { id: "x" },
  });
  const id = await someTicket(client);
  const closed = await client.callTool({
    name: "gorgias_tickets_close_ticket",
    arguments: { id },
  });
  await client.close();
  expect(refused.isError).toBe(true);
  expect(closed.structuredContent).toMatchObject({ id, status: "closed" });
  expect(asked).toEqual([]);
});

it("a client that cannot ask is not kept from calling", async () => {
  const caller = await overStdio(sandbox, ARGS);
  const id = await someTicket(caller.client);
  const result = await caller.call("gorgias_tickets_delete_ticket", { id });
  await caller.close();
  expect(result.structuredContent).toEqual({ id, deleted: true });
});

it("what is for good is what deletes or merges", () => {
  const keys = Object.entries(actions).flatMap(([key, one]) => (isForGood(one) ? [key] : []));
  const named = Object.keys(actions).filter((key) => /^(delete|merge)/.test(key));
  const values = ["deleteTicketCustomField", "deleteCustomerCustomFieldValue"];
  expect(keys.sort()).toEqual(named.filter((key) => !values.includes(key)).sort());
  const { createJob, rawRequest } = actions;
  expect(createJob && isForGood(createJob, { type: "deleteTicket" })).toBe(true);
  expect(rawRequest && isForGood(rawRequest, { method: "DELETE" })).toBe(true);
});

const RAW = "gorgias_raw_request";
const job = (type: string) => ({ type, params: { ticket_ids: [1] } });

it.each([
  [RAW, { method: "POST", url: "/jobs", data: job("deleteTicket") }],
  [RAW, { method: "post", url: "/api/jobs/?x=1", data: JSON.stringify(job("deleteTicket")) }],
  [RAW, { method: "POST", url: "api/j%6Fbs", data: ` ${JSON.stringify(job("deleteTicket"))}` }],
  [RAW, { method: "POST", url: "/jobs", data: "[]" }],
  [RAW, { method: "delete", url: "/tickets/1" }],
  [RAW, { method: "PUT", url: "/customers/%6Derge?source_id=1&target_id=2" }],
  ["gorgias_create_job", { type: "deleteTicket", ticket_ids: [1] }],
])("%s with %j asks the person, once, and names what is lost", async (tool, given) => {
  const { client, asked } = await clientWith("decline", ["--toolsets", "all"]);
  const before = sandbox.requests.length;
  const result = await client.callTool({ name: tool, arguments: given });
  await client.close();
  expect(result.structuredContent).toEqual({ changed: false });
  expect(sandbox.requests).toHaveLength(before);
  expect(asked).toEqual([
    expect.stringMatching(
      /\? (?:All tickets of the job are deleted for good, with their messages|What it names is deleted, or merged into something else)\. This cannot be undone\.$/,
    ),
  ]);
});

it("nobody is asked about a raw request that loses nothing", async () => {
  const { client, asked } = await clientWith("decline", ["--toolsets", "all"]);
  for (const [method, url, data] of [
    ["POST", "/jobs", job("exportTicket")],
    ["POST", "/tags", { name: "jobs", type: "deleteTicket" }],
    ["GET", "/jobs", undefined],
  ] as const) {
    await client.callTool({ name: RAW, arguments: { method, url, ...(data && { data }) } });
  }
  await client.close();
  expect(asked).toEqual([]);
});

it("the question says once that it cannot be undone, and nothing that is for the caller", async () => {
  const { client, asked } = await clientWith("decline", ["--toolsets", "all"]);
  await client.callTool({ name: "gorgias_delete_customers", arguments: { ids: [1, 2] } });
  await client.callTool({ name: "gorgias_delete_tags", arguments: { ids: [1] } });
  await client.close();
  expect(asked).toEqual([
    "Delete Customers: ids [1,2] (2)? Delete several customers for good. This cannot be undone.",
    "Delete Tags: ids [1] (1)? Delete several tags for good. Tickets lose them, and views that use one are switched off. This cannot be undone.",
  ]);
});

it("over HTTP, a client of an earlier revision is neither asked nor kept from calling", async () => {
  process.env.GORGIAS_BASE_URL = sandbox.url;
  const server = await serverFor(sandbox);
  const client = new Client({ name: "tests", version: "1" }, { capabilities: { elicitation: {} } });
  const asked: string[] = [];
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
    asked.push(params.message);
    return { action: "decline" };
  });
  try {
    const requestInit = { headers: { authorization: `Bearer ${TOKEN}` } };
    const url = new URL(`${server.origin}/gorgias-tickets`);
    // The SDK's own types disagree about optional properties.
    await client.connect(new LegacyHttpTransport(url, { requestInit }) as Transport);
    const listed = await client.callTool({
      name: "gorgias_tickets_list_tickets",
      arguments: { limit: 1, PCID: "acme" },
    });
    const { data } = listed.structuredContent as { data: [{ id: number }] };
    const [{ id }] = data;
    const result = await client.callTool({
      name: "gorgias_tickets_delete_ticket",
      arguments: { id, PCID: "acme" },
    });
    expect(result.structuredContent).toEqual({ id, deleted: true });
    expect(asked).toEqual([]);
  } finally {
    await client.close();
    await server.close();
    delete process.env.GORGIAS_BASE_URL;
  }
});

it.each([{}, null])(
  "what a request of an earlier revision says of elicitation (%j) is not what the client can do",
  async (elicitation) => {
    process.env.GORGIAS_BASE_URL = sandbox.url;
    const server = await serverFor(sandbox);
    try {
      const id = sandbox.change.createTicket({
        customer: { email: "jo@example.com" },
        via: "email",
        messages: [{ channel: "email", via: "email", from_agent: false, body_text: "Hello" }],
      });
      const name = "gorgias_tickets_delete_ticket";
      const _meta = { "io.modelcontextprotocol/clientCapabilities": { elicitation } };
      const params = { name, arguments: { id, PCID: "acme" }, _meta };
      const answer = await fetch(`${server.origin}/gorgias-tickets`, {
        method: "POST",
        headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
      });
      expect(await answer.json()).toMatchObject({
        result: { structuredContent: { id, deleted: true } },
      });
    } finally {
      await server.close();
      delete process.env.GORGIAS_BASE_URL;
    }
  },
);

describe("over HTTP, by the revision 2026-07-28", () => {
  const call = (id: number, tool = "gorgias_tickets_delete_ticket") => ({
    name: tool,
    arguments: { id, PCID: "acme" },
  });

  async function withClient(
    answer: "accept" | "decline",
    work: (client: CurrentClient, asked: string[]) => Promise<void>,
  ) {
    process.env.GORGIAS_BASE_URL = sandbox.url;
    const server = await serverFor(sandbox);
    const asked: string[] = [];
    const client = new CurrentClient(
      { name: "tests", version: "1" },
      {
        capabilities: { elicitation: { form: {} } },
        versionNegotiation: { mode: { pin: "2026-07-28" } },
      },
    );
    client.setRequestHandler("elicitation/create", ({ params }) => {
      asked.push(params.message);
      return answer === "accept" ? { action: answer, content: {} } : { action: answer };
    });
    const requestInit = { headers: { authorization: `Bearer ${TOKEN}` } };
    try {
      await client.connect(
        new StreamableHTTPClientTransport(new URL(`${server.origin}/gorgias-tickets`), {
          requestInit,
        }),
      );
      await work(client, asked);
    } finally {
      await client.close();
      await server.close();
      delete process.env.GORGIAS_BASE_URL;
    }
  }

  async function ticket(client: CurrentClient): Promise<number> {
    const { structuredContent } = await client.callTool({
      name: "gorgias_tickets_list_tickets",
      arguments: { limit: 1, PCID: "acme" },
    });
    return (structuredContent as { data: [{ id: number }] }).data[0].id;
  }

  it("the question goes out, and the call is carried out on a yes", () =>
    withClient("accept", async (client, asked) => {
      const id = await ticket(client);
      const result = await client.callTool(call(id));
      expect(result.structuredContent).toEqual({ id, deleted: true });
      expect(asked).toEqual([expect.stringContaining(`id ${id}?`)]);
    }));

  it("nothing is changed on a no", () =>
    withClient("decline", async (client, asked) => {
      const id = await ticket(client);
      const before = deletions();
      const result = await client.callTool(call(id));
      expect(result.structuredContent).toEqual({ changed: false });
      expect(asked).toHaveLength(1);
      expect(deletions()).toBe(before);
    }));

  it("a yes to one call is none to another", () =>
    withClient("accept", async (client) => {
      const id = await ticket(client);
      const before = deletions();
      const first = await client.callTool(call(id), { allowInputRequired: true });
      expect(first).toMatchObject({ resultType: "input_required" });
      const { requestState } = first as { requestState?: string };
      const inputResponses = { confirm: { action: "accept" as const, content: {} } };
      const params = { ...call(id + 1), inputResponses, requestState };
      const second = await client.request(
        { method: "tools/call", params },
        { allowInputRequired: true },
      );
      expect(second).toMatchObject({ resultType: "input_required" });
      expect(deletions()).toBe(before);
    }));
});
