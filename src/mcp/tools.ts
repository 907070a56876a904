import { actions } from "../actions";
import type { Action } from "../actions/defineAction";
import { InputError } from "../client/errors";
import { isObject } from "../client/json";
import type { Accepted, Field, JsonType } from "../inputs/field";
import { fileOf } from "./files";

/** An operation that a model can choose. */
export interface Tool {
  readonly name: string;
  /** For the model: what it does, when to prefer another tool, what comes back, how to page. */
  readonly description: string;
  readonly action: Action;
  /** In the order in which they are listed. */
  readonly parameters: readonly Parameter[];
  /** Whether it only adds, so that nothing is lost by it and a repetition adds again. */
  readonly adds: boolean;
  /** The input that takes every argument that is named like a file, by that name. */
  readonly labelledFiles?: string;
}

/** One argument of a tool. What it means and takes is said by the action's input. */
export interface Parameter {
  readonly name: string;
  /** The key of the input that it fills in. */
  readonly input: string;
  readonly field: Field<unknown>;
  readonly required: boolean;
  /** What it is listed as. */
  readonly accepts: Accepted;
  /** Turns what the tool takes into what the input takes. */
  readonly toInput: (value: unknown, given: Given) => unknown;
}

/** All arguments of a call, as they came. */
export type Given = Readonly<Record<string, unknown>>;

/** How an argument differs from the input that it fills in. */
interface Difference {
  readonly name: string;
  readonly input?: string;
  readonly required?: boolean;
  readonly accepts?: Accepted;
  readonly toInput?: Parameter["toInput"];
  /** Listed as an object, while the input takes text: as { name }. Text alone is taken too. */
  readonly byName?: boolean;
}

interface Spec extends Partial<Pick<Tool, "adds" | "labelledFiles">> {
  readonly description: string;
  readonly action: string;
  /** An input's key, or how the argument differs from the input. */
  readonly takes: readonly (string | Difference)[];
}

/** What goes in front of every name. */
export const PREFIX = "gorgias_customers_";

const PAGES =
  "Answers { data, meta }: for the next page repeat the call with cursor set to meta.next_cursor; null means that this was the last page. Keep the filters and order_by the same on every page.";

const UNCHANGED = "What is left out stays as it is.";

const LEGACY =
  "Gorgias switches these statistics off on 2026-12-31: prefer gorgias_customers_post_api_reporting_stats.";

const CUSTOM_FIELD = [
  "deactivated_datetime",
  "definition",
  "description",
  "external_id",
  "label",
  // Gorgias takes one of a few texts.
  { name: "managed_type", byName: true },
  "object_type",
  "priority",
  "required",
] as const;

const CUSTOMER = ["email", "external_id", "language", "name", "timezone"] as const;

