import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { wholeList } from "../pages";
import { datetime, freeObject, id, idText, orderBy, paging } from "../parameters";
import { missing } from "../problem";
import { messageShape } from "../shapes/message";
import type { Shop } from "../shop";
import { addMessage, deleteMessage, updateMessage } from "../shop/messageChanges";
import type { Message } from "../shop/records";
import { SortedIndex } from "../shop/sortedIndex";

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
  via: z.string().min(1),
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

/** All optional: "PUT is partial", says `gorgias-api/notes.md`. */
const updateBody = z.strictObject({
  ...shared,
  channel: shared.channel.exactOptional(),
  via: shared.via.exactOptional(),
  from_agent: shared.from_agent.exactOptional(),
});

/** `action` is a query parameter, says `gorgias-api/notes.md`. */
const actionQuery = z.strictObject({ action: z.enum(["force", "retry", "cancel"]).optional() });

const ticketPath = z.object({ ticketId: idText });
const messagePath = z.object({ ticketId: idText, id: idText });

/** Messages: across the account, and those of one ticket. */
export function messageRoutes(app: Api, { shop, pages }: RouteContext): void {
  app.get("/messages", { schema: { querystring: listQuery } }, ({ url, query }) =>
    pages.answer(url, query, {
      records:
        query.ticket_id === undefined
          ? shop.messages.orderedBy(query.order_by)
          : new SortedIndex(
              (message: Message) => message.created_datetime,
              shop.tickets.get(query.ticket_id)?.messages,
            ),
      shape: (message) => messageShape(shop, message),
    }),
  );

  app.get("/tickets/:ticketId/messages", { schema: { params: ticketPath } }, ({ url, params }) =>
    wholeList(
      url,
      shop.tickets.one(params.ticketId).messages.map((message) => messageShape(shop, message)),
    ),
  );

  app.get("/tickets/:ticketId/messages/:id", { schema: { params: messagePath } }, ({ params }) =>
    messageShape(shop, messageOf(shop, params).message),
  );

  app.post(
    "/tickets/:ticketId/messages",
    { schema: { params: ticketPath, querystring: actionQuery, body: newMessage } },
    ({ params, body, userId }, reply) => {
      const ticket = shop.tickets.one(params.ticketId);
      reply.code(201);
      return messageShape(shop, addMessage(shop, ticket, body, userId));
    },
  );

  app.put(
    "/tickets/:ticketId/messages/:id",
    { schema: { params: messagePath, querystring: actionQuery, body: updateBody } },
    ({ params, body, userId }, reply) => {
      const { ticket, message } = messageOf(shop, params);
      reply.code(202);
      return messageShape(shop, updateMessage(shop, ticket, message, body, userId));
    },
  );

  app.delete(
    "/tickets/:ticketId/messages/:id",
    { schema: { params: messagePath } },
    ({ params, userId }, reply) => {
      const { ticket, message } = messageOf(shop, params);
      deleteMessage(shop, ticket, message, userId);
      return reply.code(204).send();
    },
  );
}

function messageOf(shop: Shop, path: z.output<typeof messagePath>) {
  const ticket = shop.tickets.one(path.ticketId);
  const message = ticket.messages.find((held) => held.id === path.id);
  if (message === undefined) throw missing("Message", path.id);
  return { ticket, message };
}
