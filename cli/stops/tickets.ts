import { earlier } from "../earlier";
import { TOUR_EMAIL } from "./customers";
import type { Stop } from "./stop";

/** The ticket of the tour, with its messages. */
export const tickets: readonly Stop[] = [
  {
    action: "createTicket",
    inputs: {
      customer: TOUR_EMAIL,
      subject: "Where is my order 1042?",
      messageText: "Hello! My parcel should have come on Monday.",
      tags: ["tour"],
      messageFrom: `Robin Tour <${TOUR_EMAIL}>`,
      messageTo: ["Acme Support <support@example.com>"],
    },
  },
  {
    action: "getTicket",
    inputs: { id: earlier("createTicket", "id"), relationships: ["custom_fields"] },
  },
  {
    action: "createTicketMessage",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      channel: "internal-note",
      via: "api",
      from_agent: "true",
      sender: "agent@example.com",
      body_text: "The parcel is at the depot.",
    },
  },
  { action: "listMessages", inputs: { ticket_id: earlier("createTicket", "id") } },
  {
    action: "getTicketMessage",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      id: earlier("createTicketMessage", "id"),
    },
  },
  {
    action: "replyToTicket",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      html: "<p>It is at the depot, and comes tomorrow.</p>",
    },
  },
  {
    action: "addInternalNote",
    inputs: { ticket_id: earlier("createTicket", "id"), text: "The depot sends it out tomorrow." },
  },
  {
    action: "updateTicketMessage",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      id: earlier("addInternalNote", "id"),
      body_text: "The depot sends it out today.",
    },
  },
  {
    action: "deleteTicketMessage",
    inputs: {
      ticket_id: earlier("createTicket", "id"),
      id: earlier("addInternalNote", "id"),
    },
  },
  {
    action: "assignTicket",
    inputs: {
      id: earlier("createTicket", "id"),
      assignee_user: earlier("createTicketMessage", "sender", "id"),
    },
  },
  {
    action: "snoozeTicket",
    inputs: { id: earlier("createTicket", "id"), snoozeFor: "2", snoozeUnit: "days" },
  },
  { action: "closeTicket", inputs: { id: earlier("createTicket", "id") } },
  {
    action: "updateTicket",
    inputs: { id: earlier("createTicket", "id"), status: "closed", priority: "high" },
  },
  { action: "listTickets", inputs: { limit: "5", order_by: "updated_datetime:desc" } },
  { action: "listTickets", inputs: { fetchAll: "true" } },
];
