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

/**
 * What the known types say of an object, documented or reported: `ticket-closed`
 * (docs/gorgias-api.md, "Events").
 */
const EVENTS: Readonly<Record<string, string>> = {
  ticket:
    "created updated closed reopened assigned unassigned team-assigned team-unassigned tags-added tags-removed snoozed self-unsnoozed subject-updated customer-updated merged marked-spam unmarked-spam trashed untrashed deleted excluded-from-auto-merge excluded-from-csat satisfaction-survey-skipped",
  "ticket-message": "created updated deleted summary-created",
  customer: "created updated merged deleted",
  user: "created updated deleted invited logged-in logged-out password-changed password-reset",
  tag: "created updated deleted merged renamed",
  macro: "created updated deleted",
  rule: "created updated deleted",
  team: "created updated deleted",
  view: "created updated deleted",
  widget: "created updated deleted",
  "custom-field": "created updated",
  integration:
    "created updated deleted deactivated reactivation-started reactivated data-item-created data-item-deleted",
  account: "created updated deactivated setting-created setting-updated",
  action: "executed",
  "facebook-comment": "created edited deleted hidden unhidden liked unliked",
  "facebook-message": "created edited deleted",
  "facebook-post": "created edited deleted",
  "facebook-review": "deleted",
  "instagram-direct-message": "created",
};

/** The types of events that are known. Gorgias has others. */
export const EVENT_TYPES: readonly string[] = Object.entries(EVENTS).flatMap(([object, happened]) =>
  happened.split(" ").map((one) => `${object}-${one}`),
);

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
