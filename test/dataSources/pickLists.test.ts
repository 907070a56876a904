import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, startSandbox } from "../../sandbox";
import component from "../../src";
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
    ["selectTicketField", /^[^()]+$/],
    ["selectCustomerField", /^[^()]+$/],
    ["selectView", /\w/],
    ["selectTagId", /\w/],
    ["selectTeam", /\w/],
    ["selectUser", /^.+ \(.+@.+\)$/],
    ["selectIntegration", /^.+ \([a-z]+\)$/],
    ["selectRule", /\w/],
    ["selectVoiceCall", /^#\d+ (in|out)bound, \+\d+, [a-z-]+, \d{4}-\d\d-\d\d \d\d:\d\d UTC$/],
    ["selectVoiceCallEvent", /^#\d+ [a-z-]+, call \d+, \d{4}-\d\d-\d\d \d\d:\d\d UTC$/],
    ["selectVoiceCallRecording", /^#\d+ [a-z-]+, call \d+, \d{4}-\d\d-\d\d \d\d:\d\d UTC$/],
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

  it("offers the newest 500 with five requests, and the last label says that there are more", async () => {
    const sandbox = await open(650);
    const newest = sandbox.change.createTicket({ via: "api", messages: [] });
    const before = sandbox.requests.length;
    const entries = await pick("selectTicket");
    expect(sandbox.requests.length - before).toBe(5);
    expect(entries).toHaveLength(500);
    expect(entries.map(({ key }) => key)).toContain(String(newest));
    expect(entries.filter(({ key, label }) => key === "" || label === "")).toEqual([]);
    const more = " (and more that are not shown: type the ID of the one you mean)";
    expect(labels(entries).filter((label) => label.includes("not shown"))).toEqual([
      expect.stringMatching(/^#\d+ .+ \(and more/),
    ]);
    expect(entries.at(-1)?.label.endsWith(more)).toBe(true);
  });

  it("says nothing of more when exactly 500 are there", async () => {
    await open(500);
    const entries = await pick("selectTicket");
    expect(entries).toHaveLength(500);
    expect(labels(entries).join()).not.toContain("not shown");
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

  it("offers the 50 that a search finds at the most, and says that there may be more", async () => {
    await open(2_000);
    const found = await pick("selectCustomer", { search: "a" });
    expect(found).toHaveLength(50);
    expect(found.at(-1)?.label).toMatch(
      /^.+ \(.+@.+\) \(and perhaps more: search for something narrower\)$/,
    );
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
    const [call] = await pick("selectVoiceCall");
    for (const label of labels(await pick("selectVoiceCallEvent", { call_id: call?.key }))) {
      expect(label).toContain(`call ${call?.key},`);
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
