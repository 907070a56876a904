import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 20 });
});
afterEach(() => account.sandbox.close());

interface Named {
  id: number;
  name: string;
}
const namesOf = (answer: { body: { data: Named[] } }) => answer.body.data.map(({ name }) => name);
const eventsOf = async (type: string, id: number): Promise<string[]> =>
  (
    await account.get(`/events?object_type=${type}&object_id=${id}&order_by=created_datetime:asc`)
  ).body.data.map((event: { type: string }) => event.type);

const ana = { name: "Ana Lucía Ortega", email: "ana@example.com", role: { name: "agent" } };
const OWNER = 400_746_608;

describe("users", () => {
  it("are created with a role, and found again", async () => {
    const { status, body } = await account.post("/users", { ...ana, language: "fr" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...ana,
      firstname: "Ana",
      lastname: "Lucía Ortega",
      active: true,
    });
    expect((await account.get(`/users/${body.id}`)).body).toEqual(body);
    expect(body.uri).toBe(`https://acme.gorgias.com/api/users/${body.id}/`);
    expect(await eventsOf("User", body.id)).toEqual(["user-created"]);
  });

  it.each([
    ["role", { role: "agent" }],
    ["role", { role: undefined }],
    ["role", { role: { name: "boss" } }],
    ["email", { email: "ana" }],
    ["language", { language: "de" }],
    ["bio", { bio: null }],
    ["password", { password: "x" }],
  ])("need a right %s: not %j", async (field, change) => {
    const { status, body } = await account.post("/users", { ...ana, ...change });
    expect(status).toBe(400);
    expect(body.error.data).toHaveProperty(field);
  });

  it("have an e-mail address that nobody else has", async () => {
    const { status, body } = await account.post("/users", { ...ana, email: "Nora@example.com" });
    expect([status, body.error.data]).toEqual([409, { email: ["Already in use."] }]);
    const { id } = (await account.post("/users", ana)).body;
    const proof = { password_confirmation: "secret" };
    const other = { email: "nora@example.com", ...proof };
    expect((await account.put(`/users/${id}`, other)).status).toBe(409);
    expect((await account.put(`/users/${id}`, { email: ana.email, ...proof })).status).toBe(200);
  });

  it("are changed in part, null clears", async () => {
    const { id } = (await account.post("/users", { ...ana, bio: "Hi", country: "ES" })).body;
    const { status, body } = await account.put(`/users/${id}`, { bio: null, name: "Ana Ortega" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ bio: null, name: "Ana Ortega", country: "ES", role: ana.role });
    expect(await eventsOf("User", id)).toEqual(["user-created", "user-updated"]);
  });

  it("are switched off and on", async () => {
    const { id } = (await account.post("/users", ana)).body;
    const off = (await account.put(`/users/${id}`, { active: false })).body;
    expect([off.active, off.deactivated_datetime]).toEqual([false, expect.any(String)]);
    expect((await account.put(`/users/${id}`, { active: true })).body).toMatchObject({
      active: true,
      deactivated_datetime: null,
    });
  });

  it("prove who they are for a new e-mail address or password", async () => {
    const email = { email: "sam@example.com" };
    const { id } = (await account.post("/users", ana)).body;
    const refused = await account.put(`/users/${id}`, email);
    expect([refused.status, Object.keys(refused.body.error.data)]).toEqual([
      400,
      ["password_confirmation"],
    ]);
    const proof = { password_confirmation: "old", two_fa_code: "123456" };
    const { status, body } = await account.put(`/users/${id}`, { ...email, ...proof });
    expect([status, body.email]).toEqual([200, "sam@example.com"]);

    const password = { new_password: "new" };
    expect((await account.put(`/users/${id}`, password)).body.error.data).toHaveProperty(
      "old_password",
    );
    const changed = await account.put(`/users/${id}`, { ...password, old_password: "old" });
    expect(changed.status).toBe(200);
    expect(JSON.stringify(changed.body)).not.toMatch(/"(old|new)"/);
    expect(await eventsOf("User", id)).toContain("user-password-changed");
  });

  it("are at 0 for whoever is signed in, who may not be admin", async () => {
    expect((await account.get("/users/0")).body.id).toBe(OWNER);
    expect((await account.put("/users/0", { bio: "Me" })).body).toMatchObject({ id: OWNER });
    expect((await account.get(`/users/${OWNER}`)).body.bio).toBe("Me");
    expect((await account.delete("/users/0")).status).toBe(400);

    const { username, apiKey } = account.sandbox.keys["lite-agent"];
    const send = (path: string, body: object) =>
      account.bare(`/api${path}`, {
        method: "PUT",
        headers: {
          authorization: `Basic ${btoa(`${username}:${apiKey}`)}`,
          "content-type": "application/json",
        },
        body: JSON.stringify(body),
      });
    const own = await send("/users/0", { bio: "Own" });
    expect([own.status, own.body.email]).toEqual([200, username]);
    expect((await send(`/users/${own.body.id}`, { bio: "Mine" })).status).toBe(200);
    expect((await send(`/users/${OWNER}`, { bio: "Other" })).status).toBe(403);
    expect((await send("/users/0", { role: { name: "admin" } })).status).toBe(403);
  });

  it("leave their tickets and teams when they are deleted", async () => {
    const { id } = (await account.post("/users", ana)).body;
    const assigned = ticketFrom("jo@example.com", { assignee_user: { id } });
    const ticket = (await account.post("/tickets", assigned)).body;
    const team = (await account.post("/teams", { name: "Night", members: [{ id }] })).body;
    const { status, body } = await account.delete(`/users/${id}`);
    expect([status, body]).toEqual([204, ""]);
    expect((await account.get(`/users/${id}`)).status).toBe(404);
    expect((await account.get(`/tickets/${ticket.id}`)).body.assignee_user).toBeNull();
    expect((await account.get(`/teams/${team.id}`)).body.members).toEqual([]);
    expect(await eventsOf("User", id)).toEqual(["user-created", "user-deleted"]);
    expect((await account.post("/users", ana)).status).toBe(201);
  });

  it("keep the owner of the account, and the owner's role", async () => {
    expect((await account.delete(`/users/${OWNER}`)).status).toBe(403);
    expect((await account.put("/users/0", { role: { name: "agent" } })).status).toBe(403);
    expect((await account.put("/users/0", { role: { name: "admin" } })).status).toBe(200);
  });

  it.each([
    ["name", ({ name }: { name: string }) => name],
    ["email", ({ email }: { email: string }) => email],
    ["role.name", ({ role }: { role: Named }) => role.name],
    ["created_datetime", (user: { created_datetime: string }) => user.created_datetime],
  ])("are listed by %s", async (field, key) => {
    const keys = (await account.get(`/users?order_by=${field}:asc`)).body.data.map(key);
    expect(keys).toEqual([...keys].sort());
    const down = (await account.get(`/users?order_by=${field}:desc`)).body.data.map(key);
    expect(down).toEqual([...keys].reverse());
  });

  it("are filtered, and those who are active come first when asked for", async () => {
    await account.post("/users", { ...ana, external_id: "hr-7", active: false });
    expect(namesOf(await account.get("/users?external_id=hr-7"))).toEqual([ana.name]);
    expect(namesOf(await account.get("/users?search=LUCÍA"))).toEqual([ana.name]);
    const query = "/users?order_by=created_datetime:desc&available_first";
    expect(namesOf(await account.get(`${query}=false`)).at(0)).toBe(ana.name);
    const first = await account.get(`${query}=true&limit=4`);
    expect(namesOf(first)[0]).toBe("Jonas Keller");
    const rest = await account.get(`${query}=true&cursor=${first.body.meta.next_cursor}`);
    expect(namesOf(rest).at(-1)).toBe(ana.name);
    const upwards = await account.get("/users?available_first=true&order_by=name:asc");
    expect(namesOf(upwards).at(-1)).toBe(ana.name);
    expect((await account.get("/users?order_by=role:asc")).status).toBe(400);
  });
});

