import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** A custom field for numbers that every sandbox has. */
const TICKET_FIELD = 8803;

/** Custom fields, and their values on the tour's ticket and customer. */
export const customFields: readonly Stop[] = [
  {
    action: "updateTicketCustomField",
    inputs: { ticket_id: earlier("createTicket", "id"), id: TICKET_FIELD, value: "1" },
  },
  {
    action: "updateTicketCustomFields",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      customFieldValues: [{ key: String(TICKET_FIELD), value: "2" }],
    },
  },
  { action: "listTicketCustomFields", inputs: { ticket_id: earlier("createTicket", "id") } },
  {
    action: "deleteTicketCustomField",
    inputs: { ticket_id: earlier("createTicket", "id"), id: TICKET_FIELD },
  },
  { action: "listCustomFields", inputs: { object_type: "Customer" } },
  {
    action: "createCustomField",
    inputs: {
      object_type: "Customer",
      label: "Favourite colour",
      dataType: "text",
      choices: ["Blue", "Red"],
    },
  },
  { action: "getCustomField", inputs: { id: earlier("createCustomField", "id") } },
  {
    action: "updateCustomField",
    inputs: { id: earlier("createCustomField", "id"), description: "Asked for at checkout." },
  },
  {
    action: "updateCustomerCustomFieldValues",
    inputs: {
      customer_id: earlier("createCustomer", "id"),
      custom_fields: [{ id: earlier("createCustomField", "id"), value: "Blue" }],
    },
  },
  {
    action: "updateCustomerCustomFieldValue",
    inputs: {
      customer_id: earlier("createCustomer", "id"),
      id: earlier("createCustomField", "id"),
      value: "Red",
    },
  },
  {
    action: "listCustomerCustomFieldsValues",
    inputs: { customer_id: earlier("createCustomer", "id") },
  },
  {
    action: "deleteCustomerCustomFieldValue",
    inputs: {
      customer_id: earlier("createCustomer", "id"),
      id: earlier("createCustomField", "id"),
    },
  },
  {
    action: "updateCustomFields",
    inputs: {
      fields: [
        { id: earlier("createCustomField", "id"), deactivated_datetime: "2026-01-01T00:00:00Z" },
      ],
    },
  },
];
