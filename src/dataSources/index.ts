import { ofCustomer, ofTicket, searchFor } from "../inputs/dataSources";
import { customer } from "../schemas/customer";
import { event } from "../schemas/event";
import { job } from "../schemas/job";
import { CHANNELS, message } from "../schemas/message";
import { satisfactionSurvey } from "../schemas/satisfactionSurvey";
import { ticketSummary } from "../schemas/ticket";
import { widget } from "../schemas/widget";
import { customFields } from "./customFields";
import { definePickList } from "./definePickList";
import { fixedPickList } from "./fixedPickList";
import {
  eventLabel,
  jobLabel,
  messageLabel,
  namedLabel,
  personLabel,
  surveyLabel,
  ticketLabel,
  typedLabel,
  viewLabel,
  widgetLabel,
} from "./labels";
import { newestFirst } from "./newestFirst";
import { tags } from "./tags";
import { voiceCalls } from "./voiceCalls";

/** Every pick list, by the key that inputs and config variables refer to. */
export const dataSources = {
  selectTicket: definePickList({
    label: "Select Ticket",
    description: "Offers the account's newest tickets.",
    inputs: { customer_id: ofCustomer },
    lists: (filters) => [newestFirst("/tickets", filters)],
    labelOf: ticketLabel,
    example: ticketSummary.example,
  }),
  selectCustomer: definePickList({
    label: "Select Customer",
    description: "Offers the account's newest customers, or those that a search finds.",
    inputs: { search: searchFor },
    lists: () => [newestFirst("/customers")],
    searchType: "customer",
    labelOf: personLabel,
    example: customer.example,
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
  ...customFields,
  selectView: definePickList({
    label: "Select View",
    description: "Offers the account's views.",
    inputs: {},
    lists: () => [newestFirst("/views")],
    labelOf: viewLabel,
    example: { id: 900209, name: "Unassigned" },
  }),
  ...tags,
  selectMacro: definePickList({
    label: "Select Macro",
    description: "Offers the account's macros, also those that are archived.",
    inputs: { search: searchFor },
    lists: (filters) =>
      [false, true].map((archived) => newestFirst("/macros", { ...filters, archived })),
    labelOf: namedLabel,
    example: { id: 374718, name: "Where is my order?" },
  }),
  selectTeam: definePickList({
    label: "Select Team",
    description: "Offers the account's teams.",
    inputs: { search: searchFor },
    lists: () => [newestFirst("/teams")],
    searchType: "team",
    labelOf: namedLabel,
    example: { id: 5101, name: "Shipping" },
  }),
  selectUser: definePickList({
    label: "Select User",
    description: "Offers the account's users: agents, admins and bots.",
    inputs: { search: searchFor },
    lists: (filters) => [newestFirst("/users", filters)],
    labelOf: personLabel,
    example: { id: 400746608, name: "Sam", email: "sam@example.com" },
  }),
  selectIntegration: definePickList({
    label: "Select Integration",
    description: "Offers the account's integrations: mailboxes, chats, shops and so on.",
    inputs: { search: searchFor },
    lists: () => [newestFirst("/integrations")],
    searchType: "integration",
    labelOf: typedLabel,
    example: { id: 116873, name: "Acme Support", type: "email" },
  }),
  selectHttpIntegration: definePickList({
    label: "Select HTTP Integration",
    description: "Offers the account's HTTP integrations, which call an address of your own.",
    inputs: {},
    lists: () => [newestFirst("/integrations", { type: "http" })],
    labelOf: namedLabel,
    example: { id: 118204, name: "Order system" },
  }),
  selectChannel: fixedPickList(
    "Select Channel",
    "Offers the channels that Gorgias names. Your account can have others.",
    CHANNELS,
  ),
  selectRule: definePickList({
    label: "Select Rule",
    description: "Offers the account's rules.",
    inputs: {},
    lists: () => [newestFirst("/rules")],
    labelOf: namedLabel,
    example: { id: 77, name: "Close spam" },
  }),
  selectJob: definePickList({
    label: "Select Job",
    description: "Offers the account's newest jobs.",
    inputs: {},
    lists: () => [newestFirst("/jobs")],
    labelOf: jobLabel,
    example: job.example,
  }),
  selectSurvey: definePickList({
    label: "Select Survey",
    description: "Offers the account's newest satisfaction surveys.",
    inputs: {},
    lists: () => [newestFirst("/satisfaction-surveys")],
    labelOf: surveyLabel,
    example: satisfactionSurvey.example,
  }),
  selectWidget: definePickList({
    label: "Select Widget",
    description: "Offers the account's widgets.",
    inputs: {},
    lists: () => [newestFirst("/widgets")],
    labelOf: widgetLabel,
    example: widget.example,
  }),
  ...voiceCalls,
};
