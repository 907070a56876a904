import { readFileSync } from "node:fs";
import type { Flow, Handed } from "./flow";
import { CHANGING, LongList, NOTHING, SECOND, UntidyAccount } from "./untidyAccount";
import { useUntidyAccounts } from "./untidyFlows";

const { open, flowOf } = useUntidyAccounts();

const pollingOf = ({ state }: Flow) =>
  (state.instanceState as Handed).__prismaticInternal?.polling ?? {};

const setPolling = (flow: Flow, polling: object) => {
  flow.state = { ...flow.state, instanceState: { __prismaticInternal: { polling } } };
};

const idsOf = ({ data }: { data: Handed }): number[] =>
  (Array.isArray(data) ? data.map(({ record }) => record) : [...data.created, ...data.updated]).map(
    ({ id }: Handed) => id,
  );

const stateName = ({ id, updated_datetime, created_datetime }: Handed, list: string) =>
  `${id} ${(CHANGING.includes(list) ? updated_datetime : null) ?? created_datetime}`;

/** Two hours in an account, a minute at a time. */
async function twoHours(account: UntidyAccount, minute: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    account.live(60, account.chance.below(count % 10 === 0 ? 300 : 30));
    // Every seventh minute, no cursor of the minutes before works any more.
    account.epoch += count % 7 === 0 ? 1 : 0;
    await minute();
  }
}

const ACCOUNTS = [
  ["tickets", 21, 10_000],
  ["tickets", 22, 150],
  ["customers", 23, 10_000],
  ["messages", 24, 10_000],
  ["events", 25, 10_000],
  ["satisfaction-surveys", 26, 10_000],
  ["macros", 27, 10_000],
  ["macros", 28, 150],
  ["voice-calls", 29, 10_000],
] as const;

describe("polled once a minute, an untidy account", () => {
  it.each(ACCOUNTS)(
    "starts a flow with every change of %s once (seed %i, Max Records %i)",
    async (list, seed, maxRecords) => {
      const account = await open(new UntidyAccount(list, seed));
      account.live(7_200, 300);
      account.now += 120 * SECOND;
      const flow = flowOf(list, { maxRecords });
      await flow.run();
      const idsBefore = new Set(account.ids);
      const statesBefore = new Set(account.lastStates);
      const created: number[] = [];
      const states: string[] = [];
      let largest = 0;
      const run = async () => {
        const { data, resultType } = await flow.run();
        created.push(...data.created.map(({ id }: Handed) => id));
        states.push(...[...data.created, ...data.updated].map((one) => stateName(one, list)));
        largest = Math.max(largest, JSON.stringify(pollingOf(flow)).length);
        return resultType;
      };
      await twoHours(account, run);
      account.now += 120 * SECOND;
      while ((await run()) === "completed");

      const delivered = new Set(states);
      expect(delivered.size).toBe(states.length);
      const lost = account.lastStates.filter(
        (state) => !statesBefore.has(state) && !delivered.has(state),
      );
      expect(lost).toEqual([]);
      expect(created.sort()).toEqual(account.ids.filter((id) => !idsBefore.has(id)).sort());
      expect(largest).toBeLessThan(64_000);

      const warned = flow.log.lines.filter((line) => line.startsWith("warn: ")).join("\n");
      const named = account.undatedIds.filter((id) => warned.includes(String(id)));
      expect(named.length).toBeGreaterThan(0);
      for (const id of named) expect(warned.split(String(id))).toHaveLength(2);
    },
  );

  it("is as untidy as the docs say", async () => {
    const sum: Record<string, number> = {};
    for (const [list, seed] of ACCOUNTS) {
      const account = new UntidyAccount(list, seed);
      account.live(7_200, 300);
      account.now += 120 * SECOND;
      account.figures = { ...NOTHING };
      await twoHours(account, async () => undefined);
      for (const [name, count] of Object.entries(account.figures)) {
        sum[name] = (sum[name] ?? 0) + count;
      }
    }
    const { created = 0, updated = 0, late, stale, misplaced, undated, future } = sum;
    const figures = [created + updated, late, stale, misplaced, undated, future].map((count) =>
      (count ?? 0).toLocaleString("en"),
    );
    const [all, ...kinds] = figures;
    expect(readFileSync("docs/start-a-flow.md", "utf8").replace(/\s+/g, " ")).toContain(
      `${all} changes, of which ${kinds[0]} showed up late, ${kinds[1]} showed their old state at first, ${kinds[2]} stood in their old place, ${kinds[3]} had no date that can be read and ${kinds[4]} lay in the future`,
    );
  });
});

