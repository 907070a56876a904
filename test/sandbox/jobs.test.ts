import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 60 });
});
afterEach(() => account.sandbox.close());

async function newJob(type: string, params: object = {}, more: object = {}) {
  const { status, body } = await account.post("/jobs", { type, params, ...more });
  expect([status, body.error]).toEqual([201, undefined]);
  return body;
}

const jobNow = async (id: number) => (await account.get(`/jobs/${id}`)).body;
const pass = (seconds: number) => {
  account.clock.now += seconds * 1000;
};

/** A job that has come to its end. */
async function carriedOut(type: string, params: object = {}) {
  const { id } = await newJob(type, params);
  pass(1);
  await account.get("/jobs");
  pass(60);
  return jobNow(id);
}

async function newTicket(more: object = {}): Promise<number> {
  return (await account.post("/tickets", ticketFrom("jo@example.com", more))).body.id;
}

async function newTickets(count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let made = 0; made < count; made += 1) ids.push(await newTicket());
  return ids;
}

const ticketNow = async (id: number) => (await account.get(`/tickets/${id}`)).body;
const idOf = ({ id }: { id: number }) => id;
const nameOf = ({ name }: { name: string }) => name;

/** The rows of an exported file, which is downloaded as an attachment is. */
async function rowsOf(url: string): Promise<string[]> {
  const [, , hash, name] = new URL(url).pathname.split("/");
  const redirect = await account.get(`/attachment/download/${hash}/${name}`);
  expect(redirect.status).toBe(307);
  const file = await fetch(String(redirect.headers.get("location")));
  expect(file.headers.get("content-type")).toContain("text/csv");
  return (await file.text()).trim().split("\n");
}

async function uploaded(content: string): Promise<string> {
  const form = new FormData();
  form.append("macros.csv", new Blob([content], { type: "text/csv" }), "macros.csv");
  const { username, apiKey } = account.sandbox.credentials;
  const { body } = await account.bare("/api/upload", {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${username}:${apiKey}`)}` },
    body: form,
  });
  return body[0].url;
}

