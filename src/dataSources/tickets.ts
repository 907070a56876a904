import { ofCustomer, ofTicket } from "../inputs/dataSources";
import { event } from "../schemas/event";
import { CHANNELS, message } from "../schemas/message";
import { satisfactionSurvey } from "../schemas/satisfactionSurvey";
import { ticketSummary } from "../schemas/ticket";
import { definePickList } from "./definePickList";
import { fixedPickList } from "./fixedPickList";
import { eventLabel, messageLabel, surveyLabel, ticketLabel } from "./labels";
import { newestFirst } from "./newestFirst";

/** Pick lists of tickets and of what belongs to them. */
export const tickets = {
  selectTicket: definePickList({
    label: "Select Ticket",
    description: "Offers the account's newest tickets.",
    inputs: { customer_id: ofCustomer },
    lists: (filters) => [newestFirst("/tickets", filters)],
    labelOf: ticketLabel,
    example: ticketSummary.example,
  }),
  selectMessage: definePickList({
    label: "Select Message",
    description: "Offers the newest messages of the account or of one ticket.",
    inputs: { ticket_id: ofTicket },
    lists: (filters) => [newestFirst("/messages", filters)],
    labelOf: messageLabel,
    example: message.example,
  }),
  selectEvent: definePickList({
    label: "Select Event",
    description: "Offers the newest events of the account or of one ticket.",
    inputs: { ticket_id: ofTicket },
    lists: ({ ticket_id }) => [
      newestFirst(
        "/events",
        ticket_id === undefined ? {} : { object_type: "Ticket", object_id: ticket_id },
      ),
    ],
    labelOf: eventLabel,
    example: event.example,
  }),
  selectSurvey: definePickList({
    label: "Select Survey",
    description: "Offers the account's newest satisfaction surveys.",
    inputs: {},
    lists: () => [newestFirst("/satisfaction-surveys")],
    labelOf: surveyLabel,
    example: satisfactionSurvey.example,
  }),
  selectChannel: fixedPickList(
    "Select Channel",
    "Offers the channels that Gorgias names. Your account can have others.",
    CHANNELS,
  ),
};
