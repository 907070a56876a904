import recorded from "../schemas/recorded/get-job.json";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

type Json = Record<string, unknown>;

const exactly = (expected: Json) => (sent: unknown) => {
  expect(sent).toStrictEqual(expected);
  return true;
};

/** What is said of params that hold a part of what says which tickets. */
const PART = (input: string, given: string, lacks: string) =>
  `${input}: ${given} needs ${lacks} beside it, or the job is about other tickets than those that are meant.`;

describe("Create Job", () => {
  const starts = (body: Json) =>
    gorgias()
      .post("/api/jobs", exactly(body))
      .reply(201, { id: 1, ...body, status: "pending" });

  it.each<[Json, Json]>([
    [{ type: "exportMacro" }, {}],
    [{ type: "importMacro", url: "https://a.example/m.csv" }, { url: "https://a.example/m.csv" }],
    [{ type: "deleteTicket", ticket_ids: "7, 8" }, { ticket_ids: [7, 8] }],
    [{ type: "exportTicket", view_id: "12" }, { view_id: 12 }],
    [
      { type: "exportTicket", filters: 'eq(ticket.status, "open")' },
      { view: { filters: 'eq(ticket.status, "open")' } },
    ],
    [
      { type: "exportTicket", start_datetime: "2026-03-01", end_datetime: "2026-04-01T00:00:00Z" },
      { start_datetime: "2026-03-01T00:00:00Z", end_datetime: "2026-04-01T00:00:00Z" },
    ],
    [
      { type: "applyMacro", macro_id: "5", apply_and_close: "Yes", view_id: 12 },
      { macro_id: 5, apply_and_close: true, view_id: 12 },
    ],
    [
      {
        ...{ type: "updateTicket", ticket_ids: [7], status: "closed", priority: "low" },
        ...{ tags: ["vip", { id: 3, name: "tour" }], assignee_user: "null" },
      },
      {
        ticket_ids: [7],
        updates: { status: "closed", priority: "low", tags: ["vip", "tour"], assignee_user: null },
      },
    ],
    [
      { type: "updateTicket", ticket_ids: [7], assignee_user: 5, updates: { status: "open" } },
      { ticket_ids: [7], updates: { assignee_user: { id: 5 }, status: "open" } },
    ],
    [
      { type: "updateTicket", ticket_ids: [7], status: "open", updates: '{"status":"closed"}' },
      { ticket_ids: [7], updates: { status: "closed" } },
    ],
    [
      {
        ...{ type: "updateTicket", ticket_ids: [7], tags: ["vip"] },
        params: { updates: { priority: "low" } },
      },
      { ticket_ids: [7], updates: { tags: ["vip"], priority: "low" } },
    ],
    [
      { type: "updateTicket", params: { view_id: "12", updates: { trashed_datetime: null } } },
      { view_id: 12, updates: { trashed_datetime: null } },
    ],
    [
      { type: "exportTicketDrilldown", params: { reporting_query: { scope: "tags" } } },
      { reporting_query: { scope: "tags" } },
    ],
    [
      { type: "exportTicket", params: { ticket_ids: [7], view_id: null, view: null, url: "" } },
      { ticket_ids: [7] },
    ],
    [
      { type: "exportTicket", view_id: 12, params: { ticket_ids: [], view: { filters: " " } } },
      { view_id: 12 },
    ],
  ])("%j has the params %j", async ({ type, ...inputs }, params) => {
    starts({ type, params });
    await run("createJob", { type, ...inputs });
  });

  it("can be scheduled, with what is one's own", async () => {
    const scheduled_datetime = "2026-03-01T09:30:00Z";
    starts({ type: "exportMacro", params: {}, scheduled_datetime, meta: { why: "Monthly" } });
    await run("createJob", { type: "exportMacro", scheduled_datetime, meta: { why: "Monthly" } });
  });

  it.each(["deleteTicket", "updateTicket", "applyMacro", "exportTicket"])(
    "%s is never about all tickets because nobody said which",
    async (type) => {
      const fitting = type === "updateTicket" ? { status: "closed" } : {};
      for (const none of [
        {},
        { params: {} },
        { ticket_ids: [], view_id: "", filters: " " },
        { ticket_ids: [""] },
        { params: { ticket_ids: [], view_id: null, view: {}, start_datetime: null } },
        { params: { view: { filters: "" } } },
        { additionalFields: { params: {} } },
        { additionalFields: { params: null } },
        { additionalFields: { params: { ticket_ids: [null] } } },
        { ticket_ids: [7], additionalFields: { params: { macro_id: 5, updates: { a: 1 } } } },
      ]) {
        const error = await failure("createJob", { type, ...fitting, ...none });
        expect(error.message).toContain(`Type: ${type} needs to know which tickets`);
      }
    },
  );

  it("Additional Fields do not get around it by naming another kind", async () => {
    const error = await failure("createJob", {
      type: "exportMacro",
      additionalFields: { type: "deleteTicket" },
    });
    expect(error.message).toContain("Type: deleteTicket needs to know which tickets");
  });

  it.each<[Json, string]>([
    [
      { type: "deleteTicket", ticket_ids: [7], view_id: 12 },
      "View ID: cannot be combined with Ticket IDs: say in one way which tickets the job is about.",
    ],
    [
      { type: "exportTicketDrilldown", view_id: 12, filters: "x" },
      "Filters: cannot be combined with View ID: say in one way which tickets the job is about.",
    ],
    [
      { type: "deleteTicket", view_id: 12, params: { ticket_ids: [7] } },
      "View ID: cannot be combined with Params: say in one way which tickets the job is about.",
    ],
    [
      { type: "deleteTicket", params: { ticket_ids: [7], view_id: 12 } },
      "Params: cannot be combined with another way: say in one way which tickets the job is about.",
    ],
    [
      { type: "deleteTicket", start_datetime: "2026-03-01" },
      "Start Datetime: needs End Datetime beside it.",
    ],
    [
      { type: "deleteTicket", end_datetime: "2026-03-01" },
      "End Datetime: needs Start Datetime beside it.",
    ],
    [
      { type: "deleteTicket", params: { start_datetime: "2026-03-01T00:00:00Z" } },
      PART("Params", "start_datetime", "end_datetime"),
    ],
    [
      { type: "deleteTicket", additionalFields: { params: { end_datetime: "2026-03-01" } } },
      PART("Additional Fields", "end_datetime", "start_datetime"),
    ],
    [
      { type: "deleteTicket", params: { view: { search: "refund" } } },
      PART("Params", "view", "filters"),
    ],
    [
      {
        type: "deleteTicket",
        params: { start_datetime: "2026-03-02", end_datetime: "2026-03-01" },
      },
      "Params: end_datetime is before start_datetime.",
    ],
    [
      { type: "deleteTicket", params: { start_datetime: "soon", end_datetime: "2026-03-01" } },
      'Params.start_datetime: expected an ISO date-time such as 2026-03-01T09:30:00Z, got "soon".',
    ],
    ...["Params", "Additional Fields.params"].flatMap((input): [Json, string][] =>
      (
        [
          [{ view: "all" }, '.view: expected an object, got "all".'],
          [{ ticket_ids: { a: 1 } }, '.ticket_ids[0]: expected a number, got {"a":1}.'],
          [{ view: { filters: { a: 1 } } }, '.view.filters: expected text, got {"a":1}.'],
          [
            { start_datetime: 5, end_datetime: "2026-03-01" },
            '.start_datetime: expected an ISO date-time such as 2026-03-01T09:30:00Z, got "5".',
          ],
        ] as const
      ).map(([params, problem]) => [
        {
          type: "deleteTicket",
          ...(input === "Params" ? { params } : { additionalFields: { params } }),
        },
        `${input}${problem}`,
      ]),
    ),
    [
      { type: "exportTicket", start_datetime: "2026-03-02", end_datetime: "2026-03-01" },
      "End Datetime: is before Start Datetime.",
    ],
    [{ type: "importMacro", view_id: 12, url: "x" }, "View ID: does not go with Type importMacro."],
    [
      { type: "exportMacro", macro_id: 5, status: "open" },
      "Status: does not go with Type exportMacro.\nMacro ID: does not go with Type exportMacro.",
    ],
    [
      { type: "deleteTicket", ticket_ids: [7], url: "x" },
      "URL: does not go with Type deleteTicket.",
    ],
    [
      { type: "applyMacro", ticket_ids: [7], updates: { a: 1 } },
      "Updates: does not go with Type applyMacro.",
    ],
    [{ type: "applyMacro", ticket_ids: [7] }, "Type: applyMacro needs Macro ID."],
    [{ type: "importMacro" }, "Type: importMacro needs URL."],
    [
      { type: "updateTicket", ticket_ids: [7] },
      "Type: updateTicket needs one of Status, Priority, Tags, Assignee User, Trashed Datetime, Updates.",
    ],
    [
      { type: "updateTicket", ticket_ids: [7], updates: {} },
      "Type: updateTicket needs one of Status, Priority, Tags, Assignee User, Trashed Datetime, Updates.",
    ],
    [
      { type: "updateTicket", ticket_ids: [7], tags: [{ id: 3 }] },
      `Tags: expected a tag's name, got {"id":3}.`,
    ],
    [
      { type: "deleteTicket", params: { ticket_ids: ["x"] } },
      'Params.ticket_ids[0]: expected a number, got "x".',
    ],
  ])("refuses %j before any request", async (inputs, message) => {
    expect((await failure("createJob", inputs)).message).toBe(message);
  });
});

