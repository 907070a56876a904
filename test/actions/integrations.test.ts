import { INTEGRATION_TRIGGERS, integration } from "../../src/schemas/integration";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

type Json = Record<string, unknown>;

const url = "https://example.com/gorgias?ticket={{ticket.id}}";
const json = "application/json";
const usual = { method: "POST", request_content_type: json, response_content_type: json };

/** All events, of which some call. */
const only = (...chosen: string[]) =>
  Object.fromEntries(INTEGRATION_TRIGGERS.map((one) => [one, chosen.includes(one)]));

const exactly = (expected: Json) => (sent: unknown) => {
  expect(sent).toStrictEqual(expected);
  return true;
};

describe("Create Integration", () => {
  const creates = (http: Json, more: Json = {}) =>
    gorgias()
      .post("/api/integrations", exactly({ name: "Orders", type: "http", http, ...more }))
      .reply(201, integration.example);

  it("fills in what Gorgias needs beside the address", async () => {
    creates({ ...usual, url });
    await run("createIntegration", { name: "Orders", url });
  });

  it("makes the settings of the form", async () => {
    creates(
      {
        url,
        method: "PUT",
        request_content_type: "application/x-www-form-urlencoded",
        response_content_type: json,
        headers: { "X-Shop": "acme", "X-Ticket": "{{ticket.id}}", "X-Retry": "3" },
        form: { ticket: "{{ticket.id}}" },
        triggers: only("ticket-created", "ticket-handed-over"),
        hmac_secret: "s1gn1ng-k3y",
      },
      { description: "Tells the shop.", business_hours_id: 12 },
    );
    await run("createIntegration", {
      ...{ name: "Orders", url, method: "PUT", description: "Tells the shop." },
      request_content_type: "application/x-www-form-urlencoded",
      headers: [
        { key: "X-Shop", value: "acme" },
        { key: "X-Ticket", value: "{{ticket.id}}" },
        { key: "", value: "" },
        { key: "X-Retry", value: 3 },
      ],
      form: '{ "ticket": "{{ticket.id}}" }',
      triggers: ["ticket-created", "ticket-handed-over"],
      hmac_secret: "s1gn1ng-k3y",
      business_hours_id: "12",
    });
  });

  it("takes the settings as JSON, and the form wins over them", async () => {
    creates({ ...usual, url, method: "PATCH", form: null, triggers: only("ticket-updated") });
    await run("createIntegration", {
      ...{ name: "Orders", url },
      http: {
        ...{ url: "https://old.example.com", method: "PATCH", form: null, headers: null },
        ...{ triggers: { "ticket-updated": "true" }, oauth2: null, id: 3 },
      },
    });
  });

  it("takes what Get Integration answered", async () => {
    const http = { ...integration.example.http, triggers: only("ticket-created") };
    gorgias()
      .post("/api/integrations", exactly({ name: "Order system", type: "http", http }))
      .reply(201, integration.example);
    await run("createIntegration", { ...integration.example, url: http.url });
  });

  it("headers that were left blank are not sent", async () => {
    creates({ ...usual, url });
    await run("createIntegration", { name: "Orders", url, headers: [{ key: "", value: "" }] });
  });

  it("triggers can come as Gorgias answers them", async () => {
    creates({ ...usual, url, triggers: only("ticket-updated") });
    const triggers = { "ticket-created": false, "ticket-updated": true };
    await run("createIntegration", { name: "Orders", url, triggers });
  });

  it("triggers that Gorgias has added are handed on", async () => {
    creates({ ...usual, url, triggers: { ...only("ticket-updated"), "ticket-merged": true } });
    const triggers = { "ticket-updated": true, "ticket-merged": true };
    await run("createIntegration", { name: "Orders", url, triggers });
  });

  it("one template can stand for the whole form", async () => {
    creates({ ...usual, url, form: "{{context}}" });
    await run("createIntegration", { name: "Orders", url, form: " {{context}} " });
  });

  it.each<[Json, string]>([
    [{}, "URL: this input is required and was left blank."],
    [
      { url, method: "TRACE" },
      'Method: expected one of GET, POST, PUT, PATCH, DELETE, HEAD, got "TRACE".',
    ],
    [
      { url, triggers: ["ticket-deleted"] },
      expect.stringMatching(/^Triggers: expected one of /) as never,
    ],
    [
      { url, triggers: { "ticket-created": "maybe" } },
      'Triggers.ticket-created: expected true or false, got "maybe".',
    ],
    [{ url, form: "{{context}" }, expect.stringMatching(/^Form: expected JSON/) as never],
    [{ url, headers: { "X Y": "1" } }, "Headers: a name in it is none that HTTP allows."],
    [{ url, headers: "X-Token: s3cr3t" }, "Headers: expected a key-value list."],
    [
      { url, headers: { "X-Token: s3cr3t": "" } },
      "Headers: a name in it is none that HTTP allows.",
    ],
    [{ url, headers: { "X-A": "1", "x-a": "2" } }, "Headers: x-a is there more than once."],
    [
      { url, http: { triggers: { "ticket-created": "maybe" } } },
      'HTTP.triggers.ticket-created: expected true or false, got "maybe".',
    ],
  ])("refuses %j before any request", async (inputs, message) => {
    const error = await failure("createIntegration", { name: "Orders", ...inputs });
    expect(error.message).toEqual(message);
  });
});

