import { customer } from "./customer";
import { message } from "./message";
import { agentSchema, personSchema, teamSchema } from "./person";
import {
  anything,
  boolean,
  type Described,
  freeForm,
  integer,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/**
 * A ticket is open or closed (docs/gorgias-api.md, "Tickets"); snoozed and trashed are dates of its
 * own.
 */
export const TICKET_STATUSES = ["open", "closed"] as const;

/** How urgent a ticket is (docs/gorgias-api.md, "Tickets"). */
export const TICKET_PRIORITIES = ["critical", "high", "normal", "low"] as const;

const common = {
  id: integer,
  status: text,
  channel: text,
  via: text,
  from_agent: nullable(boolean),
  spam: boolean,
  assignee_user: nullable(agentSchema),
  assignee_team: nullable(teamSchema),
  subject: nullable(text),
  tags: listOf(object({ id: integer, name: text }, { decoration: nullable(freeForm) })),
  created_datetime: moment,
  updated_datetime: nullable(moment),
};

const sometimes = {
  uri: text,
  external_id: nullable(text),
  priority: text,
  language: nullable(text),
  is_unread: boolean,
  summary: anything,
  meta: nullable(freeForm),
  custom_fields: nullable(freeForm),
  opened_datetime: nullable(moment),
  last_received_message_datetime: nullable(moment),
  last_message_datetime: nullable(moment),
  closed_datetime: nullable(moment),
  trashed_datetime: nullable(moment),
  snooze_datetime: nullable(moment),
};

const ticketSchema = object(
  { ...common, customer: nullable(customer.schema), messages: listOf(message.schema) },
  {
    ...sometimes,
    imported: nullable(boolean),
    processed_datetime: nullable(moment),
    assignee_user_id: nullable(integer),
    assignee_team_id: nullable(integer),
    events: listOf(anything),
    satisfaction_survey: anything,
    reply_options: freeForm,
    requester: nullable(customer.schema),
  },
);

const ticketSummarySchema = object(
  { ...common, customer: nullable(personSchema) },
  {
    ...sometimes,
    excerpt: nullable(text),
    messages_count: integer,
    integrations: listOf(freeForm),
    last_sent_message_not_delivered: boolean,
  },
);

const commonExample = {
  id: 153006867,
  uri: "/api/tickets/153006867/",
  external_id: null,
  status: "open",
  priority: "normal",
  channel: "email",
  via: "email",
  from_agent: false,
  spam: false,
  is_unread: false,
  customer: {
    id: 400746613,
    email: "jo@example.com",
    name: "Jo Martin",
    firstname: "Jo",
    lastname: "Martin",
    meta: null,
  },
  assignee_user: {
    id: 400746608,
    email: "sam@example.com",
    name: "Sam",
    firstname: "Sam",
    lastname: "",
    meta: null,
    bio: null,
  },
  assignee_team: null,
  language: "en",
  subject: "Where is my order?",
  meta: null,
  tags: [{ id: 1151716, name: "shipping", decoration: {} }],
  created_datetime: "2024-11-14T13:56:16.494726+00:00",
  opened_datetime: null,
  last_received_message_datetime: null,
  last_message_datetime: "2024-11-14T14:27:00.654421+00:00",
  updated_datetime: "2024-11-14T14:27:00.789718+00:00",
  closed_datetime: null,
  trashed_datetime: null,
  snooze_datetime: null,
};

/** A ticket with its messages (docs/gorgias-api.md, "Tickets"). */
export const ticket: Resource<Described<typeof ticketSchema>> = {
  schema: ticketSchema,
  example: {
    ...commonExample,
    customer: customer.example,
    assignee_user_id: 400746608,
    assignee_team_id: null,
    events: [],
    messages: [message.example],
    satisfaction_survey: null,
    reply_options: { email: { answerable: true }, "internal-note": { answerable: true } },
    requester: customer.example,
  },
};

/** A ticket as lists answer it: without its messages (docs/gorgias-api.md, "Tickets"). */
export const ticketSummary: Resource<Described<typeof ticketSummarySchema>> = {
  schema: ticketSummarySchema,
  example: {
    ...commonExample,
    excerpt: "Hello, order #1234 has not arrived yet.",
    messages_count: 1,
    integrations: [{ name: "Acme Support", address: "support@example.com", type: "email" }],
  },
};
