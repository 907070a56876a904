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

it.each([
  [401, /Check the connection/],
  [403, /role of its user/],
])("%i is a connection error, so that the platform marks the connection", async (status, hint) => {
  gorgias()
    .get("/api/account")
    .reply(status, { error: { msg: "No." } });
  const error = await failure("getAccount");
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ name: "GorgiasConnectionError", status });
  expect(error.message).toMatch(hint);
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

it("an answer that is a web page is quoted in short", async () => {
  gorgias()
    .get("/api/account")
    .reply(400, `<html>\n<h1>Nope</h1>${"x".repeat(500)}</html>`);
  const error = await failure("getAccount");
  expect(error.message).toContain("<html> <h1>Nope</h1>xxx");
  expect(error.message.length).toBeLessThan(300);
});

it("a success that is not valid JSON is an error, not data", async () => {
  gorgias().get("/api/account").reply(200, "<html>Maintenance</html>");
  await expect(failure("getAccount")).resolves.toMatchObject({
    message: "GET /api/account: Gorgias answered 200 with something other than JSON.",
  });
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
    ["an answer that is not valid JSON", "getAccount", {}, "/api/account", 200, "<html>", {}],
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
