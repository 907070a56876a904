import { inspect } from "node:util";
import { ConnectionError } from "@prismatic-io/spectral";
import { connection, failure, secrets } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

it("the error tells Gorgias' message and its field errors, with their paths", async () => {
  gorgias()
    .put("/api/customers/7")
    .reply(400, {
      error: {
        msg: "Invalid parameters.",
        data: {
          name: ["Too long."],
          channels: { "0": { type: ["Unknown channel.", "Missing."] } },
          meta: "Not an object.",
        },
      },
    });
  await expect(failure("updateCustomer", { id: 7, name: "Jo" })).resolves.toMatchObject({
    name: "GorgiasError",
    status: 400,
    message:
      "PUT /api/customers/7: Gorgias answered 400: Invalid parameters. — name: Too long.; channels[0].type: Unknown channel., Missing.; meta: Not an object.",
  });
});

describe("the connection is at fault", () => {
  it.each([
    [401, "No.", /Check the connection/],
    [403, "You do not have permission to do this.", /the role of the connection's user/],
    [403, "This is for a higher role.", /the role of the connection's user/],
    [403, "Admins only.", /the role of the connection's user/],
    [403, "Only account admins can do this.", /the role of the connection's user/],
    [403, "Your rights do not suffice.", /the role of the connection's user/],
    [403, "You aren't allowed to do this.", /the role of the connection's user/],
    [403, "Missing scope: write:all.", /lacks this scope/],
    [403, "insufficient_scope", /lacks this scope/],
  ])("for %i %s, so that the platform marks it", async (status, msg, hint) => {
    gorgias().get("/api/account").reply(status, { error: { msg } });
    const error = await failure("getAccount");
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ name: "GorgiasConnectionError", status });
    expect(error.message).toMatch(hint);
  });
});

describe("the connection is not at fault", () => {
  it.each([
    "Messaging quota exceeded",
    "You have reached your plan's limit of users.",
    "You exceeded the number of tickets that your role may create.",
    "This is not part of your plan.",
    "Macros are not available in your plan.",
    "You are not allowed to create more than 100 tickets this month.",
  ])("for what the plan does not allow: %s", async (msg) => {
    gorgias().post("/api/customers").reply(403, { error: { msg } });
    const error = await failure("createCustomer", { name: "Jo" });
    expect(error).toMatchObject({ name: "GorgiasError", status: 403 });
    expect(error.message).toContain(msg);
    expect(error.message).toContain("what its plan allows");
  });

  it.each([
    ["<!DOCTYPE html><html><title>Attention\nRequired!</title>No.</html>", "Attention Required!"],
    [
      "<!-- 7 -->\n<h1>Request blocked</h1>, by <b>permission</b>",
      "Request blocked , by permission",
    ],
    ["error code: 1020", "error code: 1020"],
  ])("for a firewall, which answers in something other than JSON: %j", async (body, words) => {
    for (const key of ["getAccount", "downloadFile"]) {
      gorgias().get(/.*/).reply(403, body, { "Content-Type": "text/html" });
      const error = await failure(key, { attachmentUrl: "https://uploads.gorgias.io/h/n.png" });
      expect(error).toMatchObject({ name: "GorgiasError", status: 403 });
      expect(error.message).toContain(` 403: ${words}`);
      expect(error.message).toContain("That is the answer of a firewall");
    }
  });

  it.each([
    [{ error: { msg: "No." } }, "GET /api/account: Gorgias answered 403: No."],
    [{ error: { msg: "Forbidden" } }, "GET /api/account: Gorgias answered 403: Forbidden."],
    [
      { error: { msg: "It is out of scope" } },
      "GET /api/account: Gorgias answered 403: It is out of scope.",
    ],
    [{ message: "No." }, 'GET /api/account: Gorgias answered 403: {"message":"No."}.'],
    ["", "GET /api/account: Gorgias answered 403."],
  ])("for %j, of which nobody knows what it means", async (body, message) => {
    gorgias().get("/api/account").reply(403, body);
    const error = await failure("getAccount");
    expect(error).toMatchObject({ name: "GorgiasError", message });
  });
});

it.each([
  [404, /deleted/],
  [409, /already uses/],
])("%i is explained", async (status, hint) => {
  gorgias()
    .put("/api/customers/7")
    .reply(status, { error: { msg: "No." } });
  await expect(failure("updateCustomer", { id: 7 })).resolves.toMatchObject({
    message: expect.stringMatching(hint),
  });
});

it.each([
  ["Rule 7 applies it", /Something else still uses it/, "deleteMacro"],
  ['The tag "vip" is used by the macro "Hi".', /Something else still uses it/, "updateTag"],
  ["The email is already used by another customer.", /already uses this/, "updateTag"],
])("409 %j is explained by what fits", async (msg, hint, action) => {
  const path = action === "updateTag" ? "/api/tags/7" : "/api/macros/7";
  const request = action === "updateTag" ? gorgias().put(path) : gorgias().delete(path);
  request.reply(409, { error: { msg } });
  const { message } = await failure(action, { id: 7, name: "vip" });
  expect(message).toMatch(hint);
});

it("an answer that is a web page is quoted in short", async () => {
  gorgias()
    .get("/api/account")
    .reply(400, `<html>\n<h1>Nope</h1>${"x".repeat(500)}</html>`);
  const error = await failure("getAccount");
  expect(error.message).toContain("<html> <h1>Nope</h1>xxx");
  expect(error.message.length).toBeLessThan(300);
});

it("a success without a body is no error", async () => {
  gorgias().put("/api/customers/7/data").reply(202);
  await expect(
    failure("updateCustomerData", { customer_id: 7, data: "{}" }).catch((error) => error.message),
  ).resolves.toBe("updateCustomerData succeeded with null");
});

it.each([400, 401, 403, 500])("no secret hangs on an error of status %i", async (status) => {
  gorgias()
    .post("/api/customers")
    .reply(status, { error: { msg: secrets.slice(0, 5).join(" ") } });
  const error = await failure("createCustomer", { name: "Jo" });
  const everything = [
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: 9 }),
  ];
  const leaks = secrets.slice(0, 5).filter((secret) => everything.join("\n").includes(secret));
  expect(leaks).toEqual([]);
});

describe("attempts", () => {
  const twice = { data: [{ id: 1 }], meta: { prev_cursor: null, next_cursor: "here" } };

  it.each([
    ["a redirect", "getAccount", {}, "/api/account", 302, "", { location: "https://x.example/" }],
    ["something other than a list", "listTickets", {}, "/api/tickets", 200, "{}", {}],
    [
      "a page that came before",
      "listTickets",
      { fetchAll: true },
      "/api/tickets?limit=100&cursor=here",
      200,
      twice,
      {},
    ],
    [
      "a file that is not where the redirect leads",
      "downloadFile",
      { file_type: "attachment", domain_hash: "h", resource_name: "n.png" },
      "/api/attachment/download/h/n.png",
      307,
      "",
      { location: "http://storage.example/n.png" },
    ],
    ["a refusal", "getAccount", {}, "/api/account", 403, { error: { msg: "No." } }, {}],
  ])(
    "of %s count every time that it was sent",
    async (_, key, inputs, at, status, body, headers) => {
      if (at.includes("cursor=here")) {
        gorgias().get("/api/tickets?limit=100").reply(200, twice);
      }
      gorgias().get(at).times(2).reply(503);
      gorgias().get(at).reply(status, body, headers);
      await expect(failure(key, inputs)).resolves.toMatchObject({ attempts: 3 });
    },
  );
});

it("a secret at the end of what is quoted is not quoted in part", async () => {
  gorgias()
    .get("/api/account")
    .reply(400, `${"x".repeat(195)}${connection.fields.apiKey}`);
  const error = await failure("getAccount");
  expect(error.message).toContain("x***");
});
