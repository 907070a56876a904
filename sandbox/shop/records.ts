import type { Micros } from "../clock";

/** Values of custom fields by the ids of their definitions. */
export type FieldValues = Record<number, unknown>;

/** The account itself. */
export interface Account {
  domain: string;
  created_datetime: Micros;
}

/** An agent. */
export interface User {
  id: number;
  email: string;
  name: string;
  firstname: string;
  lastname: string;
  role: string;
  language: string;
  timezone: string;
  active: boolean;
  external_id: string | null;
  bio: string | null;
  meta: Record<string, unknown>;
  created_datetime: Micros;
  updated_datetime: Micros;
}

/** Agents who work together. */
export interface Team {
  id: number;
  name: string;
  description: string | null;
  memberIds: number[];
  created_datetime: Micros;
}

/** A word that tickets carry. */
export interface Tag {
  id: number;
  name: string;
  description: string | null;
  color: string | null;
  created_datetime: Micros;
}

/** A way to reach a customer. */
export interface Channel {
  id: number;
  type: string;
  address: string;
  preferred: boolean;
  created_datetime: Micros;
  updated_datetime: Micros;
}

/** An order in the shop's own system, shown by its integration. */
export interface Order {
  number: number;
  total: number;
  created_datetime: Micros;
}

/** Somebody who writes to the shop. */
export interface Customer {
  id: number;
  name: string | null;
  firstname: string;
  lastname: string;
  email: string | null;
  external_id: string | null;
  language: string | null;
  timezone: string | null;
  note: string | null;
  meta: Record<string, unknown> | null;
  data: unknown;
  dataVersion: Micros | null;
  channels: Channel[];
  orders: Order[];
  custom_fields: FieldValues;
  created_datetime: Micros;
  updated_datetime: Micros;
}

/** Somebody who wrote or received a message. */
export type Party = { kind: "user" | "customer"; id: number };

/** One message of a ticket. */
export interface Message {
  id: number;
  ticketId: number;
  channel: string;
  via: string;
  from_agent: boolean;
  public: boolean;
  subject: string | null;
  body_text: string | null;
  body_html: string | null;
  stripped_text: string | null;
  stripped_html: string | null;
  stripped_signature: string | null;
  sender: Party | null;
  receiver: Party | null;
  source: Record<string, unknown> | null;
  attachments: Record<string, unknown>[] | null;
  external_id: string | null;
  message_id: string | null;
  integration_id: number | null;
  rule_id: number | null;
  mention_ids: number[] | null;
  headers: Record<string, unknown> | null;
  macros: Record<string, unknown>[] | null;
  meta: Record<string, unknown> | null;
  last_sending_error: Record<string, unknown> | null;
  created_datetime: Micros;
  sent_datetime: Micros | null;
  failed_datetime: Micros | null;
  opened_datetime: Micros | null;
  deleted_datetime: Micros | null;
}

/** The values of `status`, from `gorgias-api/endpoints.md`. */
export const STATUSES = ["open", "closed"] as const;

/** The values of `priority`, from `gorgias-api/endpoints.md`. */
export const PRIORITIES = ["critical", "high", "normal", "low"] as const;

/** A conversation with a customer. */
export interface Ticket {
  id: number;
  external_id: string | null;
  status: (typeof STATUSES)[number];
  priority: (typeof PRIORITIES)[number];
  channel: string;
  via: string;
  from_agent: boolean;
  spam: boolean;
  is_unread: boolean;
  customerId: number | null;
  assigneeUserId: number | null;
  assigneeTeamId: number | null;
  language: string | null;
  subject: string | null;
  meta: Record<string, unknown> | null;
  tagIds: number[];
  custom_fields: FieldValues;
  messages: Message[];
  surveyId: number | null;
  created_datetime: Micros;
  opened_datetime: Micros | null;
  last_received_message_datetime: Micros | null;
  last_message_datetime: Micros | null;
  updated_datetime: Micros;
  closed_datetime: Micros | null;
  trashed_datetime: Micros | null;
  snooze_datetime: Micros | null;
}

