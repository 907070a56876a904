import { type Account, type Flow, flowWith, newTicket, openAccount, ticketsOf } from "./flow";

let account: Account;

beforeEach(async () => {
  jest.spyOn(Math, "random").mockReturnValue(0);
  account = await openAccount({ tickets: 350, cursorLifetimeMs: 60_000 });
});

afterEach(() => account.close());

const sync = (inputs: object = {}): Flow =>
  flowWith("syncRecordsTrigger", {
    connection: account.connection,
    resourceType: "tickets",
    ...inputs,
  });

interface Item {
  readonly pass: string;
  readonly record: { readonly id: number };
}

/** Goes on from page to page as the platform does. */
async function walk(run: Flow["run"], first?: Record<string, unknown> | null): Promise<Item[][]> {
  const pages: Item[][] = [];
  let place = first;
  do {
    const { data, paginationState } = await run(place ? { paginationState: place } : {});
    pages.push(data);
    place = paginationState;
  } while (place);
  return pages;
}

const idsOf = (pages: readonly (readonly Item[])[]) => pages.flat().map(({ record }) => record.id);

describe("Sync Records", () => {
  it("walks the history on the first deploy, a page at a time, and then follows changes", async () => {
    const flow = sync();
    const tickets = await ticketsOf(account);
    const pages = await walk(flow.initialSync);
    expect(pages.map((items) => items.length)).toEqual([100, 100, 100, 50]);
    expect(new Set(idsOf(pages))).toEqual(new Set(tickets.map(({ id }) => id)));
    expect(pages.flat().every(({ pass }) => pass === "history")).toBe(true);

    const changed = tickets.slice(0, 150).map(({ id }) => id);
    for (const id of changed) account.sandbox.change.updateTicket(id, { subject: "Changed" });
    const later = await walk(flow.run);
    expect(later.map((items) => items.length)).toEqual([100, 50, 0]);
    expect(new Set(idsOf(later))).toEqual(new Set(changed));
    expect(later.flat().every(({ pass }) => pass === "changes")).toBe(true);
    expect(await flow.run()).toMatchObject({ data: [], resultType: "polled_no_changes" });
  });

  it("costs one request when nothing changed", async () => {
    const flow = sync();
    await walk(flow.initialSync);
    expect(await account.requestsOf(() => flow.run())).toBe(1);
  });

  it("begins at the Start Date, and reads no further back", async () => {
    const tickets = await ticketsOf(account);
    const startDate = tickets[300].created_datetime;
    const flow = sync({ startDate });
    const requests = await account.requestsOf(async () => {
      const found = idsOf(await walk(flow.initialSync));
      expect(new Set(found)).toEqual(new Set(tickets.slice(300).map(({ id }) => id)));
    });
    expect(requests).toBe(3);
  });

  it("follows what changes while the history is read", async () => {
    const flow = sync();
    const [old] = await ticketsOf(account);
    const first = await flow.initialSync();
    account.sandbox.change.updateTicket(old.id, { subject: "Changed" });
    const made = account.sandbox.change.createTicket(newTicket());
    await walk(flow.initialSync, first.paginationState);
    expect(idsOf(await walk(flow.run)).sort()).toEqual([old.id, made].sort());
  });

  it("goes on after any page, also when its cursor has expired meanwhile", async () => {
    const flow = sync();
    const tickets = await ticketsOf(account);
    const seen: number[] = [];
    let place: Record<string, unknown> | null | undefined;
    do {
      account.sandbox.fault({ status: 403 });
      await expect(flow.initialSync(place ? { paginationState: place } : {})).rejects.toThrow();
      account.clock.now += 120_000;
      const run = await flow.initialSync(place ? { paginationState: place } : {});
      seen.push(...idsOf([run.data]));
      place = run.paginationState;
    } while (place);
    expect(new Set(seen)).toEqual(new Set(tickets.map(({ id }) => id)));
    expect(seen.length).toBeLessThan(tickets.length + 10);
  });

  it("keeps its mark until the last page of a run", async () => {
    const flow = sync();
    await walk(flow.initialSync);
    const changed = (await ticketsOf(account)).slice(0, 250).map(({ id }) => id);
    for (const id of changed) account.sandbox.change.updateTicket(id, { subject: "Changed" });
    await flow.run();
    expect(new Set(idsOf(await walk(flow.run)))).toEqual(new Set(changed));
  });

  it("keeps the mark that it has when it is deployed again", async () => {
    const flow = sync({ startDate: "2030-01-01" });
    await walk(flow.initialSync);
    const [old] = await ticketsOf(account);
    account.sandbox.change.updateTicket(old.id, { subject: "Changed" });
    expect(await walk(flow.initialSync)).toEqual([[]]);
    expect(idsOf(await walk(flow.run))).toEqual([old.id]);
  });

  it("begins with what changes where no history was asked for", async () => {
    const flow = sync();
    expect(await flow.run()).toMatchObject({ data: [], resultType: "polled_no_changes" });
    const made = account.sandbox.change.createTicket(newTicket());
    expect(idsOf(await walk(flow.run))).toEqual([made]);
  });

  it.each(["customers", "messages", "events", "satisfaction-surveys"])(
    "knows %s, too",
    async (resourceType) => {
      const flow = sync({ resourceType });
      await walk(flow.initialSync);
      account.sandbox.change.createTicket(newTicket("new@example.com"));
      const count = (await walk(flow.run)).flat().length;
      expect(count > 0).toBe(resourceType !== "satisfaction-surveys");
    },
  );
});
