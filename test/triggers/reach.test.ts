import type { Flow, Handed, Run } from "./flow";
import { LongList, SECOND, UntidyAccount } from "./untidyAccount";
import { useUntidyAccounts } from "./untidyFlows";

const { open, flowOf } = useUntidyAccounts();

const ids = (records: readonly { id: number }[]): number[] => records.map(({ id }) => id);
const idsOf = ({ data }: Run): number[] => ids([...data.created, ...data.updated]);

/** Runs until nothing is left to be found. */
async function rest(flow: Flow, each: (run: Run) => void = () => undefined): Promise<number[]> {
  const got: number[] = [];
  for (let run = await flow.run(); run.resultType === "completed"; run = await flow.run()) {
    each(run);
    got.push(...idsOf(run));
  }
  return got;
}

const warningsOf = ({ log }: Flow) => log.lines.filter((line) => line.startsWith("warn: "));

/** A prompt record every so many microseconds, the last one now. */
function createMany(account: UntidyAccount, count: number, every: number): number[] {
  return Array.from({ length: count }, () => {
    account.now += every;
    return account.create({ isPrompt: true });
  });
}

describe("Max Records", () => {
  it.each([
    ["tickets", 1],
    ["tickets", 30],
    ["messages", 99],
    ["events", 1],
    ["events", 30],
  ])("of %s is what a run delivers at the most: %s", async (list, maxRecords) => {
    const account = await open(new UntidyAccount(list, 1));
    createMany(account, 150, 60 * SECOND);
    const flow = flowOf(list, { maxRecords });
    await flow.run();
    const made = createMany(account, 120, SECOND);
    const got = await rest(flow, ({ data }) => {
      expect(ids([...data.created, ...data.updated]).length).toBeLessThanOrEqual(maxRecords);
    });
    expect(new Set(got).size).toBe(got.length);
    expect(got.sort()).toEqual(made);
  });

  it.each([
    ["tickets", 1],
    ["events", 1],
    ["events", 50],
  ])("makes an idle run no dearer (%s, %s)", async (list, maxRecords) => {
    const account = await open(new UntidyAccount(list, 1));
    createMany(account, 190, 2 * SECOND);
    const flow = flowOf(list, { maxRecords });
    await flow.run();
    await flow.run();
    const before = account.requests;
    await flow.run();
    expect(account.requests - before).toBe(1);
  });
});

describe("a cursor that expires within a run", () => {
  it.each(["tickets", "messages", "events"])("loses none of the %s", async (list) => {
    const account = await open(new LongList(list, 1_000));
    const flow = flowOf(list);
    await flow.run();
    account.length += 1_550;
    const page = account.page.bind(account);
    account.page = (query) => {
      account.epoch += [5, 9, 15].includes(account.requests) ? 1 : 0;
      return page(query);
    };
    const got = await rest(flow);
    expect(new Set(got).size).toBe(got.length);
    expect(got).toHaveLength(1_550);
  });

  it.each([
    [1, 260],
    [5, 330],
    [50, 600],
    [99, 894],
  ])(
    "between runs that deliver little (%i), neither stops nor repeats them",
    async (maxRecords, count) => {
      const account = await open(new LongList("messages", 1_000));
      const flow = flowOf("messages", { maxRecords });
      await flow.run();
      account.length += count;
      const got = await rest(flow, () => {
        account.epoch += 1;
      });
      expect(new Set(got).size).toBe(got.length);
      expect(got).toHaveLength(count);
    },
  );

  it.each([
    [100, 150],
    [150, 400],
    [250, 400],
  ])(
    "between runs (Max Records %i) repeats none of %i that share a date",
    async (maxRecords, tied) => {
      const account = await open(new UntidyAccount("tickets", 1));
      createMany(account, 200, 60 * SECOND);
      const flow = flowOf("tickets", { maxRecords });
      await flow.run();
      const made = createMany(account, 700, SECOND);
      made.push(...createMany(account, tied, 0), ...createMany(account, 170, SECOND));
      const got = await rest(flow, () => {
        account.epoch += 1;
      });
      expect(new Set(got).size).toBe(got.length);
      expect(got.sort()).toEqual(made);
    },
  );

  it("between runs repeats no record that has no date of its last change", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    createMany(account, 200, 60 * SECOND);
    const flow = flowOf("tickets", { maxRecords: 250 });
    await flow.run();
    const first = account.create({ isPrompt: true });
    const made = [first, ...createMany(account, 600, SECOND)];
    const page = account.page.bind(account);
    account.page = (query) => {
      const { status, body } = page(query) as Handed;
      const isFront = !query.has("cursor");
      const others = body.data?.filter(({ id }: Handed) => id !== first);
      const created_datetime = "2026-03-01T15:20:00.000000Z";
      const odd = { id: first, created_datetime, updated_datetime: null };
      return {
        status,
        body: others ? { ...body, data: isFront ? [odd, ...others] : others } : body,
      };
    };
    const got = await rest(flow, () => {
      account.epoch += 1;
    });
    expect(new Set(got).size).toBe(got.length);
    expect(got.sort()).toEqual(made);
  });

  it("and every time again ends the run with what it has found", async () => {
    const account = await open(new LongList("messages", 1_000));
    const flow = flowOf("messages");
    await flow.run();
    account.length += 900;
    const page = account.page.bind(account);
    let isShortLived = true;
    account.page = (query) => {
      account.epoch += isShortLived ? 1 : 0;
      return page(query);
    };
    const first = idsOf(await flow.run());
    expect(first).toHaveLength(100);
    isShortLived = false;
    expect(new Set([...first, ...(await rest(flow))]).size).toBe(900);
  });
});

