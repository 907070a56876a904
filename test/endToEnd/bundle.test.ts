import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, startSandbox } from "../../sandbox";
import { builtComponent } from "../support/bundle";
import { newLog } from "../support/steps";

const component = builtComponent();
const harness = createHarness(component);

let sandbox: Sandbox;
let connection: object;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 350, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  connection = apiKey(sandbox.credentials);
});

afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

const apiKey = (credentials: object) => ({
  key: "gorgias-api-key",
  configVarKey: "Gorgias",
  fields: { domain: "acme", ...credentials },
});

// biome-ignore lint/suspicious/noExplicitAny: what the sandbox answers is read as a flow reads it
type Answered = any;

async function run(key: string, inputs: object = {}): Promise<Answered> {
  const log = newLog();
  const result = await harness.action(key, { connection, ...inputs }, { logger: log.logger });
  return (result as { data: unknown }).data;
}

it("is loaded as the platform loads it", () => {
  expect(component).toMatchObject({ key: "gorgias", display: { iconPath: "icon.png" } });
});

it("a ticket's life: created, answered, read, changed, closed, listed and deleted", async () => {
  const { id } = await run("createTicket", {
    messages: {
      channel: "email",
      via: "api",
      from_agent: false,
      sender: { email: "jo@example.com" },
      body_text: "Where is my order?",
    },
    channel: "email",
    via: "api",
    customer: "jo@example.com",
    subject: "Order #1234",
    tags: "shipping",
  });
  const message = await run("createTicketMessage", {
    ticket_id: id,
    channel: "internal-note",
    via: "api",
    from_agent: true,
    sender: sandbox.credentials.username,
    body_text: "Ask the courier.",
  });
  expect(message).toMatchObject({ body_text: "Ask the courier." });

  await run("updateTicket", { id, status: "closed", priority: "high" });
  await run("updateTicket", { id, status: "", subject: "Order #1234, late" });
  await expect(run("getTicket", { id })).resolves.toMatchObject({
    status: "closed",
    priority: "high",
    subject: "Order #1234, late",
    tags: [{ name: "shipping" }],
  });
  const { data: messages } = await run("listMessages", { ticket_id: id });
  expect(messages).toHaveLength(2);
  await expect(
    run("getTicketMessage", { ticket_id: id, id: messages[0].id }),
  ).resolves.toMatchObject({ ticket_id: id });
  const { data } = await run("listTickets", { order_by: "updated_datetime:desc", limit: 1 });
  expect(data[0]).toMatchObject({ id });
  await expect(run("deleteTicket", { id })).resolves.toEqual({ id, deleted: true });
  await expect(run("getTicket", { id })).rejects.toMatchObject({ status: 404 });
});

it("a customer's life: created, found, changed, cleared and deleted", async () => {
  const { id } = await run("createCustomer", {
    name: "Ada Byron",
    email: "ada@example.com",
    language: "en",
    note: "VIP",
  });
  for (const filter of [{ id }, { email: "ada@example.com" }]) {
    const { data } = await run("listCustomers", filter);
    expect(data.map((one: { id: number }) => one.id)).toEqual([id]);
  }
  await run("updateCustomer", { id, language: "fr", additionalFields: '{"note": null}' });
  await expect(run("getCustomer", { id })).resolves.toMatchObject({ language: "fr", note: null });
  await run("updateCustomerData", { customer_id: id, data: '{"tier":"gold"}' });
  await expect(run("getCustomer", { id })).resolves.toMatchObject({ data: { tier: "gold" } });
  await run("deleteCustomer", { id });
  await expect(run("listCustomers", { id })).resolves.toMatchObject({ data: [] });
});

it("Fetch All reads every ticket once, in the order asked for", async () => {
  const { data } = await run("listTickets", { fetchAll: true, order_by: "created_datetime:asc" });
  const dates = data.map((one: { created_datetime: string }) => one.created_datetime);
  expect(new Set(data.map((one: { id: number }) => one.id)).size).toBe(data.length);
  expect(dates).toEqual([...dates].sort());
  expect(data.length).toBeGreaterThanOrEqual(350);
});

it("works with OAuth 2.0 until the token expires, and then says what to do", async () => {
  const authorize = new URL(`${sandbox.url}/oauth/authorize`);
  authorize.search = String(
    new URLSearchParams({
      response_type: "code",
      client_id: sandbox.oauth.clientId,
      redirect_uri: "https://example.com/callback",
      scope: "openid profile email write:all offline",
      state: "s",
    }),
  );
  const redirect = await fetch(authorize, { redirect: "manual" });
  const code = new URL(redirect.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const answer = await fetch(`${sandbox.url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      client_id: sandbox.oauth.clientId,
      client_secret: sandbox.oauth.clientSecret,
      redirect_uri: "https://example.com/callback",
    }),
  });
  const token = await answer.json();
  const oauth = {
    key: "gorgias-oauth2",
    configVarKey: "Gorgias",
    fields: { domain: "acme" },
    token,
  };
  await expect(run("getAccount", { connection: oauth })).resolves.toHaveProperty("domain");
  await expect(
    run("getAccount", { connection: { ...oauth, token: { access_token: "expired" } } }),
  ).rejects.toMatchObject({ name: "GorgiasConnectionError", status: 401 });
});

it("a wrong API key is told apart from a missing one", async () => {
  await expect(
    run("getAccount", { connection: apiKey({ ...sandbox.credentials, apiKey: "wrong" }) }),
  ).rejects.toThrow(/answered 401.*Check the connection/);
});

it("survives what a network does", async () => {
  for (const fault of [{ status: 500 }, { status: 503 }, { reset: true }]) {
    sandbox.fault({ ...fault, path: "/api/account" });
  }
  jest.spyOn(Math, "random").mockReturnValue(0);
  await expect(run("getAccount")).resolves.toHaveProperty("domain");
});

it("Gorgias' own words reach the builder", async () => {
  await expect(run("createCustomer", { additionalFields: '{"shoe_size": 44}' })).rejects.toThrow(
    /POST \/api\/customers: Gorgias answered 400: .*shoe_size/,
  );
});
