import component from "../../src";
import nock from "../support/nock";
import { connection } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";
import { type Flow, flowWith, type Run } from "./flow";

useWire();

/** Every list that comes in the order of creation, with what is asked for. */
const IN_ORDER_OF_CREATION = [
  "messages",
  "satisfaction-surveys",
  "users",
  "teams",
  "tags",
  "rules",
  "views",
  "jobs",
  "integrations",
  "widgets",
].map(
  (name) => [name, `/api/${name}`, { order_by: "created_datetime:desc", limit: "100" }] as const,
);

const LISTS = [
  ...IN_ORDER_OF_CREATION,
  ["voice-calls", "/api/phone/voice-calls", { limit: "100" }],
] as const;

/** The minute in which a record was made, or changed. */
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute)).toISOString();

const record = (id: number, created: number, updated?: number | null) => ({
  id,
  created_datetime: at(created),
  ...(updated !== undefined && { updated_datetime: updated === null ? null : at(updated) }),
});

/** What Gorgias answers to the next request for a list. */
function answer(path: string, query: object, records: readonly object[], next?: string): void {
  gorgias()
    .get(path)
    .query({ ...query })
    .reply(200, page([...records], next ?? null), { date: new Date(at(50)).toUTCString() });
}

const flowOf = (resourceType: string, inputs: object = {}, key = "pollChangesTrigger"): Flow =>
  flowWith(key, { connection, resourceType, ...inputs });

const ids = (records: readonly { id: number }[]) => records.map(({ id }) => id);
const idsOf = ({ data }: Run) => ({ created: ids(data.created), updated: ids(data.updated) });

const NOTHING = { created: [], updated: [] };

describe("New and Updated Records", () => {
  it.each(LISTS)("starts with %s that are new, once", async (name, path, query) => {
    const flow = flowOf(name);
    answer(path, query, [record(2, 2), record(1, 1)]);
    expect(idsOf(await flow.run())).toEqual(NOTHING);
    // One that has changed stands in its place and does not come.
    const changed = { ...record(1, 1, 9), name: "Changed" };
    for (const expected of [{ created: [3, 4], updated: [] }, NOTHING]) {
      answer(path, query, [record(4, 4), record(3, 3), record(2, 2), changed]);
      const run = await flow.run();
      expect(idsOf(run)).toEqual(expected);
      expect(run.resultType).toBe(expected === NOTHING ? "polled_no_changes" : "completed");
    }
  });

  it.each(["tickets", "customers"])("starts with %s that are new or have changed", async (name) => {
    const flow = flowOf(name);
    const query = { order_by: "updated_datetime:desc", limit: "100" };
    answer(`/api/${name}`, query, [record(2, 2, 2), record(1, 1, 1)]);
    await flow.run();
    answer(`/api/${name}`, query, [record(1, 1, 4), record(3, 3, 3), record(2, 2, 2)]);
    expect(idsOf(await flow.run())).toEqual({ created: [3], updated: [1] });
  });
});

describe("Resource Type", () => {
  it.each(["pollChangesTrigger", "syncRecordsTrigger"])(
    "of %s offers every list that can be followed, and says what comes when it changes",
    (key) => {
      const inputs = component.triggers[key]?.inputs ?? [];
      const input = inputs.find((one) => one.key === "resourceType");
      const offered = input?.model?.map(({ value }) => value);
      expect(offered?.sort()).toEqual(
        [...LISTS.map(([name]) => name), "customers", "events", "macros", "tickets"].sort(),
      );
      expect(input?.comments).toMatch(/^What to follow\. Tickets, customers and macros come when/);
    },
  );
});

const MACROS = { order_by: "created_datetime:desc", limit: "100" };

describe("macros", () => {
  it("come when they are new and when they change, also those that had never changed", async () => {
    const flow = flowOf("macros");
    answer("/api/macros", MACROS, [record(3, 3, null), record(2, 2, 7), record(1, 1, null)]);
    expect(idsOf(await flow.run())).toEqual(NOTHING);
    for (const expected of [{ created: [4], updated: [2, 1] }, NOTHING]) {
      const now = [record(4, 10, null), record(3, 3, null), record(2, 2, 11), record(1, 1, 12)];
      answer("/api/macros", MACROS, now);
      expect(idsOf(await flow.run())).toEqual(expected);
    }
  });

  it("are found wherever they stand: the list is read to its end", async () => {
    const flow = flowOf("macros", { maxRecords: 1 });
    const library = (changes: Record<number, number> = {}) =>
      [5, 4, 3, 2, 1].map((id) => record(id, id, changes[id] ?? null));
    const answerInPages = (records: readonly object[]) => {
      answer("/api/macros", MACROS, records.slice(0, 3), "second");
      answer("/api/macros", { ...MACROS, cursor: "second" }, records.slice(3));
    };
    answerInPages(library());
    expect(idsOf(await flow.run())).toEqual(NOTHING);
    for (const updated of [[1], [4], []]) {
      answerInPages(library({ 4: 20, 1: 21 }));
      expect(idsOf(await flow.run())).toEqual({ created: [], updated });
    }
  });

  it("whose cursor expires every time end the run with an error, and are not lost", async () => {
    const flow = flowOf("macros");
    answer("/api/macros", MACROS, [record(1, 1, null)]);
    await flow.run();
    for (let walk = 0; walk < 4; walk += 1) {
      answer("/api/macros", MACROS, [record(2, 20, null)], "second");
      gorgias()
        .get("/api/macros")
        .query({ ...MACROS, cursor: "second" })
        .reply(400, { error: { msg: "This cursor has expired." } });
    }
    await expect(flow.run()).rejects.toThrow("This cursor has expired");
    answer("/api/macros", MACROS, [record(2, 20, null), record(1, 1, null)]);
    expect(idsOf(await flow.run())).toEqual({ created: [2], updated: [] });
  });
});

