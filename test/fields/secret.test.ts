import { inspect } from "node:util";
import { failure, newLog, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const SECRET = 'tr0ub4dor"&3/x';

/** Everything that a person could get to see of an error. */
const textOf = (error: Error) =>
  [error.message, error.stack, inspect(error, { depth: 9 }), JSON.stringify(error)].join("\n");

/** Forms in which the secret could stand in a text. */
const FORMS = [
  SECRET,
  JSON.stringify(SECRET).slice(1, -1),
  JSON.stringify(JSON.stringify(SECRET)).slice(3, -3),
  encodeURIComponent(SECRET),
];
const leaksIn = (text: string) => FORMS.filter((form) => text.includes(form));

const url = "https://example.com/gorgias";
const header = [{ key: "X-Acme-Token", value: SECRET }];

/** Inputs that hold the secret, and where it reaches Gorgias. */
const HOLDERS: readonly (readonly [string, object, string[]])[] = [
  ["updateUser", { id: 7, new_password: SECRET }, ["new_password"]],
  ["updateUser", { id: 7, old_password: SECRET }, ["old_password"]],
  ["updateUser", { id: 7, password_confirmation: SECRET }, ["password_confirmation"]],
  ["updateUser", { id: 7, two_fa_code: SECRET }, ["two_fa_code"]],
  [
    "updateUser",
    { id: 7, additionalFields: JSON.stringify({ new_password: SECRET }) },
    ["new_password"],
  ],
  ["createIntegration", { name: "Orders", url, hmac_secret: SECRET }, ["http", "hmac_secret"]],
  [
    "createIntegration",
    { name: "Orders", url, headers: header },
    ["http", "headers", "X-Acme-Token"],
  ],
  [
    "createIntegration",
    { name: "Orders", url, http: { hmac_secret: SECRET } },
    ["http", "hmac_secret"],
  ],
  [
    "createIntegration",
    { name: "Orders", url, http: JSON.stringify({ headers: { Authorization: SECRET } }) },
    ["http", "headers", "Authorization"],
  ],
  [
    "createIntegration",
    { name: "Orders", url, headers: [{ key: "X-Shop", value: SECRET }] },
    ["http", "headers", "X-Shop"],
  ],
  [
    "createIntegration",
    { name: "Orders", url, http: { headers: { "X-Shop": SECRET } } },
    ["http", "headers", "X-Shop"],
  ],
  [
    "createIntegration",
    { name: "Orders", url, additionalFields: { http: { headers: { "X-Shop": SECRET } } } },
    ["http", "headers", "X-Shop"],
  ],
  [
    "createIntegration",
    { name: "Orders", url: `${url}?token=${encodeURIComponent(SECRET)}` },
    ["http", "url"],
  ],
  [
    "createIntegration",
    { name: "Orders", url: `https://me:${encodeURIComponent(SECRET)}@a.example` },
    ["http", "url"],
  ],
  [
    "createAccountSetting",
    { type: "access", data: { custom_sso_providers: { acme: { client_secret: SECRET } } } },
    ["data", "custom_sso_providers", "acme", "client_secret"],
  ],
];

describe.each(HOLDERS)("%s with %j", (action, inputs, place) => {
  const method = action.startsWith("create") ? "POST" : "PUT";

  it("sends the secret and keeps it out of the log, also where Gorgias repeats it", async () => {
    let sent: unknown;
    gorgias()
      .intercept(/./, method, (body) => {
        sent = body;
        return true;
      })
      .reply(200, (_uri, body) => ({ id: 7, note: `got ${SECRET}`, again: body }));
    const log = newLog();
    await run(action, { ...inputs, debugRequest: true }, log);
    const arrived = String(place.reduce<unknown>((inner, key) => Object(inner)[key], sent));
    expect(FORMS.some((form) => arrived.includes(form))).toBe(true);
    expect(log.lines).toHaveLength(1);
    expect(leaksIn(log.lines.join("\n"))).toEqual([]);
  });

  it("keeps it out of an error in which Gorgias repeats it", async () => {
    gorgias()
      .intercept(/./, method)
      .reply(400, { error: { msg: `Not good: ${SECRET}`, data: { field: [SECRET] } } });
    const error = await failure(action, { ...inputs });
    expect(error.message).toContain("Not good: ***");
    expect(leaksIn(textOf(error))).toEqual([]);
  });
});

it.each([
  ["updateUser", "New Password", { id: 7, new_password: [SECRET] }],
  ["updateUser", "New Password", { id: 7, new_password: { password: SECRET } }],
  ["updateUser", "Additional Fields", { id: 7, additionalFields: `{ "new_password": "${SECRET}` }],
  ["createIntegration", "HTTP", { name: "x", url, http: `{ "hmac_secret": "tr0ub4dor", }` }],
  [
    "createIntegration",
    "HTTP.hmac_secret",
    { name: "x", url, http: { hmac_secret: ["tr0ub4dor", "tr0ub4dor"] } },
  ],
  [
    "createIntegration",
    "Headers: X-Acme-Key",
    { name: "x", url, headers: { "X-Acme-Key": [SECRET] } },
  ],
  ["createIntegration", "HTTP", { name: "x", url, http: "{url:'x',hmac_secret:'tr0ub4dor'}" }],
  ["createIntegration", "HTTP", { name: "x", url, http: '"tr0ub4dor"' }],
  ["createIntegration", "HTTP.headers", { name: "x", url, http: { headers: "X: tr0ub4dor" } }],
  ["createIntegration", "Headers", { name: "x", url, headers: "X-Token: tr0ub4dor" }],
  ["createIntegration", "Headers", { name: "x", url, headers: { "X-Token: tr0ub4dor": "" } }],
  ["updateUser", "Additional Fields", { id: 7, additionalFields: "{'new_password':'tr0ub4dor'}" }],
  ["createAccountSetting", "Data", { type: "access", data: "{'client_secret':'tr0ub4dor'}" }],
  ["rawRequest", "Data", { url: "/users/7", method: "PUT", data: "{'new_password':'tr0ub4dor'}" }],
])("%s: %s that cannot be read is refused without being quoted", async (action, label, inputs) => {
  const error = await failure(action, inputs);
  expect(error.name).toBe("InputError");
  expect(error.message).toContain(`${label}: `);
  expect(leaksIn(textOf(error))).toEqual([]);
  expect(textOf(error)).not.toContain("tr0ub4dor");
});

it("what only Gorgias knows is hidden in the log by its name, and handed on whole", async () => {
  const answered = {
    ...{ id: 7, name: "Orders", type: "http" },
    http: {
      url: `https://me:${encodeURIComponent(SECRET)}@a.example/?token=t0k3n&page=1`,
      headers: { "X-Acme-Secret": SECRET, "X-Shop": "acm3-sh0p" },
    },
  };
  gorgias().get("/api/integrations/7").reply(200, answered);
  const log = newLog();
  await expect(run("getIntegration", { id: 7, debugRequest: true }, log)).resolves.toEqual(
    answered,
  );
  expect(leaksIn(log.lines.join("\n"))).toEqual([]);
  expect(log.lines.join("\n")).toContain('"X-Shop": "***"');
  expect(log.lines.join("\n")).toContain("https://***@a.example/?token=***&page=1");
});

it("a secret of a few letters is hidden by its name, and leaves other words readable", async () => {
  gorgias().put("/api/users/7").reply(200, { id: 7, name: "Eve" });
  const log = newLog();
  await run("updateUser", { id: 7, name: "Eve", new_password: "Eve", debugRequest: true }, log);
  expect(log.lines.join("\n")).toContain('"new_password": "***"');
  expect(log.lines.join("\n")).toContain('"name": "Eve"');
});

it("headers that Update Integration read and sends again are hidden in the log", async () => {
  const http = { url, headers: { "X-Shop": "acm3-sh0p" } };
  const found = { id: 7, name: "Orders", type: "http", http };
  gorgias().get("/api/integrations/7").reply(200, found);
  gorgias().put("/api/integrations/7").reply(202, found);
  const log = newLog();
  await run("updateIntegration", { id: 7, method: "PUT", debugRequest: true }, log);
  expect(log.lines).toHaveLength(2);
  expect(log.lines.join("\n")).not.toContain("acm3-sh0p");
});

it.each([
  ["text", JSON.stringify({ new_password: "Eve", more: [SECRET], name: "Ada" })],
  ["an object", { new_password: "Eve", name: "Ada" }],
])("JSON that Raw Request sends as %s is hidden by its names", async (_, data) => {
  gorgias()
    .put("/api/users/7")
    .reply(200, JSON.stringify({ new_password: "Eve", name: "Ada" }));
  const log = newLog();
  const inputs = { url: "/users/7", method: "PUT", responseType: "text", debugRequest: true };
  await run("rawRequest", { ...inputs, data }, log);
  expect(log.lines.join("\n")).not.toContain("Eve");
  expect(log.lines.join("\n")).toContain("Ada");
});

it.each(["new_password=tr0ub4dor&name=Ada", "name=Ada&new_password=tr0ub4dor"])(
  "what Raw Request sends as a form is hidden by its names: %s",
  async (data) => {
    gorgias().put("/api/users/7", data).reply(200, { id: 7, name: "Ada", note: "got tr0ub4dor" });
    const log = newLog();
    const headers = [{ key: "Content-Type", value: "application/x-www-form-urlencoded" }];
    await run(
      "rawRequest",
      { url: "/users/7", method: "PUT", headers, data, debugRequest: true },
      log,
    );
    expect(log.lines.join("\n")).not.toContain("tr0ub4dor");
    expect(log.lines.join("\n")).toContain("Ada");
  },
);

it("an address is not taken for a secret because its host is called like one", async () => {
  gorgias().post("/api/integrations").reply(201, { id: 7 });
  const log = newLog();
  const address = "https://token.example/orders?shop=northwind";
  await run("createIntegration", { name: "Orders", url: address, debugRequest: true }, log);
  expect(log.lines.join("\n")).toContain(address);
});