describe("a job", () => {
  it("waits, runs and is done as the clock goes on, and not before", async () => {
    const ids = await newTickets(3);
    const job = await newJob("updateTicket", { ticket_ids: ids, updates: { priority: "high" } });
    expect(job).toMatchObject({
      type: "updateTicket",
      status: "pending",
      params: { ticket_ids: ids, updates: { priority: "high" } },
      info: {},
      meta: null,
      user_id: 400746608,
      uri: `/api/jobs/${job.id}/`,
      started_datetime: null,
      ended_datetime: null,
    });
    expect(job.scheduled_datetime).toBe(job.created_datetime);
    pass(0.5);
    expect((await jobNow(job.id)).status).toBe("pending");
    pass(0.505);
    expect(await jobNow(job.id)).toMatchObject({ status: "running", info: { progress_count: 0 } });
    expect((await ticketNow(ids[0] ?? 0)).priority).toBe("normal");
    pass(0.021);
    expect((await jobNow(job.id)).info).toEqual({ progress_count: 2 });
    expect((await ticketNow(ids[1] ?? 0)).priority).toBe("high");
    expect((await ticketNow(ids[2] ?? 0)).priority).toBe("normal");
    pass(1);
    const done = await jobNow(job.id);
    expect(done).toMatchObject({ status: "done", info: { progress_count: 3 } });
    const dates = [done.created_datetime, done.started_datetime, done.ended_datetime];
    expect(dates).toEqual([...dates].sort());
    expect((await ticketNow(ids[2] ?? 0)).priority).toBe("high");
  });

  it("is carried out before whatever is asked next is answered", async () => {
    const id = await newTicket();
    await newJob("updateTicket", { ticket_ids: [id], updates: { status: "closed" } });
    pass(2);
    expect((await ticketNow(id)).status).toBe("closed");
  });

  it("can be scheduled at most 60 minutes ahead", async () => {
    const at = (minutes: number) => new Date(account.clock.now + minutes * 60_000).toISOString();
    const params = { ticket_ids: [1] };
    const late = { type: "exportTicket", params, scheduled_datetime: at(61) };
    const refused = await account.post("/jobs", late);
    expect([refused.status, Object.keys(refused.body.error.data)]).toEqual([
      400,
      ["scheduled_datetime"],
    ]);
    const { id, status } = await newJob("exportTicket", params, { scheduled_datetime: at(59) });
    expect(status).toBe("scheduled");
    pass(58 * 60);
    expect((await jobNow(id)).status).toBe("scheduled");
    pass(60.5);
    expect((await jobNow(id)).status).toBe("running");
  });

  it("is canceled at once while it waits, and never carried out", async () => {
    const ticket = await newTicket();
    const { id } = await newJob("deleteTicket", { ticket_ids: [ticket] });
    const gone = await account.delete(`/jobs/${id}`);
    expect([gone.status, gone.body]).toEqual([204, ""]);
    pass(60);
    expect(await jobNow(id)).toMatchObject({
      status: "canceled",
      cancelled_datetime: expect.any(String),
      cancel_requested_datetime: null,
      started_datetime: null,
    });
    expect((await ticketNow(ticket)).id).toBe(ticket);
    expect((await account.delete(`/jobs/${id}`)).status).toBe(204);
  });

  it("that runs is stopped, and what is done stays done", async () => {
    const ids = await newTickets(4);
    const { id } = await newJob("deleteTicket", { ticket_ids: ids });
    pass(1.001);
    await jobNow(id);
    pass(0.021);
    await account.delete(`/jobs/${id}`);
    pass(60);
    const job = await jobNow(id);
    expect(job).toMatchObject({ status: "canceled", info: { progress_count: 2 } });
    expect(job.cancel_requested_datetime).not.toBeNull();
    const left = (await account.get(`/tickets?ticket_ids=${ids.join("&ticket_ids=")}`)).body.data;
    expect(left.map(idOf).sort()).toEqual(ids.slice(2));
  });

  it("that has ended cannot be canceled any more", async () => {
    const { id } = await carriedOut("exportMacro");
    const { status, body } = await account.delete(`/jobs/${id}`);
    expect([status, body.error.msg]).toEqual([400, "A job that is done cannot be canceled."]);
    expect((await account.put(`/jobs/${id}`, { status: "canceled" })).status).toBe(400);
  });

  it("is changed while it waits: meta, parameters, date and status", async () => {
    const [one = 0, two = 0] = await newTickets(2);
    const { id } = await newJob("updateTicket", { ticket_ids: [one], updates: { spam: true } });
    const change = (body: object) => account.put(`/jobs/${id}`, body);
    const params = { ticket_ids: [two], updates: { priority: "low" } };
    const changed = await change({ meta: { by: "me" }, params });
    expect([changed.status, changed.body.meta, changed.body.params]).toEqual([
      200,
      { by: "me" },
      params,
    ]);
    const later = new Date(account.clock.now + 600_000).toISOString();
    expect((await change({ scheduled_datetime: later })).body.status).toBe("scheduled");
    expect(Object.keys((await change({ params: {} })).body.error.data)).toEqual(["params"]);
    expect(Object.keys((await change({ status: "done" })).body.error.data)).toEqual(["status"]);
    pass(601);
    await jobNow(id);
    pass(60);
    expect((await jobNow(id)).status).toBe("done");
    expect([(await ticketNow(one)).spam, (await ticketNow(two)).priority]).toEqual([false, "low"]);
    expect(Object.keys((await change({ params })).body.error.data)).toEqual(["params"]);
    expect((await change({ meta: null })).body.meta).toBeNull();
  });

  it("is canceled by an update too", async () => {
    const { id } = await newJob("exportMacro");
    const { body } = await account.put(`/jobs/${id}`, { status: "canceled" });
    expect(body.status).toBe("canceled");
  });

  it("is there from the beginning, however it ended, and waits where it is for later", async () => {
    const listed = async () => (await account.get("/jobs")).body.data;
    const before = await listed();
    const statuses = before.map(({ status }: { status: string }) => status);
    expect(statuses).toEqual(["scheduled", "canceled", "errored", "done", "done"]);
    account.clock.now += 30 * 24 * 3_600_000;
    expect(await listed()).toEqual(before);
  });

  it("is listed by status and type", async () => {
    const list = async (query: string) => (await account.get(`/jobs?${query}`)).body.data.map(idOf);
    const before = await list("order_by=created_datetime:asc");
    const doneBefore = await list("status=done");
    const done = await carriedOut("exportMacro");
    const other = await newJob("exportTicket", { ticket_ids: [1] });
    expect(await list("order_by=created_datetime:asc")).toEqual([...before, done.id, other.id]);
    expect(await list("status=done")).toEqual([done.id, ...doneBefore]);
    expect(await list("type=exportTicket")).toEqual([other.id]);
    expect((await account.get("/jobs?status=finished")).status).toBe(400);
    expect((await account.get("/jobs?ticket_id=1")).status).toBe(400);
  });

  it("that only leads may do is refused to others", async () => {
    const { username, apiKey } = account.sandbox.keys["lite-agent"];
    const send = (type: string, params: object) =>
      account.bare("/api/jobs", {
        method: "POST",
        headers: {
          authorization: `Basic ${btoa(`${username}:${apiKey}`)}`,
          "content-type": "application/json",
        },
        body: JSON.stringify({ type, params }),
      });
    expect((await send("deleteTicket", { ticket_ids: [1] })).status).toBe(403);
    const lite = account.as("lite-agent");
    const { id } = await newJob("deleteTicket", { ticket_ids: [1] });
    for (const { status } of [
      await lite.put(`/jobs/${id}`, { params: { ticket_ids: [2] } }),
      await lite.put(`/jobs/${id}`, { status: "canceled" }),
      await lite.delete(`/jobs/${id}`),
    ]) {
      expect(status).toBe(403);
    }
    expect((await lite.get(`/jobs/${id}`)).body).toMatchObject({
      status: "pending",
      params: { ticket_ids: [1] },
    });
    const update = { ticket_ids: [1], updates: { status: "closed" } };
    expect((await send("updateTicket", update)).status).toBe(201);
  });

  const selection = { ticket_ids: [1] };
  it.each([
    ["no type", { params: {} }, { type: [expect.any(String)] }],
    ["an unknown type", { type: "cleanUp", params: {} }, { type: [expect.any(String)] }],
    ["no parameters", { type: "exportMacro" }, { params: ["Missing data for required field."] }],
    ["an unknown field", { type: "exportMacro", params: {}, a: 1 }, { a: ["Unknown field."] }],
    [
      "an unknown parameter",
      { type: "deleteTicket", params: { ...selection, a: 1 } },
      { params: { a: ["Unknown field."] } },
    ],
    ["no tickets", { type: "deleteTicket", params: {} }, { params: [expect.any(String)] }],
    [
      "two ways to select",
      { type: "deleteTicket", params: { ...selection, view_id: 900201 } },
      { params: [expect.any(String)] },
    ],
    [
      "bad filters",
      { type: "exportTicket", params: { view: { filters: "eq(" } } },
      { params: { view: { filters: [expect.any(String)] } } },
    ],
    [
      "a view that is not there",
      { type: "exportTicket", params: { view_id: 5 } },
      { params: { view_id: [expect.any(String)] } },
    ],
    [
      "no macro",
      { type: "applyMacro", params: selection },
      { params: { macro_id: ["Missing data for required field."] } },
    ],
    [
      "a macro that is not there",
      { type: "applyMacro", params: { ...selection, macro_id: 5 } },
      { params: { macro_id: [expect.any(String)] } },
    ],
    [
      "nothing to update",
      { type: "updateTicket", params: { ...selection, updates: {} } },
      { params: { updates: [expect.any(String)] } },
    ],
    [
      "an unknown status of tickets",
      { type: "updateTicket", params: { ...selection, updates: { status: "solved" } } },
      { params: { updates: { status: [expect.any(String)] } } },
    ],
  ])("is refused with %s", async (_what, body, data) => {
    const answer = await account.post("/jobs", body);
    expect([answer.status, answer.body.error.data]).toEqual([400, data]);
  });
});

