import { type Account, openAccount } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 200 });
});
afterEach(() => account.sandbox.close());

const CODE = "if (eq(ticket.channel, 'chat')) {\n  Action('addTags', { tags: 'chat' });\n}";

describe("rules", () => {
  it("are created with a code, and answer its tree as esprima does", async () => {
    const { status, body } = await account.post("/rules", { name: "Chats", code: CODE });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: "Chats",
      code: CODE,
      description: null,
      event_types: null,
      deactivated_datetime: null,
    });
    expect(body.code_ast).toMatchObject({
      type: "Program",
      sourceType: "script",
      body: [
        {
          type: "IfStatement",
          test: {
            type: "CallExpression",
            callee: { type: "Identifier", name: "eq" },
            arguments: [
              { type: "MemberExpression", computed: false },
              { type: "Literal", value: "chat", raw: "'chat'" },
            ],
          },
          loc: { start: { line: 1, column: 0 }, end: { line: 3, column: 1 } },
        },
      ],
    });
    expect(Object.keys(body.code_ast).sort()).toEqual(["body", "loc", "sourceType", "type"]);
    expect((await account.get(`/rules/${body.id}`)).body).toEqual(body);
  });

  it("answer the tree of their code, whatever is sent as one", async () => {
    const code_ast = { type: "Program", body: [] };
    const made = (await account.post("/rules", { name: "Chats", code: CODE, code_ast })).body;
    expect(made.code_ast.body).toHaveLength(1);
    const changed = (await account.put(`/rules/${made.id}`, { code: "Action('x', {});" })).body;
    expect(changed.code_ast.body[0].type).toBe("ExpressionStatement");
    expect((await account.put(`/rules/${made.id}`, { code_ast })).body.code).toBe(
      "Action('x', {});",
    );
  });

  it.each([
    ["code", { code: "if (" }],
    ["code", { code: undefined }],
    ["name", { name: undefined }],
    ["event_types", { event_types: "ticket-created,ticket-eaten" }],
    ["event_types", { event_types: ["ticket-created"] }],
    ["priority", { priority: 1.5 }],
    ["active", { active: true }],
  ])("need a right %s: not %j", async (field, change) => {
    const { status, body } = await account.post("/rules", { name: "x", code: CODE, ...change });
    expect(status).toBe(400);
    expect(body.error.data).toHaveProperty(field);
  });

  it("are changed in part, switched off and on, and deleted", async () => {
    const given = { name: "Chats", code: CODE, event_types: "ticket-created, ticket-updated" };
    const { id } = (await account.post("/rules", { ...given, priority: 7 })).body;
    const moment = "2026-02-01T10:00:00.000000+00:00";
    const { status, body } = await account.put(`/rules/${id}`, { deactivated_datetime: moment });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...given, priority: 7, deactivated_datetime: moment });
    const on = (await account.put(`/rules/${id}`, { deactivated_datetime: null })).body;
    expect(on.deactivated_datetime).toBeNull();
    expect((await account.put(`/rules/${id}`, { code: "if (" })).status).toBe(400);
    expect((await account.delete(`/rules/${id}`)).status).toBe(204);
    expect((await account.get(`/rules/${id}`)).status).toBe(404);
    const events = await account.get(`/events?object_type=Rule&object_id=${id}`);
    expect(events.body.data.map(({ type }: { type: string }) => type).reverse()).toEqual([
      "rule-created",
      "rule-updated",
      "rule-updated",
      "rule-deleted",
    ]);
  });

  it("get priorities several at once, all of them or none", async () => {
    const [a, b] = (await account.get("/rules")).body.data;
    const of = (...priorities: object[]) => account.post("/rules/priorities", { priorities });
    const { status, body: all } = await of({ id: a.id, priority: 3 }, { id: b.id, priority: -2 });
    expect(status).toBe(201);
    expect(all).toHaveLength(8);
    expect(all).toContainEqual(expect.objectContaining({ id: b.id, priority: -2 }));
    const priorityOf = async (id: number) => (await account.get(`/rules/${id}`)).body.priority;
    expect([await priorityOf(a.id), await priorityOf(b.id)]).toEqual([3, -2]);

    const unknown = await of({ id: a.id, priority: 9 }, { id: 5, priority: 1 });
    expect(unknown.status).toBe(400);
    expect(await priorityOf(a.id)).toBe(3);
    for (const body of [[{ id: a.id, priority: 9 }], { priorities: [] }, { rules: [] }]) {
      expect((await account.post("/rules/priorities", body)).status).toBe(400);
    }
    expect(await priorityOf(a.id)).toBe(3);
  });

  it("that the shop has made name tickets they have been at, new ones none", async () => {
    const { data } = (await account.get("/rules")).body;
    expect(data).toHaveLength(8);
    const tickets = (await account.get(`/tickets?rule_id=${data.at(-1).id}`)).body.data;
    expect(new Set(tickets.map(({ channel }: { channel: string }) => channel))).toEqual(
      new Set(["email"]),
    );
    const { id } = (await account.post("/rules", { name: "Chats", code: CODE })).body;
    expect((await account.get(`/tickets?rule_id=${id}`)).body.data).toEqual([]);
  });
});
