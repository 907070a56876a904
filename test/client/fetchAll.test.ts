import v8 from "node:v8";
import { reportQuery } from "../support/reportQuery";
import { connectionTo, failure, newLog, run } from "../support/steps";
import { pass, useFakeTime } from "../support/time";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
const expired = { error: { msg: "Invalid cursor." } };

const records = (...ids: number[]) => ids.map((id) => ({ id }));

/** The page of all tickets at a cursor, or the first. */
const at = (cursor?: string, domain?: string) =>
  gorgias(domain).get(`/api/tickets?limit=100${cursor ? `&cursor=${cursor}` : ""}`);

const all = { fetchAll: true };

it("an item that stands on two pages comes once, one without an ID as often as it stands there", async () => {
  at().reply(200, page([...records(1, 2), { name: "x" }], "b"));
  at("b").reply(200, page([...records(2, 3), { name: "x" }]));
  await expect(run("listTickets", all)).resolves.toEqual({
    ...page([...records(1, 2), { name: "x" }, ...records(3), { name: "x" }]),
  });
});

describe("a cursor that has expired", () => {
  it("has the list read again from its front: nothing is lost, and nothing comes twice", async () => {
    at().reply(200, page(records(1, 2), "b"));
    at("b").reply(200, page(records(3, 4), "c"));
    at("c").reply(400, expired);
    // One was added in the meantime, and one was deleted: everything has moved.
    at().reply(200, page(records(9, 1), "b2"));
    at("b2").reply(200, page(records(3, 4), "c2"));
    at("c2").reply(200, page(records(5)));
    const log = newLog();
    await expect(run("listTickets", all, log)).resolves.toEqual({
      ...page(records(1, 2, 3, 4, 9, 5)),
    });
    expect(log.lines).toEqual([
      "warn: Fetch All: a cursor had expired after 4 items. The list is read again from its front; what is there already is left out.",
    ]);
  });

  it("has it read again each time that this leads to something new", async () => {
    for (const id of [1, 2, 3]) {
      at().reply(200, page(records(1), "b"));
      if (id > 1) {
        at("b").reply(200, page(records(2), "c"));
      }
      if (id > 2) {
        at("c").reply(200, page(records(3)));
      } else {
        at(id === 1 ? "b" : "c").reply(400, expired);
      }
    }
    await expect(run("listTickets", all)).resolves.toMatchObject({ data: records(1, 2, 3) });
  });

  const [a, b, c, d] = [{ day: 1 }, { day: 2 }, { day: 3 }, { day: 4 }];
  const none = { id: null };
  it.each([
    ["without IDs", [a, b], [a, b, c], [a, b, c]],
    ["that are the same", [a, a], [a, a, a], [a, a, a]],
    ["whose IDs are null", [none, none], [none, none, none], [none, none, none]],
    [
      "some of which have none",
      [{ id: 1 }, a],
      [{ id: 1 }, a, { id: 2 }],
      [{ id: 1 }, a, { id: 2 }],
    ],
    ["behind a new one", [a, b], [d, a, b, c], [a, b, d, c]],
    ["one of which is gone", [a, b], [b, c], [a, b, c]],
    [
      "one without an ID behind a new one",
      [{ id: 1 }, a],
      [{ id: 9 }, { id: 1 }, a, b],
      [{ id: 1 }, a, { id: 9 }, b],
    ],
  ])("has items %s left out by what is in them", async (_, before, again, all) => {
    const stats = (cursor?: string) =>
      gorgias().post(`/api/reporting/stats?limit=10000${cursor ? `&cursor=${cursor}` : ""}`);
    stats().reply(200, page(before, "b"));
    stats("b").reply(400, expired);
    stats().reply(200, page(again.slice(0, 1), "b2"));
    stats("b2").reply(200, page(again.slice(1)));
    await expect(
      run("getReportingStatistic", { query: reportQuery, fetchAll: true }),
    ).resolves.toMatchObject({
      data: all,
    });
  });

  it("and does so again at once ends in an error that says where, and what to do", async () => {
    for (let walk = 1; walk <= 2; walk++) {
      at().reply(200, page(records(1, 2), "b"));
      at("b").reply(400, expired);
    }
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      name: "ExpiredCursorError",
      status: 400,
      message:
        "GET /api/tickets: Gorgias answered 400: Invalid cursor. This was page 2 of the list, at the cursor b, after 2 items. Run the step again, or filter the list so that there is less to read. To read on from here page by page, switch Fetch All off and fill in this cursor; it is valid for a short time only.",
    });
  });

  it("after one item is logged in the singular", async () => {
    at().reply(200, page(records(1), "b"));
    at("b").reply(410, expired);
    at().reply(200, page(records(1, 2)));
    const log = newLog();
    await run("listTickets", all, log);
    expect(log.lines).toEqual([expect.stringContaining("a cursor had expired after 1 item. The")]);
  });

  it.each([400, 404, 410])("is one that is answered %i", async (status) => {
    at().reply(200, page(records(1), "b"));
    at("b").reply(status, expired);
    at().reply(200, page(records(1, 2)));
    await expect(run("listTickets", all)).resolves.toMatchObject({ data: records(1, 2) });
  });

  it("over and over ends after ten times", async () => {
    const ids = Array.from({ length: 10 }, (_, index) => index + 1);
    for (const last of ids) {
      at().reply(200, page(records(...ids.slice(0, last)), "b"));
      at("b").reply(400, expired);
    }
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      message: expect.stringContaining("This was page 2 of the list, at the cursor b, after 10"),
    });
  });

  it("is another thing than a list that was refused from the start", async () => {
    at().reply(400, expired);
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      name: "GorgiasError",
      message: "GET /api/tickets: Gorgias answered 400: Invalid cursor.",
    });
  });
});