it.each([
  ["tickets", "/api/tickets", { order_by: "updated_datetime:desc", limit: "100" }],
  ["tags", "/api/tags", { order_by: "created_datetime:desc", limit: "100" }],
  ["macros", "/api/macros", MACROS],
] as const)(
  "what is no record among the %s is passed over, and named once",
  async (name, path, query) => {
    const flow = flowOf(name);
    const broken = [null, { id: "x" }, null] as unknown as object[];
    answer(path, query, [...broken, record(1, 1, 1)]);
    await flow.run();
    flow.log.lines.length = 0;
    answer(path, query, [record(2, 2, 2), ...broken, record(1, 1, 1)]);
    const found = await flow.run();
    expect(idsOf(found).created).toEqual([2]);
    const warnings = flow.log.lines.filter((line) => line.includes("passed over"));
    expect(warnings).toHaveLength(2);
  },
);

describe("voice calls, whose list takes no order,", () => {
  const CALLS = ["/api/phone/voice-calls", { limit: "100" }] as const;
  const NO_ORDER =
    "GET /api/phone/voice-calls: Gorgias did not answer with the newest first, and this list takes no other order. Nothing was delivered";

  it.each([
    ["the oldest first", (index: number) => index],
    ["no order at all", (index: number) => (index * 7) % 40],
    ["the order of something else, in part", (index: number) => (index % 10 < 2 ? 1 : 40 - index)],
  ])("are an error in %s, and nothing is lost", async (_what, minuteOf) => {
    const flow = flowOf("voice-calls");
    const calls = Array.from({ length: 40 }, (_, index) => record(index, minuteOf(index) * 3));
    answer(...CALLS, calls, "more");
    await expect(flow.run()).rejects.toThrow(NO_ORDER);
    answer(...CALLS, [record(1, 1)]);
    await flow.run();
    const kept = structuredClone(flow.state);
    answer(...CALLS, calls, "more");
    await expect(flow.run()).rejects.toThrow(NO_ORDER);
    expect(flow.state).toEqual(kept);
  });

  it("come in any order while one page holds them all", async () => {
    const flow = flowOf("voice-calls");
    const calls = [1, 2, 3, 4, 5, 6].map((id) => record(id, id * 4));
    answer(...CALLS, calls.slice(0, 4));
    await flow.run();
    answer(...CALLS, calls);
    expect(idsOf(await flow.run())).toEqual({ created: [5, 6], updated: [] });
  });

  it("are dated by when they started where nothing says when they were made", async () => {
    const flow = flowOf("voice-calls");
    const call = (id: number) => ({ id, started_datetime: at(id) });
    answer(...CALLS, [call(1)]);
    await flow.run();
    answer(...CALLS, [call(2), call(1)]);
    expect(idsOf(await flow.run())).toEqual({ created: [2], updated: [] });
  });

  it("may change places with calls that were made within moments", async () => {
    const flow = flowOf("voice-calls");
    answer(...CALLS, [record(1, 1)]);
    await flow.run();
    const minutes = [40, 38, 39, 36, 37, 34, 35, 32, 33, 30, 29, 28, 27, 26, 25, 24, 23, 22];
    answer(
      ...CALLS,
      minutes.map((minute) => record(minute, minute)),
      "more",
    );
    answer(CALLS[0], { ...CALLS[1], cursor: "more" }, [record(1, 1)]);
    expect(idsOf(await flow.run()).created).toHaveLength(minutes.length);
  });
});

describe("Sync Records", () => {
  it.each([...LISTS, ["macros", "/api/macros", MACROS]] as const)(
    "delivers all %s, then those that are new",
    async (name, path, query) => {
      const flow = flowOf(name, {}, "syncRecordsTrigger");
      const pass = ({ data }: Run) =>
        data.map((item: { pass: string; record: { id: number } }) => [item.pass, item.record.id]);
      const [first, second] = [[record(3, 3, null), record(2, 2, null)], [record(1, 1, null)]];
      // The mark first, then the history.
      answer(path, query, [...first, ...second]);
      answer(path, query, first, "second");
      const begun = await flow.initialSync();
      expect(pass(begun)).toEqual([
        ["history", 3],
        ["history", 2],
      ]);
      answer(path, { ...query, cursor: "second" }, second);
      const rest = await flow.initialSync({ paginationState: begun.paginationState ?? {} });
      expect(pass(rest)).toEqual([["history", 1]]);
      expect(rest.paginationState).toBeNull();
      answer(path, query, [record(4, 4, null), ...first, ...second]);
      // A page that holds something new is not known to be the last one of it.
      expect(pass(await flow.run())).toEqual([["changes", 4]]);
      expect(nock.pendingMocks()).toEqual([]);
    },
  );
});
