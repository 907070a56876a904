import type { Shop } from "./index";
import type { Ticket } from "./records/ticket";

/** What can be asked of a field follows from its kind. */
export type FieldKind = "text" | "id" | "number" | "boolean" | "date" | "list";

/** What a ticket has there. */
export type Held = string | number | boolean | null | readonly (string | number)[];

interface Field {
  kind: FieldKind;
  read: (ticket: Ticket, shop: Shop) => Held;
}

const DATES = [
  "created_datetime",
  "updated_datetime",
  "opened_datetime",
  "closed_datetime",
  "last_message_datetime",
  "last_received_message_datetime",
  "snooze_datetime",
  "trashed_datetime",
] as const;

const TEXTS = [
  "status",
  "priority",
  "channel",
  "via",
  "language",
  "subject",
  "external_id",
] as const;

const FLAGS = ["spam", "is_unread", "from_agent"] as const;

/**
 * The fields that filters can speak of. Few are documented (`docs/gorgias-api.md`, "Views"); the
 * others follow the names of the ticket itself.
 */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...DATES.map((name) => plain(name, "date")),
  ...TEXTS.map((name) => plain(name, "text")),
  ...FLAGS.map((name) => plain(name, "boolean")),
  plain("id", "id"),
  ["ticket.assignee_user.id", { kind: "id", read: (ticket) => ticket.assigneeUserId }],
  ["ticket.assignee_team.id", { kind: "id", read: (ticket) => ticket.assigneeTeamId }],
  ["ticket.customer.id", { kind: "id", read: (ticket) => ticket.customerId }],
  [
    "ticket.customer.email",
    {
      kind: "text",
      read: ({ customerId }, shop) => shop.customers.get(customerId ?? 0)?.email ?? null,
    },
  ],
  ["ticket.tags.id", { kind: "list", read: (ticket) => ticket.tagIds }],
  [
    "ticket.tags.name",
    {
      kind: "list",
      read: (ticket, shop) => ticket.tagIds.flatMap((id) => shop.tags.get(id)?.name ?? []),
    },
  ],
  ["ticket.messages_count", { kind: "number", read: (ticket) => ticket.messages.length }],
]);

type PlainField = (typeof DATES | typeof TEXTS | typeof FLAGS)[number] | "id";

/** A field that the filter names as the ticket does. */
function plain(name: PlainField, kind: FieldKind): [string, Field] {
  return [`ticket.${name}`, { kind, read: (ticket) => ticket[name] }];
}
