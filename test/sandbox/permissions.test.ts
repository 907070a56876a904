import type { ApiKey } from "../../sandbox";
import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 5 });
});
afterEach(() => account.sandbox.close());

/** Sends a request with a key, and answers its status. */
async function statusOf({ username, apiKey }: ApiKey, request: string, body?: object) {
  const [method = "", path = ""] = request.split(" ");
  const authorization = `Basic ${btoa(`${username}:${apiKey}`)}`;
  const answer = await account.bare(`/api${path}`, {
    method,
    headers: { authorization, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.status;
}

describe("a role", () => {
  it("that does not reach is answered 403, in the words Gorgias uses before a missing scope", async () => {
    const { username, apiKey } = account.sandbox.keys.agent;
    const { status, body } = await account.bare("/api/users/400746609", {
      method: "DELETE",
      headers: { authorization: `Basic ${btoa(`${username}:${apiKey}`)}` },
    });
    expect(status).toBe(403);
    expect(body.error.msg).toBe("You do not have enough permissions to perform this action.");
    expect((await account.get("/users/400746609")).status).toBe(200);
  });

  it.each([
    ["POST /search", "observer-agent"],
    ["POST /reporting/stats", "observer-agent"],
    ["POST /tickets", "lite-agent"],
    ["PUT /customers/1", "lite-agent"],
    ["DELETE /tickets/1", "agent"],
    ["DELETE /customers/1", "agent"],
    ["DELETE /customers", "agent"],
    ["POST /stats/overview/download", "agent"],
    ["POST /users", "admin"],
    ["DELETE /users/1", "admin"],
    ["POST /integrations", "admin"],
    ["PUT /integrations/1", "admin"],
    ["DELETE /integrations/1", "admin"],
    ["POST /teams", "admin"],
    ["POST /macros", "agent"],
    ["PUT /macros/archive", "agent"],
    ["DELETE /macros/1", "agent"],
    ["POST /rules", "agent"],
    ["POST /rules/priorities", "agent"],
    ["POST /tags", "agent"],
    ["DELETE /tags", "agent"],
    ["PUT /tags/1/merge", "agent"],
    ["POST /tickets/1/tags", "lite-agent"],
    ["PUT /views/0/items", "observer-agent"],
    ["POST /views", "agent"],
    ["PUT /views/900209", "agent"],
    ["DELETE /views/900209", "agent"],
    ["PUT /views/900210", "observer-agent"],
    ["POST /widgets", "basic-agent"],
    ["DELETE /widgets/1", "basic-agent"],
    ["PUT /satisfaction-surveys/1", "lite-agent"],
    ["POST /jobs", "lite-agent"],
    ["DELETE /tickets/1/messages/1", "agent"],
    ["DELETE /phone/voice-call-recordings/1", "agent"],
    ["POST /account/settings", "admin"],
    ["PUT /account/settings/1", "admin"],
    ["POST /custom-fields", "admin"],
    ["PUT /custom-fields", "admin"],
  ] as const)("%s is open from %s on", async (request, lowest) => {
    const { keys } = account.sandbox;
    const ranks = ["observer-agent", "lite-agent", "basic-agent", "agent", "admin"] as const;
    const may = [];
    for (const rank of ranks) if ((await statusOf(keys[rank], request, {})) !== 403) may.push(rank);
    expect(may).toEqual(ranks.slice(ranks.indexOf(lowest)));
  });

  it("opens every list to everybody", async () => {
    const { routes, keys } = account.sandbox;
    const lists = routes.filter((route) => /^GET [^{]+$/.test(route));
    expect(lists.length).toBeGreaterThan(15);
    for (const route of lists) {
      const query = route.endsWith("/custom-fields") ? "?object_type=Ticket" : "";
      const status = await statusOf(keys["observer-agent"], route.replace("/api", "") + query);
      expect([route, status]).toEqual([route, 200]);
    }
  });

  it("changes with the user's", async () => {
    const { keys } = account.sandbox;
    const nora = keys.agent.username;
    const [{ id }] = (await account.get(`/users?email=${nora}`)).body.data;
    await account.put(`/users/${id}`, { role: { name: "admin" } });
    expect(await statusOf(keys.agent, "POST /teams", { name: "Night shift" })).toBe(201);
  });
});

describe("a key", () => {
  it("is one of a user, on whose behalf things are done", async () => {
    const { keys } = account.sandbox;
    const [{ id }] = (await account.get(`/users?email=${keys.agent.username}`)).body.data;
    await statusOf(keys.agent, "POST /tickets", ticketFrom("jo@example.com"));
    const { data } = (await account.get("/events?types=ticket-created&limit=1")).body;
    expect(data[0].user_id).toBe(id);
  });

  it("works as long as its user does", async () => {
    const { keys } = account.sandbox;
    const [{ id }] = (await account.get(`/users?email=${keys.agent.username}`)).body.data;
    expect(await statusOf(keys.agent, "GET /account")).toBe(200);
    await account.put(`/users/${id}`, { active: false });
    expect(await statusOf(keys.agent, "GET /account")).toBe(401);
  });

  it("shares the bucket of the account with the other keys", async () => {
    const small = await openAccount({ rateLimit: { capacity: 2, windowSeconds: 20 } });
    const { keys } = small.sandbox;
    await small.get("/account");
    const { username, apiKey } = keys.agent;
    const headers = { authorization: `Basic ${btoa(`${username}:${apiKey}`)}` };
    expect((await small.bare("/api/account", { headers })).status).toBe(200);
    expect((await small.get("/account")).status).toBe(429);
    await small.sandbox.close();
  });
});
