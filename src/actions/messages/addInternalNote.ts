import { mentionIds } from "../../inputs/messages";
import { ticketId } from "../../inputs/tickets";
import { writer, writtenFields } from "../../inputs/written";
import { message } from "../../schemas/message";
import { endpoint } from "../endpoint";
import { NOTE } from "./source";
import { bodiesOf } from "./written";

export const addInternalNote = endpoint({
  route: "POST /tickets/{ticket_id}/messages",
  label: "Add Internal Note",
  description: "Write a note into a ticket that agents see and the customer does not.",
  important: true,
  guidance: "Needs text or html. To answer the customer, use {replyToTicket}. Returns the message.",
  inputs: {
    ticket_id: ticketId,
    ...writtenFields,
    mention_ids: mentionIds,
    sender: writer,
  },
  returns: message,
  check({ text, html }, { refuse, nameOf }) {
    if (text === undefined && html === undefined) {
      refuse("text", `is blank, and so is ${nameOf("html")}. Fill in one of the two.`);
    }
  },
  // docs/gorgias-api.md, "Messages"
  body: ({ text, html, ...others }) => ({
    channel: NOTE,
    via: "api",
    public: false,
    from_agent: true,
    ...bodiesOf({ text, html }),
    ...others,
  }),
});