const TOOLS: Readonly<Record<string, Spec>> = {
  create_custom_field: {
    action: "createCustomField",
    adds: true,
    description:
      "Creates the definition of a custom field for tickets or customers, such as a dropdown called Colour. To set the value that a customer has in a field, use gorgias_customers_update_customer_custom_field_value. Answers the new field with its id.",
    takes: CUSTOM_FIELD.map((one) =>
      // The connector offers a form in place of the JSON, which is not offered here.
      one === "definition" ? { name: one, required: true } : one,
    ),
  },
  create_customer: {
    action: "createCustomer",
    adds: true,
    description:
      "Creates a customer. Look with gorgias_customers_search first whether the customer exists already: an e-mail address or external_id in use is refused with 409. Answers the new customer with its id.",
    takes: [{ name: "channels", required: true }, ...CUSTOMER],
  },
  delete_customer: {
    action: "deleteCustomer",
    description:
      "Deletes one customer for good. For several, use gorgias_customers_delete_customers; to bring two records of the same person together, gorgias_customers_merge_customers. Answers { id, deleted }.",
    takes: ["id"],
  },
  delete_customer_custom_field_value: {
    action: "deleteCustomerCustomFieldValue",
    description:
      "Clears the value that a customer has in one custom field. The field itself stays. Answers { id, deleted }.",
    takes: ["customer_id", "id"],
  },
  delete_customers: {
    action: "deleteCustomers",
    description:
      "Deletes several customers for good, in one request: all of them, or none when one does not exist. Answers { ids, deleted }.",
    takes: ["ids"],
  },
  download_file: {
    action: "downloadFile",
    description:
      "Downloads a file that was uploaded to Gorgias, such as an attachment. The three arguments are the last three parts of its address: https://…/{file_type}/{domain_hash}/{resource_name}. Answers the file as a base64 resource, and { contentType, size }.",
    takes: ["file_type", "domain_hash", "resource_name"].map((name) => ({ name, required: true })),
  },
  get_custom_field: {
    action: "getCustomField",
    description:
      "Reads the definition of one custom field by its id: its label, type and choices. To find the id, use gorgias_customers_list_custom_fields. Answers the field.",
    takes: ["id"],
  },
  get_customer: {
    action: "getCustomer",
    description:
      "Reads one customer by id, with channels, note, meta and data. To find somebody by name, e-mail address or phone number, use gorgias_customers_search. Answers the customer.",
    takes: [
      "id",
      // Gorgias takes texts.
      { name: "relationships", byName: true },
    ],
  },
  get_event: {
    action: "getEvent",
    description:
      "Reads one event by id: what happened, when, to what, and by whom. To find events, use gorgias_customers_list_events. Answers the event.",
    takes: ["id"],
  },
  list_custom_fields: {
    action: "listCustomFields",
    description: `Lists the definitions of the custom fields of tickets or of customers. For the values of one customer, use gorgias_customers_list_customer_custom_fields_values. ${PAGES}`,
    takes: ["object_type", "search", "archived", "order_by", "cursor", "limit"],
  },
  list_customer_custom_fields_values: {
    action: "listCustomerCustomFieldsValues",
    description:
      "Lists the values that one customer has in custom fields, each with the definition of its field. Answers { data } with all of them: there are no pages.",
    takes: ["customer_id"],
  },
  list_customers: {
    action: "listCustomers",
    description: `Lists customers that match every filter exactly, the most recently created first. To look for a part of a name or address, use gorgias_customers_search. ${PAGES}`,
    takes: [
      "cursor",
      "email",
      "external_id",
      "language",
      "limit",
      "name",
      "order_by",
      "timezone",
      "view_id",
      "channel_type",
      "channel_address",
    ],
  },
  list_events: {
    action: "listEvents",
    description: `Lists what happened in the account, the most recent first. For the history of one customer give object_type Customer with object_id; for a kind of event, types. ${PAGES}`,
    takes: [
      "created_datetime",
      "cursor",
      "limit",
      "object_id",
      "object_type",
      "order_by",
      "types",
      "user_ids",
    ],
  },
  merge_customers: {
    action: "mergeCustomers",
    description:
      "Merges one customer into another: the source's tickets and channels go to the target, and the source is gone for good. The other arguments override what the target has then; mostly none is needed. Refused with 409 when both hold data of the same integration. Answers the customer who stays.",
    takes: [
      "source_id",
      "target_id",
      "active",
      "channels",
      "created_datetime",
      "custom_fields",
      "customer",
      "data",
      "ecommerce_data",
      "email",
      "external_id",
      "firstname",
      "id",
      "integrations",
      "language",
      "lastname",
      "meta",
      "name",
      "note",
      "timezone",
      "updated_datetime",
    ],
  },
  post_api_reporting_stats: {
    action: "getReportingStatistic",
    description: `Counts and measures: tickets, messages, reply times and so on within a period, by the dimensions asked for. The way to answer how many and how fast. ${PAGES}`,
    takes: ["cursor", "limit", "query"],
  },
  post_api_stats_name: {
    action: "getStatistic",
    description: `Reads a statistic of the older kind by its name. ${LEGACY} Answers { data, meta } in a shape that depends on the name.`,
    takes: ["name", "filters"],
  },
  post_api_stats_name_download: {
    action: "downloadStatistic",
    description: `Reads a statistic of the older kind as a CSV file. ${LEGACY} Answers the file as a base64 resource, and { contentType, size }.`,
    takes: ["name", "filters"],
  },
  post_api_upload: {
    action: "uploadFiles",
    adds: true,
    description:
      'Uploads a file, to attach it to something afterwards. Give it as a data URI, as base64 or as an https address, of up to 10 MB, that anybody can read. In place of file, the argument can be called what the file is to be called, as in { "package-damaged.png": "data:…" }; several at once upload several files. Answers { data } with the url, name, size and content_type of each.',
    takes: ["type", { name: "file", toInput: (value) => fileOf("file", value) }],
    labelledFiles: "files",
  },
  search: {
    action: "search",
    description:
      "Finds customers, agents, teams, tags or integrations by a part of their name or address: the first choice for finding somebody. customer looks at names and e-mail addresses, customer_profile at phone numbers and other addresses too. For exact filters and for pages, use gorgias_customers_list_customers. Answers { data } with the best matches, at most 50, and the answer as it came under raw.",
    takes: ["query", "size", "type"],
  },
  update_custom_field: {
    action: "updateCustomField",
    description: `Changes the definition of one custom field. ${UNCHANGED} For several at once, use gorgias_customers_update_custom_fields. Answers the field as it is then.`,
    takes: ["id", ...CUSTOM_FIELD],
  },
  update_custom_fields: {
    action: "updateCustomFields",
    description: `Changes the definitions of several custom fields at once, for example their order. ${UNCHANGED} Answers { data } with the fields as they are then.`,
    takes: [{ name: "body", input: "fields" }],
  },
  update_customer: {
    action: "updateCustomer",
    description: `Changes one customer. ${UNCHANGED} channels, when given, replace all that the customer has: send the old ones along. Answers the customer as it is then.`,
    takes: ["id", "channels", ...CUSTOMER],
  },
  update_customer_custom_field_value: {
    action: "updateCustomerCustomFieldValue",
    description:
      "Sets the value that a customer has in one custom field: body is { value }. For several fields at once, use gorgias_customers_update_customer_custom_field_values; to clear a value, gorgias_customers_delete_customer_custom_field_value. Answers the value and its field.",
    takes: [
      "customer_id",
      "id",
      {
        // Gorgias repeats the field's id beside the value; the input holds the value alone.
        name: "body",
        input: "value",
        accepts: {
          type: "object",
          properties: { id: { type: "integer", minimum: 1 }, value: {} },
        },
        toInput: valueAlone,
      },
    ],
  },
  update_customer_custom_field_values: {
    action: "updateCustomerCustomFieldValues",
    description:
      "Sets the values that a customer has in several custom fields: body is a list of { id, value } with the field's id. Other fields keep their values. Answers { data } with all values of the customer.",
    takes: ["customer_id", { name: "body", input: "custom_fields", required: true }],
  },
  update_customer_data: {
    action: "updateCustomerData",
    description:
      "Replaces the data that agents see beside a customer's tickets, for example orders from a shop. It is not the customer's name or channels: for those use gorgias_customers_update_customer. data is needed.",
    takes: [
      "customer_id",
      // Gorgias needs it, and takes any JSON; it is listed as an object that may be left out.
      { name: "data", required: false, accepts: { type: "object" } },
      "version",
    ],
  },
};