describe("a poll", () => {
  it("costs one request while a window's changes fit on a page", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    for (let count = 0; count < 300; count += 1) {
      account.now += (count < 220 ? 60 : 1) * SECOND;
      account.create({ isPrompt: true });
    }
    const flow = flowOf("tickets");
    await flow.run();
    const before = account.requests;
    await flow.run();
    await flow.run();
    expect(account.requests - before).toBe(2);
  });

  it("delivers a record of the future at once and once, and is not blind until then", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    account.create({ isPrompt: true });
    const flow = flowOf("tickets");
    await flow.run();
    const future = account.create({ at: account.now + 31_536_000 * SECOND, isPrompt: true });
    expect(idsOf(await flow.run())).toEqual([future]);
    for (let hour = 0; hour < 5; hour += 1) {
      account.now += 3_600 * SECOND;
      const made = account.create({ isPrompt: true });
      expect(idsOf(await flow.run())).toEqual([made]);
    }
  });

  it("delivers the rest when its date comes, where very many lie in the future", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    const flow = flowOf("tickets");
    await flow.run();
    const ahead = Array.from({ length: 450 }, (_, index) =>
      account.create({ at: account.now + (3_600 + index) * SECOND, isPrompt: true }),
    );
    const got = idsOf(await flow.run());
    expect(got).toHaveLength(200);
    account.now += 60 * SECOND;
    const made = account.create({ isPrompt: true });
    expect(idsOf(await flow.run())).toEqual([made]);
    account.now += 7_200 * SECOND;
    got.push(...idsOf(await flow.run()));
    expect(got.sort()).toEqual(ahead);
    expect(JSON.stringify(pollingOf(flow)).length).toBeLessThan(64_000);
  });

  it("refuses a list that comes in another order, and loses nothing by it", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    for (let count = 0; count < 250; count += 1) {
      account.now += 60 * SECOND;
      account.create({ isPrompt: true });
    }
    const flow = flowOf("tickets");
    await flow.run();
    account.now += 60 * SECOND;
    const made = account.create({ isPrompt: true });
    account.isOrdered = false;
    await expect(flow.run()).rejects.toThrow(
      "Gorgias answered in another order than updated_datetime:desc",
    );
    account.isOrdered = true;
    expect(idsOf(await flow.run())).toEqual([made]);
  });

  it.each([
    ["is null", null, "warn: What the last run remembered of tickets is damaged."],
    [
      "has no date",
      { at: "soon", ids: [] },
      "warn: What the last run remembered of tickets is damaged.",
    ],
    [
      "has a walk that is damaged",
      { start: { mark: {}, next: {}, place: {} } },
      "warn: What the last run remembered of tickets is damaged.",
    ],
    [
      "has a place that no date can have",
      {
        start: {
          mark: { at: 1, from: 1, seen: [], undated: [] },
          ahead: { cursor: "x", from: 1e300, clock: 1 },
        },
      },
      "warn: What the last run remembered of tickets is damaged.",
    ],
    [
      "has half a record in it",
      { start: { at: 1, from: 1, seen: [0], undated: [] } },
      "warn: What the last run remembered of tickets is damaged.",
    ],
    [
      "lies in the future",
      { at: "2099-01-01T00:00:00.000000", ids: [] },
      "warn: What the last run remembered of tickets lies in the future.",
    ],
    ["is gone", undefined, "info: This is the first run for tickets"],
  ])("tells when its mark %s, and goes on from now", async (_what, mark, told) => {
    const account = await open(new UntidyAccount("tickets", 1));
    account.create({ isPrompt: true });
    const flow = flowOf("tickets");
    setPolling(flow, mark === undefined ? {} : { tickets: mark });
    expect(idsOf(await flow.run())).toEqual([]);
    expect(flow.log.lines.join("\n")).toContain(told);
    account.now += 60 * SECOND;
    const made = account.create({ isPrompt: true });
    expect(idsOf(await flow.run())).toEqual([made]);
  });

  it("goes on from a mark that version 1.0 has kept", async () => {
    const account = await open(new UntidyAccount("tickets", 1));
    account.create({ isPrompt: true });
    const known = account.create({ isPrompt: true });
    const at = "2026-03-01T12:00:00.000000";
    account.now += SECOND;
    const made = account.create({ isPrompt: true });
    const flow = flowOf("tickets");
    setPolling(flow, { tickets: { at, ids: [1000, known] } });
    expect(idsOf(await flow.run())).toEqual([made]);
  });
});

