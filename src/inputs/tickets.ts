import type { JsonObject } from "../client/json";
import { choice, yesNo } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { clearable, type Field, required, told } from "../fields/field";
import { json } from "../fields/json";
import { choices, names } from "../fields/list";
import { id } from "../fields/number";
import { reference } from "../fields/reference";
import { text } from "../fields/text";
import { TICKET_PRIORITIES, TICKET_STATUSES } from "../schemas/ticket";
import { channel, via } from "./channel";
import { fieldValues } from "./customFields";
import { freeForm } from "./shapes";

/** The ticket to read, change or delete. */
export const ticketId = required(
  id({
    label: "Ticket ID",
    example: "153006867",
    dataSource: "selectTicket",
    comments: "The ID of the ticket: the number at the end of its address in Gorgias.",
  }),
);

/**
 * Related data that can come with a ticket or a customer (docs/gorgias-api.md, "Objects and their
 * values").
 */
export const relationships = choices(["custom_fields"], {
  label: "Relationships",
  example: "custom_fields",
  comments: "What else to return: custom_fields adds their values.",
});

/** The Customer input of a ticket. */
export function customer(comments: string): Field<JsonObject | null | undefined> {
  return reference({
    label: "Customer",
    dataSource: "selectCustomer",
    byEmail: true,
    example: "jo@example.com",
    comments,
  });
}

/** What takes an assignee away (docs/gorgias-api.md, "Writes"). */
export const NOBODY = { id: null };

/** What can be set on a ticket, new or not. Inputs of their own differ between the two. */
export const ticketFields = {
  subject: clearable(
    text({
      label: "Subject",
      example: "Where is my order?",
      maxLength: 998,
      comments: "The subject of the ticket.",
    }),
    "",
  ),
  assignee_user: clearable(
    told(
      "The ID of the agent to assign. {search} finds it. null unassigns.",
      reference({
        label: "Assignee User",
        dataSource: "selectUser",
        byEmail: false,
        comments: 'The agent to assign: the user\'s ID, or JSON. { "id": null } unassigns.',
        example: "400746608",
      }),
    ),
    NOBODY,
  ),
  assignee_team: clearable(
    told(
      "The ID of the team to assign. null unassigns.",
      reference({
        label: "Assignee Team",
        dataSource: "selectTeam",
        byEmail: false,
        comments: 'The team to assign: its ID, or JSON. { "id": null } takes the team away.',
        example: "5101",
      }),
    ),
    NOBODY,
  ),
  assignee_user_id: clearable(
    id({
      label: "Assignee User ID",
      dataSource: "selectUser",
      example: "400746608",
      comments: "The ID of the agent to assign: another way to fill in Assignee User.",
    }),
    NOBODY,
    "assignee_user",
  ),
  tags: clearable(
    names({
      label: "Tags",
      dataSource: "selectTag",
      example: "shipping",
      comments:
        "The names of the ticket's tags. They replace all tags that the ticket has; those that don't exist are created.",
    }),
    [],
  ),
  priority: choice(TICKET_PRIORITIES, {
    label: "Priority",
    comments: "How urgent the ticket is.",
  }),
  customer: clearable(
    customer("The customer that the ticket belongs to: an ID, an e-mail address or JSON."),
  ),
  custom_fields: fieldValues({
    comments:
      "Values of custom fields, as a JSON list of { id, value } with the field's ID. They replace all values that the ticket has: to set some and keep the others, use Update Ticket Custom Fields.",
  }),
  channel: channel("The channel that the conversation started on, such as email or chat."),
  from_agent: clearable(
    yesNo({
      label: "From Agent",
      comments: "Whether the first message came from your company (Yes) or from the customer (No).",
    }),
  ),
  via: via(
    "How the first message reached Gorgias or left it: a channel's name, or api, form, helpdesk, rule, shopify and so on. Left blank on a new ticket, Gorgias fills it in.",
  ),
  spam: yesNo({ label: "Spam", comments: "Whether the ticket is spam." }),
  language: clearable(
    told(
      "A two-letter code. Gorgias detects it in the first messages.",
      text({
        label: "Language",
        example: "en",
        comments:
          "The ticket's main language, as a two-letter code. Left blank on a new ticket, Gorgias detects it from the first messages; once set, it stays.",
      }),
    ),
  ),
  external_id: clearable(
    text({
      label: "External ID",
      example: "order-10234",
      maxLength: 255,
      comments: "The ticket's ID in another system. Gorgias keeps it and does nothing with it.",
    }),
  ),
  meta: clearable(
    json(freeForm, {
      label: "Meta",
      example: '{ "order": "1234" }',
      comments: "Information of your own about the ticket, as a JSON object.",
    }),
  ),
};

/** When what happened to a ticket. */
export const ticketDates = {
  snooze_datetime: clearable(
    datetime({
      label: "Snooze Datetime",
      example: "2027-03-01T09:30:00Z",
      comments: "When the ticket comes back: until then it is snoozed.",
    }),
  ),
  closed_datetime: clearable(
    datetime({ label: "Closed Datetime", comments: "When the ticket was closed." }),
  ),
  trashed_datetime: clearable(
    told(
      "Moves the ticket to the trash.",
      datetime({
        label: "Trashed Datetime",
        comments: "When the ticket was moved to the trash. Setting it moves the ticket there.",
      }),
    ),
  ),
  opened_datetime: clearable(
    datetime({
      label: "Opened Datetime",
      comments: "When a user opened the ticket for the first time.",
    }),
  ),
  updated_datetime: clearable(
    datetime({
      label: "Updated Datetime",
      comments: "When the ticket was last updated.",
    }),
  ),
  last_message_datetime: clearable(
    datetime({
      label: "Last Message Datetime",
      comments: "When the last message was sent.",
    }),
  ),
  last_received_message_datetime: clearable(
    datetime({
      label: "Last Received Message Datetime",
      comments: "When the customer's last message was sent.",
    }),
  ),
};

/** The status that an update sets. */
export const changedStatus = told(
  "Opens or closes the ticket.",
  choice(TICKET_STATUSES, {
    label: "Status",
    default: "open",
    comments:
      "Open or close the ticket. Careful: it says open until you change it, which reopens a closed ticket. Clear it to leave the status as it is.",
  }),
);

/** Whether the ticket is unread for the connection's user. */
export const isUnread = yesNo({
  label: "Is Unread",
  comments: "Whether the ticket is marked as unread for the connection's user.",
});
