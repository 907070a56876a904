import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 60 });
});
afterEach(() => account.sandbox.close());

interface Named {
  id: number;
  name: string;
}
const nameOf = ({ name }: Named) => name;
const eventsOf = async (type: string, id: number): Promise<string[]> =>
  (
    await account.get(`/events?object_type=${type}&object_id=${id}&order_by=created_datetime:asc`)
  ).body.data.map((event: { type: string }) => event.type);
const tagOf = async (name: string): Promise<Named & { usage: number }> =>
  (await account.get(`/tags?search=${name}&limit=1`)).body.data[0];
const make = async (name: string): Promise<number> =>
  (await account.post("/tags", { name })).body.id;
const ticketWith = async (...names: string[]): Promise<number> => {
  const tags = names.map((name) => ({ name }));
  return (await account.post("/tickets", ticketFrom("jo@example.com", { tags }))).body.id;
};
const tagsOf = async (ticketId: number): Promise<string[]> =>
  (await account.get(`/tickets/${ticketId}/tags`)).body.data.map(nameOf);

describe("tags", () => {
  it("are created with a name that no other has, case apart", async () => {
    const given = { name: "Gift", description: "Wrapped", decoration: { color: "#ff0000" } };
    const { status, body } = await account.post("/tags", given);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...given, usage: 0, deleted_datetime: null });
    expect((await account.get(`/tags/${body.id}`)).body).toEqual(body);
    const again = await account.post("/tags", given);
    expect([again.status, again.body.error.data]).toEqual([409, { name: ["Already in use."] }]);
    expect((await account.post("/tags", { name: "gift" })).status).toBe(201);
    expect(await eventsOf("Tag", body.id)).toEqual(["tag-created"]);
  });

  it.each([
    ["name", {}],
    ["name", { name: "x".repeat(257) }],
    ["description", { name: "x", description: "x".repeat(1025) }],
    ["description", { name: "x", description: null }],
    ["decoration", { name: "x", decoration: { color: "red" } }],
    ["decoration", { name: "x", decoration: null }],
    ["color", { name: "x", color: "#ff0000" }],
  ])("need a right %s: not %j", async (field, given) => {
    const { status, body } = await account.post("/tags", given);
    expect(status).toBe(400);
    expect(body.error.data).toHaveProperty(field);
  });

  it("are changed in part, null clears", async () => {
    const decoration = { color: "#ff0000" };
    const { id } = (await account.post("/tags", { name: "Gift", decoration })).body;
    const { status, body } = await account.put(`/tags/${id}`, { description: "Wrapped" });
    expect([status, body.decoration]).toEqual([200, decoration]);
    const cleared = await account.put(`/tags/${id}`, { decoration: null, description: null });
    expect(cleared.body).toMatchObject({ name: "Gift", decoration: null, description: null });
    expect((await account.put(`/tags/${id}`, { name: "vip" })).status).toBe(409);
    expect((await account.put(`/tags/${id}`, { name: "Gift" })).status).toBe(200);
    expect((await account.put(`/tags/${id}`, { name: "Present" })).body.name).toBe("Present");
    expect(await eventsOf("Tag", id)).toEqual([
      "tag-created",
      "tag-updated",
      "tag-updated",
      "tag-updated",
      "tag-updated",
      "tag-renamed",
    ]);
  });

  it("leave their tickets when they are deleted", async () => {
    const ticketId = await ticketWith("Gift", "vip");
    const { id } = await tagOf("Gift");
    const { status, body } = await account.delete(`/tags/${id}`);
    expect([status, body]).toEqual([204, ""]);
    expect((await account.get(`/tags/${id}`)).status).toBe(404);
    expect(await tagsOf(ticketId)).toEqual(["vip"]);
    expect(await eventsOf("Tag", id)).toEqual(["tag-created", "tag-deleted"]);
  });

  it("stay while a macro or a rule uses them", async () => {
    const id = await make("Gift");
    const actions = [{ name: "addTags", arguments: { tags: "vip, Gift" } }];
    const macro = (await account.post("/macros", { name: "Wrap", actions })).body;
    const byMacro = await account.delete(`/tags/${id}`);
    expect([byMacro.status, byMacro.body.error.msg]).toEqual([
      409,
      'The tag "Gift" is used by the macro "Wrap".',
    ]);
    await account.delete(`/macros/${macro.id}`);
    for (const code of [
      "Action('setTags', { tags: 'x,Gift' });",
      "if (containsAny(ticket.tags.name, ['Gift'])) { Action('setStatus', { status: 'open' }); }",
      `if (containsAny(ticket.tags.id, [${id}])) { Action('setStatus', { status: 'open' }); }`,
    ]) {
      const rule = (await account.post("/rules", { name: "Wrap", code })).body;
      expect((await account.delete(`/tags/${id}`)).status).toBe(409);
      await account.delete(`/rules/${rule.id}`);
    }
    const code = "if (eq(ticket.subject, 'Gift')) { Action('setSubject', { subject: 'Gift' }); }";
    await account.post("/rules", { name: "Other", code });
    expect((await account.delete(`/tags/${id}`)).status).toBe(204);
  });

  it("are deleted several at once, all of them or none", async () => {
    const [a, b] = [await make("A"), await make("B")];
    const { id: used } = await tagOf("vip");
    expect((await account.delete("/tags", { ids: [a, used, b] })).status).toBe(409);
    expect((await account.delete("/tags", { ids: [a, 5] })).status).toBe(404);
    expect((await account.get(`/tags/${a}`)).status).toBe(200);
    expect((await account.delete("/tags", { ids: [] })).status).toBe(400);
    expect((await account.delete("/tags", { ids: [a, b, a] })).status).toBe(204);
    for (const id of [a, b]) expect((await account.get(`/tags/${id}`)).status).toBe(404);
  });

  it("switch off the views that speak of them", async () => {
    const id = await make("Gift");
    const [byName, byId, other] = [
      await account.post("/views", {
        name: "a",
        filters: "containsAny(ticket.tags.name, ['Gift'])",
      }),
      await account.post("/views", { name: "b", filters: `containsAny(ticket.tags.id, [${id}])` }),
      await account.post("/views", {
        name: "c",
        filters: "containsAny(ticket.tags.name, ['vip'])",
      }),
    ].map(({ body }) => body.id);
    await account.delete(`/tags/${id}`);
    const offOf = async (viewId: number) =>
      (await account.get(`/views/${viewId}`)).body.deactivated_datetime;
    expect(await offOf(byName)).toEqual(expect.any(String));
    expect(await offOf(byId)).toEqual(expect.any(String));
    expect(await offOf(other)).toBeNull();
  });

  it("become one: the tickets of the sources carry the destination", async () => {
    const ticketIds = [await ticketWith("A"), await ticketWith("B", "C"), await ticketWith("B")];
    const [a, b, c] = [await tagOf("A"), await tagOf("B"), await tagOf("C")].map(({ id }) => id);
    const { status, body } = await account.put(`/tags/${c}/merge`, { source_tags_ids: [a, b] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: c, name: "C", usage: 3 });
    for (const id of [a, b]) expect((await account.get(`/tags/${id}`)).status).toBe(404);
    for (const id of ticketIds) expect(await tagsOf(id)).toEqual(["C"]);
    const [event] = (await account.get("/events?types=tag-merged")).body.data;
    expect(event).toMatchObject({ object_type: "Tag", object_id: c });
    expect(event.data.source_ids).toEqual([a, b]);
  });

  it("do not become one with themselves, with none, or while something uses a source", async () => {
    const id = await make("A");
    const { id: used } = await tagOf("vip");
    const merge = async (target: number, source_tags_ids: unknown) =>
      (await account.put(`/tags/${target}/merge`, { source_tags_ids })).status;
    expect(await merge(id, [id])).toBe(400);
    expect(await merge(id, [5])).toBe(400);
    expect(await merge(id, [])).toBe(400);
    expect(await merge(5, [id])).toBe(404);
    expect(await merge(id, [used])).toBe(409);
    expect((await account.get(`/tags/${used}`)).status).toBe(200);
    expect(await merge(used, [id])).toBe(200);
  });
});

