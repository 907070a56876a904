import { reportQuery } from "../support/reportQuery";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

it("one page is answered as it came", async () => {
  const answer = page([{ id: 1 }], "next");
  gorgias().get("/api/tickets?limit=1&cursor=here").reply(200, answer);
  await expect(run("listTickets", { limit: "1", cursor: "here" })).resolves.toEqual(answer);
});

it("Fetch All sends filters and order with each page, and ignores Cursor and Limit", async () => {
  const kept = "customer_id=7&ticket_ids=1&ticket_ids=2&order_by=updated_datetime%3Aasc&limit=100";
  gorgias()
    .get(`/api/tickets?${kept}`)
    .reply(200, page([{ id: 1 }], "second"));
  gorgias()
    .get(`/api/tickets?${kept}&cursor=second`)
    .reply(200, page([{ id: 2 }], "third"));
  gorgias()
    .get(`/api/tickets?${kept}&cursor=third`)
    .reply(200, page([{ id: 3 }]));
  await expect(
    run("listTickets", {
      customer_id: "7",
      ticket_ids: ["1", "2"],
      order_by: "updated_datetime:asc",
      fetchAll: "true",
      cursor: "ignored",
      limit: "5",
    }),
  ).resolves.toEqual({
    object: "list",
    uri: "/api/things",
    data: [{ id: 1 }, { id: 2 }, { id: 3 }],
    meta: { prev_cursor: null, next_cursor: null },
  });
});

it("Fetch All of nothing answers an empty list", async () => {
  gorgias().get("/api/messages?limit=100").reply(200, page([]));
  await expect(run("listMessages", { fetchAll: true })).resolves.toMatchObject({ data: [] });
});

it("a cursor that comes a second time ends in an error, not in a loop", async () => {
  gorgias()
    .get("/api/tickets?limit=100")
    .reply(200, page([{ id: 1 }], "a"));
  gorgias()
    .get("/api/tickets?limit=100&cursor=a")
    .reply(200, page([{ id: 2 }], "b"));
  gorgias()
    .get("/api/tickets?limit=100&cursor=b")
    .reply(200, page([{ id: 3 }], "a"));
  await expect(failure("listTickets", { fetchAll: true })).resolves.toMatchObject({
    message: expect.stringContaining("handed out the same page twice"),
  });
});

it.each([[null], [{}], [[]], [{ data: [], meta: [] }], ["text"]])(
  "an answer of %j in place of a list is an error",
  async (body) => {
    gorgias().get("/api/tickets").reply(200, JSON.stringify(body));
    const error = await failure("listTickets");
    expect(error.name).toBe("GorgiasError");
  },
);

it.each([[{ data: [{ id: 1 }] }], [{ data: [{ id: 1 }], meta: null }]])(
  "a page of %j is the only one",
  async (body) => {
    gorgias().get("/api/tickets").reply(200, body);
    await expect(run("listTickets")).resolves.toEqual({
      data: [{ id: 1 }],
      meta: { prev_cursor: null, next_cursor: null },
    });
  },
);

it("a report that comes to the same page twice says that it was asked for by POST", async () => {
  const again = { data: [], meta: { next_cursor: "a" } };
  gorgias().post("/api/reporting/stats").query(true).times(2).reply(200, again);
  await expect(
    failure("getReportingStatistic", { query: reportQuery, fetchAll: true }),
  ).resolves.toMatchObject({
    request: "POST /api/reporting/stats",
    message: expect.stringContaining("handed out the same page twice"),
  });
});