describe("jobs on tickets", () => {
  it("update them as an agent would, with events, and add tags to those that are there", async () => {
    const id = await newTicket({ tags: [{ name: "vip" }] });
    const job = await carriedOut("updateTicket", {
      ticket_ids: [id],
      updates: {
        status: "closed",
        priority: "low",
        tags: ["brand new"],
        assignee_user: { id: 400746609 },
        trashed_datetime: "2026-03-01T12:00:00Z",
      },
    });
    expect(job.status).toBe("done");
    const ticket = await ticketNow(id);
    expect(ticket).toMatchObject({
      status: "closed",
      priority: "low",
      assignee_user: { email: "nora@example.com" },
      trashed_datetime: "2026-03-01T12:00:00.000000+00:00",
    });
    expect(ticket.tags.map(nameOf)).toEqual(["vip", "brand new"]);
    const events = (await account.get(`/events?object_type=Ticket&object_id=${id}`)).body.data;
    expect(events.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(["ticket-closed", "ticket-assigned", "ticket-tags-added"]),
    );
    expect(events[0].user_id).toBe(400746608);
  });

  it("apply a macro: it answers, tags and prioritizes, and closes where that is asked for", async () => {
    const macro = (
      await account.post("/macros", {
        name: "Sorry",
        actions: [
          {
            name: "setResponseText",
            title: "Add response text",
            arguments: {
              body_text: "{{ticket.messages[-1].body_text}} {{current_user.firstname}}, {{a.b}}",
              body_html: "<p>{{ticket.customer.email}}</p>",
            },
          },
          { name: "addTags", title: "Add tags", arguments: { tags: "return, brand new" } },
          { name: "setPriority", title: "Set priority", arguments: { priority: "high" } },
        ],
      })
    ).body;
    const [closed = 0, open = 0] = await newTickets(2);
    await carriedOut("applyMacro", { macro_id: macro.id, ticket_ids: [open] });
    await carriedOut("applyMacro", {
      macro_id: macro.id,
      ticket_ids: [closed],
      apply_and_close: true,
    });
    const ticket = await ticketNow(open);
    expect(ticket).toMatchObject({ status: "open", priority: "high" });
    expect(ticket.tags.map(nameOf)).toEqual(["return", "brand new"]);
    expect(ticket.messages.at(-1)).toMatchObject({
      channel: "email",
      from_agent: true,
      body_text: "Hello? Sam, ",
      body_html: "<p>jo@example.com</p>",
      sender: { email: "agent@example.com" },
    });
    expect((await ticketNow(closed)).status).toBe("closed");
    expect((await account.get(`/macros/${macro.id}`)).body.usage).toBe(macro.usage + 2);
  });

  it.each([
    ["a view", async () => ({ view_id: 900202 })],
    ["filters", async () => ({ view: { filters: "eq(ticket.status, 'closed')" } })],
  ])("find them by %s", async (_what, selected) => {
    const wanted = (await account.get("/tickets?limit=100&view_id=900202")).body.data.map(idOf);
    expect(wanted.length).toBeGreaterThan(20);
    const { info } = await carriedOut("exportTicket", await selected());
    const rows = await rowsOf(info.url);
    expect(rows[0]).toBe(
      "id,status,priority,channel,subject,customer_name,customer_email,assignee,tags,messages_count,created_datetime,closed_datetime",
    );
    expect(
      rows
        .slice(1)
        .map((row) => Number.parseInt(row, 10))
        .sort(),
    ).toEqual(wanted.sort());
    expect(info.progress_count).toBe(wanted.length);
  });

  it("find them by the dates between which they came", async () => {
    const all = (await account.get("/tickets?limit=100&order_by=created_datetime:asc")).body.data;
    const period = {
      start_datetime: all[10].created_datetime,
      end_datetime: all[19].created_datetime,
    };
    const { info } = await carriedOut("exportTicket", period);
    const rows = (await rowsOf(info.url)).slice(1);
    expect(rows.map((row) => Number.parseInt(row, 10))).toEqual(all.slice(10, 20).map(idOf));
  });

  it("delete them, and pass over those that are gone by then", async () => {
    const [one = 0, two = 0] = await newTickets(2);
    await newJob("deleteTicket", { ticket_ids: [one, two, 1] });
    await account.delete(`/tickets/${one}`);
    pass(1);
    await account.get("/jobs");
    pass(60);
    const [job] = (await account.get("/jobs")).body.data;
    expect(job).toMatchObject({ status: "done", info: { progress_count: 3 } });
    expect((await account.get(`/tickets/${two}`)).status).toBe(404);
  });
});