/** The values of a custom field's `object_type`, from `gorgias-api/endpoints.md`. */
export const FIELD_OWNERS = ["Ticket", "Customer"] as const;

/** The values of `managed_type`, from `gorgias-api/endpoints.md`; `customer_type` from notes.md. */
export const MANAGED_TYPES = [
  "contact_reason",
  "product",
  "resolution",
  "ai_intent",
  "ai_outcome",
  "ai_sales",
  "ai_discount",
  "ai_journey",
  "managed_sentiment",
  "call_status",
  "customer_type",
] as const;

/** What values a custom field takes, from `gorgias-api/notes.md`. */
export interface FieldDefinition {
  data_type: "text" | "number" | "boolean";
  input_settings: {
    input_type: "input" | "dropdown" | "input_number";
    choices?: unknown[];
    default?: unknown;
    placeholder?: string | null;
    min?: number | null;
    max?: number | null;
  };
}

/** A field that the account has added to its tickets or customers. */
export interface CustomField {
  id: number;
  object_type: (typeof FIELD_OWNERS)[number];
  label: string;
  description: string | null;
  external_id: string | null;
  priority: number;
  required: boolean;
  managed_type: (typeof MANAGED_TYPES)[number] | null;
  definition: FieldDefinition;
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}

/** A view lists the tickets that match it. */
export interface View {
  id: number;
  name: string;
  filters: string;
  matches: (ticket: Ticket) => boolean;
  created_datetime: Micros;
}

/** A rule applies to the tickets that match it. */
export interface Rule {
  id: number;
  name: string;
  description: string | null;
  code: string;
  event_types: string;
  priority: number;
  matches: (ticket: Ticket) => boolean;
  created_datetime: Micros;
  updated_datetime: Micros;
}

/** The values of an event's `object_type`, from `gorgias-api/notes.md` under "Events". */
export const EVENT_OBJECTS = [
  "Account",
  "Macro",
  "Tag",
  "Customer",
  "Team",
  "View",
  "Widget",
  "User",
  "TicketMessage",
  "Ticket",
  "Rule",
  "Integration",
  "SatisfactionSurvey",
] as const;

/** Something that happened to a record. */
export interface Event {
  id: number;
  type: string;
  object_type: (typeof EVENT_OBJECTS)[number];
  object_id: number;
  user_id: number | null;
  data: Record<string, unknown> | null;
  created_datetime: Micros;
}

/** A question to a customer how content they are, and the answer. */
export interface Survey {
  id: number;
  ticketId: number;
  customerId: number;
  score: number | null;
  body_text: string | null;
  meta: Record<string, unknown> | null;
  created_datetime: Micros;
  sent_datetime: Micros | null;
  scored_datetime: Micros | null;
  should_send_datetime: Micros | null;
}

/** What an HTTP integration listens to, from `gorgias-api/notes.md` under "Webhooks". */
export const TRIGGERS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-self-unsnoozed",
  "ticket-message-failed",
  "ticket-assignment-updated",
  "ticket-status-updated",
  "ticket-handed-over",
] as const;

/** One of these. */
export type Trigger = (typeof TRIGGERS)[number];

/** Where an HTTP integration calls, when, and with what. */
export interface HttpSettings {
  url: string;
  method: string;
  request_content_type: string;
  response_content_type: string;
  form: Record<string, unknown> | null;
  headers: Record<string, string>;
  triggers: { [T in Trigger]?: boolean };
}

/** A connection to another system; those of type `http` have settings. */
export interface Integration {
  id: number;
  name: string;
  type: string;
  description: string | null;
  http: HttpSettings | null;
  business_hours_id: number | null;
  /** Deliveries in a row that failed. */
  failures: number;
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}
