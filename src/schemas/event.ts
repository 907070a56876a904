import {
  anything,
  type Described,
  integer,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/** What events are about (docs/gorgias-api.md, "Events"). */
export const EVENT_OBJECT_TYPES = [
  "Account",
  "Customer",
  "Integration",
  "Macro",
  "Rule",
  "SatisfactionSurvey",
  "Tag",
  "Team",
  "Ticket",
  "TicketMessage",
  "User",
  "View",
  "Widget",
] as const;

const eventSchema = object(
  {
    id: integer,
    type: text,
    object_type: text,
    object_id: integer,
    created_datetime: moment,
  },
  {
    user_id: nullable(integer),
    context: nullable(text),
    data: anything,
    uri: text,
  },
);

/** Something that happened in the account (docs/gorgias-api.md, "Events"). */
export const event: Resource<Described<typeof eventSchema>> = {
  schema: eventSchema,
  example: {
    id: 881234567,
    type: "ticket-closed",
    object_type: "Ticket",
    object_id: 153006867,
    user_id: 400746608,
    context: "7b1f8a52-9f0d-4a6f-8a83-8f2f1c2f6a10",
    data: null,
    created_datetime: "2024-11-14T14:27:00.789718+00:00",
    uri: "/api/events/881234567/",
  },
};
