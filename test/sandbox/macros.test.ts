import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 20 });
});
afterEach(() => account.sandbox.close());

interface Macro {
  id: number;
  name: string;
  language: string | null;
  usage: number;
  actions: { name: string; arguments: Record<string, string> }[];
  updated_datetime: string | null;
  archived_datetime: string | null;
}
const list = async (query: string): Promise<Macro[]> =>
  (await account.get(`/macros?limit=100${query}`)).body.data;
const eventsOf = async (id: number): Promise<string[]> =>
  (
    await account.get(`/events?object_type=Macro&object_id=${id}&order_by=created_datetime:asc`)
  ).body.data.map((event: { type: string }) => event.type);

const text = {
  name: "setResponseText",
  arguments: { body_text: "Hello", body_html: "<b>Hello</b>" },
};
const tags = { name: "addTags", arguments: { tags: "vip,order-status" } };

describe("macros", () => {
  it("are created with their actions, never changed so far", async () => {
    const given = { name: "Hello", language: "en", intent: "other/thanks", actions: [text, tags] };
    const { status, body } = await account.post("/macros", given);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...given,
      usage: 0,
      external_id: null,
      updated_datetime: null,
      archived_datetime: null,
    });
    expect(body.actions.map(({ title }: { title: string }) => title)).toEqual([
      "Add response text",
      "Add tags",
    ]);
    expect((await account.get(`/macros/${body.id}`)).body).toEqual(body);
  });

  it("take a priority, normal unless told otherwise, and actions that are not known here", async () => {
    const actions = [{ name: "setPriority" }, { name: "snooze", title: "Snooze", arguments: {} }];
    const { body } = await account.post("/macros", { name: "Later", actions });
    expect(body.actions).toEqual([
      { name: "setPriority", title: "Set priority", arguments: { priority: "normal" } },
      { name: "snooze", title: "Snooze", arguments: {} },
    ]);
  });

  it.each([
    ["name", { name: undefined }],
    ["intent", { intent: "weather" }],
    ["language", { language: "english" }],
    ["actions", { actions: [{ name: "addTags", arguments: { tags: ["vip"] } }] }],
    ["actions", { actions: [{ name: "addTags", arguments: {} }] }],
    ["actions", { actions: [{ name: "setPriority", arguments: { priority: "urgent" } }] }],
    ["actions", { actions: ["addTags"] }],
    ["usage", { usage: 3 }],
  ])("need a right %s: not %j", async (field, change) => {
    const { status, body } = await account.post("/macros", { name: "Hello", ...change });
    expect(status).toBe(400);
    expect(body.error.data).toHaveProperty(field);
  });

  it("are changed in part, their actions as a whole", async () => {
    const { id } = (await account.post("/macros", { name: "Hi", actions: [text, tags] })).body;
    const renamed = (await account.put(`/macros/${id}`, { name: "Hello" })).body;
    expect(renamed.actions).toHaveLength(2);
    expect(renamed.updated_datetime).not.toBeNull();
    const { status, body } = await account.put(`/macros/${id}`, { actions: [tags] });
    expect(status).toBe(200);
    expect(body.name).toBe("Hello");
    expect(body.actions.map(({ name }: { name: string }) => name)).toEqual(["addTags"]);
    expect(await eventsOf(id)).toEqual(["macro-created", "macro-updated", "macro-updated"]);
  });

  it("stay while a rule applies them", async () => {
    const { id } = (await account.post("/macros", { name: "Hello" })).body;
    const code = `if (eq(ticket.channel, "email")) { Action("applyMacro", { macro: ${id} }); }`;
    const rule = (await account.post("/rules", { name: "Greet", code })).body;
    const refused = await account.delete(`/macros/${id}`);
    expect(refused.status).toBe(409);
    expect(refused.body.error.msg).toContain("Greet");
    await account.delete(`/rules/${rule.id}`);
    expect((await account.delete(`/macros/${id}`)).status).toBe(204);
    expect((await account.get(`/macros/${id}`)).status).toBe(404);
    expect(await eventsOf(id)).toEqual(["macro-created", "macro-deleted"]);
  });

  it("are put away and taken out again, each with an answer of its own", async () => {
    const { id } = (await account.post("/macros", { name: "Hello" })).body;
    const used = (await list("&search=where is my order?&order_by=created_datetime:asc"))[0]?.id;
    const { status, body } = await account.put("/macros/archive", { ids: [id, 5, used] });
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        { id, status: "success", error: null },
        { id: 5, status: "error", error: "Macro 5 not found." },
        { id: used, status: "error", error: expect.stringContaining("Where is my order") },
      ],
    });
    expect((await account.get(`/macros/${id}`)).body.archived_datetime).not.toBeNull();
    expect((await account.put("/macros/unarchive", { ids: [id] })).body.data).toEqual([
      { id, status: "success", error: null },
    ]);
    expect((await account.get(`/macros/${id}`)).body.archived_datetime).toBeNull();
  });

  it.each([[{ ids: [] }], [{ ids: Array.from({ length: 31 }, (_, at) => at + 1) }], [{}], [[1]]])(
    "are put away 1 to 30 at once: not %j",
    async (body) => {
      expect((await account.put("/macros/archive", body)).status).toBe(400);
      expect((await account.put("/macros/unarchive", body)).status).toBe(400);
    },
  );

  it("are found by text, tags, languages and whether they are put away", async () => {
    const all = await list("");
    expect(all.length).toBeGreaterThanOrEqual(25);
    expect(await list("&search=LABEL")).toHaveLength(1);
    const german = await list("&languages=de&languages=es");
    expect(new Set(german.map(({ language }) => language))).toEqual(new Set(["de", "es"]));
    const tagged = await list("&tags=damaged&tags=wholesale");
    expect(tagged.map(({ actions }) => actions.at(1)?.arguments.tags).sort()).toEqual([
      "damaged",
      "damaged",
      "damaged",
      "wholesale",
    ]);
    const away = await list("&archived=true");
    expect(away.map(({ name }) => name)).toEqual(["Carrier strike", "Black Friday 2024"]);
    expect(await list("&archived=false")).toHaveLength(all.length - away.length);
  });

  it.each<[string, (macro: Macro) => string | number]>([
    ["name", ({ name }: Macro) => name],
    ["usage", ({ usage }: Macro) => usage],
    ["language", ({ language }: Macro) => language ?? ""],
    ["updated_datetime", ({ updated_datetime: at }: Macro) => at ?? ""],
    ["created_datetime", ({ id }: Macro) => id],
  ])("are listed by %s", async (field, key) => {
    const keys = (await list(`&order_by=${field}:asc`)).map(key);
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect((await list(`&order_by=${field}:desc`)).map(key)).toEqual(keys.toReversed());
    expect(new Set(keys).size).toBeGreaterThan(3);
  });

  it("are listed by how well they go with a ticket, which has to be named", async () => {
    const given = { subject: "Return", language: "fr", tags: [{ name: "return" }] };
    const { id } = (await account.post("/tickets", ticketFrom("jo@example.com", given))).body;
    const [first] = await list(`&order_by=relevance:desc&ticket_id=${id}&number_predictions=3`);
    expect(first?.name).toBe("Retour : étiquette");
    const unnamed = await account.get("/macros?order_by=relevance:desc");
    expect([unnamed.status, Object.keys(unnamed.body.error.data)]).toEqual([400, ["ticket_id"]]);
    expect((await account.get("/macros?order_by=relevance:desc&ticket_id=1")).status).toBe(400);
  });

  it("want the old scope when they are put away", async () => {
    const { clientId, clientSecret } = account.sandbox.oauth;
    const ask = new URLSearchParams({
      response_type: "code",
      client_id: clientId,
      redirect_uri: "https://example.com/back",
      scope: "macros:write macros:read",
    });
    const { headers } = await account.bare(`/oauth/authorize?${ask}`);
    const { body: granted } = await account.bare("/oauth/token", {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: new URL(headers.get("location") ?? "").searchParams.get("code") ?? "",
        redirect_uri: "https://example.com/back",
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    const authorization = `Bearer ${granted.access_token}`;
    const send = (path: string) =>
      account.bare(path, { method: "PUT", headers: { authorization } });
    expect((await send("/api/macros/unarchive")).body.error.msg).toBe(
      "You do not have enough permissions to perform this action. Missing scope: write:all.",
    );
    expect((await send("/api/macros/1")).status).toBe(404);
  });
});