describe("Update Integration", () => {
  const before = {
    ...integration.example,
    http: {
      ...usual,
      url,
      headers: { "X-Shop": "acme" },
      form: { ticket: "{{ticket.id}}" },
      triggers: { "ticket-created": true },
      oauth2: null,
      id: 9,
    },
  };
  const { oauth2: _, id: __, ...settings } = before.http;
  const isRead = (found: object = before) =>
    gorgias().get("/api/integrations/116873").reply(200, found);
  const takes = (body: Json) =>
    gorgias().put("/api/integrations/116873", exactly(body)).reply(202, before);

  it("looks up the name, which Gorgias asks for", async () => {
    isRead();
    takes({ name: "Order system", description: "New" });
    await run("updateIntegration", { id: 116873, description: "New" });
  });

  it("a new name takes the place of the old one", async () => {
    isRead();
    takes({ name: "Orders" });
    await run("updateIntegration", { id: 116873, name: "Orders" });
  });

  it("a setting that changes is sent with those that stay, and no secret", async () => {
    isRead();
    takes({ name: "Orders", http: { ...settings, method: "PUT" } });
    await run("updateIntegration", { id: 116873, name: "Orders", method: "PUT" });
  });

  it("chosen triggers are all that call afterwards", async () => {
    isRead();
    takes({ name: "Order system", http: { ...settings, triggers: only("ticket-updated") } });
    await run("updateIntegration", { id: 116873, triggers: ["ticket-updated"] });
  });

  it("a new secret is sent beside the settings that stay", async () => {
    isRead();
    takes({ name: "Order system", http: { ...settings, hmac_secret: "s1gn1ng-k3y" } });
    await run("updateIntegration", { id: 116873, hmac_secret: "s1gn1ng-k3y" });
  });

  it("JSON stands over the settings that are there, under the form", async () => {
    isRead({ ...before, http: { url, form: null, headers: null } });
    takes({ name: "Order system", http: { url: "https://a.example", form: null, method: "PUT" } });
    await run("updateIntegration", {
      ...{ id: 116873, url: "https://a.example" },
      http: '{ "url": "https://b.example", "method": "PUT", "form": null }',
    });
  });

  it("is switched on again with null", async () => {
    isRead();
    takes({ name: "Order system", deactivated_datetime: null });
    await run("updateIntegration", {
      id: 116873,
      additionalFields: '{ "deactivated_datetime": null }',
    });
  });
});

it.each([
  [
    '{ "type": "http" }',
    "Gorgias answered without name. What is there would be lost with the change.",
  ],
  [
    '{ "type": "http", "name": "Orders" }',
    "Gorgias answered without http. What is there would be lost with the change.",
  ],
  [
    '{ "type": "http", "name": "Orders", "http": { "form": { "a": 1e400 } } }',
    "http.form.a has more digits than can be kept, so sending it back would change it.",
  ],
])("Update Integration changes nothing where the integration is %s", async (answer, problem) => {
  gorgias().get("/api/integrations/7").reply(200, answer, { "content-type": "application/json" });
  const error = await failure("updateIntegration", { id: 7, url });
  expect(error.message).toBe(`GET /api/integrations/7: ${problem} Nothing was changed.`);
});

describe.each([
  ["updateIntegration", { name: "Orders" }],
  ["deleteIntegration", {}],
])("%s", (action, inputs) => {
  it.each(["email", "shopify"])("leaves one of the type %s alone", async (type) => {
    gorgias()
      .get("/api/integrations/5")
      .reply(200, { ...integration.example, id: 5, type, http: null });
    const error = await failure(action, { id: 5, ...inputs });
    expect(error).toMatchObject({
      name: "InputError",
      message: `Integration ID: 5 is of the type ${type}. Only integrations of the type http can be changed or deleted. Nothing was changed.`,
    });
  });

  it.each([{}, [], null, { data: { type: "http" } }])(
    "leaves what is none alone: %j",
    async (found) => {
      gorgias()
        .get("/api/integrations/5")
        .reply(200, JSON.stringify(found), { "Content-Type": "application/json" });
      const error = await failure(action, { id: 5, ...inputs });
      expect(error.message).toContain("Nothing was changed.");
    },
  );
});

it("Delete Integration deletes one that calls", async () => {
  gorgias()
    .get("/api/integrations/5")
    .reply(200, { ...integration.example, id: 5 });
  gorgias().delete("/api/integrations/5").reply(204);
  await expect(run("deleteIntegration", { id: 5 })).resolves.toEqual({ id: 5, deleted: true });
});
