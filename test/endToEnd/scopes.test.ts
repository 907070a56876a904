import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, startSandbox } from "../../sandbox";
import { builtComponent } from "../support/bundle";
import { newLog } from "../support/steps";

const component = builtComponent();
const harness = createHarness(component);

const CALLBACK = "https://example.com/callback";

let sandbox: Sandbox;
let connection: object;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 20, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  connection = await connected();
});

afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

/** Connects as the platform does, with what is filled in by domain from the start. */
async function connected(): Promise<object> {
  const { inputs = [] } =
    component.connections.find(({ key }) => key === "gorgias-oauth2-domain") ?? {};
  const filledIn = (name: string) =>
    String(inputs.find(({ key }) => key === name)?.default).replace(
      "https://{{#domain}}.gorgias.com",
      sandbox.url,
    );
  const { clientId, clientSecret } = sandbox.oauth;
  const asked = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: CALLBACK,
    scope: filledIn("scopes"),
    state: "s",
  });
  const agreed = await fetch(`${filledIn("authorizeUrl")}?${asked}`, { redirect: "manual" });
  const code = new URL(agreed.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const granted = await fetch(filledIn("tokenUrl"), {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: CALLBACK,
    }),
  });
  const token = await granted.json();
  const fields = { domain: "acme", clientId, clientSecret };
  return { key: "gorgias-oauth2-domain", configVarKey: "Gorgias", fields, token };
}

async function run(key: string, inputs: object = {}): Promise<unknown> {
  const { logger } = newLog();
  const result = await harness.action(key, { connection, ...inputs }, { logger });
  return result && "data" in result ? result.data : undefined;
}

it("the token that the scopes get can be renewed", () => {
  expect(connection).toHaveProperty("token.refresh_token", expect.any(String));
});

it.each([
  ["getAccount", {}],
  ["listUsers", { limit: "2" }],
  ["listTags", { limit: "2" }],
  ["listCustomFields", { object_type: "Ticket" }],
  ["findOrCreateCustomer", { email: "jo@example.com" }],
  ["listTickets", { limit: "2" }],
])("the scopes that are filled in are enough for %s", async (key, inputs) => {
  await expect(run(key, inputs)).resolves.toBeDefined();
});

it("the scopes that are filled in are enough to answer, tag and close a ticket", async () => {
  const { data } = (await run("listTickets", { limit: "1" })) as { data: { id: number }[] };
  const id = String(data[0]?.id);
  await run("addInternalNote", { ticket_id: id, text: "On its way." });
  await run("addTicketTags", { ticket_id: id, names: "shipping" });
  await run("closeTicket", { id });
  await expect(run("getTicket", { id })).resolves.toMatchObject({ status: "closed" });
});

it("what they are not enough for says which scope to add", async () => {
  await expect(run("createTag", { name: "new" })).rejects.toThrow(
    /answered 403: .*tags:write.*\. The connection's app lacks this scope: add it/,
  );
});
