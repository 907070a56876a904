import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, startSandbox } from "../../sandbox";
import component from "../../src";
import { dataSources } from "../../src/dataSources";
import { newLog } from "../support/steps";

const harness = createHarness(component);

type Entry = { key: string; label: string };

const accounts: Sandbox[] = [];
let connection: object;

async function open(tickets: number, searchShape: "array" | "data" = "data"): Promise<Sandbox> {
  const sandbox = await startSandbox({ tickets, rateLimit: false, searchShape });
  accounts.push(sandbox);
  process.env.GORGIAS_BASE_URL = sandbox.url;
  connection = { key: "gorgias-api-key", fields: { domain: "acme", ...sandbox.credentials } };
  return sandbox;
}

afterEach(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await Promise.all(accounts.splice(0).map((sandbox) => sandbox.close()));
});

async function pick(key: string, inputs: object = {}): Promise<Entry[]> {
  const { logger } = newLog();
  const { result } = await harness.dataSource(key, { connection, ...inputs }, { logger });
  return result as Entry[];
}

const labels = (entries: Entry[]) => entries.map(({ label }) => label);

describe("pick lists", () => {
  it.each([
    ["selectTicket", /^#\d+ .+ — .+$/],
    ["selectCustomer", /^.+ \(.+@.+\)$/],
    ["selectMessage", /^#\d+ .+: .+$/],
    ["selectEvent", /^#\d+ [a-z-]+, \w+ \d+, \d{4}-\d\d-\d\d \d\d:\d\d UTC$/],
    ["selectCustomField", /^.+ \((Ticket|Customer)\)$/],
    ["selectView", /\w/],
    ["selectTag", /\w/],
    ["selectTeam", /\w/],
    ["selectUser", /^.+ \(.+@.+\)$/],
    ["selectIntegration", /^.+ \([a-z]+\)$/],
    ["selectRule", /\w/],
  ])("%s has labels that a person recognises, sorted", async (key, label) => {
    await open(30);
    const entries = await pick(key);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(entry.key).toMatch(/^\d+$/);
      expect(entry.label).toMatch(label);
    }
    const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    expect(labels(entries)).toEqual([...labels(entries)].sort(compare));
    expect(new Set(entries.map((one) => one.key)).size).toBe(entries.length);
  });

  it("is known by the name that inputs give it", () => {
    const named = Object.values(component.actions).flatMap(({ inputs }) =>
      inputs.flatMap(({ dataSource }) => dataSource ?? []),
    );
    expect(named.length).toBeGreaterThan(10);
    for (const key of named) expect(Object.keys(dataSources)).toContain(key);
  });

  it("offers the newest 1,000 and says how many more there are", async () => {
    const sandbox = await open(1_150);
    const entries = await pick("selectTicket");
    expect(entries).toHaveLength(1_001);
    expect(entries.at(-1)).toEqual({ key: "", label: "… and 150 more" });
    const newest = sandbox.change.createTicket({ via: "api", messages: [] });
    const again = await pick("selectTicket");
    expect(again.map(({ key }) => key)).toContain(String(newest));
    expect(again.at(-1)?.label).toBe("… and 151 more");
  });

  it("counts no longer than a person waits", async () => {
    const sandbox = await open(5_000);
    const before = sandbox.requests.length;
    const entries = await pick("selectTicket");
    expect(entries.at(-1)?.label).toBe("… and more than 1,000 more");
    expect(sandbox.requests.length - before).toBeLessThanOrEqual(21);
  });

  it("says nothing of more when exactly 1,000 are there", async () => {
    await open(1_000);
    expect(await pick("selectTicket")).toHaveLength(1_000);
  });

  it.each(["array", "data"] as const)("searches where Gorgias searches (%s)", async (shape) => {
    const sandbox = await open(30, shape);
    sandbox.change.createCustomer({ name: "Ada Byron", email: "ada@example.com" });
    expect(labels(await pick("selectCustomer", { search: "ada byron" }))).toEqual([
      "Ada Byron (ada@example.com)",
    ]);
    for (const key of ["selectTag", "selectTeam", "selectUser", "selectIntegration"]) {
      const [one, ...others] = await pick(key);
      const search = (one?.label ?? "").replace(/ \(.*/, "");
      const found = await pick(key, { search });
      expect(labels(found)).toContain(one?.label);
      expect(found.length).toBeLessThanOrEqual(others.length + 1);
      expect(await pick(key, { search: "no such thing anywhere" })).toEqual([]);
    }
  });

  it("says that a search may have found more", async () => {
    await open(2_000);
    const found = await pick("selectCustomer", { search: "a" });
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toEqual({ key: "", label: "… and maybe more: search to find them" });
  });

  it("narrows tickets, messages, events and custom fields down", async () => {
    const sandbox = await open(30);
    const [ticket] = await pick("selectTicket");
    const ticket_id = Number(ticket?.key);
    const message = sandbox.change.addMessage(ticket_id, {
      channel: "email",
      via: "api",
      from_agent: true,
      body_text: "Found",
    });
    expect((await pick("selectMessage", { ticket_id })).map(({ key }) => key)).toContain(
      String(message),
    );
    expect((await pick("selectMessage", { ticket_id })).length).toBeLessThan(
      (await pick("selectMessage")).length,
    );
    for (const label of labels(await pick("selectEvent", { ticket_id }))) {
      expect(label).toContain(`Ticket ${ticket_id},`);
    }
    for (const label of labels(await pick("selectCustomField", { object_type: "Customer" }))) {
      expect(label).toMatch(/\(Customer\)$/);
    }
    const [customer] = await pick("selectCustomer");
    const theirs = await pick("selectTicket", { customer_id: customer?.key });
    expect(theirs.length).toBeLessThan(30);
  });

  it("labels what has no name, subject or sender", async () => {
    const sandbox = await open(0);
    const id = sandbox.change.createTicket({ via: "api", messages: [] });
    expect(labels(await pick("selectTicket"))).toEqual([`#${id} (no subject)`]);
  });
});
