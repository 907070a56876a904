import { carryOut } from "../../src/mcp/call";
import { isTool } from "../../src/mcp/tool";
import { toolsets } from "../../src/mcp/toolsets";
import { connection } from "../support/steps";
import { gorgias, useWire } from "../support/wire";
import { textOf } from "./clients";

const tools = toolsets.flatMap((one) => one.tools).filter(isTool);

type Given = Record<string, unknown>;
type Body = Record<string, string | null | number[] | { id: number | null }>;

/** What a call answers, on the wire that nock watches. */
async function answerTo(name: string, given: Given): Promise<string> {
  const tool = tools.find((one) => one.name === `gorgias_${name}`);
  if (!tool) {
    throw new Error(`There is no tool ${name}.`);
  }
  const result = await carryOut(tool, given, {
    open: async () => ({ connection }),
    signal: new AbortController().signal,
  });
  return "content" in result && result.isError ? textOf(result as never) : "done";
}

useWire();

const TICKET = "/api/tickets/7";

it.each<[string, Given, string, Body]>([
  ["update_ticket", { id: 7, external_id: null }, TICKET, { external_id: null }],
  ["update_ticket", { id: 7, external_id: "" }, TICKET, { external_id: null }],
  ["update_ticket", { id: 7, snooze_datetime: null }, TICKET, { snooze_datetime: null }],
  ["update_ticket", { id: 7, trashed_datetime: "" }, TICKET, { trashed_datetime: null }],
  ["update_ticket", { id: 7, tags: [] }, TICKET, { tags: [] }],
  ["update_ticket", { id: 7, tags: null }, TICKET, { tags: [] }],
  ["update_ticket", { id: 7, subject: "" }, TICKET, { subject: "" }],
  ["update_ticket", { id: 7, assignee_user: null }, TICKET, { assignee_user: { id: null } }],
  ["update_ticket", { id: 7, assignee_team: "" }, TICKET, { assignee_team: { id: null } }],
  [
    "update_ticket",
    { id: 7, subject: "Hello", meta: null, language: null },
    TICKET,
    { subject: "Hello", meta: null, language: null },
  ],
  ["assign_ticket", { id: 7, assignee_user: null }, TICKET, { assignee_user: { id: null } }],
  [
    "assign_ticket",
    { id: 7, assignee_user: 5, assignee_team: null },
    TICKET,
    { assignee_user: { id: 5 }, assignee_team: { id: null } },
  ],
  ["set_ticket_tags", { ticket_id: 7, names: [] }, `${TICKET}/tags`, { names: [] }],
  ["customers_update_customer", { id: 7, name: null }, "/api/customers/7", { name: null }],
  ["update_customer", { id: 7, note: "" }, "/api/customers/7", { note: null }],
  ["update_customer_data", { customer_id: 7, data: null }, "/api/customers/7/data", { data: null }],
  [
    "update_custom_field",
    { id: 7, deactivated_datetime: null },
    "/api/custom-fields/7",
    { deactivated_datetime: null },
  ],
  ["update_user", { id: 7, bio: null }, "/api/users/7", { bio: null }],
  ["update_macro", { id: 7, intent: null }, "/api/macros/7", { intent: null }],
  [
    "update_rule",
    { id: 7, deactivated_datetime: null },
    "/api/rules/7",
    { deactivated_datetime: null },
  ],
  ["update_team", { id: 7, emoji: null }, "/api/teams/7", { decoration: null }],
  [
    "update_tag",
    { id: 7, color: "", description: null },
    "/api/tags/7",
    { decoration: null, description: null },
  ],
  // Where an update in which nothing is filled in would only read.
  [
    "update_view",
    { id: 7, search: "", shared_with_users: [] },
    "/api/views/7",
    { search: null, shared_with_users: [] },
  ],
  ["update_job", { id: 7, meta: null }, "/api/jobs/7", { meta: null }],
])("%s with %j clears", async (tool, given, path, body) => {
  gorgias().put(path, body).reply(202, { id: 7 });
  expect(await answerTo(tool, given)).toBe("done");
});

it("what Gorgias replaces as a whole is sent whole, without what is cleared", async () => {
  const survey = {
    id: 7,
    ticket_id: 1,
    customer_id: 2,
    score: 5,
    body_text: "Fine!",
    should_send_datetime: "2026-01-01T00:00:00Z",
  };
  const { id, ...rest } = survey;
  gorgias().get("/api/satisfaction-surveys/7").reply(200, survey);
  gorgias()
    .put("/api/satisfaction-surveys/7", { ...rest, should_send_datetime: null, body_text: null })
    .reply(202, survey);
  expect(
    await answerTo("update_satisfaction_survey", {
      id: 7,
      should_send_datetime: null,
      body_text: "",
    }),
  ).toBe("done");
});

