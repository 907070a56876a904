import { z } from "zod";
import type { Api, RouteContext } from "../api";
import {
  booleanText,
  datetime,
  fieldValues,
  freeObject,
  id,
  idText,
  orderBy,
  paging,
  repeated,
} from "../parameters";
import { invalid } from "../problem";
import { fieldValuesShape } from "../shapes/customField";
import { ticketListed, ticketShape, ticketWritten } from "../shapes/ticket";
import type { Shop } from "../shop";
import { PRIORITIES, STATUSES, type Ticket } from "../shop/records/ticket";
import { createTicket, deleteTicket, updateTicket } from "../shop/ticketChanges";
import { viewOf } from "../shop/viewAccess";
import { isInView } from "../shop/viewTickets";
import { serveCollection } from "./collection";
import { newMessage } from "./messages";

const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime", "updated_datetime"),
  customer_id: idText.optional(),
  external_id: z.string().optional(),
  view_id: idText.optional(),
  rule_id: idText.optional(),
  ticket_ids: repeated(idText).refine((ids) => (ids?.length ?? 0) <= 100, "More than 100."),
  trashed: booleanText.default(true),
});

/** What POST and PUT share (`docs/gorgias-api.md`, "Objects and their values"). */
const fields = {
  priority: z.enum(PRIORITIES).exactOptional(),
  subject: z.string().max(998).nullable().exactOptional(),
  status: z.enum(STATUSES).exactOptional(),
  channel: z.string().min(1).exactOptional(),
  customer: z
    .object({
      id: id.nullable().exactOptional(),
      email: z.string().max(320).nullable().exactOptional(),
      name: z.string().nullable().exactOptional(),
    })
    .nullable()
    .exactOptional(),
  assignee_user: z
    .object({ id: z.int().min(0).nullable().exactOptional() })
    .nullable()
    .exactOptional(),
  assignee_team: z
    .object({ id: z.int().min(0).nullable().exactOptional() })
    .nullable()
    .exactOptional(),
  tags: z
    .array(
      z.object({
        name: z.string().min(1).max(256),
        decoration: z
          .object({ color: z.string().nullable().exactOptional() })
          .nullable()
          .exactOptional(),
      }),
    )
    .nullable()
    .exactOptional(),
  custom_fields: fieldValues.nullable().exactOptional(),
  external_id: z.string().max(255).nullable().exactOptional(),
  from_agent: z.boolean().nullable().exactOptional(),
  language: z.string().nullable().exactOptional(),
  spam: z.boolean().nullable().exactOptional(),
  meta: freeObject.nullable().exactOptional(),
  opened_datetime: datetime.nullable().exactOptional(),
  closed_datetime: datetime.nullable().exactOptional(),
  trashed_datetime: datetime.nullable().exactOptional(),
  snooze_datetime: datetime.nullable().exactOptional(),
  updated_datetime: datetime.nullable().exactOptional(),
  last_message_datetime: datetime.nullable().exactOptional(),
  last_received_message_datetime: datetime.nullable().exactOptional(),
};

const createBody = z.strictObject({
  ...fields,
  via: z.string().min(1).default("api"),
  messages: z.array(newMessage).min(1).max(500),
  created_datetime: datetime.nullable().exactOptional(),
});

const updateBody = z.strictObject({
  ...fields,
  via: z.string().min(1).exactOptional(),
  is_unread: z.boolean().exactOptional(),
});

/** Tickets. */
export function ticketRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;

  serveCollection(api, context, {
    path: "/tickets",
    records: shop.tickets,
    shape: (ticket) => ticketShape(shop, ticket),
    written: (ticket) => ticketWritten(shop, ticket),
    removedBy: "agent",
    list: {
      query: listQuery,
      hasTotal: true,
      select: (query, by) => ({
        where: ticketFilter(shop, query, by),
        shape: (ticket) => ticketListed(shop, ticket),
      }),
    },
    get: {
      relationships: { custom_fields: ({ custom_fields }) => fieldValuesShape(custom_fields) },
    },
    create: {
      body: createBody,
      make: (body, by) => {
        body.messages.forEach(refuseUnknownSender);
        return createTicket(shop, body, by);
      },
    },
    update: {
      body: updateBody,
      status: 202,
      change: (ticket, body, by) => updateTicket(shop, ticket, body, by),
    },
    remove: (ticket, by) => deleteTicket(shop, ticket, by),
  });
}

/** 400 for a customer's message that does not say who the customer is. */
function refuseUnknownSender(message: z.output<typeof newMessage>, index: number): void {
  if (message.from_agent || message.sender?.id != null || message.sender?.email != null) return;
  throw invalid(`messages.${index}.sender`, "A customer's message needs an id or an email.");
}

function ticketFilter(
  shop: Shop,
  query: z.output<typeof listQuery>,
  by: number | null,
): (ticket: Ticket) => boolean {
  const view = query.view_id === undefined ? undefined : viewOf(shop, query.view_id, by);
  if (query.view_id !== undefined && view === undefined) throw invalid("view_id", "No such view.");
  const rule = query.rule_id === undefined ? undefined : shop.rules.get(query.rule_id);
  if (query.rule_id !== undefined && rule === undefined) throw invalid("rule_id", "No such rule.");
  const isViewed = view && isInView(shop, view, by);
  const ids = query.ticket_ids && new Set(query.ticket_ids);
  return (ticket) =>
    (query.customer_id === undefined || ticket.customerId === query.customer_id) &&
    (query.external_id === undefined || ticket.external_id === query.external_id) &&
    (ids === undefined || ids.has(ticket.id)) &&
    (query.trashed || ticket.trashed_datetime === null) &&
    (isViewed === undefined || isViewed(ticket)) &&
    (rule === undefined || rule.matches(ticket));
}
