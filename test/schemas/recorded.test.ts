import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import component from "../../src";
import { message } from "../../src/schemas/message";
import type { Schema } from "../../src/schemas/schema";
import { ticket } from "../../src/schemas/ticket";
import { readWebhookEvent } from "../../src/triggers/webhookEvent";
import nock from "../support/nock";
import { failure, run } from "../support/steps";
import { ORIGIN, useWire } from "../support/wire";

/** What was asked and what came back (docs/gorgias-api.md). */
interface Recording {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly params?: readonly [string, string][] | null;
    /** Left out where it was not kept. */
    readonly body?: unknown;
    readonly status?: number;
  };
  /** Empty text where nothing came back. */
  readonly response: unknown;
}

/** An action, and its inputs beside those that the recorded body holds. */
type Row = readonly [file: string, action: string, inputs: object];

const FOLDER = path.join(__dirname, "recorded");

const ACTIONS: readonly Row[] = [
  ["create-custom-field", "createCustomField", {}],
  ["create-customer", "createCustomer", {}],
  ["create-ticket", "createTicket", { status: "" }],
  [
    "create-ticket-message",
    "createTicketMessage",
    { ticket_id: 82753909, channel: "phone", from_agent: true, body_text: "Hello" },
  ],
  ["doc-create-message", "createTicketMessage", { ticket_id: 12, channel: "email" }],
  ["doc-upload", "uploadFiles", { type: "attachment", file: "Hello" }],
  ["doc-voice-call", "getVoiceCall", { id: 123 }],
  ["get-account", "getAccount", {}],
  ["get-custom-field", "getCustomField", { id: 319825 }],
  ["get-customer", "getCustomer", { id: 519543245 }],
  ["get-customers-488069077", "getCustomer", { id: 488069077 }],
  ["get-customers-email", "listCustomers", { email: "pat@example.com" }],
  ["get-event", "getEvent", { id: 2190948998 }],
  ["get-job", "getJob", { id: 1551829 }],
  ["get-ticket", "getTicket", { id: 153006867 }],
  ["get-ticket-2026", "getTicket", { id: 82682724 }],
  ["get-ticket-message", "getTicketMessage", { ticket_id: 82682724, id: 218665490 }],
  ["get-tickets-153011972", "getTicket", { id: 153011972 }],
  ["list-account-settings", "listAccountSettings", {}],
  ["list-custom-fields", "listCustomFields", { object_type: "Ticket" }],
  [
    "list-customer-custom-field-values",
    "listCustomerCustomFieldsValues",
    { customer_id: 519543245 },
  ],
  ["list-customers", "listCustomers", { limit: 100 }],
  ["list-macros", "listMacros", {}],
  ["list-rules", "listRules", {}],
  ["list-tags", "listTags", {}],
  ["list-teams-empty", "listTeams", {}],
  ["list-integrations", "listIntegrations", {}],
  ["list-satisfaction-surveys", "listSatisfactionSurveys", {}],
  ["list-ticket-custom-field-values", "listTicketCustomFields", { ticket_id: 82682724 }],
  ["list-ticket-tags", "listTicketTags", { ticket_id: 82682724 }],
  ["list-tickets", "listTickets", { limit: 100 }],
  ["list-tickets-2026", "listTickets", {}],
  ["list-users", "listUsers", {}],
  ["list-views", "listViews", {}],
  ["merge-customers", "mergeCustomers", { source_id: 519759999, target_id: 519543245 }],
  ["search", "search", {}],
  ["set-customer-data", "updateCustomerData", { customer_id: 519543245, data: { tier: "gold" } }],
  [
    "stats-overview",
    "getStatistic",
    {
      name: "overview",
      filters: { period: { start_datetime: "2026-08-01", end_datetime: "2026-08-26" } },
    },
  ],
  ["update-custom-field", "updateCustomField", { id: 319825 }],
  [
    "update-customer-custom-field-values",
    "updateCustomerCustomFieldValues",
    { customer_id: 519543245 },
  ],
  ["update-ticket", "updateTicket", { id: 82753909 }],
  ["update-ticket-custom-field-values", "updateTicketCustomFields", { ticket_id: 82682724 }],
];

/** Answers to deletions, which are empty, and the users who were deleted. */
const DELETIONS: readonly (readonly [file: string, id: number])[] = [
  ["delete-204", 1],
  ["delete-users-454003867", 454003867],
  ["delete-users-455843658", 455843658],
];

/** Two bodies that were kept without the request. */
const REQUESTS: Readonly<Record<string, Recording["request"]>> = {
  "get-ticket": { method: "GET", path: "/api/tickets/153006867" },
  "list-tickets": { method: "GET", path: "/api/tickets?limit=100" },
};

const ajv = new Ajv({ strict: true, allowUnionTypes: true });

useWire();

function recording(file: string): Recording {
  const json = JSON.parse(readFileSync(path.join(FOLDER, `${file}.json`), "utf8"));
  const request = REQUESTS[file];
  return request ? { request, response: json } : json;
}