/** Every tool, in the order in which they are listed. */
export const tools: readonly Tool[] = Object.entries(TOOLS).map(([name, spec]) =>
  toolOf(PREFIX + name, spec),
);

function toolOf(name: string, { action: key, takes, adds = false, ...rest }: Spec): Tool {
  const action = actions.find((one) => one.key === key);
  if (!action) {
    throw new Error(`${name}: there is no action ${key}.`);
  }
  const parameters = takes.map((one) =>
    parameterOf(action, typeof one === "string" ? { name: one } : one),
  );
  return { name, action, adds, parameters, ...rest };
}

function parameterOf(action: Action, difference: Difference): Parameter {
  const { name, input = name } = difference;
  const field = action.inputs[input];
  if (!field) {
    throw new Error(`${action.key}: there is no input ${input}.`);
  }
  const isRequired = "required" in field.shown && field.shown.required === true;
  const { required = isRequired, byName = false } = difference;
  const { accepts = byName ? named(field.accepts) : field.accepts } = difference;
  const { toInput = byName ? namesIn : (value: unknown) => value } = difference;
  return { name, input, field, required, accepts, toInput };
}

function named(accepts: Accepted): JsonType {
  const type: JsonType = typeof accepts === "function" ? {} : accepts;
  return type.items
    ? { ...type, items: named(type.items) }
    : { type: "object", properties: { name: type } };
}

function namesIn(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(namesIn);
  }
  return isObject(value) && "name" in value ? value.name : value;
}

/** In the input, text that looks like a number is one unless it stands in double quotes. */
function valueAlone(body: unknown, { id }: Given): unknown {
  if (!isObject(body)) {
    throw new InputError("body", "expected an object such as { value: … }.");
  }
  if (body.id !== undefined && String(body.id) !== String(id)) {
    throw new InputError("body.id", "is another field than the argument id. Leave it out.");
  }
  return typeof body.value === "string" && body.value !== "" ? `"${body.value}"` : body.value;
}