describe("a backlog that no run can reach the end of", () => {
  it("is given up when two runs in a row have looked for their place, which is told", async () => {
    const account = await open(new LongList("messages", 1_000));
    const flow = flowOf("messages", { maxRecords: 1_000_000 });
    await flow.run();
    account.length += 300_000;
    const counts: number[] = [];
    for (let run = 0; run < 4; run += 1) {
      counts.push(idsOf(await flow.run()).length);
      account.epoch += 1;
    }
    expect(counts).toEqual([140_000, 0, 0, 0]);
    expect(warningsOf(flow)).toEqual([
      "warn: What changed of messages between 2026-01-01T00:16:39.000000Z and 2026-01-02T20:44:10.000000Z is not delivered: it lies too far back for one run, and Gorgias does not let a run go on where the last one stopped.",
    ]);
    account.length += 5;
    expect(idsOf(await flow.run())).toHaveLength(5);
  });

  it("is read on where the cursor that a run left is still good", async () => {
    const account = await open(new LongList("messages", 1_000));
    const flow = flowOf("messages", { maxRecords: 1_000_000 });
    await flow.run();
    account.length += 300_000;
    const counts = [idsOf(await flow.run()).length];
    account.epoch += 1;
    for (let run = 0; run < 3; run += 1) {
      counts.push(idsOf(await flow.run()).length);
    }
    expect(counts).toEqual([140_000, 0, 140_000, 20_000]);
    expect(warningsOf(flow)).toEqual([]);
  });
});

describe("a walk through events", () => {
  it("finds what shows up late behind pages that take minutes", async () => {
    const account = await open(new UntidyAccount("events", 1));
    createMany(account, 60, 60 * SECOND);
    const flow = flowOf("events", { maxRecords: 1_000 });
    await flow.run();
    const made = createMany(account, 450, SECOND / 2);
    const page = account.page.bind(account);
    account.page = (query) => {
      const answer = page(query);
      // Meanwhile time passes, and an event shows up whose date lies before what was read.
      made.push(account.create({ at: account.now - 30 * SECOND, isPrompt: true }));
      made.push(...createMany(account, 20, 2 * SECOND));
      return answer;
    };
    const got = idsOf(await flow.run());
    account.page = page;
    got.push(...(await rest(flow)));
    expect(new Set(got).size).toBe(got.length);
    expect(got.sort()).toEqual(made.sort());
  });

  it.each([10_000, 1_000])(
    "comes through thousands of one microsecond (Max Records %i)",
    async (maxRecords) => {
      const account = await open(new UntidyAccount("events", 1));
      createMany(account, 60, 60 * SECOND);
      const flow = flowOf("events", { maxRecords });
      await flow.run();
      account.now += SECOND;
      const made = createMany(account, 9_000, 0);
      account.now += 600 * SECOND;
      made.push(...createMany(account, 30, SECOND));
      const got = await rest(flow);
      expect(new Set(got).size).toBe(got.length);
      expect(got.sort()).toEqual(made.sort());
    },
  );
});

