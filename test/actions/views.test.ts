import recorded from "../schemas/recorded/list-view-items.json";
import recordedViews from "../schemas/recorded/list-views.json";
import { failure, newLog, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

/** A page of a view's items, as Gorgias answers it. */
const items = (ids: number[], next: string | null = null, prev: string | null = null) => ({
  data: ids.map((id) => ({ id })),
  meta: { next_items: next, prev_items: prev, current_cursor: "WyJj" },
});

const NEXT = "/api/views/1203/items/?direction=next&ignored_item=2&cursor=WyJu%2BXQ%3D";
const PREV = "/api/views/1203/items/?direction=prev&ignored_item=3&cursor=WyJw";
const AT_NEXT = "direction=next&ignored_item=2&cursor=WyJu%2BXQ%3D";

describe("List View Items", () => {
  it("answers the neighbours' addresses as cursors, with Gorgias' own words beside them", async () => {
    gorgias()
      .get("/api/views/1203/items?order_by=priority%3Adesc&limit=2")
      .reply(200, items([1, 2], NEXT, PREV));
    await expect(
      run("listViewItems", { view_id: 1203, order_by: "priority:desc", limit: 2 }),
    ).resolves.toEqual({
      object: "list",
      uri: "/api/views/1203/items",
      data: [{ id: 1 }, { id: 2 }],
      meta: {
        next_cursor: NEXT,
        prev_cursor: PREV,
        next_items: NEXT,
        prev_items: PREV,
        current_cursor: "WyJj",
      },
    });
  });

  it("hands on the tickets that a real account answered, none of them changed", async () => {
    gorgias().get("/api/views/1177167/items").reply(200, recorded.response);
    await expect(run("listViewItems", { view_id: 1177167 })).resolves.toMatchObject({
      data: recorded.response.data,
      meta: { ...recorded.response.meta, prev_cursor: null, next_cursor: null },
    });
  });

  it("Cursor takes such an address, and Order By and Limit are sent again", async () => {
    gorgias()
      .get(`/api/views/1203/items?${AT_NEXT}&order_by=priority%3Adesc&limit=2`)
      .reply(200, items([3]));
    await expect(
      run("listViewItems", {
        view_id: 1203,
        cursor: ` ${NEXT} `,
        order_by: "priority:desc",
        limit: 2,
      }),
    ).resolves.toMatchObject({ data: [{ id: 3 }], meta: { next_cursor: null, prev_cursor: null } });
  });

  it("a plus in an address is one, and no space", async () => {
    gorgias()
      .get(`/api/views/1203/items?${AT_NEXT}`)
      .reply(200, items([3]));
    await run("listViewItems", { view_id: 1203, cursor: NEXT.replace("%2B", "+") });
  });

  it("an address longer than a cursor can be is taken, also with Gorgias' host in front", async () => {
    const cursor = "x".repeat(512);
    gorgias()
      .get(`/api/views/1203/items?direction=next&ignored_item=2&cursor=${cursor}`)
      .reply(200, items([3]));
    const address = `/api/views/1203/items/?direction=next&ignored_item=2&cursor=${cursor}`;
    await run("listViewItems", { view_id: 1203, cursor: `https://acme.gorgias.com${address}` });
  });

  it("a bare cursor goes with Direction and Ignored Item, which an address overrules", async () => {
    gorgias()
      .get("/api/views/1203/items?cursor=WyJ%2FeA%3D%3D&direction=prev&ignored_item=9")
      .reply(200, items([]));
    const place = { view_id: 1203, direction: "prev", ignored_item: 9 };
    await run("listViewItems", { ...place, cursor: "WyJ/eA==" });
    gorgias().get(`/api/views/1203/items?${AT_NEXT}`).reply(200, items([]));
    await run("listViewItems", { ...place, cursor: NEXT });
  });

  it("Fetch All follows the addresses to the end, whatever says where to start", async () => {
    gorgias()
      .get("/api/views/1203/items?order_by=priority%3Adesc&limit=100")
      .reply(200, items([1, 2], NEXT))
      .get(`/api/views/1203/items?${AT_NEXT}&order_by=priority%3Adesc&limit=100`)
      .reply(200, items([3], null, PREV));
    await expect(
      run("listViewItems", {
        view_id: 1203,
        fetchAll: true,
        order_by: "priority:desc",
        limit: 2,
        cursor: PREV,
        direction: "prev",
        ignored_item: 9,
      }),
    ).resolves.toEqual({
      object: "list",
      uri: "/api/views/1203/items",
      data: [{ id: 1 }, { id: 2 }, { id: 3 }],
      meta: { prev_cursor: null, next_cursor: null },
    });
  });

  it("cursors as other lists have them lead on as well", async () => {
    gorgias()
      .get("/api/views/1203/items?limit=100")
      .reply(200, { data: [{ id: 1 }], meta: { next_cursor: "zz" } })
      .get("/api/views/1203/items?cursor=zz&limit=100")
      .reply(200, { data: [{ id: 2 }], meta: {} });
    await expect(run("listViewItems", { view_id: 1203, fetchAll: true })).resolves.toMatchObject({
      data: [{ id: 1 }, { id: 2 }],
    });
  });

  it.each([
    ["listViewItems", "/api/views/1203/items", { next_items: { cursor: "zz" } }],
    ["listViewItems", "/api/views/1203/items", { next_items: 5 }],
    ["listTickets", "/api/tickets", { next_cursor: 5 }],
    ["listTickets", "/api/tickets", { next_cursor: true }],
  ])("%s at %s: %j is no end of a list", async (action, path, meta) => {
    gorgias()
      .get(path)
      .times(6)
      .optionally()
      .reply(200, { data: [{ id: 1 }], meta });
    const error = await failure(action, action === "listViewItems" ? { view_id: 1203 } : {});
    expect(error.message).toContain("answered with something other than a list");
  });

  it("Fetch All begins again when an address has expired, and takes nothing twice", async () => {
    const log = newLog();
    gorgias()
      .get("/api/views/1203/items?limit=100")
      .reply(200, items([1, 2], NEXT))
      .get(`/api/views/1203/items?${AT_NEXT}&limit=100`)
      .reply(400, { error: { msg: "Invalid cursor" } })
      .get("/api/views/1203/items?limit=100")
      .reply(200, items([1, 2], NEXT.replace("WyJu", "WyJv")))
      .get(`/api/views/1203/items?${AT_NEXT.replace("WyJu", "WyJv")}&limit=100`)
      .reply(200, items([3]));
    await expect(
      run("listViewItems", { view_id: 1203, fetchAll: true }, log),
    ).resolves.toMatchObject({ data: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    expect(log.lines.join("\n")).toContain("a cursor had expired after 2 items");
  });

  it.each([
    "https://evil.example/api/views/1203/items/?cursor=WyJu",
    "//evil.example/api/views/1203/items/?cursor=WyJu",
    "http://acme.gorgias.com/api/views/1203/items/?cursor=WyJu",
    "https://acme.gorgias.com.evil.example/api/views/1203/items/?cursor=WyJu",
    "/api/views/1203/items/?direction=next&ignored_item=2",
    "/api/views/1203/items/",
    "/api/tickets/?cursor=WyJu",
    "/api/views/../tickets/?cursor=WyJu",
    "items/?cursor=WyJu",
  ])("refuses %s for a cursor", async (cursor) => {
    await expect(failure("listViewItems", { view_id: 1203, cursor })).resolves.toMatchObject({
      message: `Cursor: expected the next_cursor or prev_cursor of an earlier answer, got ${JSON.stringify(cursor)}.`,
    });
  });

  it.each([
    ["x".repeat(513), "Cursor: expected a cursor of at most 512 characters, got 513."],
    ["/api/views/7/items/?cursor=WyJu", "Cursor: belongs to the view 7, and View ID is 1203."],
  ])("refuses %s", async (cursor, message) => {
    await expect(failure("listViewItems", { view_id: 1203, cursor })).resolves.toMatchObject({
      message,
    });
  });
});

describe("Search View Items", () => {
  it("sends what is searched for in the body, and where to read in the query, on every page", async () => {
    const body = { view: { search: "refund", filters: 'eq(ticket.status, "open")' } };
    const address = NEXT.replace("1203", "0");
    gorgias()
      .put("/api/views/0/items?order_by=closed_datetime%3Aasc&limit=100", body)
      .reply(200, items([1, 2], address))
      .put(`/api/views/0/items?${AT_NEXT}&order_by=closed_datetime%3Aasc&limit=100`, body)
      .reply(200, items([3]));
    await expect(
      run("searchViewItems", {
        view_id: "0",
        search: "refund",
        filters: 'eq(ticket.status, "open")',
        order_by: "closed_datetime:asc",
        fetchAll: true,
        direction: "prev",
      }),
    ).resolves.toMatchObject({ data: [{ id: 1 }, { id: 2 }, { id: 3 }] });
  });

  it("sends Limit, Cursor, Direction and Ignored Item in the query", async () => {
    gorgias()
      .put("/api/views/1203/items?direction=next&ignored_item=9&cursor=WyJu&limit=5", {})
      .reply(200, items([]));
    await run("searchViewItems", {
      view_id: 1203,
      cursor: "WyJu",
      direction: "next",
      ignored_item: 9,
      limit: 5,
    });
  });

  it("takes the view that Get View answered, and Search wins over it", async () => {
    const answered = {
      id: 1203,
      uri: "/api/views/1203/",
      name: "All",
      slug: "all",
      category: "system",
      type: "ticket-list",
      visibility: "public",
      decoration: null,
      fields: ["details", "tags"],
      filters: 'eq(ticket.status, "open")',
      filters_ast: { type: "Program", body: [] },
      order_by: "last_message_datetime",
      order_dir: "desc",
      search: null,
      section_id: null,
      shared_with_teams: [],
      shared_with_users: [],
      created_datetime: "2026-08-26T12:46:06.231080+00:00",
      deactivated_datetime: null,
    };
    const view = {
      category: "system",
      type: "ticket-list",
      fields: ["details", "tags"],
      filters: 'eq(ticket.status, "open")',
      order_by: "last_message_datetime",
      order_dir: "desc",
      search: "refund",
    };
    gorgias().put("/api/views/0/items", { view }).reply(200, items([]));
    await run("searchViewItems", { view_id: 0, view: answered, search: "refund" });
  });

  it("is tried again as a read is, after a fault", async () => {
    gorgias()
      .put("/api/views/0/items", { view: { search: "refund" } })
      .reply(502, "")
      .put("/api/views/0/items", { view: { search: "refund" } })
      .reply(200, items([1]));
    await expect(run("searchViewItems", { view_id: 0, search: "refund" })).resolves.toMatchObject({
      data: [{ id: 1 }],
    });
  });

  it.each([
    ...[{}, { view: {} }, { view: { type: "ticket-list", filters: null, search: " " } }].map(
      (inputs): [Record<string, unknown>, string] => [
        { view_id: 0, ...inputs },
        "View ID: is 0, which is no saved view: fill in Search or Filters, or one of them in View.",
      ],
    ),
    [{ view_id: -1 }, "View ID: expected a whole number from 0, got -1."],
    [{ view_id: 0, view: { fields: "subject" } }, 'View.fields: expected a list, got "subject".'],
    [
      { view_id: 0, search: "x", cursor: NEXT },
      "Cursor: belongs to the view 1203, and View ID is 0.",
    ],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("searchViewItems", inputs)).resolves.toMatchObject({ message });
  });
});

describe("Create View and Update View", () => {
  it("take the teams and users that a view came back with for their IDs, and the emoji by itself", async () => {
    const body = {
      name: "Urgent",
      shared_with_teams: [42],
      shared_with_users: [7, 8],
      decoration: { emoji: "🔥" },
    };
    gorgias().put("/api/views/1203", body).reply(202, { id: 1203 });
    await run("updateView", {
      id: 1203,
      name: "Urgent",
      shared_with_teams: [{ id: 42, name: "Shipping" }],
      shared_with_users: '[{"id":7,"email":"sam@example.com"},{"id":"8"}]',
      emoji: "🔥",
    });
  });

  it.each(recordedViews.response.data)("take what Get View answered: $name", async (answered) => {
    const { fields, filters, name, order_by, order_dir, type, visibility } = answered;
    const body = { fields, filters, name, order_by, order_dir, type, visibility };
    gorgias().put("/api/views/1177167", body).reply(202, {});
    await run("updateView", { ...answered, id: 1177167 });
    gorgias().post("/api/views", body).reply(201, {});
    await run("createView", answered);
  });

  it("leave blank what nobody filled in, and clear with Additional Fields", async () => {
    gorgias().put("/api/views/1203", { search: null, decoration: null }).reply(202, {});
    const additionalFields = { search: null, decoration: null };
    await run("updateView", { id: 1203, shared_with_teams: [], additionalFields });
    gorgias().post("/api/views", { name: "Urgent" }).reply(201, { id: 1 });
    await run("createView", { name: "Urgent" });
  });

  it("refuse a team without an ID", async () => {
    await expect(
      failure("createView", { shared_with_teams: [{ name: "Shipping" }] }),
    ).resolves.toMatchObject({
      message: 'Shared With Teams: expected a whole number from 1, got {"name":"Shipping"}.',
    });
  });
});