it("tickets that a job changes are told to HTTP integrations", async () => {
  const id = await newTicket();
  await account.post("/integrations", {
    name: "Flow",
    type: "http",
    http: {
      url: "http://127.0.0.1:9/{{ticket.id}}",
      method: "POST",
      request_content_type: "application/json",
      response_content_type: "application/json",
      triggers: { "ticket-status-updated": true },
    },
  });
  await carriedOut("updateTicket", { ticket_ids: [id], updates: { status: "closed" } });
  await account.sandbox.settled();
  expect(account.sandbox.deliveries).toMatchObject([
    { trigger: "ticket-status-updated", ticketId: id },
  ]);
});

describe("jobs on macros", () => {
  it("export them, and import what was exported without a change", async () => {
    const before = (await account.get("/macros?limit=100")).body.data;
    const { info } = await carriedOut("exportMacro");
    const rows = await rowsOf(info.url);
    expect(rows[0]).toBe("id,name,intent,language,external_id,body_text,body_html,tags,priority");
    const again = await carriedOut("importMacro", { url: info.url });
    expect(again).toMatchObject({ status: "done", info: { progress_count: before.length } });
    expect((await account.get("/macros?limit=100")).body.data.map(nameOf)).toEqual(
      before.map(nameOf),
    );
  });

  it("import new ones from an uploaded file, and change those whose id is in it", async () => {
    const { id } = (await account.post("/macros", { name: "Old" })).body;
    const url = await uploaded(
      `\uFEFFid,name,language,body_text,tags\n${id},New name,en,"Hello,\n""you""",\n,Fresh,fr,,"a,b"\n`,
    );
    expect((await carriedOut("importMacro", { url })).status).toBe("done");
    expect((await account.get(`/macros/${id}`)).body).toMatchObject({
      name: "New name",
      language: "en",
      actions: [{ name: "setResponseText", arguments: { body_text: 'Hello,\n"you"' } }],
    });
    const { data } = (await account.get("/macros?search=Fresh")).body;
    expect(data).toMatchObject([
      { name: "Fresh", language: "fr", actions: [{ name: "addTags", arguments: { tags: "a,b" } }] },
    ]);
  });

  it.each([
    ["nothing is at the address", async () => "https://uploads.gorgias.io/a/macros.csv"],
    ["the file is no table", async () => uploaded('name\n"never closed')],
    ["a macro has no name", async () => uploaded("name,language\n,en\n")],
    ["an intent is unknown", async () => uploaded("name,intent\nA,chat\n")],
  ])("end in an error when %s", async (_what, address) => {
    const before = (await account.get("/macros?limit=100")).body.data.length;
    const job = await carriedOut("importMacro", { url: await address() });
    expect(job).toMatchObject({ status: "errored", info: { error: expect.any(String) } });
    expect(job.failed_datetime).not.toBeNull();
    expect((await account.get("/macros?limit=100")).body.data).toHaveLength(before);
  });
});
