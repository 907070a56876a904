import { type Account, openAccount } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ tickets: 1 });
});
afterEach(() => account.sandbox.close());

describe("the routes of a sandbox", () => {
  it("name the method and the path with its parameters, once each and sorted", () => {
    const { routes } = account.sandbox;
    expect(routes).toEqual([...new Set(routes)].sort());
    expect(routes).toEqual(
      expect.arrayContaining([
        "GET /api/tickets",
        "GET /api/tickets/{id}",
        "DELETE /api/customers",
        "PUT /api/tickets/{ticketId}/messages/{id}",
        "GET /api/{fileType}/download/{domainHash}/{resourceName}",
        "POST /api/upload",
      ]),
    );
  });

  it("are those of the API alone, without HEAD, OAuth and the sandbox's own controls", () => {
    for (const route of account.sandbox.routes) {
      expect(route).toMatch(/^(GET|POST|PUT|DELETE) \/api\/[^:]+$/);
    }
  });

  it("are all served: none answers that there is nothing at its address", async () => {
    const { get, post, put, delete: remove } = account;
    const send: Record<string, Account["get"]> = { GET: get, POST: post, PUT: put, DELETE: remove };
    const nothing = (await get("/nothing")).body.error.msg;
    for (const route of account.sandbox.routes) {
      const [method = "", path = ""] = route.replace(/\{\w+\}/g, "1").split(" /api");
      const answer = await send[method]?.(path);
      expect([route, answer?.body.error?.msg]).not.toEqual([route, nothing]);
    }
  });

  it("leave out what a collection does not declare", async () => {
    expect(account.sandbox.routes).not.toContain("POST /api/events");
    expect((await account.post("/events", {})).status).toBe(404);
  });
});
