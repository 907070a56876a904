import { choice, toggle } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { field, required } from "../fields/field";
import { toObject } from "../fields/json";
import { choices } from "../fields/list";
import { wholeNumber } from "../fields/number";
import { INTEGRATION_TRIGGERS } from "../schemas/integration";

/** Which records to follow. */
export function resourceType<const V extends string>(names: readonly V[]) {
  return required(
    choice(names, {
      label: "Resource Type",
      default: "tickets",
      comments:
        "What to follow. Tickets, customers and macros come when they are new and when they change; everything else when it is new.",
    }),
  );
}

/** What a poll starts the flow with, and how much of it. */
export const pollInputs = {
  showNewRecords: toggle({
    label: "Show New Records",
    default: "true",
    comments: "Whether the flow gets records that were created since the last run.",
  }),
  showUpdatedRecords: toggle({
    label: "Show Updated Records",
    default: "true",
    comments:
      "Whether the flow gets tickets, customers and macros that existed before and have changed since the last run.",
  }),
  maxRecords: required(
    wholeNumber({
      label: "Max Records",
      example: "10000",
      min: 1,
      default: "10000",
      comments:
        "The most changes that one run reads into memory. When there are more, the rest follows in the next runs.",
    }),
  ),
};

/** Where the history of a sync begins. */
export const startDate = datetime({
  label: "Start Date",
  comments:
    "The first sync delivers what was created from this date on. Left blank, it goes back to the beginning. It takes about a request for every 100 records.",
});

/** What a webhook listens to and sends. */
export const webhookInputs = {
  events: required(
    choices(INTEGRATION_TRIGGERS, {
      label: "Events",
      comments:
        "What starts the flow. Choose only what the flow needs: a new ticket counts as ticket-created and, for its first message, as ticket-message-created.",
    }),
  ),
  template: field(
    {
      label: "Template",
      type: "code",
      language: "json",
      example: '{ "email": "{{ticket.customer.email}}", "subject": "{{ticket.subject}}" }',
      comments:
        "More fields that Gorgias sends along, as a JSON object of names and their texts. Gorgias fills in what stands in double braces, such as {{ticket.subject}} or {{ticket.messages[-1].body_text}}. The flow finds them under fields.",
    },
    toObject,
  ),
  fetchFullTicket: toggle({
    label: "Fetch Full Ticket",
    default: "true",
    comments:
      "Reads the ticket, with its messages, before the flow starts: one request for each event. When Gorgias does not answer within seconds, the flow starts without it. Off, the flow gets the ticket's ID alone.",
  }),
};