describe("a page that failed for good", () => {
  it.each([
    ["a server's fault", 502, ""],
    ["no connection", reset, ""],
    ["a firewall", 403, "<!DOCTYPE html><html><title>Blocked</title></html>"],
    ["something that is not JSON", 200, '{"data": [NaN'],
    ["nothing", 200, ""],
    ["something that is no list", 200, '{"error":{"msg":"Temporarily unavailable"}}'],
  ])("by %s is asked for once more", async (_, fault, body) => {
    at().reply(200, page(records(1, 2), "b"));
    const tries = fault === 403 || String(body).startsWith('{"error"') ? 1 : 6;
    if (fault instanceof Error) {
      at("b").times(tries).replyWithError(fault);
    } else {
      at("b").times(tries).reply(fault, body);
    }
    at("b").reply(200, page(records(3)));
    const log = newLog();
    await expect(run("listTickets", all, log)).resolves.toMatchObject({ data: records(1, 2, 3) });
    expect(log.lines).toEqual([
      expect.stringMatching(
        /^warn: GET \/api\/tickets: .* page 2 of the list, at the cursor b, after 2 items\. The page will be requested once more\.$/,
      ),
    ]);
  });

  it("and fails again ends in an error that says where, and what to do", async () => {
    at().reply(200, page(records(1, 2), "b"));
    at("b").times(12).reply(500);
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      name: "GorgiasError",
      status: 500,
      message:
        "GET /api/tickets: Gorgias answered 500. Tried 6 times. This was page 2 of the list, at the cursor b, after 2 items. Run the step again, or filter the list so that there is less to read. To read on from here page by page, switch Fetch All off and fill in this cursor; it is valid for a short time only.",
    });
  });

  it("is the last page that may do so: the next one may, too", async () => {
    at().reply(200, page(records(1), "b"));
    at("b").times(6).reply(500);
    at("b").reply(200, page(records(2), "c"));
    at("c").times(6).reply(500);
    at("c").reply(200, page(records(3)));
    await expect(run("listTickets", all)).resolves.toMatchObject({ data: records(1, 2, 3) });
  });

  it("in a second walk does not lose the first one", async () => {
    at().reply(200, page(records(1), "b"));
    at("b").reply(400, expired);
    at().times(6).reply(500);
    at().reply(200, page(records(1), "b2"));
    at("b2").reply(200, page(records(2)));
    await expect(run("listTickets", all)).resolves.toMatchObject({ data: records(1, 2) });
  });

  it("in a second walk says how many items there were", async () => {
    at().reply(200, page(records(1, 2), "b"));
    at("b").reply(400, expired);
    at().times(12).reply(500);
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      message: expect.stringMatching(
        / This was page 1 of the list, after 2 items\. Run the step again, or filter the list so that there is less to read\.$/,
      ),
    });
  });

  it("is not asked for again where nothing was read yet", async () => {
    at().times(6).reply(500);
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      message: "GET /api/tickets: Gorgias answered 500. Tried 6 times.",
    });
  });

  it("is not asked for again where that is of no use", async () => {
    at().reply(200, page(records(1), "b"));
    at("b").reply(401, { error: { msg: "No." } });
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      name: "GorgiasConnectionError",
      message: expect.stringContaining(
        "This was page 2 of the list, at the cursor b, after 1 item.",
      ),
    });
  });
});

