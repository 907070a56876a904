import type { File } from "../../client/content";
import { isObject } from "../../client/json";
import { refusal } from "../../fields/inputError";
import { fileOf } from "../files";
import { further } from "../mergedCustomer";
import { REPORT_QUERY } from "../reportQuery";
import { type Difference, type Given, PREFIX, type Tool, type ToolSpec, toolOf } from "../tool";

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

const VALUE: Difference = {
  // Gorgias repeats the field's id beside the value; the input holds the value alone.
  name: "body",
  input: "value",
  comments: "The value to set, as { value }.",
  accepts: { type: "object", properties: { id: { type: "integer", minimum: 1 }, value: {} } },
  toInput: valueAlone,
};

const FILE: Difference = {
  name: "file",
  comments:
    "The file as a data URI, as base64 or as an https address, of up to 10 MB, that anybody can read.",
  toInput: (value) => fileOf("file", value),
};

/**
 * The tools of the customers server, in the order in which they are listed: for each the action
 * that it runs, and how its arguments differ from the action's inputs.
 */
const TOOLS: Readonly<Record<string, ToolSpec>> = {
  create_custom_field: {
    action: "createCustomField",
    // The connector offers a form in place of the JSON, which is not offered here.
    takes: CUSTOM_FIELD.map((one) => (one === "definition" ? { name: one, required: true } : one)),
  },
  create_customer: {
    action: "createCustomer",
    takes: [{ name: "channels", required: true }, ...CUSTOMER],
  },
  delete_customer: { action: "deleteCustomer", takes: ["id"] },
  delete_customer_custom_field_value: {
    action: "deleteCustomerCustomFieldValue",
    takes: ["customer_id", "id"],
  },
  delete_customers: { action: "deleteCustomers", takes: ["ids"] },
  download_file: {
    action: "downloadFile",
    takes: ["file_type", "domain_hash", "resource_name"].map((name) => ({ name, required: true })),
  },
  get_custom_field: { action: "getCustomField", takes: ["id"] },
  get_customer: {
    action: "getCustomer",
    // Gorgias takes texts.
    takes: ["id", { name: "relationships", byName: true }],
  },
  get_event: { action: "getEvent", takes: ["id"] },
  list_custom_fields: {
    action: "listCustomFields",
    takes: ["object_type", "search", "archived", "order_by", "cursor", "limit"],
  },
  list_customer_custom_fields_values: {
    action: "listCustomerCustomFieldsValues",
    takes: ["customer_id"],
  },
  list_customers: {
    action: "listCustomers",
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
    takes: [
      "source_id",
      "target_id",
      further("active"),
      "channels",
      further("created_datetime"),
      further("custom_fields"),
      further("customer"),
      further("data"),
      further("ecommerce_data"),
      "email",
      "external_id",
      further("firstname"),
      further("id"),
      further("integrations"),
      "language",
      further("lastname"),
      "meta",
      "name",
      "note",
      "timezone",
      further("updated_datetime"),
    ],
  },
  post_api_reporting_stats: {
    action: "getReportingStatistic",
    takes: ["cursor", "limit", REPORT_QUERY],
  },
  post_api_stats_name: { action: "getStatistic", takes: ["name", "filters"] },
  post_api_stats_name_download: { action: "downloadStatistic", takes: ["name", "filters"] },
  post_api_upload: {
    action: "uploadFiles",
    takes: ["type", FILE],
    labelledFiles: {
      input: "files",
      comments:
        'In place of file, the argument can be called what the file is to be called, as in { "package-damaged.png": "data:…" }; several at once upload several files.',
      toInput: labelledFiles,
    },
  },
  search: { action: "search", takes: ["query", "size", "type"] },
  update_custom_field: { action: "updateCustomField", takes: ["id", ...CUSTOM_FIELD] },
  update_custom_fields: {
    action: "updateCustomFields",
    takes: [{ name: "body", input: "fields" }],
  },
  update_customer: { action: "updateCustomer", takes: ["id", "channels", ...CUSTOMER] },
  update_customer_custom_field_value: {
    action: "updateCustomerCustomFieldValue",
    takes: ["customer_id", "id", VALUE],
  },
  update_customer_custom_field_values: {
    action: "updateCustomerCustomFieldValues",
    takes: ["customer_id", { name: "body", input: "custom_fields", required: true }],
  },
  update_customer_data: {
    action: "updateCustomerData",
    takes: [
      "customer_id",
      // Gorgias needs it, and takes any JSON; it is listed as an object that may be left out.
      { name: "data", required: false, accepts: { type: "object" } },
      "version",
    ],
  },
};

/** Every tool of the customers server, in the order in which they are listed. */
export const tools: readonly Tool[] = Object.entries(TOOLS).map(([name, spec]) =>
  toolOf(PREFIX + name, spec, toolNames()),
);

/** The tools' names by the keys of the actions that they run. */
function toolNames(): ReadonlyMap<string, string> {
  return new Map(Object.entries(TOOLS).map(([name, { action }]) => [action, PREFIX + name]));
}

/** The value of the field that the argument id names. */
function valueAlone(body: unknown, { id }: Given): unknown {
  if (!isObject(body)) {
    throw refusal("body", "expected an object such as { value: … }.");
  }
  if (body.id !== undefined && String(body.id) !== String(id)) {
    throw refusal("body.id", "differs from the argument id. Leave it out.");
  }
  return body.value;
}

/** Files by the arguments' names. */
async function labelledFiles(given: Given): Promise<{ key: string; value: File }[]> {
  const files = Object.entries(given).map(async ([key, value]) => ({
    key,
    value: await fileOf(key, value),
  }));
  return Promise.all(files);
}