describe("Update Job", () => {
  const isRead = (type: string, params: Json) =>
    gorgias().get("/api/jobs/9").reply(200, { id: 9, type, status: "scheduled", params });
  const takes = (body: Json) => gorgias().put("/api/jobs/9", exactly(body)).reply(202, { id: 9 });

  it("sends what changes, without a look at the job", async () => {
    takes({ status: "cancel_requested", meta: { why: "Late" } });
    await run("updateJob", { id: 9, status: "cancel_requested", meta: { why: "Late" } });
  });

  it("params that are left out stay", async () => {
    isRead("applyMacro", { view_id: 12, macro_id: 5, url: null });
    takes({ params: { view_id: 12, macro_id: 6 } });
    await run("updateJob", { id: 9, params: { macro_id: "6" } });
  });

  it("another way to say which tickets takes the place of the old one", async () => {
    isRead("deleteTicket", { start_datetime: "2026-03-01", end_datetime: "2026-04-01" });
    takes({ params: { ticket_ids: [7] } });
    await run("updateJob", { id: 9, params: { ticket_ids: [7] } });
  });

  const start = "2026-03-01T00:00:00Z";
  const end = "2026-04-01T00:00:00Z";

  it("the other half of a period stays", async () => {
    for (const half of [{ start_datetime: "2026-03-05" }, { end_datetime: "2026-03-05" }]) {
      isRead("deleteTicket", { start_datetime: start, end_datetime: end });
      const [[key = ""] = []] = Object.entries(half);
      takes({
        params: { start_datetime: start, end_datetime: end, [key]: "2026-03-05T00:00:00Z" },
      });
      await run("updateJob", { id: 9, params: half });
    }
  });

  it.each<[Json, Json, string]>([
    [{ ticket_ids: [7] }, { start_datetime: start }, "start_datetime needs end_datetime"],
    [{ view_id: 3 }, { end_datetime: end }, "end_datetime needs start_datetime"],
    [
      { start_datetime: start, end_datetime: end },
      { start_datetime: null },
      "end_datetime needs start_datetime",
    ],
    [
      { start_datetime: start, end_datetime: end },
      { end_datetime: "2026-02-01" },
      "end_datetime is before start_datetime",
    ],
    [{ ticket_ids: [7] }, { view: { search: "refund" } }, "view needs filters"],
    [{ view: { filters: "x", search: "y" } }, { view: { filters: null } }, "view needs filters"],
  ])("a job about %j is not made one about %j", async (before, params, problem) => {
    isRead("deleteTicket", before);
    const error = await failure("updateJob", { id: 9, params });
    expect(error).toMatchObject({ name: "InputError" });
    expect(error.message).toContain(`Params: ${problem}`);
  });

  it.each<[Json, string]>([
    [{ start_datetime: start }, "Additional Fields: start_datetime needs end_datetime"],
    [
      { start_datetime: end, end_datetime: start },
      "Additional Fields: end_datetime is before start_datetime",
    ],
  ])("Additional Fields with %j do not either", async (params, problem) => {
    isRead("deleteTicket", { start_datetime: start, end_datetime: end });
    const error = await failure("updateJob", { id: 9, additionalFields: { params } });
    expect(error.message).toContain(problem);
  });

  it("a job is not made one of another kind, about all tickets", async () => {
    isRead("exportMacro", {});
    const error = await failure("updateJob", { id: 9, additionalFields: { type: "deleteTicket" } });
    expect(error.message).toContain("Additional Fields: the job needs to know in one way");
  });

  it("what a view searches for and what else is updated stay", async () => {
    const view = { filters: 'eq(ticket.status, "open")', search: "refund" };
    isRead("updateTicket", { view, updates: { status: "closed", tags: ["vip"] } });
    takes({
      params: {
        view: { ...view, filters: "x" },
        updates: { status: "closed", tags: ["vip"], priority: "low" },
      },
    });
    await run("updateJob", {
      id: 9,
      params: { view: { filters: "x" }, updates: { priority: "low" } },
    });
  });

  it("an update of tickets keeps something to update", async () => {
    isRead("updateTicket", { ticket_ids: [7], updates: { status: "closed" } });
    const error = await failure("updateJob", { id: 9, params: { updates: null } });
    expect(error.message).toBe("Params: the job needs updates.");
  });

  it.each<[string, Json]>([
    ["Params", { params: { ticket_ids: null } }],
    ["Params", { params: { view_id: 3, ticket_ids: [7] } }],
    ["Additional Fields", { additionalFields: { params: {} } }],
  ])("%s never make it about all tickets", async (label, inputs) => {
    isRead("deleteTicket", { ticket_ids: [7] });
    const error = await failure("updateJob", { id: 9, ...inputs });
    expect(error).toMatchObject({
      name: "InputError",
      message: expect.stringMatching(new RegExp(`^${label}: the job needs to know in one way`)),
    });
  });

  it.each([
    [
      '{ "type": "exportMacro" }',
      "Gorgias answered without params. What is there would be lost with the change.",
    ],
    [
      '{ "type": "exportMacro", "params": { "a": 1e400 } }',
      "params.a has more digits than can be kept, so sending it back would change it.",
    ],
  ])("changes nothing where the job is %s", async (answer, problem) => {
    gorgias().get("/api/jobs/9").reply(200, answer, { "content-type": "application/json" });
    const error = await failure("updateJob", { id: 9, params: { url: "x" } });
    expect(error.message).toBe(`GET /api/jobs/9: ${problem} Nothing was changed.`);
  });

  it("a job that is not about tickets takes any params", async () => {
    isRead("exportMacro", {});
    takes({ params: {} });
    await run("updateJob", { id: 9, additionalFields: { params: {} } });
  });

  it("what Get Job answered goes back", async () => {
    const { id, params, scheduled_datetime, status, type } = recorded.response;
    gorgias().get(`/api/jobs/${id}`).reply(200, recorded.response);
    gorgias()
      .put(`/api/jobs/${id}`, exactly({ status, scheduled_datetime, params }))
      .reply(202, recorded.response);
    expect(type).toBe("exportMacro");
    await run("updateJob", { ...recorded.response });
  });
});

it("Cancel Job says that cancelling was asked for", async () => {
  gorgias().delete("/api/jobs/9").reply(204);
  await expect(run("cancelJob", { id: 9 })).resolves.toEqual({ id: 9, cancel_requested: true });
});
