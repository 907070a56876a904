import { ordersBy } from "./orders";
import {
  anything,
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

/** What views show (docs/gorgias-api.md, "Views"); answers have others too. */
export const VIEW_TYPES = ["ticket-list"] as const;

/** Who sees a view (docs/gorgias-api.md, "Views"). */
export const VISIBILITIES = ["public", "shared", "private"] as const;

/** The columns of a view (docs/gorgias-api.md, "Views"). */
export const VIEW_FIELDS = [
  "id",
  "details",
  "tags",
  "customer",
  "last_message",
  "name",
  "email",
  "created",
  "updated",
  "assignee",
  "assignee_team",
  "channel",
  "closed",
  "language",
  "last_received_message",
  "integrations",
  "snooze",
  "status",
  "subject",
  "priority",
] as const;

/** What a view orders its items by (docs/gorgias-api.md, "Views"). */
export const VIEW_ORDERS = [
  "updated_datetime",
  "created_datetime",
  "last_message_datetime",
  "last_received_message_datetime",
  "closed_datetime",
  "snooze_datetime",
  "priority",
] as const;

/** The two directions of an order. */
export const DIRECTIONS = ["asc", "desc"] as const;

/** What a list of a view's items can be ordered by (docs/gorgias-api.md, "Lists"). */
export const ITEM_ORDERS = ordersBy(...VIEW_ORDERS);

const viewSchema = object(
  { id: integer, name: text, type: text, visibility: text, filters: nullable(text) },
  {
    uri: text,
    category: nullable(text),
    slug: nullable(text),
    fields: nullable(listOf(text)),
    filters_ast: anything,
    search: nullable(text),
    order_by: nullable(text),
    order_dir: nullable(text),
    section_id: nullable(integer),
    shared_with_teams: nullable(listOf(freeForm)),
    shared_with_users: nullable(listOf(freeForm)),
    decoration: nullable(freeForm),
    created_datetime: moment,
    deactivated_datetime: nullable(moment),
  },
);

/** A view: which tickets it shows, how, and to whom (docs/gorgias-api.md, "Views"). */
export const view: Resource<Described<typeof viewSchema>> = {
  schema: viewSchema,
  example: {
    id: 900209,
    uri: "/api/views/900209/",
    name: "Urgent e-mails",
    slug: "urgent-e-mails",
    type: "ticket-list",
    category: "user",
    visibility: "public",
    decoration: { emoji: "🔥" },
    fields: ["details", "tags", "customer", "last_message"],
    filters: 'eq(ticket.status, "open") && eq(ticket.priority, "high")',
    filters_ast: { type: "Program", body: [] },
    search: null,
    order_by: "last_message_datetime",
    order_dir: "desc",
    section_id: null,
    shared_with_teams: [],
    shared_with_users: [],
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    deactivated_datetime: null,
  },
};