describe("the tags of a ticket", () => {
  it("are added by ids and names; a name that is new makes a tag", async () => {
    const ticketId = await ticketWith("vip");
    const { id } = await tagOf("wholesale");
    const { status, body } = await account.post(`/tickets/${ticketId}/tags`, {
      ids: [id],
      names: ["Gift", "vip"],
    });
    expect(status).toBe(201);
    expect(body.data.map(nameOf)).toEqual(["vip", "wholesale", "Gift"]);
    expect(await tagsOf(ticketId)).toEqual(["vip", "wholesale", "Gift"]);
    expect(await eventsOf("Tag", (await tagOf("Gift")).id)).toEqual(["tag-created"]);
    expect(await eventsOf("Ticket", ticketId)).toContain("ticket-tags-added");
  });

  it("are set as a whole", async () => {
    const ticketId = await ticketWith("vip", "urgent");
    const { status, body } = await account.put(`/tickets/${ticketId}/tags`, { names: ["Gift"] });
    expect([status, body.data.map(nameOf)]).toEqual([202, ["Gift"]]);
    expect((await account.put(`/tickets/${ticketId}/tags`, { ids: [] })).body.data).toEqual([]);
  });

  it("are taken off, and those it does not carry are no matter", async () => {
    const ticketId = await ticketWith("vip", "urgent", "wholesale");
    const { id } = await tagOf("urgent");
    const sent = { ids: [id], names: ["wholesale", "unheard of"] };
    const { status, body } = await account.delete(`/tickets/${ticketId}/tags`, sent);
    expect([status, body]).toEqual([204, ""]);
    expect(await tagsOf(ticketId)).toEqual(["vip"]);
    expect((await account.get("/tags?search=unheard")).body.data).toEqual([]);
    expect(await eventsOf("Ticket", ticketId)).toContain("ticket-tags-removed");
  });

  it.each([[{}], [{ ids: [5] }], [{ ids: ["vip"] }], [{ names: [7] }], [{ tags: ["vip"] }]])(
    "are refused where they are not named: %j",
    async (body) => {
      const ticketId = await ticketWith("vip");
      for (const send of [account.post, account.put, account.delete]) {
        expect((await send(`/tickets/${ticketId}/tags`, body)).status).toBe(400);
      }
      expect(await tagsOf(ticketId)).toEqual(["vip"]);
    },
  );

  it("are those of a ticket that is there", async () => {
    expect((await account.post("/tickets/1/tags", { names: ["vip"] })).status).toBe(404);
  });
});
