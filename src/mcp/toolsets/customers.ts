import { isObject } from "../../client/json";
import { refusal } from "../../fields/inputError";
import { further } from "../tools/mergedCustomer";
import type { Difference, Given, ToolSpec } from "../tools/tool";
import { DOWNLOAD, REPORT, UPLOAD } from "./derived";

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

/**
 * The tools of the customers server, in the order in which they are listed: for each the action
 * that it runs, and how its arguments differ from the action's inputs.
 */
export const customers: Readonly<Record<string, ToolSpec>> = {
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
  download_file: DOWNLOAD,
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
  post_api_reporting_stats: REPORT,
  post_api_stats_name: { action: "getStatistic", takes: ["name", "filters"] },
  post_api_stats_name_download: { action: "downloadStatistic", takes: ["name", "filters"] },
  post_api_upload: UPLOAD,
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