describe("a backlog", () => {
  it.each([
    ["tickets", false],
    ["tickets", true],
    ["messages", false],
    ["events", true],
  ])(
    "of %s moves on in every run and comes whole (cursors expire between runs: %s)",
    async (list, doExpire) => {
      const account = await open(new LongList(list, 1_000));
      const flow = flowOf(list, { maxRecords: 2_000 });
      await flow.run();
      account.length += 10_000;
      const before = account.requests;
      const got: number[] = [];
      for (let run = await flow.run(); run.resultType === "completed"; run = await flow.run()) {
        expect(run.data.created.length).toBeGreaterThan(0);
        got.push(...idsOf(run));
        account.epoch += doExpire ? 1 : 0;
        expect(JSON.stringify(pollingOf(flow)).length).toBeLessThan(64_000);
      }
      expect(new Set(got).size).toBe(got.length);
      expect(got).toHaveLength(10_000);
      if (!doExpire || list === "events") {
        expect(account.requests - before).toBeLessThanOrEqual(1.2 * 100);
      }
    },
  );

  it("ends a run in time, and the next one goes on", async () => {
    const account = await open(new LongList("tickets", 1_000));
    const flow = flowOf("tickets");
    await flow.run();
    account.length += 5_000;
    const page = account.page.bind(account);
    let now = 0;
    jest.spyOn(performance, "now").mockImplementation(() => now);
    account.page = (query) => {
      now += 60_000;
      return page(query);
    };
    const runs: number[] = [];
    for (let run = await flow.run(); run.resultType === "completed"; run = await flow.run()) {
      runs.push(run.data.created.length);
    }
    expect(runs.slice(0, 3)).toEqual([1_200, 1_200, 1_200]);
    expect(runs.reduce((sum, count) => sum + count, 0)).toBe(5_000);
  });

  it("reads no more in a run than the rate limit of an API key allows in its time", async () => {
    const account = await open(new LongList("messages", 1_000));
    const flow = flowOf("messages", { maxRecords: 1_000_000 });
    await flow.run();
    account.length += 150_000;
    const before = account.requests;
    const { data } = await flow.run();
    expect(account.requests - before).toBeLessThanOrEqual(40 + 2 * 840);
    expect(data.created.length).toBeGreaterThan(100_000);
  });
});

describe("a sync", () => {
  /** Walks from page to page. @param before happens before each */
  async function walk(
    run: Flow["run"],
    before: (page: number) => void = () => undefined,
  ): Promise<{ ids: number[]; most: number }> {
    const ids: number[] = [];
    let place: Record<string, unknown> | null = null;
    let most = 0;
    for (let page = 0; page === 0 || place; page += 1) {
      before(page);
      const asked: number = requests();
      const next = await run(place ? { paginationState: place } : {});
      most = Math.max(most, requests() - asked);
      ids.push(...idsOf(next));
      place = next.paginationState;
      expect(JSON.stringify(place ?? {}).length).toBeLessThan(64_000);
    }
    return { ids, most };
  }

  let requests: () => number = () => 0;

  async function openList(list: string, length: number): Promise<LongList> {
    const account = await open(new LongList(list, length));
    requests = () => account.requests;
    return account;
  }

  it("carries its mark from page to page, whatever is kept in between", async () => {
    const account = await openList("tickets", 450);
    const flow = flowOf("tickets", {}, "syncRecordsTrigger");
    const { ids } = await walk(flow.initialSync, (page) => {
      // Only the last page's state is kept.
      setPolling(flow, {});
      account.length += page === 1 ? 3 : 0;
    });
    expect(ids).toHaveLength(450);
    const later = await walk(flow.run);
    expect(later.ids.sort()).toEqual([1450, 1451, 1452]);
    account.length += 250;
    const last = await walk(flow.run, (page) => {
      if (page > 0) setPolling(flow, {});
    });
    expect(last.ids).toHaveLength(250);
    expect(new Set(last.ids).size).toBe(250);
  });

  it("takes a walk up again whose cursor has expired, in steps that fit a run", async () => {
    const account = await openList("tickets", 120_000);
    const flow = flowOf("tickets", {}, "syncRecordsTrigger");
    const { ids, most } = await walk(flow.initialSync, (page) => {
      account.epoch += page === 1_100 ? 1 : 0;
    });
    expect(most).toBeLessThanOrEqual(501);
    expect(ids).toHaveLength(120_000);
    expect(new Set(ids).size).toBe(120_000);
  });

  it("of events goes on from their date when its cursor has expired", async () => {
    const account = await openList("events", 5_000);
    const flow = flowOf("events", {}, "syncRecordsTrigger");
    const { ids, most } = await walk(flow.initialSync, () => {
      account.epoch += 1;
    });
    expect(most).toBeLessThanOrEqual(4);
    expect(new Set(ids).size).toBe(5_000);
    expect(ids).toHaveLength(5_000);
  });

  it("delivers records without a date with the history, and names them once", async () => {
    const account = await open(new UntidyAccount("satisfaction-surveys", 1));
    const ids = [null, "yesterday", undefined].map((date) =>
      account.create({ ...(date === undefined ? {} : { date }), isPrompt: true }),
    );
    const flow = flowOf("satisfaction-surveys", {}, "syncRecordsTrigger");
    expect(idsOf(await flow.initialSync()).sort()).toEqual(ids);
    expect(flow.log.lines.filter((line) => line.includes("no date that can be read"))).toHaveLength(
      1,
    );
  });
});
