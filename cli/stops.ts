import { earlier } from "./earlier";
import type { InputValues } from "./platform";

/** What the statistics of the tour look at. */
const PERIOD = { start_datetime: "2026-01-01T00:00:00Z", end_datetime: "2027-01-01T00:00:00Z" };

/** The tickets of that time, by month. */
const REPORT = {
  scope: "tickets-created",
  timezone: "UTC",
  filters: [
    { member: "periodStart", operator: "afterDate", values: [PERIOD.start_datetime] },
    { member: "periodEnd", operator: "beforeDate", values: [PERIOD.end_datetime] },
  ],
  measures: ["ticketCount"],
  time_dimensions: [{ dimension: "createdDatetime", granularity: "month" }],
};

/** One run of the tour: an action with its inputs, which may come from earlier answers. */
export interface Stop {
  readonly action: string;
  /** Left out, they are what a person would likely fill in. */
  readonly inputs?: InputValues;
}

const EMAIL = "robin.tour@example.com";

/** A custom field for numbers that every sandbox has. */
const TICKET_FIELD = 8803;

/**
 * The tour, in order. Each action that changes something stands here at least once, and one that
 * only reads where its inputs are worth showing; what the tour makes it deletes again.
 */
export const STOPS: readonly Stop[] = [
  { action: "getAccount" },
  {
    action: "createCustomer",
    inputs: {
      name: "Robin Tour",
      email: EMAIL,
      language: "en",
      timezone: "Europe/Paris",
      channels: '[{ "type": "phone", "address": "+33612345678" }]',
      meta: '{ "tier": "silver" }',
    },
  },
  { action: "getCustomer", inputs: { id: earlier("createCustomer", "id") } },
  {
    action: "updateCustomer",
    inputs: { id: earlier("createCustomer", "id"), note: "Prefers e-mail to the phone." },
  },
  {
    action: "updateCustomerData",
    inputs: {
      customer_id: earlier("createCustomer", "id"),
      data: '{ "loyalty": { "tier": "gold", "points": 1240 } }',
    },
  },
  { action: "listCustomers", inputs: { email: EMAIL } },
  { action: "listCustomers", inputs: { id: earlier("createCustomer", "id") } },
  {
    action: "createTicket",
    inputs: {
      subject: "Where is my order 1042?",
      channel: "email",
      via: "api",
      customer: EMAIL,
      tags: ["tour"],
      messages: [
        {
          channel: "email",
          via: "api",
          from_agent: false,
          sender: { id: earlier("createCustomer", "id") },
          subject: "Where is my order 1042?",
          body_text: "Hello! My parcel should have come on Monday.",
        },
      ],
    },
  },
  {
    action: "getTicket",
    inputs: { id: earlier("createTicket", "id"), relationships: ["custom_fields"] },
  },
  {
    action: "createTicketMessage",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      channel: "internal-note",
      via: "api",
      from_agent: "true",
      sender: "agent@example.com",
      body_text: "The parcel is at the depot.",
    },
  },
  { action: "listMessages", inputs: { ticket_id: earlier("createTicket", "id") } },
  {
    action: "getTicketMessage",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      id: earlier("createTicketMessage", "id"),
    },
  },
  {
    action: "updateTicket",
    inputs: { id: earlier("createTicket", "id"), status: "closed", priority: "high" },
  },
  { action: "listTickets", inputs: { limit: "5", order_by: "updated_datetime:desc" } },
  { action: "listTickets", inputs: { fetchAll: "true" } },
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
  {
    action: "uploadFiles",
    inputs: {
      file: { data: Buffer.from("A photo of a dented parcel."), contentType: "text/plain" },
      fileName: "parcel.txt",
    },
  },
  { action: "downloadFile", inputs: { attachmentUrl: earlier("uploadFiles", 0, "url") } },
  {
    action: "listEvents",
    inputs: { object_type: "Ticket", object_id: earlier("createTicket", "id"), limit: "5" },
  },
  { action: "getEvent", inputs: { id: earlier("listEvents", "data", 0, "id") } },
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
  { action: "getReportingStatistic", inputs: { query: REPORT } },
  { action: "getStatistic", inputs: { name: "support-volume", filters: { period: PERIOD } } },
  { action: "downloadStatistic", inputs: { name: "support-volume", filters: { period: PERIOD } } },
  { action: "search", inputs: { type: "customer", query: "robin tour" } },
  {
    action: "rawRequest",
    inputs: { method: "GET", url: "/tags", queryParams: [{ key: "limit", value: "3" }] },
  },
  { action: "deleteTicket", inputs: { id: earlier("createTicket", "id") } },
  { action: "createCustomer", inputs: { name: "Robin Tour-Again" } },
  {
    action: "mergeCustomers",
    inputs: {
      source_id: earlier("createCustomer", "id"),
      target_id: earlier("listCustomers", "data", 0, "id"),
    },
  },
  { action: "createCustomer", inputs: { name: "Robin Tour the Third" } },
  { action: "deleteCustomers", inputs: { ids: [earlier("createCustomer", "id")] } },
  { action: "deleteCustomer", inputs: { id: earlier("listCustomers", "data", 0, "id") } },
];
