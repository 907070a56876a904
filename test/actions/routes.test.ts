import { actions } from "../../src/actions";
import { partsOf, type Route } from "../../src/actions/route";
import type { Field, Fields } from "../../src/fields/field";
import { definitionInputs } from "../../src/inputs/fieldDefinitions";
import { httpInputs } from "../../src/inputs/httpSettings";
import { jobSettings, ticketSelection, ticketUpdates } from "../../src/inputs/jobs";
import { reportQuestion } from "../../src/inputs/statistics";
import { satisfactionSurvey } from "../../src/schemas/satisfactionSurvey";
import { widget } from "../../src/schemas/widget";
import nock from "../support/nock";
import { run } from "../support/steps";
import { ORIGIN, page, useWire } from "../support/wire";

useWire();

const endpoints = Object.entries(actions).flatMap(([key, { route, inputs }]) =>
  route === undefined ? [] : [{ key, route, inputs }],
);

/** Something that an input takes: its example, or what its schema allows. */
function sampleOf({ display, accepts }: Field<unknown>): unknown {
  const { example, default: untouched } = display as { example?: string; default?: string };
  if (example !== undefined || untouched) {
    return example ?? untouched;
  }
  if (display.type === "data") {
    const file = { data: "a file", contentType: "text/plain" };
    return "collection" in display ? [{ key: "a.txt", value: file }] : file;
  }
  if (typeof accepts === "function") {
    return '{ "a": 1 }';
  }
  const { type, minimum = 1, enum: choices, items } = accepts;
  const [one] = choices ?? items?.enum ?? [];
  return one ?? (type === "integer" || items ? String(minimum || 1) : type === "boolean" || "text");
}

const isRequired = ({ display }: Field<unknown>) => "required" in display && display.required;

/** What has to be filled in, and beside it what one of several inputs needs. */
function leastOf(key: string, inputs: Fields): Record<string, unknown> {
  const named = Object.keys(inputs).filter(
    (name) => isRequired(inputs[name] as Field<unknown>) || ALSO_NEEDED[key]?.includes(name),
  );
  return Object.fromEntries(named.map((name) => [name, sampleOf(inputs[name] as Field<unknown>)]));
}

/** Inputs of which an action needs one, though none of them alone. */
const ALSO_NEEDED: Readonly<Record<string, readonly string[]>> = {
  addTicketTags: ["ids"],
  addInternalNote: ["text"],
  assignTicket: ["assignee_user"],
  createCustomField: ["dataType"],
  createIntegration: ["url"],
  downloadFile: ["file_type", "domain_hash", "resource_name"],
  removeTicketTags: ["ids"],
  setTicketTags: ["ids"],
  updateRulesPriorities: ["priorities"],
  updateCustomerCustomFieldValues: ["custom_fields"],
  updateTicketCustomFields: ["custom_fields"],
  findOrCreateCustomer: ["email"],
  replyToTicket: ["text"],
  snoozeTicket: ["snooze_datetime"],
  uploadFiles: ["file"],
};

/** Where the body is nothing but what the input holds. */
const WHOLE_BODY = "";

/**
 * Where what an input holds is found, if not in the query or body under the input's own key: a path.
 */
const ELSEWHERE: Readonly<Record<string, string | readonly string[]>> = {
  "createTag.color": "decoration",
  "updateTag.color": "decoration",
  "createTeam.emoji": "decoration",
  "updateTeam.emoji": "decoration",
  "createMacro.body_text": "actions.0.arguments.body_text",
  "createMacro.body_html": "actions.0.arguments.body_html",
  "createMacro.tags": "actions.0.arguments.tags",
  "createMacro.priority": "actions.0.arguments.priority",
  "updateMacro.body_text": "actions.0.arguments.body_text",
  "updateMacro.body_html": "actions.0.arguments.body_html",
  "updateMacro.tags": "actions.0.arguments.tags",
  "updateMacro.priority": "actions.0.arguments.priority",
  "createTicket.assignee_user_id": "assignee_user",
  "updateTicket.assignee_user_id": "assignee_user",
  "updateCustomerCustomFieldValues.custom_fields": "0",
  "updateTicketCustomFields.custom_fields": "0",
  "updateCustomFields.fields": WHOLE_BODY,
  "updateCustomerCustomFieldValue.value": WHOLE_BODY,
  "updateTicketCustomField.value": WHOLE_BODY,
  "addInternalNote.text": "body_text",
  "addInternalNote.html": "body_html",
  ...sourceParts("createTicketMessage"),
  ...sourceParts("replyToTicket"),
  "replyToTicket.text": "body_text",
  "replyToTicket.html": "body_html",
  "replyToTicket.macro_id": "macros",
  "createView.emoji": "decoration",
  "updateView.emoji": "decoration",
  "searchViewItems.search": "view",
  "searchViewItems.filters": "view",
  "listEvents.created_datetime": ["created_datetime[gte]", "created_datetime[lt]"],
};