/** Answers the recorded request, and no other, with what was recorded. */
function replay({ request, response }: Recording): void {
  const { method, path: address, params, body, status } = request;
  const query = new URLSearchParams([...(params ?? [])]);
  if (method === "PUT" && address.endsWith("/custom-fields")) {
    // Values that are to stay are looked up first.
    nock(ORIGIN)
      .get(address)
      .reply(200, response as nock.Body);
  }
  nock(ORIGIN)
    .intercept(
      `${address}${query.size > 0 ? "?" : ""}${query}`,
      method,
      body as nock.RequestBodyMatcher,
    )
    .reply(status ?? (response === "" ? 204 : 200), response as nock.Body);
}

function faults(schema: Schema<unknown>, value: unknown): unknown {
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors;
}

function outputSchema(action: string): Schema<unknown> {
  const { outputSchema: declared } = component.actions[action] ?? {};
  return JSON.parse(declared?.type === "actionOutput" ? declared.schema : "false");
}

/** Where a value has something that a schema, where it names fields, does not name. */
function undescribed({ properties, items }: Schema<unknown>, value: unknown, at = ""): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((one) => (items ? undescribed(items, one, `${at}[]`) : []));
  }
  const fields =
    properties && typeof value === "object" && value !== null ? Object.entries(value) : [];
  return fields.flatMap(([key, one]) => {
    const field = properties?.[key];
    return field ? undescribed(field, one, `${at}.${key}`) : [`${at}.${key}`];
  });
}

/** What the body of a request holds, as inputs. */
function inputsOf(body: unknown): object {
  return Array.isArray(body) ? { custom_fields: body } : Object(body);
}

it.each(ACTIONS)(
  "%s: %s hands on the whole answer, and its output schema fits",
  async (file, action, inputs) => {
    const recorded = recording(file);
    replay(recorded);
    const answered = await run(action, { ...inputsOf(recorded.request.body), ...inputs });
    const whole = recorded.response === "" ? null : recorded.response;
    expect(action === "search" ? (answered as { raw: unknown }).raw : answered).toEqual(whole);
    expect(faults(outputSchema(action), answered)).toEqual([]);
    expect([...new Set(undescribed(outputSchema(action), answered))]).toEqual([]);
  },
);

it.each(DELETIONS)("%s: Delete User says that user %d is gone", async (file, id) => {
  replay(recording(file));
  const answered = await run("deleteUser", { id });
  expect(answered).toEqual({ id, deleted: true });
  expect(faults(outputSchema("deleteUser"), answered)).toEqual([]);
});

it("list-view-items: listViewItems hands on the whole answer, as a list like the others", async () => {
  const recorded = recording("list-view-items");
  replay(recorded);
  const answered = await run("listViewItems", { view_id: 1177167 });
  const { data, meta } = recorded.response as { data: unknown; meta: object };
  expect(answered).toEqual({
    object: "list",
    uri: recorded.request.path,
    data,
    meta: { ...meta, next_cursor: null, prev_cursor: null },
  });
  expect(faults(outputSchema("listViewItems"), answered)).toEqual([]);
  // Only the cursors that all lists have are described.
  expect(new Set(undescribed(outputSchema("listViewItems"), answered))).toEqual(
    new Set([".meta.next_items", ".meta.prev_items", ".meta.current_cursor"]),
  );
});

// List Messages reads the messages of all tickets or of one in another place: this old list of one
// ticket's has no action of its own.
it("list-ticket-messages: Raw Request hands on the whole answer", async () => {
  const recorded = recording("list-ticket-messages");
  replay(recorded);
  const { method, path: url } = recorded.request;
  const answered = await run("rawRequest", { method, url });
  expect(answered).toEqual(recorded.response);
  const { data } = answered as { data: unknown };
  expect(faults({ type: "array", items: message.schema }, data)).toEqual([]);
});

it("error-403-missing-scope: the refusal is told in Gorgias' own words", async () => {
  const recorded = recording("error-403-missing-scope");
  replay(recorded);
  const { method, path: url } = recorded.request;
  await expect(failure("rawRequest", { method, url })).resolves.toMatchObject({
    status: 403,
    message: expect.stringContaining("Missing scope: write:all"),
  });
});

it("webhook-ticket-created: the ticket is one as Get Ticket answers it, and nothing that our form asked for", () => {
  const { response } = recording("webhook-ticket-created");
  expect(faults(ticket.schema, (response as { ticket: unknown }).ticket)).toEqual([]);
  const sent = { data: response, contentType: "application/json" };
  const payload = { body: sent, rawBody: sent } as Parameters<typeof readWebhookEvent>[0];
  expect(readWebhookEvent(payload)).toBeUndefined();
});

it("every recording is looked at", () => {
  const looked = [
    ...ACTIONS.map(([file]) => file),
    ...DELETIONS.map(([file]) => file),
    "list-ticket-messages",
    "list-view-items",
    "error-403-missing-scope",
    "webhook-ticket-created",
  ];
  const files = readdirSync(FOLDER).map((name) => name.replace(".json", ""));
  expect(looked.sort()).toEqual(files.sort());
});
