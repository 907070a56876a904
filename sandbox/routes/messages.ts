import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { datetime, digits, freeObject, id, idText, orderBy, paging } from "../parameters";
import { invalid } from "../problem";
import { messageShape } from "../shapes/message";
import type { Shop } from "../shop";
import { addMessage, deleteMessage, updateMessage } from "../shop/messageChanges";
import type { Message } from "../shop/records/message";
import type { Ticket } from "../shop/records/ticket";
import { refuseBelow } from "../shop/roles";
import { SortedIndex } from "../shop/sortedIndex";
import { type ParentOf, serveCollection, serveCollectionOf } from "./collection";

const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime"),
  ticket_id: idText.optional(),
});

const person = z
  .looseObject({
    id: id.nullable().exactOptional(),
    email: z.string().max(320).nullable().exactOptional(),
    name: z.string().nullable().exactOptional(),
  })
  .nullable()
  .exactOptional();

const text = z.string().nullable().exactOptional();
const object = freeObject.nullable().exactOptional();
const objects = z.array(freeObject).nullable().exactOptional();
const moment = datetime.nullable().exactOptional();

/** What POST and PUT share. */
const shared = {
  channel: z.string().min(1),
  /** Filled in where it is missing (`docs/gorgias-api.md`, "Writes"). */
  via: z.string().min(1).default("api"),
  from_agent: z.boolean(),
  public: z.boolean().exactOptional(),
  subject: text,
  body_text: text,
  body_html: text,
  sender: person,
  receiver: person,
  source: object,
  attachments: objects,
  external_id: text,
  message_id: text,
  integration_id: id.nullable().exactOptional(),
  mention_ids: z.array(id).nullable().exactOptional(),
  headers: object,
  meta: object,
  sent_datetime: moment,
  failed_datetime: moment,
};

/** A message that is being written, alone or as part of a new ticket. */
export const newMessage = z.strictObject({
  ...shared,
  stripped_text: text,
  stripped_html: text,
  stripped_signature: text,
  macros: objects,
  last_sending_error: object,
  rule_id: id.nullable().exactOptional(),
  created_datetime: moment,
  opened_datetime: moment,
  deleted_datetime: moment,
});

/** What is left out stays, but for what every change has to say (`docs/gorgias-api.md`, "Writes"). */
const updateBody = z.strictObject({ ...shared, via: z.string().min(1) });

/** `action` is a query parameter (`docs/gorgias-api.md`, "Writes"). */
const actionQuery = z.strictObject({ action: z.enum(["force", "retry", "cancel"]).optional() });

/** The old list of one ticket's messages numbers its pages (`docs/gorgias-api.md`, "Lists"). */
const PER_PAGE = 30;
const numberedQuery = z.strictObject({ page: digits.pipe(z.int().min(1)).default(1) });

const ticketPath = z.object({ ticketId: idText });

/** Messages: across the account, and those of one ticket. */
export function messageRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const shape = (message: Message) => messageShape(shop, message);

  serveCollection(api, context, {
    path: "/messages",
    records: shop.messages,
    shape,
    list: {
      query: listQuery,
      select: ({ ticket_id: ticketId }) =>
        ticketId === undefined ? {} : { records: messagesOf(shop, ticketId) },
    },
  });

  const ofTicket: ParentOf<Message, z.output<typeof ticketPath>, Ticket> = {
    params: ticketPath,
    find: ({ ticketId }) => shop.tickets.one(ticketId),
    holds: (ticket, message) => message.ticketId === ticket.id,
  };
  /** Internal notes are everybody's, to answer a customer is not. */
  const refuseUnlessNote = ({ channel }: { channel: string }, by: number | null) => {
    if (channel !== "internal-note") refuseBelow(shop, "lite-agent", by);
  };
  serveCollectionOf(api, context, ofTicket, {
    path: "/tickets/:ticketId/messages",
    records: shop.messages,
    shape,
    writtenBy: "observer-agent",
    removedBy: "agent",
    get: {},
    create: {
      query: actionQuery,
      body: newMessage,
      make: (body, by, ticket) => {
        refuseUnlessNote(body, by);
        refuseUnknownReceiver(body);
        return addMessage(shop, ticket, body, by);
      },
    },
    update: {
      query: actionQuery,
      body: updateBody,
      status: 202,
      change: (message, body, by, ticket) => {
        refuseUnlessNote(message, by);
        refuseUnlessNote(body, by);
        return updateMessage(shop, ticket, message, body, by);
      },
    },
    remove: (message, by, ticket) => deleteMessage(shop, ticket, message, by),
  });

  api.get(
    "/tickets/:ticketId/messages",
    { schema: { params: ticketPath, querystring: numberedQuery } },
    ({ url, params, query: { page } }) => {
      const { messages } = ofTicket.find(params);
      const path = `/api/tickets/${params.ticketId}/messages/`;
      return {
        object: "list",
        uri: url,
        data: messages.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(shape),
        meta: {
          page,
          per_page: PER_PAGE,
          current_page: `${path}?page=${page}`,
          item_count: messages.length,
          nb_pages: Math.max(1, Math.ceil(messages.length / PER_PAGE)),
        },
      };
    },
  );
}

/** What may go to nobody (`docs/gorgias-api.md`, "Writes"). */
const WITHOUT_RECEIVER = ["internal-note", "phone"];

/** 400 for any other message of an agent's that does not say who gets it. */
function refuseUnknownReceiver(message: z.output<typeof newMessage>): void {
  const { channel, from_agent: isSent, receiver } = message;
  const isAddressed = receiver?.id != null || receiver?.email != null;
  if (!isSent || isAddressed || WITHOUT_RECEIVER.includes(channel)) return;
  throw invalid("receiver", "An agent's message needs an id or an email.");
}

/** The messages of a ticket by their date, none where there is no such ticket. */
function messagesOf(shop: Shop, ticketId: number): SortedIndex<Message> {
  const byDate = (message: Message) => message.created_datetime;
  return new SortedIndex(byDate, shop.tickets.get(ticketId)?.messages);
}