describe("a clock that is months ahead", () => {
  it.each(["tickets", "events"])("hides none of the %s", async (list) => {
    const account = await open(new UntidyAccount(list, 1), (response) => {
      response.setHeader("date", "Wed, 25 Nov 2026 12:00:00 GMT");
      return false;
    });
    // One lies in the future, so that the clock is what the mark goes by.
    account.create({ at: Date.UTC(2027, 5, 1) * 1000, isPrompt: true });
    createMany(account, 60, 60 * SECOND);
    const flow = flowOf(list);
    await flow.run();
    const made: number[] = [];
    const got: number[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      made.push(...createMany(account, 30, 2 * SECOND));
      made.push(account.create({ at: account.now - 40 * SECOND, isPrompt: true }));
      const { data } = await flow.run();
      got.push(...ids(data.created));
    }
    expect(got.sort()).toEqual(made);
  });
});

describe("what is new", () => {
  it("stays so in walks of thousands, also where it changes on the way", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    createMany(account, 200, 60 * SECOND);
    const flow = flowOf("tickets", { maxRecords: 500 });
    await flow.run();
    const made = createMany(account, 4_500, SECOND / 10);
    const page = account.page.bind(account);
    account.page = (query) => {
      account.now += SECOND;
      account.change(made[account.requests % 2_000] ?? 0);
      return page(query);
    };
    const created = new Set<number>();
    const updated = new Set<number>();
    for (let run = 0; run < 14; run += 1) {
      const { data } = await flow.run();
      for (const id of ids(data.created)) created.add(id);
      for (const id of ids(data.updated)) {
        expect(created).toContain(id);
        updated.add(id);
      }
    }
    expect([...created].sort()).toEqual(made);
    expect(updated.size).toBeGreaterThan(0);
  });

  it("is what was created since, not what has no date of creation", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    createMany(account, 200, 60 * SECOND);
    const flow = flowOf("tickets");
    await flow.run();
    account.now += SECOND;
    const made = account.create({ isPrompt: true });
    const page = account.page.bind(account);
    account.page = (query) => {
      const { status, body } = page(query) as Handed;
      const data = body.data.map((one: Handed) =>
        one.id === made ? { ...one, created_datetime: null } : one,
      );
      return { status, body: { ...body, data } };
    };
    const { data } = await flow.run();
    expect([ids(data.created), ids(data.updated)]).toEqual([[], [made]]);
  });
});

describe("dates", () => {
  it("far in the future blind no feed", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    createMany(account, 150, 60 * SECOND);
    const flow = flowOf("tickets");
    await flow.run();
    const far = account.create({ date: "9999-12-31T23:59:59.999999Z" });
    const got: number[] = [];
    const made: number[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      account.now += 60 * SECOND;
      made.push(account.create({ isPrompt: true }));
      got.push(...idsOf(await flow.run()));
    }
    expect(got).toEqual(made);
    expect(warningsOf(flow).join()).toContain(String(far));
  });

  it("of the future don't hide the next change of a record", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    createMany(account, 150, 60 * SECOND);
    const flow = flowOf("tickets");
    await flow.run();
    const future = account.create({ at: account.now + 86_400 * SECOND, isPrompt: true });
    expect(idsOf(await flow.run())).toEqual([future]);
    expect(idsOf(await flow.run())).toEqual([]);
    account.now += 60 * SECOND;
    account.change(future);
    expect(idsOf(await flow.run())).toEqual([future]);
    expect(idsOf(await flow.run())).toEqual([]);
  });

  it.each([
    [600, 300, 3_600],
    [30, 10, 60],
    [2, 1, 60],
  ])(
    "%i s ahead hide no change after %i s that a run finds after %i s",
    async (ahead, change, next) => {
      const account = await open(new UntidyAccount("tickets", 1));
      createMany(account, 150, 60 * SECOND);
      const flow = flowOf("tickets");
      await flow.run();
      const begun = account.now;
      const future = account.create({ at: begun + ahead * SECOND, isPrompt: true });
      expect(idsOf(await flow.run())).toEqual([future]);
      account.now = begun + change * SECOND;
      account.change(future);
      account.now = begun + next * SECOND;
      expect(idsOf(await flow.run())).toEqual([future]);
      account.change(future);
      expect(idsOf(await flow.run())).toEqual([future]);
      expect(idsOf(await flow.run())).toEqual([]);
    },
  );

  it.each([99, 400])("that %i records share make an idle run no dearer", async (tied) => {
    const account = await open(new UntidyAccount("messages", 1));
    createMany(account, 200, 60 * SECOND);
    createMany(account, tied, 0);
    const flow = flowOf("messages");
    await flow.run();
    createMany(account, 10, 600 * SECOND);
    expect(idsOf(await flow.run())).toHaveLength(10);
    const before = account.requests;
    account.now += 86_400 * SECOND;
    await flow.run();
    expect(account.requests - before).toBe(1);
  });

  it("that crowd in a minute leave a shorter window, which is told", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    createMany(account, 150, 60 * SECOND);
    const flow = flowOf("tickets");
    await flow.run();
    const made = createMany(account, 3_000, SECOND / 100);
    const got = await rest(flow);
    expect(new Set(got).size).toBe(got.length);
    expect(got.sort()).toEqual(made);
    expect(warningsOf(flow).join()).toContain(
      "So many tickets changed within a minute that not all of them can be remembered",
    );
  });
});

