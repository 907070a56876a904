import { ordersBy } from "./orders";
import {
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

/** What tags can be ordered by (docs/gorgias-api.md, "Lists"). */
export const TAG_ORDERS = [
  ...ordersBy("created_datetime", "name"),
  "usage:asc,name:asc",
  "usage:desc,name:desc",
] as const;

const tagSchema = object(
  { id: integer, name: text },
  {
    description: nullable(text),
    decoration: nullable(freeForm),
    usage: nullable(integer),
    uri: text,
    created_datetime: moment,
    deleted_datetime: nullable(moment),
  },
);

/** A label that tickets carry (docs/gorgias-api.md, "Tags"). */
export const tag: Resource<Described<typeof tagSchema>> = {
  schema: tagSchema,
  example: {
    id: 1151716,
    name: "shipping",
    description: "Where a parcel is and when it comes.",
    decoration: { color: "#0693E3" },
    usage: 214,
    uri: "/api/tags/1151716/",
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    deleted_datetime: null,
  },
};

const ticketTagsSchema = object({ data: listOf(tagSchema) });

/** The tags of a ticket: one list that is not paged. */
export const ticketTags: Resource<Described<typeof ticketTagsSchema>> = {
  schema: ticketTagsSchema,
  example: { data: [tag.example] },
};

const named = { ticket_id: integer, ids: listOf(integer), names: listOf(text) };

const changedTicketTagsSchema = object(named, { data: listOf(tagSchema) });

/** What was added to a ticket or set on it, beside what Gorgias answers, if anything. */
export const changedTicketTags: Resource<Described<typeof changedTicketTagsSchema>> = {
  schema: changedTicketTagsSchema,
  example: { ticket_id: 153006867, ids: [1151716], names: ["vip"] },
};

const removedTicketTagsSchema = object({
  ...named,
  deleted: { type: "boolean", description: "Whether they are off the ticket. The tags stay." },
});

/** What was taken off a ticket, because Gorgias itself answers nothing (204). */
export const removedTicketTags: Resource<Described<typeof removedTicketTagsSchema>> = {
  schema: removedTicketTagsSchema,
  example: { ticket_id: 153006867, ids: [1151716], names: ["vip"], deleted: true },
};