it("an answer with NaN in it is shown around the place, with the page", async () => {
  const around = `{"data": [{"id": 1, "name": "${"x".repeat(60)}", "score": NaN}], "meta": {}}`;
  at().reply(200, page(records(1), "b"));
  at("b").times(12).reply(200, around);
  const { message } = await failure("listTickets", all);
  expect(message).toContain(
    'Gorgias answered 200 with something other than JSON: "…xxxxxxxxxxxxxxxxxxxxxxxxxxxx", "score": NaN}], "meta": {}}". Tried 6 times. This was page 2 of the list',
  );
});

it.each([[{ next_cursor: "" }], [{ next_cursor: null }], [{}], [null], [undefined]])(
  "a last page with %j for its neighbours ends the list",
  async (meta) => {
    at().reply(200, page(records(1), "b"));
    at("b").reply(200, { ...page(records(2)), meta });
    await expect(run("listTickets", all)).resolves.toEqual(page(records(1, 2)));
  },
);

describe("memory that runs short", () => {
  const MIB = 2 ** 20;
  const withUsed = (share: number) =>
    jest.spyOn(v8, "getHeapStatistics").mockReturnValue({
      ...v8.getHeapStatistics(),
      used_heap_size: share * 1000 * MIB,
      heap_size_limit: 1048 * MIB,
    });

  it("ends the read with an error that says where, and what to do", async () => {
    withUsed(0.86);
    at().reply(200, page(records(1, 2), "b"));
    await expect(failure("listTickets", all)).resolves.toMatchObject({
      name: "GorgiasError",
      message:
        "GET /api/tickets: what was read so far takes up nearly all memory that the step has. This was page 2 of the list, at the cursor b, after 2 items. Filter the list so that there is less to read. To read on from here page by page, switch Fetch All off and fill in this cursor; it is valid for a short time only.",
    });
  });

  it.each([
    ["while enough is left", 0.84, "b"],
    ["at the end of the list", 0.99, undefined],
  ])("does not end it %s", async (_, share, next) => {
    withUsed(share);
    at().reply(200, page(records(1), next));
    if (next) {
      at(next).reply(200, page(records(2)));
    }
    const data = records(1, ...(next ? [2] : []));
    await expect(run("listTickets", all)).resolves.toMatchObject({ data });
  });
});

describe("in time", () => {
  useFakeTime();

  it("a page that failed for good is left alone for 20 s", async () => {
    const connection = connectionTo("pauses");
    at(undefined, "pauses").reply(200, page(records(1), "b"));
    at("b", "pauses").times(6).reply(500);
    at("b", "pauses").reply(200, page(records(2)));
    const taken = await pass(run("listTickets", { connection, ...all }));
    expect(taken).toBeCloseTo(16 + 20, 1);
  });

  it("a list that takes too long ends after less than 14 minutes, and says how far it came", async () => {
    const connection = connectionTo("slow");
    let asked = 0;
    gorgias("slow")
      .get("/api/tickets")
      .query(true)
      .reply(() => {
        asked += 1;
        // Each page is refused once, and then comes.
        return asked % 2 === 0
          ? [200, page(records(asked / 2), `c${asked / 2}`)]
          : [429, {}, { "Retry-After": "100" }];
      })
      .persist();
    const work = failure("listTickets", { connection, ...all });
    const taken = await pass(work);
    expect(taken).toBeGreaterThan(13 * 60);
    expect(taken).toBeLessThan(14 * 60);
    await expect(work).resolves.toMatchObject({
      name: "OutOfTimeError",
      status: 429,
      message:
        "GET /api/tickets: Gorgias answered 429. The account's rate limit is used up, most likely by other integrations as well. It asks to wait 100 seconds. It was not tried again: less is left of the 14 minutes that the step has than the next wait needs. This was page 9 of the list, at the cursor c8, after 8 items. Run the step again, or filter the list so that there is less to read. To read on from here page by page, switch Fetch All off and fill in this cursor; it is valid for a short time only.",
    });
  });
});