/** Addresses, which a message's source holds. */
function sourceParts(key: string): Readonly<Record<string, string>> {
  const parts = ["from", "to", "cc", "bcc"];
  return Object.fromEntries(parts.map((part) => [`${key}.${part}`, `source.${part}`]));
}

/** Inputs that need another one beside them. */
const BESIDE: Readonly<Record<string, string>> = { "listEvents.object_type": "object_id" };

/** Forms whose inputs are put together in the body; they have tests of their own. */
const FORMS: Readonly<Record<string, Fields>> = {
  createIntegration: httpInputs,
  updateIntegration: httpInputs,
  createJob: { ...ticketSelection, ...ticketUpdates, ...jobSettings },
  getReportingStatistic: reportQuestion,
};

/** A message that a ticket can be answered by. */
const QUESTION = {
  channel: "email",
  source: {
    type: "email",
    from: { address: "jo@example.com" },
    to: [{ address: "us@example.com" }],
  },
};

/** Runs an action and tells what it sent to its own route. */
async function sent(key: string, route: Route, given: Record<string, unknown>) {
  const { method, path } = partsOf(route);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given[name])),
  );
  let query: Record<string, unknown> = {};
  let body: unknown;
  if (method !== "GET") {
    // What a change depends on may be looked up first.
    const found = {
      ...BEFORE,
      type: "http",
      data: key === "updateAccountSetting" ? [settingOf(given)] : [],
      messages: [QUESTION],
    };
    nock(ORIGIN)
      .persist()
      .get(/^\/api\//)
      .query(true)
      .optionally()
      .reply(200, found);
  }
  nock(ORIGIN)
    .intercept(`/api${filled}`, method, (text) => {
      body = text;
      return true;
    })
    .query((parsed) => {
      query = parsed;
      return true;
    })
    .reply(200, { ...page([]), id: 7 });
  await run(key, given);
  return { query, body };
}

/** What needs any one of its inputs. */
const ONE_OF: Readonly<Record<string, object>> = {
  createCustomer: { name: "Jo" },
  updateIntegration: { name: "Orders" },
  updateJob: { status: "canceled" },
  updateSatisfactionSurvey: { score: 5 },
  updateView: { name: "Open" },
  updateWidget: { order: 3 },
};

/** What an update reads that sends it back; without anything in it, nothing of it shows. */
const BEFORE = Object.fromEntries(
  [
    ...["actions", "members", "params", "http", "name", "channel", "via", "from_agent"],
    ...Object.keys(satisfactionSurvey.example),
    ...Object.keys(widget.example),
    "app_id",
    "integration_id",
  ].map((key) => [key, null]),
);

/** A setting of the kind that is filled in. */
const settingOf = ({ id, type = "access" }: Record<string, unknown>) => ({ id, type, data: null });

it.each(endpoints)("$key calls $route", async ({ key, route, inputs }) => {
  await sent(key, route, { ...leastOf(key, inputs), ...ONE_OF[key] });
});

const optional = endpoints.flatMap(({ key, route, inputs }) =>
  Object.entries(inputs)
    // Gorgias' own names; those of the connector are in camel case and have tests of their own.
    .filter(([name]) => /^[a-z_]+$/.test(name) && !partsOf(route).pathNames.includes(name))
    .filter(([name]) => !(key === "uploadFiles" && name !== "type"))
    .filter(([name]) => !(key === "listCustomers" && name === "id"))
    .filter(([name]) => !Object.hasOwn(FORMS[key] ?? {}, name))
    .filter(
      ([name]) => !(Object.hasOwn(inputs, "dataType") && Object.hasOwn(definitionInputs, name)),
    )
    .map(([name, field]) => ({ key, route, name, field, inputs })),
);

it.each(optional)("$key sends $name", async ({ key, route, name, field, inputs }) => {
  const beside = BESIDE[`${key}.${name}`];
  const given = {
    ...leastOf(key, inputs),
    [name]: sampleOf(field),
    ...(beside && { [beside]: sampleOf(inputs[beside] as Field<unknown>) }),
  };
  const { query, body } = await sent(key, route, given);
  const places = [ELSEWHERE[`${key}.${name}`] ?? name].flat();
  const found = places.map((place) =>
    place === WHOLE_BODY ? body : valueAt({ ...query, ...Object(body) }, place.split(".")),
  );
  const expected = leavesOf(given[name]);
  expect(expected).not.toEqual([]);
  expect(leavesOf(found).sort()).toEqual(expected.sort());
});

/** What stands in a value at the end of a path. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => Object(inner)[key], value);
}

/** Every value within another one, as text. */
function leavesOf(value: unknown): string[] {
  if (typeof value === "string" && /^[[{]/.test(value)) {
    return leavesOf(JSON.parse(value));
  }
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [String(value)];
}
