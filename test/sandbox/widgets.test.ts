import { type Account, openAccount } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 1 });
});
afterEach(() => account.sandbox.close());

const template = { type: "wrapper", widgets: [{ path: "points", type: "text", title: "Points" }] };

async function newWidget(more: object = {}) {
  const { status, body } = await account.post("/widgets", { type: "custom", template, ...more });
  expect(status).toBe(201);
  return body;
}

const idOf = ({ id }: { id: number }) => id;

describe("widgets", () => {
  it("are made with what they lack filled in, and deleted; the events tell of it", async () => {
    const widget = await newWidget();
    expect(widget).toEqual({
      id: expect.any(Number),
      uri: `/api/widgets/${widget.id}/`,
      type: "custom",
      context: "ticket",
      template,
      order: 0,
      integration_id: null,
      app_id: null,
      created_datetime: expect.any(String),
      updated_datetime: expect.any(String),
      deactivated_datetime: null,
    });
    expect((await account.get(`/widgets/${widget.id}`)).body).toEqual(widget);
    expect((await account.delete(`/widgets/${widget.id}`)).status).toBe(204);
    expect((await account.get(`/widgets/${widget.id}`)).status).toBe(404);
    const { data } = (await account.get(`/events?object_type=Widget&object_id=${widget.id}`)).body;
    expect(data.map(({ type }: { type: string }) => type)).toEqual([
      "widget-deleted",
      "widget-created",
    ]);
  });

  it("are replaced as a whole: what an update leaves out is gone", async () => {
    const full = { context: "customer", order: 7, app_id: "app", integration_id: 116880 };
    const { id } = await newWidget({ ...full, deactivated_datetime: "2026-03-01T00:00:00Z" });
    const { status, body } = await account.put(`/widgets/${id}`, { type: "http", template });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: "http",
      context: "ticket",
      template,
      order: 0,
      app_id: null,
      integration_id: null,
      deactivated_datetime: null,
    });
    const bare = (await account.put(`/widgets/${id}`, { order: 2 })).body;
    expect(bare).toMatchObject({ order: 2, template: { type: "wrapper", widgets: [] } });
    expect((await account.get(`/widgets/${id}`)).body).toEqual(bare);
  });

  it("are filtered by integration and app, and ordered", async () => {
    const all = (await account.get("/widgets")).body;
    expect(all).toMatchObject({ object: "list", uri: "/api/widgets" });
    const shop = (await account.get("/widgets?integration_id=116880")).body.data;
    const app = (await account.get("/widgets?app_id=66e2c6f3a1")).body.data;
    expect([shop.length, app.length, all.data.length]).toEqual([2, 1, 3]);
    const up = (await account.get("/widgets?order_by=order:asc")).body.data.map(idOf);
    const down = (await account.get("/widgets?order_by=order:desc")).body.data.map(idOf);
    expect(up).toEqual([2071, 2072, 2073]);
    expect(down).toEqual([...up].reverse());
  });

  it.each([
    ["no template", { type: "custom", template: undefined }, ["template"]],
    ["no type", { type: undefined }, ["type"]],
    ["an unknown type", { type: "weather" }, ["type"]],
    ["an unknown context", { context: "agent" }, ["context"]],
    ["a template that is no wrapper", { template: { type: "list", widgets: [] } }, ["template"]],
    ["a part without a path", { template: { type: "wrapper", widgets: [{}] } }, ["template"]],
    ["an integration that is not there", { integration_id: 5 }, ["integration_id"]],
    ["an unknown field", { colour: "red" }, ["colour"]],
  ])("refuse %s", async (_what, more, blamed) => {
    const { status, body } = await account.post("/widgets", { type: "custom", template, ...more });
    expect([status, Object.keys(body.error.data)]).toEqual([400, blamed]);
  });
});