describe("teams", () => {
  it("are created with members, which a PUT replaces as a whole", async () => {
    const users: Named[] = (await account.get("/users?roles=agent")).body.data;
    const [a, b] = users.map(({ id }) => ({ id }));
    const { status, body } = await account.post("/teams", {
      name: "Night",
      decoration: { emoji: "🌙" },
      members: [{ ...a, name: "whatever" }, b],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "Night", description: null, decoration: { emoji: "🌙" } });
    expect(body.members.map((member: Named) => Object.keys(member).sort())).toEqual([
      ["email", "id", "meta", "name"],
      ["email", "id", "meta", "name"],
    ]);
    expect(body.members[0].name).toBe(users[0]?.name);

    const renamed = (await account.put(`/teams/${body.id}`, { name: "Late" })).body;
    expect(renamed).toEqual({ ...body, name: "Late" });
    const replaced = (await account.put(`/teams/${body.id}`, { members: [b] })).body;
    expect(replaced.members.map(({ id }: Named) => id)).toEqual([b?.id]);
    expect((await account.put(`/teams/${body.id}`, { decoration: null })).body.decoration).toEqual(
      {},
    );
    expect(await eventsOf("Team", body.id)).toEqual([
      "team-created",
      "team-updated",
      "team-updated",
      "team-updated",
    ]);
  });

  it.each([
    ["name", {}],
    ["members", { name: "Night", members: [{ id: 5 }] }],
    ["members", { name: "Night", members: [5] }],
    ["decoration", { name: "Night", decoration: { color: "#fff" } }],
    ["icon", { name: "Night", icon: "x" }],
  ])("need a right %s: not %j", async (field, given) => {
    const { status, body } = await account.post("/teams", given);
    expect(status).toBe(400);
    expect(body.error.data).toHaveProperty(field);
  });

  it("leave their tickets when they are deleted", async () => {
    const { id } = (await account.post("/teams", { name: "Night" })).body;
    const assigned = ticketFrom("jo@example.com", { assignee_team: { id } });
    const ticket = (await account.post("/tickets", assigned)).body;
    expect((await account.delete(`/teams/${id}`)).status).toBe(204);
    expect((await account.get(`/teams/${id}`)).status).toBe(404);
    expect((await account.get(`/tickets/${ticket.id}`)).body.assignee_team).toBeNull();
    expect(await eventsOf("Team", id)).toEqual(["team-created", "team-deleted"]);
  });
});
