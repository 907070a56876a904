import component from "../../src";
import { type Account, type Flow, flowWith, newTicket, openAccount, type Run } from "./flow";

let account: Account;
let change: Account["sandbox"]["change"];

beforeEach(async () => {
  jest.spyOn(Math, "random").mockReturnValue(0);
  account = await openAccount();
  change = account.sandbox.change;
});

afterEach(() => account.close());

const poll = (resourceType = "tickets", inputs: object = {}): Flow =>
  flowWith("pollChangesTrigger", { connection: account.connection, resourceType, ...inputs });

const ids = (records: readonly { id: number }[]) => records.map(({ id }) => id);
const idsOf = ({ data }: Run) => ({ created: ids(data.created), updated: ids(data.updated) });

async function someTickets(count: number): Promise<number[]> {
  const { data } = await get(`/tickets?limit=${count}&order_by=created_datetime:asc`);
  return ids(data);
}

async function get(path: string): Promise<{ data: { id: number }[] }> {
  const { username, apiKey } = account.sandbox.credentials;
  const authorization = `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;
  const answer = await fetch(`${account.sandbox.url}/api${path}`, { headers: { authorization } });
  return answer.json() as Promise<{ data: { id: number }[] }>;
}

const SAME_INSTANT = "2026-03-01T13:00:00.123456+00:00";

describe("New and Updated Records", () => {
  it("emits nothing the first time, in one request, and then tells new from updated", async () => {
    const flow = poll();
    expect(await account.requestsOf(() => flow.run())).toBe(1);
    const [old = 0] = await someTickets(1);
    const created = change.createTicket(newTicket());
    change.updateTicket(old, { subject: "Changed" });
    const run = await flow.run();
    expect(idsOf(run)).toEqual({ created: [created], updated: [old] });
    expect(run.resultType).toBe("completed");
    expect(run.data.updated[0]).toMatchObject({ subject: "Changed" });
    const quiet = await flow.run();
    expect(idsOf(quiet)).toEqual({ created: [], updated: [] });
    expect(quiet.resultType).toBe("polled_no_changes");
  });

  it("is quiet the first time", async () => {
    await expect(poll().run()).resolves.toMatchObject({
      data: { created: [], updated: [] },
      resultType: "polled_no_changes",
    });
  });

  it.each([
    ["customers", () => change.createCustomer({ name: "Ada" })],
    [
      "messages",
      () =>
        change.addMessage(change.createTicket({ ...newTicket(), messages: [] }), {
          channel: "email",
          via: "api",
          from_agent: true,
        }),
    ],
    ["events", () => void change.createCustomer({ name: "Ada" })],
  ])("follows %s", async (resourceType, make) => {
    const flow = poll(resourceType);
    await flow.run();
    const made = make();
    const { created, updated } = idsOf(await flow.run());
    expect(created).toHaveLength(1);
    expect(made === undefined || created[0] === made).toBe(true);
    expect(updated).toEqual([]);
    expect(idsOf(await flow.run()).created).toEqual([]);
  });

  it("follows satisfaction surveys", async () => {
    const flow = poll("satisfaction-surveys");
    await flow.run();
    const [ticket_id = 0] = await someTickets(1);
    const [customer] = (await get("/customers?limit=1")).data;
    const made = change.createSurvey({ ticket_id, customer_id: customer?.id ?? 0, score: 5 });
    expect(idsOf(await flow.run()).created).toEqual([made]);
  });

  it("follows customers that change", async () => {
    const flow = poll("customers");
    await flow.run();
    const [customer] = (await get("/customers?limit=1&order_by=created_datetime:asc")).data;
    change.updateCustomer(customer?.id ?? 0, { note: "VIP" });
    expect(idsOf(await flow.run())).toEqual({ created: [], updated: [customer?.id] });
  });

  it.each([
    ["new", { showUpdatedRecords: false }, 1, 0],
    ["updated", { showNewRecords: false }, 0, 1],
  ])("can show %s records alone, and forgets the others", async (_what, inputs, news, changed) => {
    const flow = poll("tickets", inputs);
    await flow.run();
    const [old = 0] = await someTickets(1);
    change.createTicket(newTicket());
    change.updateTicket(old, { subject: "Changed" });
    const { created, updated } = idsOf(await flow.run());
    expect([created.length, updated.length]).toEqual([news, changed]);
    flow.inputs = { ...flow.inputs, showNewRecords: true, showUpdatedRecords: true };
    expect(idsOf(await flow.run())).toEqual({ created: [], updated: [] });
  });

  it("loses none of the records that carry the same microsecond, and sends none twice", async () => {
    const flow = poll();
    const [a = 0, b = 0, c = 0, d = 0] = await someTickets(4);
    change.date("tickets", a, { updated_datetime: SAME_INSTANT });
    change.date("tickets", b, { updated_datetime: SAME_INSTANT });
    await flow.run();
    expect(idsOf(await flow.run()).updated).toEqual([]);
    change.date("tickets", c, { updated_datetime: SAME_INSTANT });
    expect(idsOf(await flow.run()).updated).toEqual([c]);
    change.date("tickets", d, { updated_datetime: SAME_INSTANT });
    expect(idsOf(await flow.run()).updated).toEqual([d]);
    expect(idsOf(await flow.run()).updated).toEqual([]);
  });

  it("tells a new record from a changed one that carries the same microsecond", async () => {
    const flow = poll();
    const [old = 0] = await someTickets(1);
    change.date("tickets", old, { updated_datetime: SAME_INSTANT });
    await flow.run();
    const made = change.createTicket(newTicket());
    change.date("tickets", made, {
      created_datetime: SAME_INSTANT,
      updated_datetime: SAME_INSTANT,
    });
    expect(idsOf(await flow.run())).toEqual({ created: [made], updated: [] });
  });

  it("tells microseconds apart that a Date cannot", async () => {
    const flow = poll();
    const [a = 0, b = 0] = await someTickets(2);
    change.date("tickets", a, { updated_datetime: "2026-03-01T13:00:00.123456+00:00" });
    await flow.run();
    change.date("tickets", b, { updated_datetime: "2026-03-01T13:00:00.123457+00:00" });
    expect(idsOf(await flow.run()).updated).toEqual([b]);
    change.date("tickets", a, { updated_datetime: "2026-03-01T13:00:00.123458+00:00" });
    expect(idsOf(await flow.run()).updated).toEqual([a]);
  });

  it("finds the first record of an account that had none", async () => {
    await account.close();
    account = await openAccount({ tickets: 0 });
    const flow = poll();
    await flow.run();
    const made = account.sandbox.change.createTicket(newTicket());
    expect(idsOf(await flow.run())).toEqual({ created: [made], updated: [] });
  });

  it.each([-1, 1])("does not mind that this machine's clock is an hour off (%i)", async (hours) => {
    const flow = poll();
    const off = Date.now() + hours * 3_600_000;
    jest.spyOn(Date, "now").mockImplementation(() => off);
    account.clock.now = off - hours * 3_600_000;
    await flow.run();
    const made = change.createTicket(newTicket());
    expect(idsOf(await flow.run()).created).toEqual([made]);
    expect(idsOf(await flow.run()).created).toEqual([]);
  });

  it("forgets nothing when a poll fails midway", async () => {
    const flow = poll();
    await flow.run();
    const changed = await someTickets(100);
    changed.push(...ids((await get("/tickets?limit=100&order_by=created_datetime:desc")).data));
    for (const id of changed) change.updateTicket(id, { subject: "Changed" });
    let asked = 0;
    account.sandbox.onRequest(() => {
      asked += 1;
      if (asked === 2) account.sandbox.fault({ status: 403 });
    });
    const before = structuredClone(flow.state);
    await expect(flow.run()).rejects.toThrow("403");
    expect(flow.state).toEqual(before);
    expect(new Set(idsOf(await flow.run()).updated)).toEqual(new Set(changed));
  });

  it("follows each resource type with a mark of its own", async () => {
    const flow = poll();
    await flow.run();
    const made = change.createTicket(newTicket());
    flow.inputs = { ...flow.inputs, resourceType: "customers" };
    expect(idsOf(await flow.run())).toEqual({ created: [], updated: [] });
    flow.inputs = { ...flow.inputs, resourceType: "tickets" };
    expect(idsOf(await flow.run()).created).toEqual([made]);
  });

  it("a new ticket that changes while pages are read is new in the next poll", async () => {
    const flow = poll();
    await flow.run();
    const made = change.createTicket(newTicket());
    for (const id of await someTickets(100)) change.updateTicket(id, { subject: "Changed" });
    let asked = 0;
    account.sandbox.onRequest(() => {
      asked += 1;
      if (asked === 2) change.updateTicket(made, { subject: "Moved to the front" });
    });
    expect(idsOf(await flow.run()).created).toEqual([]);
    expect(idsOf(await flow.run())).toEqual({ created: [made], updated: [] });
    change.updateTicket(made, { subject: "Changed again" });
    expect(idsOf(await flow.run())).toEqual({ created: [], updated: [made] });
  });

  describe.each(["tickets", "events"])("with more %s than Max Records", (resourceType) => {
    it("emits no more than that, oldest first, and the rest in the next polls", async () => {
      const flow = poll(resourceType, { maxRecords: "30" });
      await flow.run();
      const made = Array.from({ length: 70 }, () => change.createTicket(newTicket()));
      const emitted: number[][] = [];
      for (let run = await flow.run(); run.resultType === "completed"; run = await flow.run()) {
        expect(run.data.updated).toEqual([]);
        emitted.push(ids(run.data.created));
      }
      for (const page of emitted) {
        expect(page.length).toBeLessThanOrEqual(30);
        expect(page).toEqual([...page].sort((a, b) => a - b));
      }
      const all = emitted.flat();
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBeGreaterThanOrEqual(70);
      if (resourceType === "tickets") {
        expect(emitted.map((page) => page.length)).toEqual([30, 30, 10]);
        expect(all.sort()).toEqual(made.sort());
      }
      expect(flow.log.lines).toContainEqual(expect.stringMatching(/^info: There are more changes/));
    });
  });

  describe("in a flow that batches", () => {
    const { pollChangesTrigger: trigger } = component.triggers;
    /** What the platform makes executions of. */
    const itemsOf = ({ data }: Run) =>
      trigger?.resolveTriggerItems?.({} as never, { payload: { body: { data } } } as never);

    it("leaves it to the flow, and suggests 100 records an execution", () => {
      expect(trigger).toMatchObject({
        triggerResolverSupport: "valid",
        triggerResolverDefaultBatchSize: 100,
      });
    });

    it.each([null, undefined, {}, { created: null, updated: null }])(
      "makes nothing of %j",
      (data) => {
        const payload = { body: { data } } as never;
        expect(trigger?.resolveTriggerItems?.({} as never, { payload } as never)).toEqual([]);
      },
    );

    it("says of each record how it changed", async () => {
      const flow = poll();
      await flow.run();
      const [old = 0, other = 0] = await someTickets(2);
      const made = [change.createTicket(newTicket()), change.createTicket(newTicket())];
      change.updateTicket(old, { subject: "Changed" });
      change.updateTicket(other, { subject: "Changed, too" });
      expect(itemsOf(await flow.run())).toMatchObject([
        { changeType: "created", record: { id: made[0] } },
        { changeType: "created", record: { id: made[1] } },
        { changeType: "updated", record: { id: old, subject: "Changed" } },
        { changeType: "updated", record: { id: other, subject: "Changed, too" } },
      ]);
    });

    it("polls nothing again for a batch that fails: the platform has its records", async () => {
      const flow = poll();
      await flow.run();
      const made = change.createTicket(newTicket());
      const run = await flow.run();
      expect(itemsOf(run)).toHaveLength(1);
      expect(itemsOf(await flow.run())).toEqual([]);
      // What it tries again is what it was given.
      expect(itemsOf(run)).toMatchObject([{ changeType: "created", record: { id: made } }]);
    });

    it("makes no execution where a run finds nothing", async () => {
      const run = await poll().run();
      expect([itemsOf(run), run.resultType]).toEqual([[], "polled_no_changes"]);
    });
  });

  it.each([
    ["a resource that it cannot follow", { resourceType: "statistics" }, /Resource Type/],
    ["no records at all", { maxRecords: 0 }, /Max Records/],
  ])("refuses %s", async (_what, inputs, message) => {
    await expect(poll("tickets", inputs).run()).rejects.toThrow(message);
  });
});
