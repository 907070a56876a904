import type { Micros } from "../../clock";
import type { CustomField } from "../records/customField";

/** Ids of the custom fields that the made-up tickets and customers have values for. */
export const FIELD_IDS = {
  contactReason: 8_801,
  orderNumber: 8_802,
  refundAmount: 8_803,
  resolved: 8_804,
  intent: 8_805,
  loyalty: 8_811,
  points: 8_812,
  newsletter: 8_813,
  company: 8_814,
} as const;

/** What Gorgias makes out of a ticket by itself. */
const INTENTS = ["Order::Status", "Return::Request", "Product::Question", "Other::Other"];

/** One custom field of each kind, for tickets and for customers. */
export function customFields(opened: Micros): CustomField[] {
  const made: Pick<CustomField, "id" | "object_type" | "label" | "managed_type" | "definition">[] =
    [
      {
        id: FIELD_IDS.contactReason,
        object_type: "Ticket",
        label: "Contact reason",
        managed_type: "contact_reason",
        definition: {
          data_type: "text",
          input_settings: {
            input_type: "dropdown",
            choices: [
              "Shipping::Late delivery",
              "Return::Changed mind",
              "Product::Damaged",
              "Product::Question",
              "Order::Change",
              "Order::Cancel",
              "Discount::Request",
            ],
          },
        },
      },
      {
        id: FIELD_IDS.orderNumber,
        object_type: "Ticket",
        label: "Order number",
        managed_type: null,
        definition: {
          data_type: "text",
          input_settings: { input_type: "input", placeholder: "#10234" },
        },
      },
      {
        id: FIELD_IDS.refundAmount,
        object_type: "Ticket",
        label: "Refund amount",
        managed_type: null,
        definition: {
          data_type: "number",
          input_settings: { input_type: "input_number", min: 0, max: "5000" },
        },
      },
      {
        id: FIELD_IDS.resolved,
        object_type: "Ticket",
        label: "Solved at first contact",
        managed_type: null,
        definition: { data_type: "boolean", input_settings: { input_type: "dropdown" } },
      },
      {
        id: FIELD_IDS.intent,
        object_type: "Ticket",
        label: "AI Intent",
        managed_type: "ai_intent",
        definition: {
          data_type: "text",
          input_settings: { input_type: "dropdown", choices: INTENTS },
        },
      },
      {
        id: FIELD_IDS.loyalty,
        object_type: "Customer",
        label: "Loyalty level",
        managed_type: "customer_type",
        definition: {
          data_type: "text",
          input_settings: { input_type: "dropdown", choices: ["Bronze", "Silver", "Gold"] },
        },
      },
      {
        id: FIELD_IDS.points,
        object_type: "Customer",
        label: "Loyalty points",
        managed_type: null,
        definition: {
          data_type: "number",
          input_settings: { input_type: "input_number", min: 0 },
        },
      },
      {
        id: FIELD_IDS.newsletter,
        object_type: "Customer",
        label: "Reads the newsletter",
        managed_type: null,
        definition: { data_type: "boolean", input_settings: { input_type: "dropdown" } },
      },
      {
        id: FIELD_IDS.company,
        object_type: "Customer",
        label: "Company",
        managed_type: null,
        definition: { data_type: "text", input_settings: { input_type: "input" } },
      },
    ];
  return made.map((field, index) => ({
    ...field,
    description: null,
    external_id: null,
    priority: made.length - index,
    required: false,
    created_datetime: opened + 18_000_000_219 + index * 1_000_003,
    updated_datetime: opened + 18_000_000_219 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}