it("a message is changed with what Gorgias asks for beside it", async () => {
  const message = { id: 8, channel: "email", via: "api", from_agent: true };
  gorgias().get("/api/tickets/7/messages/8").reply(200, message);
  gorgias()
    .put("/api/tickets/7/messages/8", {
      external_id: null,
      attachments: null,
      channel: "email",
      via: "api",
      from_agent: true,
    })
    .reply(202, message);
  const given = { ticket_id: 7, id: 8, external_id: null, attachments: [] };
  expect(await answerTo("update_ticket_message", given)).toBe("done");
});

it("a survey that is new can be one that is never sent", async () => {
  const body = { ticket_id: 1, customer_id: 2, should_send_datetime: null };
  gorgias().post("/api/satisfaction-surveys", body).reply(201, { id: 7 });
  expect(await answerTo("create_satisfaction_survey", body)).toBe("done");
});

it("an update changes nothing that nobody spoke of: a closed ticket stays closed", async () => {
  gorgias().put(TICKET, { subject: "Hello" }).reply(202, { id: 7 });
  expect(await answerTo("update_ticket", { id: 7, subject: "Hello" })).toBe("done");
});

it("what is new stays without what is given empty", async () => {
  gorgias().post("/api/teams", { name: "Shipping" }).reply(201, { id: 7 });
  const given = { name: "Shipping", description: "", members: [], emoji: null };
  expect(await answerTo("create_team", given)).toBe("done");
});

const NOT_CLEARED =
  "cannot be cleared with this. Leave it out to keep what is there, or give it a value.";
const EMPTY = "is empty. Leave it out, or give it a value.";

it.each<[string, Given, string]>([
  ["update_ticket", { id: 7, status: null }, `status: ${NOT_CLEARED}`],
  ["update_ticket", { id: 7, priority: "" }, `priority: ${NOT_CLEARED}`],
  ["update_ticket", { id: 7, custom_fields: [] }, `custom_fields: ${NOT_CLEARED}`],
  ["update_ticket", { id: 7, tags: [""] }, `tags: ${NOT_CLEARED}`],
  ["update_ticket", { id: 7, meta: "null" }, `meta: ${NOT_CLEARED}`],
  ["update_ticket", { id: 7, assignee_user: {} }, `assignee_user: ${NOT_CLEARED}`],
  ["customers_update_customer", { id: 7, channels: [] }, `channels: ${NOT_CLEARED}`],
  ["update_team", { id: 7, members: [] }, `members: ${NOT_CLEARED}`],
  ["update_macro", { id: 7, body_text: "" }, `body_text: ${NOT_CLEARED}`],
  ["update_widget", { id: 7, template: null }, `template: ${NOT_CLEARED}`],
  ["snooze_ticket", { id: 7, snooze_datetime: null }, `snooze_datetime: ${NOT_CLEARED}`],
  ["list_tickets", { customer_id: null }, `customer_id: ${EMPTY}`],
  ["list_tickets", { ticket_ids: [] }, `ticket_ids: ${EMPTY}`],
  ["list_customers", { email: "" }, `email: ${EMPTY}`],
  ["list_customers", { order_by: " " }, `order_by: ${EMPTY}`],
  ["list_customers", { cursor: null }, `cursor: ${EMPTY}`],
  ["reply_to_ticket", { ticket_id: 7, text: "Hello", cc: [] }, `cc: ${EMPTY}`],
  ["update_ticket", { id: null, subject: "Hello" }, "id: this argument is required."],
  ["delete_tags", { ids: [] }, "ids: this argument is required."],
])("%s with %j is refused before any request", async (tool, given, refusal) => {
  expect(await answerTo(tool, given)).toBe(refusal);
});

it.each<[string, Given, RegExp]>([
  ["assign_ticket", { id: 7 }, /^assignee_user: is missing: give this, assignee_team, /],
  [
    "add_internal_note",
    { ticket_id: 7 },
    /^text: is missing, and so is html\. Give one of the two\.$/,
  ],
  [
    "snooze_ticket",
    { id: 7, snoozeFor: 2, snooze_datetime: "2099-01-01" },
    /^snoozeFor: is given, and so is snooze_datetime\. Leave one of the two out\.$/,
  ],
  [
    "customers_update_customer_custom_field_value",
    { customer_id: 7, id: 8, body: { value: null } },
    /^body: this argument is required\. To take a value away, use Delete Customer/,
  ],
])("%s with %j is refused in terms of arguments", async (tool, given, refusal) => {
  expect(await answerTo(tool, given)).toMatch(refusal);
});

it("what Gorgias' answer shows to be wrong is refused in terms of arguments as well", async () => {
  const setting = { id: 9, type: "business-hours", data: {} };
  gorgias()
    .get("/api/account/settings")
    .reply(200, { data: [setting], meta: {} });
  expect(await answerTo("update_account_setting", { id: 9, type: "agent-costs" })).toMatch(
    /^type: the setting 9 is of the type business-hours, not agent-costs\. Leave it out/,
  );
});