describe("what is kept", () => {
  it("leaves the place of another list out where there is no room for both", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    createMany(account, 200, 60 * SECOND);
    const flow = flowOf("tickets", { maxRecords: 2_500 });
    await flow.run();
    flow.inputs = { ...flow.inputs, resourceType: "customers" };
    await flow.run();
    createMany(account, 6_000, SECOND / 60);
    const sizes: number[] = [];
    for (const resourceType of ["tickets", "customers", "tickets", "customers"]) {
      flow.inputs = { ...flow.inputs, resourceType };
      await flow.run();
      sizes.push(JSON.stringify(flow.state.instanceState).length);
    }
    expect(Math.max(...sizes)).toBeLessThan(64_000);
    expect(Math.max(...sizes)).toBeGreaterThan(30_000);
  });
});

describe("a list whose index lags", () => {
  it("is not taken for one in another order", async () => {
    const account = await open(new UntidyAccount("customers", 1));
    const old = createMany(account, 500, 60 * SECOND);
    const flow = flowOf("customers");
    await flow.run();
    account.now += 300 * SECOND;
    const changed = [old[420], old[450], old[480]].map((id) => id ?? 0);
    for (const id of changed) account.change(id, 30 * SECOND);
    const got = idsOf(await flow.run());
    account.now += 60 * SECOND;
    got.push(...idsOf(await flow.run()));
    expect(got.sort()).toEqual(changed);
  });
});

describe("a list in no order", () => {
  it("is an error in the first run, before all of it is read", async () => {
    const account = await open(new UntidyAccount("customers", 1));
    createMany(account, 1_500, 60 * SECOND);
    const page = account.page.bind(account);
    account.page = (query) => {
      const { status, body } = page(query) as Handed;
      const data = body.data.map((_: Handed, index: number) => body.data[(index * 53) % 100]);
      return { status, body: { ...body, data } };
    };
    await expect(flowOf("customers").run()).rejects.toThrow("another order than updated_datetime");
    expect(account.requests).toBe(11);
  });
});

describe("a list in the order of creation", () => {
  it("is no list of changes, and an error", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    const old = createMany(account, 250, 60 * SECOND);
    for (const id of old.filter((one) => one % 2 === 0)) {
      account.now += SECOND;
      account.change(id);
    }
    const flow = flowOf("tickets");
    await flow.run();
    const page = account.page.bind(account);
    account.page = (query) => {
      query.set("order_by", "created_datetime:desc");
      return page(query);
    };
    account.now += SECOND;
    account.change(old[3] ?? 0);
    await expect(flow.run()).rejects.toThrow("another order than updated_datetime:desc");
    account.page = page;
    expect(idsOf(await flow.run())).toEqual([old[3]]);
  });
});
